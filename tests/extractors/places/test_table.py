"""The table of places."""

import pytest

from incidents.extractors.places.names import OTHER
from incidents.extractors.places.table import named, place, shortened


def values(options):
    return [o.place.value for o in options]


def test_countries_and_states_come_first_then_the_largest():
    assert {o.place.kind for o in named("georgia")[:2]} == {"country", "admin1"}
    sizes = [o.place.population for o in named("paris") if o.place.kind == "city"]
    assert sizes == sorted(sizes, reverse=True) and len(sizes) > 3
    assert len(named("san antonio")) <= 40


def test_a_name_with_its_type_is_no_city():
    kinds = {o.place.kind for o in named("lima province")}
    assert kinds and all(kind.startswith("admin") for kind in kinds)


@pytest.mark.parametrize(
    ("key", "value"), [("al raqqah", "172955"), ("dammam", "110336")]
)
def test_an_article_may_be_there_or_not(key, value):
    assert value in values(named(key))


@pytest.mark.parametrize("key", ["as mosul", "al lima", "el", "zz"])
def test_none_has_an_article_that_it_has_not(key):
    assert named(key) == ()


def test_a_name_found_by_its_article_is_a_second_one():
    (raqqah, *_) = [o for o in named("raqqah") if o.place.value == "172955"]
    assert raqqah.how == OTHER


def test_abbreviations_of_states_are_apart():
    assert values(shortened("fla")) == ["4155751"]
    assert "4155751" not in values(named("fla"))


def test_what_is_no_text_names_no_place():
    assert named("\ud800 paris") == ()


def test_place():
    lima = place(3936456)
    assert (lima.name, lima.country, lima.kind, lima.capital) == (
        "Lima",
        "PE",
        "city",
        True,
    )
    assert (round(lima.lat), round(lima.lon)) == (-12, -77)
    assert lima.value == "3936456"
    assert lima.within(place(lima.admin1)) and lima.within(place(3932488))
    assert not lima.within(lima) and not place(3932488).within(lima)
    assert not place(3932488).within(place(3932488))
    assert place(-1_000_000) is None


def test_a_region_of_our_own_has_its_key_as_value():
    assert "sahel" in values(named("sahel"))
