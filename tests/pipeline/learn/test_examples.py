import pytest

from incidents.pipeline.assemble.manner import TYPE
from incidents.pipeline.assemble.offers import KINDS
from incidents.pipeline.learn.examples import (
    SLOT,
    TYPES,
    Coded,
    Example,
    joins,
    kinds,
    label,
    learned,
    rare,
    told_of,
    worths,
)
from incidents.pipeline.reconcile.score import SCORED
from tests.pipeline.assemble.made import event, mention, reader, story, weights, word


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


def unsaid(*told):
    """Documents whose coders left open what stands from 60 on, and at 20."""
    return Coded("d", reader(""), told, (ATTACK, PLOT), aside=((60, 99), (20, 25)))


def test_what_coders_left_open_teaches_no_kind():
    told = [event(kind="none", start=a, end=a + 5) for a in (50, 60, 20)]
    assert [k for _, k in kinds(unsaid(*told))] == ["none", "plot"]


def test_a_story_that_coders_left_open_teaches_nothing():
    told = [
        event(word(), mention("DATE", "2021", start=s), start=s, end=s + 5)
        for s in (0, 50, 60)
    ]
    found = learned(unsaid(*told), [story(one) for one in told])
    assert found.open == (False, False, True)
    assert [bool(values) for values in found.values] == [True, True, False]
    assert [e.right for e in worths(found, weights())] == [True, False]


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


@pytest.mark.parametrize(
    ("events", "number"),
    [
        ([TALK], None),
        ([FIRST], 0),
        ([OTHER], 1),
        ([event(start=40, end=44)], 1),
        ([FIRST, event(start=40, end=44), event(start=41, end=43)], 0),
        ([TALK, event(start=0, end=9, kind="detail")], 0),
        ([OTHER, event(start=0, end=9, kind="detail")], 1),
    ],
)
def test_told_of(events, number):
    assert told_of(story(*events), [ATTACK, PLOT]) == number


def values(*mentions, **gold):
    """By kind, the values offered to a story of one event, and whether gold has it."""
    told = event(word(start=1), *mentions, start=0, end=9)
    of = Coded("d", reader(" " * 99, *mentions), (told,), (ATTACK | gold,))
    found = learned(of, [story(told)])
    assert found.numbers == (0,)
    return [(v.kind, v.example.right, v.link) for v in found.values[0]]


@pytest.mark.parametrize(
    ("given", "gold", "kind", "right"),
    [
        (mention("DATE", "2021-03-04"), {"date": "2021-03-04"}, "DATE", True),
        (mention("DATE", "2021-03"), {"date": "2021-03-04"}, "DATE", False),
        (mention("PLACE", "1", "Ayt town"), {"places": ["Ayt"]}, "PLACE", True),
        (mention("PLACE", "1", "Aden"), {"places": ["Ayt"]}, "PLACE", False),
        (mention("KILLED", "3"), {"killed": {"min": 3, "max": 3}}, "KILLED", True),
        (mention("KILLED", "3.."), {"killed": {"min": 3, "max": 3}}, "KILLED", False),
        (mention("LEGAL", "charged"), {"legal": ["charged"]}, "LEGAL", True),
        (
            mention("PERSON", "Omar Ziani", "Ziani"),
            {"suspects": {"names": ["Omar Ziani"]}},
            "PERSON",
            True,
        ),
        (
            mention("TARGET", "business", "an inn"),
            {"targets": [{"text": "an old inn", "category": "business"}]},
            "TARGET",
            True,
        ),
        (
            mention("WEAPON", "b", category="explosives", attack_type="bombing"),
            {"attack_types": ["bombing"]},
            TYPE,
            True,
        ),
    ],
)
def test_values_are_right_where_gold_has_them(given, gold, kind, right):
    assert (kind, right, "") in values(given, **gold)


def test_of_a_group_its_link():
    reds = mention("GROUP", "r", name="Reds")
    gold = [{"name": "Reds", "link": "claimed"}]
    assert ("GROUP", True, "claimed") in values(reds, groups=gold)
    assert ("GROUP", False, "") in values(reds, groups=[])


def test_of_a_story_of_no_record_nothing_is_right():
    told = event(word(), mention("DATE", "2021"), start=60, end=65)
    found = learned(
        Coded("d", reader(""), (told,), (ATTACK | {"date": "2021"},)), [story(told)]
    )
    assert found.numbers == (None,)
    assert not any(v.example.right for v in found.values[0])


def test_of_two_stories_of_a_record_the_fuller_is_its_own():
    day = mention("DATE", "2021-03-04", start=5)
    bare, dated = event(word(), start=0, end=4), event(word(), day, start=5, end=9)
    coded_ = Coded("d", reader(""), (bare, dated), (ATTACK | {"date": "2021-03-04"},))
    found = learned(coded_, [story(bare), story(dated), story(TALK)])
    examples = list(worths(found, weights()))
    assert [e.right for e in examples] == [False, True, False]
    assert "attack: date told" in examples[1].signs


def test_of_two_as_full_the_first():
    found = learned(coded(FIRST, SAME), [story(FIRST), story(SAME)])
    assert [e.right for e in worths(found, weights())] == [True, False]


def test_every_kind_has_a_slot():
    assert SLOT.keys() == {*KINDS, TYPE}
    assert {*SLOT.values()} <= {*SCORED}
