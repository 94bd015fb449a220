import pytest

from extractors import extract


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
