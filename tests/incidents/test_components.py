import tomllib
from datetime import date
from pkgutil import resolve_name

import pytest
import spacy
from spacy.tokens import Doc

from incidents import components
from incidents.extractors import extractors
from tests.conftest import ROOT

TEXT = "On 3 March 2014 a car bomb went off. Yesterday Hamas claimed it."


@pytest.fixture
def blank():
    return spacy.blank("en")


def points():
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return told["project"]["entry-points"]["spacy_factories"]


def test_every_extractor_has_an_entry_point():
    names = {name.removeprefix("incidents.extractors.") for name in extractors()} | {
        "mentions"
    }
    assert set(points()) == {f"incident_{name}" for name in names}


@pytest.mark.parametrize("name", points())
def test_every_entry_point_is_a_component(blank, name):
    made = resolve_name(points()[name])(blank, name, None)
    assert blank.add_pipe(name).name == made.name == name
    assert name in blank(TEXT).spans


def test_mentions_are_spans(blank):
    blank.add_pipe("incident_dates")
    blank.add_pipe("incident_weapons")
    doc = blank(TEXT)
    [weapon] = doc.spans["incident_weapons"]
    assert (weapon.text, weapon.label_, weapon.kb_id_) == (
        "car bomb",
        "WEAPON",
        "car-bomb",
    )
    assert doc.spans["incident_dates"][0].kb_id_ == "2014-03-03"
    [told] = doc.spans["incident_weapons"].attrs["mentions"]
    assert told["category"] == "explosives"
    assert TEXT[told["start"] : told["end"]] == told["text"] == "car bomb"


def test_yesterday_is_counted_from_a_day_that_is_given(blank):
    blank.add_pipe("incident_dates", config={"published": "2014-04-02"})
    doc = blank.make_doc(TEXT)
    assert [s.kb_id_ for s in blank(doc).spans["incident_dates"]][1] == "2014-04-01"
    doc = blank.make_doc(TEXT)
    doc.user_data[components.PUBLISHED] = date(2015, 5, 5)
    assert [s.kb_id_ for s in blank(doc).spans["incident_dates"]][1] == "2015-05-04"


def test_without_a_day_yesterday_stays_open(blank):
    blank.add_pipe("incident_dates")
    doc = blank(TEXT)
    assert doc.spans["incident_dates"][1].kb_id_ == ""


def test_a_published_day_that_is_none(blank):
    with pytest.raises(ValueError, match="Invalid isoformat string: 'May'"):
        blank.add_pipe("incident_dates", config={"published": "May"})


def test_another_name_is_another_group(blank):
    blank.add_pipe("incident_groups", name="mine")
    doc = blank(TEXT)
    assert [s.text for s in doc.spans["mine"]] == ["Hamas"]


def test_a_number_inside_a_token_takes_the_token(blank):
    blank.add_pipe("incident_mentions")
    doc = blank("It killed 81people.")
    for span, told in zip(
        doc.spans["incident_mentions"],
        doc.spans["incident_mentions"].attrs["mentions"],
        strict=True,
    ):
        assert span.start_char <= told["start"] < told["end"] <= span.end_char


def test_they_are_kept_with_the_document(blank):
    blank.add_pipe("incident_groups")
    doc = blank(TEXT)
    again = Doc(blank.vocab).from_bytes(doc.to_bytes())
    group = again.spans["incident_groups"]
    assert [s.kb_id_ for s in group] == ["hamas"]
    assert group.attrs == doc.spans["incident_groups"].attrs
