import pytest

from incidents.pipeline.benchmark import re3d
from incidents.pipeline.benchmark.reading import read

pytestmark = pytest.mark.model


def spans(text, trained, kind):
    found = re3d.entities(read({"doc_id": "a", "text": text}, trained))
    assert all(text[e["start"] : e["end"]] == e["text"] for e in found)
    return [e["text"] for e in found if e["type"] == kind]


def test_entities(trained):
    text = "Fighters of ISIL fired mortars at two bridges in northern Syria."
    places = ["bridges", "northern Syria", "Syria"]
    assert spans(text, trained, re3d.LOCATION) == places
    assert spans(text, trained, re3d.WEAPON) == ["mortars"]
    assert "ISIL" in spans(text, trained, re3d.ORGANISATION)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("They took the city of Mosul.", ["the city of Mosul", "the city", "Mosul"]),
        ("Nations in the coalition include Australia and Jordan.", []),
        ("A raid hit 29 supply routes.", ["supply routes"]),
    ],
)
def test_places_in_its_terms(trained, text, places):
    assert sorted(spans(text, trained, re3d.LOCATION)) == sorted(places)


def test_a_state_that_acts_is_an_organisation_too(trained):
    text = "Jordan sent aid to Syria."
    assert spans(text, trained, re3d.ORGANISATION) == ["Jordan"]
    assert spans(text, trained, re3d.LOCATION) == ["Jordan", "Syria"]
