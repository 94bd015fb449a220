"""Weights of assembly's decisions, fitted on coded documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.assemble.event import ATTACK, DETAIL
from pipeline.assemble.join import join as stories
from pipeline.assemble.judge import judge
from pipeline.assemble.weights import Weights
from pipeline.learn.counted import Counted
from pipeline.learn.counted import kinds as counted_kinds
from pipeline.learn.counted import records as counted_records
from pipeline.learn.examples import TYPES, Coded, joins, kinds, rare, records
from pipeline.learn.regress import regress

#: How strongly weights are pulled towards 0; chosen by cross-validation.
RIDGE = 5.0
#: A sign must be seen in so many documents to count.
LEAST = 5
#: How much a passage counts of a document whose incidents are only counted.
COUNTED = 0.2
#: From which probability on an event begins an incident, tells more of one, joins a
#: story, or, a detail, follows one; from which on a story is a record, and is one
#: though it lacks a day, a place or a target. Chosen by cross-validation.
THRESHOLDS = {
    "attack": 0.22,
    "plot": 0.22,
    "arrest": 0.22,
    "detail": 0.25,
    "join": 0.5,
    "follow": 0.3,
    "record": 0.3,
    "sparse": 0.65,
}


#: What is known of a passage: its document, its signs, its kind, how much it counts.
_Told = tuple[str, frozenset[str], str, float]


def fit(
    coded: Sequence[Coded],
    thresholds: Mapping[str, float] = THRESHOLDS,
    counted: Sequence[Counted] = (),
) -> Weights:
    """Learn the kinds of events, then what joins them, from all of ``coded``.

    Args:
        coded: Documents with gold.
        thresholds: From which probability on a decision falls so.
        counted: More documents, of which the number of incidents is known.
    """
    told = [(c.doc_id, seen, label, 1.0) for c in coded for seen, label in kinds(c)]
    by_kind = _by_kind(told, TYPES)
    weights = Weights(by_kind, {}, thresholds)
    more = [
        (c.doc_id, seen, label, COUNTED)
        for c in counted
        for seen, label in counted_kinds(c, weights)
    ]
    if more:
        by_kind |= _by_kind(told + more, (ATTACK, DETAIL))
    weights = Weights(by_kind, {}, thresholds)
    pairs = [
        (c.doc_id, example)
        for c in coded
        for example in joins(c, judge(c.reader, c.told, weights))
    ]
    few = rare(((doc_id, e.signs) for doc_id, e in pairs), LEAST)
    join = regress(
        [e.signs - few for _, e in pairs], [float(e.right) for _, e in pairs], RIDGE
    )
    weights = Weights(by_kind, join, thresholds)
    return replace(weights, record=_record(coded, counted, weights))


def _record(
    coded: Sequence[Coded], counted: Sequence[Counted], weights: Weights
) -> dict[str, float]:
    """Weights of what makes a story a record, by those of kinds and joins."""
    told = [
        (c.doc_id, example.signs, example.right, 1.0)
        for c in coded
        for example in records(c, stories(judge(c.reader, c.told, weights), weights))
    ]
    told += [
        (c.doc_id, seen, right, COUNTED)
        for c in counted
        for seen, right in counted_records(c, weights)
    ]
    few = rare(((doc_id, seen) for doc_id, seen, *_ in told), LEAST)
    return regress(
        [seen - few for _, seen, *_ in told],
        [float(right) for *_, right, _ in told],
        RIDGE,
        [count for *_, count in told],
    )


def _by_kind(
    told: Sequence[_Told], types: Iterable[str]
) -> dict[str, dict[str, float]]:
    """Weights by sign of each of ``types``."""
    few = rare(((doc_id, seen) for doc_id, seen, *_ in told), LEAST)
    rows = [seen - few for _, seen, *_ in told]
    counts = [count for *_, count in told]
    return {
        kind: regress(rows, [_is(label, kind) for *_, label, _ in told], RIDGE, counts)
        for kind in types
    }


def _is(label: str, kind: str) -> float:
    """Whether a passage is of ``kind``; any that tells at all tells a detail."""
    return float(label != "none" if kind == DETAIL else label == kind)


def to_toml(weights: Weights, head: Iterable[str]) -> str:
    """The weights as a readable file, the same for the same weights."""
    tables = {
        **{f"kind.{kind}": table for kind, table in sorted(weights.kinds.items())},
        "join": weights.join,
        "record": weights.record,
        "thresholds": weights.thresholds,
    }
    lines = [f"# {line}".rstrip() for line in head]
    for name, table in tables.items():
        lines += ["", f"[{name}]"]
        lines += [f'"{sign}" = {weight}' for sign, weight in sorted(table.items())]
    return "\n".join(lines) + "\n"
