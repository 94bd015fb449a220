"""Belief over namesakes: size first, then what else the report names."""

from dataclasses import replace

import pytest

from incidents.extractors.places.belief import believe, distance, kilometres
from incidents.extractors.places.names import OTHER, PRIMARY
from incidents.extractors.places.table import Option, Place

CITY = Place(1, "Big", 10.0, 10.0, "AA", 11, 12, "city", 1_000_000, False, None)
TOWN = replace(CITY, id=2, lat=50.0, lon=50.0, country="BB", admin1=21, population=5000)
LAND = replace(TOWN, id=3, lat=52.0, kind="country", admin1=None, admin2=None)
STATE = replace(TOWN, id=21, kind="admin1", admin1=None, admin2=None)
NEXT = replace(TOWN, id=4, lat=50.1, admin1=22, admin2=23)


def shares(*options, where=None):
    """Belief in each option of the first of some names, and who decided it."""
    where = where or [[0]] * len(options)
    told = [tuple(Option(place, PRIMARY) for place in places) for places in options]
    first, *_ = believe([str(n) for n in range(len(told))], told, where)
    return [round(share, 3) for share in first.shares], first.friend


def test_nothing_is_believed_of_no_place():
    assert believe([], [], []) == []
    (none,) = believe(["a"], [()], [[0]])
    assert (none.shares, none.friend) == ((), None)


@pytest.mark.parametrize(
    ("place", "share"),
    [
        (CITY, 0.977),
        (TOWN, 0.647),
        (replace(TOWN, population=0), 0.303),
        (replace(TOWN, population=0, capital=True), 0.841),
        (replace(TOWN, kind="admin1"), 0.752),
        (replace(TOWN, kind="admin2"), 0.403),
        (replace(TOWN, kind="country"), 0.99),
        (replace(TOWN, kind="region"), 1.0),
    ],
)
def test_a_lone_name(place, share):
    assert shares([place]) == ([share], None)


def test_a_second_name_counts_less():
    (belief,) = believe(["a"], [(Option(TOWN, OTHER),)], [[0]])
    assert round(belief.shares[0], 3) == 0.29


def test_the_largest_wins_where_nothing_else_is_named():
    assert shares([CITY, TOWN]) == ([0.877, 0.039], None)
    near = replace(CITY, id=9, lat=10.1)
    assert shares([CITY, near]) == ([0.494, 0.494], None)


@pytest.mark.parametrize(
    ("company", "share"),
    [
        (LAND, 0.214),
        (STATE, 0.583),
        (NEXT, 0.165),
        (replace(NEXT, admin1=21), 0.364),
        (replace(NEXT, admin2=12, lat=70.0), 0.057),
        (replace(NEXT, country="CC", lat=70.0), 0.039),
    ],
)
def test_company_pulls(company, share):
    (_, town), _ = shares([CITY, TOWN], [company])
    assert town == share


def test_what_pulled_most_is_said():
    assert shares([CITY, TOWN], [STATE])[1] == 1
    assert shares([CITY, TOWN], [CITY], [STATE])[1] is None
    assert shares([TOWN, NEXT], [LAND], [STATE])[1] == 2


def test_company_far_off_in_the_text_pulls_less():
    near, far, away = (
        shares([CITY, TOWN], [STATE], where=[[0], at])[0][1]
        for at in ([10], [10, 9000], [9000])
    )
    assert near == far > away


def test_a_name_is_no_company_to_itself():
    one = (Option(CITY, PRIMARY), Option(TOWN, PRIMARY))
    alone, *_ = believe(["a"], [one], [[0]])
    twice, *_ = believe(["a", "a"], [one, one], [[0], [5]])
    assert alone.shares == twice.shares


def test_of_very_many_the_likeliest_are_weighed():
    many = [
        tuple(
            Option(replace(TOWN, id=n * 100 + k, population=k), PRIMARY)
            for k in range(40)
        )
        for n in range(40)
    ]
    first, *_ = believe([str(n) for n in range(40)], many, [[n] for n in range(40)])
    assert len(first.options) == 30
    assert min(o.place.population for o in first.options) == 10


def test_distance():
    oslo = replace(CITY, lat=59.91, lon=10.75)
    lima = replace(CITY, lat=-12.05, lon=-77.04)
    assert distance(oslo, oslo) == 0
    assert distance(oslo, lima) == distance(lima, oslo) == pytest.approx(11037, abs=20)
    assert distance(replace(CITY, lat=0, lon=0), replace(CITY, lat=0, lon=180)) == (
        pytest.approx(20015, abs=1)
    )


def test_points_are_apart_in_kilometres():
    paris, london = (48.8534, 2.3488), (51.5085, -0.1257)
    assert kilometres(paris, london) == pytest.approx(343.9, abs=1)
    assert kilometres(paris, paris) == 0
