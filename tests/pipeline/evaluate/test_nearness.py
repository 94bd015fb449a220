import pytest

from incidents.pipeline.evaluate.nearness import (
    dates,
    distances,
    precision,
    reading,
    spots,
    where,
)
from incidents.pipeline.reconcile import reconcile
from tests.pipeline.invented import record


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2021-03-04", "day"),
        ("2021-03", "month"),
        ("2021", "year"),
        ("2021-22", "about or between"),
        ("2021-03~", "about or between"),
        ("2021-03-04/2021-03-06", "about or between"),
    ],
)
def test_precision(date, expected):
    assert precision(date) == expected


@pytest.mark.parametrize(
    ("told", "read", "expected"),
    [
        ("2021-03-04", "2021-03-04", "exact"),
        ("2021-03-04", "2021-03", "coarser"),
        ("2021-03", "2021-03-04", "finer"),
        ("2021-22", "2021-07", "finer"),
        ("2021-03-04", "2021-03-05", "wrong"),
        ("2021-03-04", None, "none"),
    ],
)
def test_reading(told, read, expected):
    assert reading(told, read) == expected


def test_dates_are_counted_by_the_precision_of_the_gold():
    gold = [record("a", date="2021-03", places=["Vasa"], countries=["FI"])]
    found = [{**gold[0], "date": "2021-03-04"}]
    told = dates(reconcile(gold, found))
    assert told["month"] == {
        "exact": 0,
        "coarser": 0,
        "finer": 1,
        "wrong": 0,
        "none": 0,
    }


def test_a_place_that_two_fit_is_nowhere():
    assert where("Nairobi", ["KE"]) == pytest.approx((-1.28, 36.82), abs=0.05)
    assert where("Nairobi", ["FR"]) is None
    assert where("Springfield", ["US"]) is None
    assert where("the old mill", ["KE"]) is None


def test_distances_are_of_the_places_that_both_sides_know():
    gold = [
        record("a", date="2021-03-04", places=["Nairobi", "the mill"], countries=["KE"])
    ]
    mention = {"label": "PLACE", "text": "Mombasa", "lat": -4.05, "lon": 39.67}
    rows = [{"doc_id": "a", "mentions": [mention]}]
    found = [{**gold[0], "places": ["Nairobi", "Mombasa"]}]
    told = distances(reconcile(gold, found), spots(rows))
    assert told.unplaced == 1
    assert told.kilometres == pytest.approx([440], abs=5)
    assert told.within(161).value == 0
    unread = distances(reconcile(gold, found), {})
    assert (unread.kilometres, unread.unread) == ((), 1)
    assert unread.median is None


def test_a_name_that_a_run_read_as_two_places_is_nowhere():
    at = {"label": "PLACE", "text": "Vasa", "lat": 1.0, "lon": 1.0}
    rows = [{"doc_id": "a", "mentions": [at, {**at, "lat": 2.0}, {"label": "DATE"}]}]
    assert spots(rows) == {"a": {}}
