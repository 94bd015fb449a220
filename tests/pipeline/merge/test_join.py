import pytest

from incidents.pipeline.merge.join import join
from incidents.pipeline.merge.weights import Weights
from tests.pipeline.merge.made import marks, quay

SIMPLE = Weights(
    {"always": -2.0, "same day": 2.0, "same place": 2.0, "other target": -2.0},
    {"join": 0.5, "unsure": 0.1, "least": 0.2},
)
BANK = [{"text": "a bank", "category": "business"}]


def events(*records, ruled=None):
    return join([marks(r) for r in records], SIMPLE, ruled).events


def test_reports_of_one_event_are_joined_and_others_stand_alone():
    other = quay("c", date="2021-06-01")
    assert events(quay("a"), other, quay("b")) == (("a/1", "b/1"), ("c/1",))


def test_no_chain_joins_what_no_pair_would():
    """The one between is like both; they cannot be one, for they are far apart."""
    first, last = quay("a", date="2021-03-04"), quay("c", date="2021-03-09")
    between = quay("b", date="2021-03")
    weights = Weights({"always": 2.0}, SIMPLE.thresholds)
    found = join([marks(r) for r in (first, between, last)], weights)
    assert sorted(map(len, found.events)) == [1, 2]
    barred = [v for v in found.unsure if v.bar]
    assert [(v.a, v.b, v.bar) for v in barred] == [("a/1", "c/1", "5 days apart")]


def test_one_unlikely_pair_keeps_groups_apart():
    a, b = quay("a"), quay("b")
    odd = quay("c", targets=BANK, date="2021-03", places=[])
    assert ("c/1",) in events(a, b, odd)


def test_each_decision_has_its_reasons():
    found = join([marks(quay("a")), marks(quay("b"))], SIMPLE)
    (verdict,) = found.within["a/1"]
    assert verdict.reason == "always -2.0; same day +2.0; same place +2.0"
    assert verdict.sure == pytest.approx(0.8808)


def test_what_is_not_sure_is_listed_and_not_joined():
    unlike = quay("b", targets=BANK)
    weaker = Weights(SIMPLE.likeness | {"other target": -3.0}, SIMPLE.thresholds)
    found = join([marks(quay("a")), marks(unlike)], weaker)
    assert found.events == (("a/1",), ("b/1",))
    assert [(v.a, v.b) for v in found.unsure] == [("a/1", "b/1")]


def test_a_person_goes_before_bars_and_weights():
    far = quay("b", date="2021-06-01")
    pair = frozenset(("a/1", "b/1"))
    assert events(quay("a"), far) == (("a/1",), ("b/1",))
    assert events(quay("a"), far, ruled={pair: True}) == (("a/1", "b/1"),)
    assert events(quay("a"), quay("b"), ruled={pair: False}) == (("a/1",), ("b/1",))
    gone = frozenset(("a/1", "no longer there"))
    assert events(quay("a"), ruled={gone: True}) == (("a/1",),)


def test_a_story_that_very_many_tell_is_one_event():
    records = [quay(f"d{n:02}") for n in range(60)]
    (event,) = events(*records)
    assert len(event) == 60
