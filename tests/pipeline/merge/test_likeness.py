from datetime import date

import pytest

from incidents.pipeline.merge.likeness import likeness
from tests.pipeline.merge.made import marks, quay


def signs(**other):
    a, b = marks(quay("a")), marks(quay("b", **other))
    assert likeness(a, b) == likeness(b, a)
    return likeness(a, b)


@pytest.mark.parametrize(
    ("other", "seen", "unseen"),
    [
        ({}, "same day", "other day"),
        ({"date": "2021-03-05"}, "a day apart", "same day"),
        ({"date": "2021-03"}, "days that may be one, to the month", "same day"),
        ({"date": "2020-03-04"}, "same day of another year", "other day"),
        ({"date": "2020-03-05"}, "other day", "same day of another year"),
        ({"date": None}, "no day to compare", "same day"),
        ({"date_basis": "planned"}, "no day to compare", "same day"),
        ({}, "same place", "other place"),
        ({"places": ["Ostrobothnia"]}, "a place in the other", "other place"),
        ({"places": ["Oulu"]}, "other place", "places nearby"),
        ({"places": ["Vaasa", "Ostrobothnia"]}, "same place", "other place"),
        ({"places": ["Finland"]}, "no place to compare", "same place"),
        ({}, "same target", "other target"),
        (
            {"targets": [{"text": "a bank", "category": "business"}]},
            "other target",
            "like target",
        ),
        ({}, "same toll, large", "other toll"),
        ({"killed": {"min": 12, "max": None}}, "toll that may be one", "other toll"),
        ({"killed": {"min": 12, "max": 12}}, "other toll", "same toll"),
        (
            {"killed": {"min": 90, "max": 90}},
            "toll many times as large",
            "toll that may be one",
        ),
        ({}, "same suspect", "other suspect"),
        ({"suspects": {"names": ["Per Lund"]}}, "other suspect", "same suspect"),
        (
            {"groups": [{"name": "Sons", "link": "claimed"}]},
            "other group",
            "same group",
        ),
        ({}, "both attack", "attack beside plot"),
        ({"incident_type": "plot"}, "attack beside plot", "both attack"),
    ],
)
def test_likeness(other, seen, unseen):
    found = signs(**other)
    assert seen in found
    assert unseen not in found


def test_towns_nearby():
    a, b = (marks(quay(d, places=[p])) for d, p in (("a", "Laihia"), ("b", "Korsholm")))
    assert "places nearby" in likeness(a, b)
    assert "same place" not in likeness(a, b)


def test_news_and_what_is_told_as_known():
    day = date(2021, 3, 5)
    a, b = marks(quay("a"), day), marks(quay("b"), date(2024, 1, 1))
    assert "both tell it as news" in likeness(a, marks(quay("b"), day))
    assert "one tells it as news" in likeness(a, b)
    undated = marks(quay("b", date=None), date(2024, 1, 1))
    years = "undated, published years after the day of the other"
    assert years in likeness(a, undated)


def test_a_region_in_common_is_no_place_in_common():
    a = marks(quay("a", places=["Vaasa", "Finland's west"]))
    b = marks(quay("b", places=["Kokkola", "Finland's west"]))
    found = likeness(a, b)
    assert "same region, other place" in found
    assert "same place" not in found


def test_names_that_stand_where_an_event_is_first_told_count_apart():
    def told(first, *more):
        quotes = [("incident_type", first), *(("killed", m) for m in more)]
        cited = [
            {"field": f, "quote": q, "page": 1, "start": 0, "end": 9} for f, q in quotes
        ]
        return marks(quay(first, citations=cited))

    holm, lund = told("They shot Ida Holm"), told("They shot Per Lund")
    again = told("In Vaasa they hit Ida Holm", "Per Lund fell")
    assert "names told first 100 % alike" in likeness(holm, again)
    assert "names told first 0 % alike" in likeness(lund, again)
    assert not any(s.startswith("names told") for s in likeness(lund, told("a bomb")))
