"""What holds of any records: nothing is lost, and no order shows."""

import json
from collections import Counter

import pytest

pytest.importorskip("hypothesis", reason="hypothesis is in the lock's dev packages")
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.pipeline import files
from incidents.pipeline.merge.claims import Source, claims
from incidents.pipeline.merge.join import join
from incidents.pipeline.merge.rows import marked, rows, unsure
from incidents.pipeline.merge.weights import Weights, learned
from tests.pipeline.merge.made import quay

FIGURE = st.sampled_from([None, 0, 3, 14, 90]).map(
    lambda n: n if n is None else {"min": n, "max": n}
)
DATE = st.sampled_from([None, "2021-03-04", "2021-03-05", "2021-03", "2020-03-04"])
VALUES = st.fixed_dictionaries(
    {
        "date": DATE,
        "places": st.lists(st.sampled_from(["Vaasa", "Laihia", "Turku"]), unique=True),
        "targets": st.lists(
            st.sampled_from(["the Sundholm quay", "the quay", "a bank"]), unique=True
        ).map(lambda ts: [{"text": t, "category": "maritime"} for t in ts]),
        "killed": FIGURE,
        "injured": FIGURE,
        "assertion": st.sampled_from(["asserted", "alleged"]),
        "legal": st.lists(st.sampled_from(["arrested", "charged"]), unique=True),
    }
)
RECORDS = st.lists(st.tuples(st.sampled_from("abcdef"), VALUES), max_size=9).map(
    lambda told: [quay(d, n, **values) for n, (d, values) in enumerate(told)]
)
DAYS = st.dictionaries(
    st.sampled_from("abcdef"), st.sampled_from(["2021-03-05", "2023-01-01"])
)
WEIGHTS = (learned(), Weights({"always": 1.0}, learned().thresholds))


def merged(records, days, weights, ruled=None):
    """The rows of the events and of the unsure pairs, as text."""
    known = {
        r["doc_id"]: Source(r["doc_id"], None, days.get(r["doc_id"])) for r in records
    }
    joined = join([marked(r, known[r["doc_id"]]) for r in records], weights, ruled)
    made = [files.line(row) for row in rows(records, known, joined)]
    return made, [files.line(row) for row in unsure(joined)]


def claims_of(records):
    return Counter(
        (c.incident_id, c.field, json.dumps([c.value, c.citations]))
        for r in records
        for c in claims(r, Source(r["doc_id"]))
    )


def claims_in(made):
    return Counter(
        (c["incident_id"], field, json.dumps([c["value"], c["citations"]]))
        for row in map(json.loads, made)
        for field, told in row["fields"].items()
        for value in told["values"]
        for c in value["claims"]
    )


@pytest.mark.parametrize("weights", WEIGHTS, ids=["learned", "all alike"])
def test_claims_in_are_claims_out(weights):
    @settings(max_examples=60, deadline=None, derandomize=True)
    @given(RECORDS, DAYS)
    def holds(records, days):
        made, _ = merged(records, days, weights)
        assert claims_in(made) == claims_of(records)
        ids = [id for row in map(json.loads, made) for id in row["incident_ids"]]
        assert sorted(ids) == sorted(r["incident_id"] for r in records)

    holds()


@pytest.mark.parametrize("weights", WEIGHTS, ids=["learned", "all alike"])
def test_any_order_gives_the_same_events(weights):
    @settings(max_examples=60, deadline=None, derandomize=True)
    @given(RECORDS, DAYS, st.randoms(use_true_random=False))
    def holds(records, days, random):
        shuffled = random.sample(records, len(records))
        one, other = (merged(r, days, weights) for r in (records, shuffled))
        assert sorted(one[0]) == sorted(other[0])
        assert one[1] == other[1]

    holds()


def test_no_event_holds_a_barred_pair_or_one_document_twice():
    @settings(max_examples=60, deadline=None, derandomize=True)
    @given(RECORDS)
    def holds(records):
        joined = join([marked(r, Source(r["doc_id"])) for r in records], WEIGHTS[1])
        assert all(v.bar is None for told in joined.within.values() for v in told)
        for ids in joined.events:
            assert len({id[0] for id in ids}) == len(ids)

    holds()


def test_joining_and_parting_by_a_person_loses_nothing_and_is_undone():
    @settings(max_examples=60, deadline=None, derandomize=True)
    @given(RECORDS, st.data())
    def holds(records, data):
        before = merged(records, {}, WEIGHTS[0])
        ids = sorted(r["incident_id"] for r in records)
        pair = st.lists(st.sampled_from(ids or [""]), min_size=2, max_size=2)
        told = data.draw(st.lists(st.tuples(pair, st.booleans()), max_size=4))
        ruled = {frozenset(p): same for p, same in told if p[0] != p[1]}
        made, _ = merged(records, {}, WEIGHTS[0], ruled)
        assert claims_in(made) == claims_of(records)
        for a, b in (sorted(p) for p, same in ruled.items() if not same):
            assert not any({a, b} <= set(json.loads(m)["incident_ids"]) for m in made)
        assert merged(records, {}, WEIGHTS[0]) == before

    holds()


def test_a_new_report_changes_only_the_events_it_touches():
    """What the report is like to is touched; what lies in another land is not."""

    @settings(max_examples=60, deadline=None, derandomize=True)
    @given(RECORDS, VALUES)
    def holds(records, values):
        far = [
            quay(f"far-{d}", n, countries=["PE"], places=["Lima"], date="1999-07-01")
            for n, d in enumerate("xy")
        ]
        before, _ = merged([*records, *far], {}, WEIGHTS[0])
        after, _ = merged([*records, *far, quay("new", **values)], {}, WEIGHTS[0])
        untouched = [row for row in before if json.loads(row)["event_key"] > "far"]
        assert untouched
        assert set(untouched) <= set(after)

    holds()
