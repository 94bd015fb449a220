"""What the table knows of a name, and how much that is worth."""

from dataclasses import replace

import pytest

from incidents.extractors.places.names import OTHER, PRIMARY
from incidents.extractors.places.spots import (
    Spot,
    abbreviated,
    contains,
    homes_of,
    is_at_home,
    is_demonym,
    is_large,
    is_plain,
    is_wide,
    worth_of,
)
from incidents.extractors.places.table import Option, Place

TOWN = Place(1, "Town", 0.0, 0.0, "AA", 11, 12, "city", 1000, False, None)
LAND = replace(TOWN, id=2, kind="country", admin1=None, admin2=None)
STATE = replace(TOWN, id=11, kind="admin1", admin1=None, admin2=None)
OTHERS = replace(TOWN, id=3, country="BB", admin1=21)


def options(*places, how=PRIMARY):
    return tuple(Option(place, how) for place in places)


def spot(*places, how=PRIMARY, text="Town"):
    return Spot(0, len(text), text, options(*places, how=how))


@pytest.mark.parametrize(
    ("place", "worth", "second"),
    [
        (LAND, 2.5, 1.8),
        (replace(TOWN, kind="region"), 2.5, 1.8),
        (replace(STATE, population=1_000_001), 2.0, 1.3),
        (replace(STATE, population=1_000_000), 1.0, 0.3),
        (replace(TOWN, capital=True), 2.0, 1.3),
        (replace(TOWN, population=1_000_000), 1.6, 0.9),
        (replace(TOWN, population=999_999), 1.0, 0.3),
        (replace(TOWN, population=200_000), 1.0, 0.3),
        (replace(TOWN, population=199_999), 0.5, -0.2),
        (replace(TOWN, population=20_000), 0.5, -0.2),
        (replace(TOWN, population=19_999), 0.0, -0.7),
    ],
)
def test_worth(place, worth, second):
    assert worth_of(options(place)) == pytest.approx(worth)
    assert worth_of(options(place, how=OTHER)) == pytest.approx(second)


def test_the_best_known_of_a_name_counts():
    assert worth_of(()) == -1.0
    assert worth_of(options(TOWN, LAND, TOWN)) == 2.5


def test_contains():
    assert contains(spot(LAND), spot(TOWN))
    assert contains(spot(STATE), spot(OTHERS, TOWN))
    assert not contains(spot(TOWN), spot(LAND))
    assert not contains(spot(STATE), spot(OTHERS))
    assert not contains(spot(LAND), spot(LAND))
    assert not contains(spot(), spot(TOWN))


def test_homes():
    assert homes_of([spot(LAND, OTHERS)]) == {"AA"}
    assert homes_of([spot(TOWN), spot(TOWN, OTHERS)]) == {"AA"}
    assert homes_of([spot(TOWN, OTHERS)]) == frozenset()
    assert homes_of([spot()]) == frozenset()


def test_at_home():
    assert is_at_home(spot(OTHERS, TOWN), frozenset({"AA"}))
    assert not is_at_home(spot(OTHERS), frozenset({"AA"}))
    assert not is_at_home(spot(TOWN, how=OTHER), frozenset({"AA"}))
    assert is_at_home(spot(TOWN, how=OTHER, text="Old Town"), frozenset({"AA"}))


def test_wide_and_large():
    assert [is_wide(options(p)) for p in (LAND, STATE, TOWN)] == [True, True, False]
    assert is_wide(options(replace(TOWN, kind="region")))
    assert not is_wide(options(LAND, how=OTHER))
    assert [is_large(options(p)) for p in (LAND, STATE, TOWN)] == [True, False, False]
    assert is_large(options(replace(TOWN, capital=True)))


@pytest.mark.parametrize(
    ("text", "value"),
    [("US", "6252001"), ("U.K.", "2635167"), ("W.Va.", "4826850"), ("Fla", "4155751")],
)
def test_abbreviated(text, value):
    assert [o.place.value for o in abbreviated(text)] == [value]


def test_what_no_name_is():
    assert all(map(is_plain, ["police", "village", "north", "monday"]))
    assert not is_plain("lima")
    assert is_demonym("Peruvian") and is_demonym("FRENCH")
    assert not is_demonym("Peru") and not is_demonym("us")


def test_a_spot_is_known_by_its_folded_name():
    assert spot(text="Al-Ḥasakah").key == "al hasakah"
