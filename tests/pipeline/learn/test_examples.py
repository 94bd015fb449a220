import pytest

from pipeline.learn.examples import (
    TYPES,
    Coded,
    Example,
    joins,
    kinds,
    label,
    rare,
    records,
)
from tests.pipeline.assemble.made import event, mention, reader, story


def record(kind, *citations):
    cited = [{"field": f, "start": a, "end": b} for f, a, b in citations]
    return {"incident_type": kind, "citations": cited}


ATTACK = record("attack", ("incident_type", 0, 9), ("date", 40, 44))
PLOT = record("plot", ("incident_type", 20, 29), ("date", 40, 44), ("killed", 41, 42))


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (9, 20, ("none", None)),
        (29, 40, ("none", None)),
        (8, 20, ("attack", 0)),
        (9, 21, ("plot", 1)),
        (0, 99, ("attack", 0)),
        (40, 41, ("detail", 0)),
        (40, 44, ("detail", 1)),
    ],
)
def test_label(start, end, told):
    assert label(event(start=start, end=end), [ATTACK, PLOT]) == told


@pytest.mark.parametrize("gold", [[], [{"incident_type": "attack"}]])
def test_a_record_without_citations_is_told_nowhere(gold):
    assert label(event(), gold) == ("none", None)


def coded(*told, gold=(ATTACK, PLOT)):
    return Coded("d", reader(""), told, tuple(gold))


def test_rows_are_no_examples_of_kinds():
    assert list(kinds(coded(event(origin="row", start=0, end=9)))) == []


def test_kinds_are_signs_and_what_the_gold_says():
    told = [event(kind="none", start=a, end=a + 5) for a in (0, 20)]
    day = event(mention("DATE", "2021"), kind="none", start=60, end=65)
    found = list(kinds(coded(*told, day)))
    assert [k for _, k in found] == ["attack", "plot", "none"]
    assert ["no date" in signs for signs, _ in found] == [True, True, False]


def rights(*told):
    examples = list(joins(coded(*told), told))
    assert all(isinstance(e, Example) and "always" in e.signs for e in examples)
    return [e.right for e in examples]


FIRST, SAME = event(start=0, end=5), event(start=5, end=9)
OTHER, TALK = event(start=20, end=25), event(start=60, end=65)


def test_events_of_no_incident_or_first_of_theirs_join_none():
    assert rights(FIRST) == []
    assert rights(FIRST, OTHER) == [False]
    assert rights(TALK, event(start=65, end=70)) == [False]


def test_an_event_of_a_record_told_before_joins_its_story_alone():
    assert rights(FIRST, SAME) == [True]
    assert rights(FIRST, OTHER, SAME) == [False, True, False]


def test_a_detail_of_no_record_begins_no_story():
    detail = event(kind="detail", start=60, end=65)
    assert rights(FIRST, detail, SAME) == [False, True]
    assert rights(FIRST, TALK, SAME) == [False, True, False]
    of_gold = event(kind="detail", start=40, end=41)
    assert rights(of_gold, SAME) == [True]


def test_what_is_judged_no_event_is_no_example():
    assert rights(FIRST, event(kind="none", start=5, end=9)) == []


def test_rare_counts_documents_not_examples():
    rows = [("d", "ab"), ("d", "a"), ("d", "a"), ("e", "b")]
    assert rare(rows, 1) == frozenset()
    assert rare(rows, 2) == {"a"}
    assert rare(rows, 3) == {"a", "b"}


def test_types():
    assert TYPES == ("attack", "plot", "arrest", "detail")


def told_by(*events):
    """Whether each story, of one event or of several in a list, is a record."""
    stories = [story(*(e if isinstance(e, list) else [e])) for e in events]
    return [e.right for e in records(coded(), stories)]


def test_a_story_of_a_record_is_one():
    assert told_by(FIRST, OTHER, TALK) == [True, True, False]


def test_of_two_stories_of_a_record_the_fuller_is_it():
    assert told_by(FIRST, SAME) == [True, False]
    assert told_by(FIRST, [SAME, TALK]) == [False, True]


def test_a_detail_says_not_of_which_record_a_story_is():
    detail = event(kind="detail", start=0, end=5)
    assert told_by([TALK, detail]) == [False]
