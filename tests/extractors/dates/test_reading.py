"""A reading and what it leans on."""

from incidents.extractors.dates.calendars import Anchor
from incidents.extractors.dates.reading import derived

DAY = Anchor(2024, 3, 22, "published")


def test_an_open_value_leans_on_nothing():
    assert derived("", DAY).attributes == {}
    assert derived("2024", None).attributes == {}


def test_what_it_leans_on_is_said():
    found = derived("2024", DAY, relative=True, grain="Y", part=None)
    assert found.value == "2024"
    assert found.attributes == {
        "derived_from": "published",
        "relative": "1",
        "grain": "Y",
        "part": None,
    }
