from dataclasses import replace

import pytest

from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.review.queue import choose, contested, facets, read_filters
from incidents.pipeline.review.state import State
from incidents.pipeline.review.values import read_values
from tests.pipeline.review.runs import quetta


def state(id, doc_id="d", status="todo", **values):
    row = {**quetta(doc_id), "places": [], "event_key": id, **values}
    return State(id, doc_id, row, list(read_values(row)), status)


STATES = [
    state("a", date="2016-07", countries=["FR"], status="done"),
    state("b", "e", date="2014-06-10", confidence={"record": 0.3}),
    state(
        "c",
        date=None,
        groups=[{"name": "ETA", "link": "claimed"}],
        confidence={"record": 0.9},
        status="begun",
    ),
]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ({}, "abc"),
        ({"doc": "e"}, "b"),
        ({"group": "ETA"}, "c"),
        ({"country": "fr"}, "a"),
        ({"type": "attack"}, "abc"),
        ({"type": "plot"}, ""),
        ({"since": "2015"}, "a"),
        ({"until": "2014-12"}, "b"),
        ({"since": "2014-06", "until": "2016"}, "ab"),
        ({"since": "nonsense"}, "abc"),
        ({"sure": "0.5"}, "b"),
        ({"sure": "nonsense"}, "abc"),
        ({"status": "open"}, "bc"),
        ({"status": "done"}, "a"),
        ({"disagree": "sources"}, "b"),
        ({"disagree": "nonsense"}, ""),
        ({"sort": "confidence"}, "bca"),
        ({"sort": "date"}, "bac"),
        ({"sort": "country"}, "abc"),
        ({"sort": "group"}, "cab"),
        ({"sort": "status"}, "bca"),
        ({"sort": "nonsense"}, "abc"),
    ],
)
def test_choose(query, ids):
    chosen = choose(STATES, read_filters(query), {"sources": {"b"}})
    assert "".join(s.id for s in chosen) == ids


def test_filters_are_a_link_and_back():
    filters = read_filters({"doc": "a & b", "sort": "date", "said": "x", "status": ""})
    assert filters.query == {"doc": "a & b", "sort": "date"}
    assert read_filters(filters.query) == filters


def test_sources_that_differ_are_found():
    one = state("a", event_key="k", killed={"min": 96, "max": 96})
    two = state("b", "e", event_key="k", killed={"min": 103, "max": 103})
    silent = state("c", "f", event_key="k", killed=None)
    alone = state("x", event_key="other")
    other = state("y", alternatives=[{"field": "date", "value": "2013"}])
    assert contested([one, two, silent, alone, other]) == {"a", "b", "c", "y"}
    assert contested([one, silent, alone]) == set()
    two.status = "no_incident"
    assert contested([one, two]) == set()


def test_an_untouched_record_says_what_its_values_say():
    row = {**quetta(), "suspects": {"ages": [19], "count_min": 2, "count_max": None}}
    untouched = State("a", "story", row)
    said = {name: untouched.all(name) for name in BY_NAME}
    firsts = {name: untouched.first(name) for name in BY_NAME}
    assert untouched.taken is None
    assert said["suspects.count"] == [{"min": 2, "max": None}]
    assert untouched.values == list(read_values(row))
    assert said == {name: untouched.all(name) for name in BY_NAME}
    assert firsts == {name: untouched.first(name) for name in BY_NAME}


def test_a_facet_counts_what_each_choice_would_leave():
    counts = facets(STATES, read_filters({"status": "open"}), {})
    assert counts["status"] == {"done": 1, "todo": 1, "begun": 1}  # its own is aside
    assert counts["doc"] == {"e": 1, "d": 1}
    assert counts["country"] == {}
    assert facets(STATES, read_filters({}), {})["country"] == {"FR": 1}
    narrowed = facets(STATES, read_filters({"status": "open", "doc": "e"}), {})
    assert narrowed["status"] == {"todo": 1}
    assert narrowed["doc"] == {"e": 1, "d": 1}


def doubted(id, **confidences):
    return state(id, status="todo", confidences=confidences, event_key=id.lower())


DOUBTED = [
    doubted("b", date=0.9, killed=0.9),
    doubted("C", date=0.6),
    doubted("a", date=0.7, killed=0.7, targets=0.8),
    state("z"),
]


@pytest.mark.parametrize(
    ("sort", "ids"), [("value", "Cabz"), ("edits", "aCbz"), ("event", "abCz")]
)
def test_records_go_by_their_doubts_and_their_events(sort, ids):
    found = choose(DOUBTED, read_filters({"sort": sort}), {})
    assert "".join(s.id for s in found) == ids


def test_doubts_are_of_values_that_are_open_touched_or_not():
    row = {**quetta(), "confidences": {"date": 0.5, "places": 0.25}}
    untouched, touched = State("a", "d", row), State("a", "d", row)
    assert sorted(untouched.doubts) == [0.5, 0.75]
    touched.values = [
        replace(v, status="accepted") if v.field == "date" else v
        for v in touched.values
    ]
    assert touched.doubts == (0.75,)
    assert untouched.taken is None
