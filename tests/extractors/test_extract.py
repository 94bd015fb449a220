import pytest

from incidents.extractors import extract, extractors


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            "Rebels of the Islamic State of Iraq and the Levant held Mosul.",
            ["Mosul"],
            id="in a group's name",
        ),
        pytest.param("In Iraq the Islamic State fled.", ["Iraq"], id="beside one"),
        pytest.param(
            "The Taliban left Kabul. Al-Qaeda in Iraq stayed in Iraq.",
            ["Kabul", "Iraq"],
            id="both",
        ),
    ],
)
def test_a_place_in_a_groups_name_is_none(nlp, text, places):
    found = extract(nlp(text))
    assert [m.text for m in found if m.label == "PLACE"] == places


def test_every_module_that_extracts_is_run():
    names = {name.rpartition(".")[2] for name in extractors()}
    assert {"dates", "events", "figures", "groups", "legal", "people"} <= names
    assert not any(name.startswith("_") for name in names)


def test_mentions_stand_in_the_order_of_the_text(nlp):
    found = extract(nlp("On 3 March 2014 two guards were killed in Lima by ETA men."))
    assert [m.start for m in found] == sorted(m.start for m in found)
    assert {m.label for m in found} >= {"DATE", "KILLED", "PLACE", "TARGET"}
