"""Weights of assembly's decisions, fitted on coded documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.assemble.event import DETAIL
from pipeline.assemble.judge import judge
from pipeline.assemble.weights import Weights
from pipeline.learn.examples import TYPES, Coded, joins, kinds, rare
from pipeline.learn.regress import regress

#: How strongly weights are pulled towards 0; chosen by cross-validation.
RIDGE = 5.0
#: A sign must be seen in so many documents to count.
LEAST = 5
#: From which probability on an event begins an incident, tells more of one, joins a
#: story, or, a detail, follows one; chosen by cross-validation.
THRESHOLDS = {
    "attack": 0.22,
    "plot": 0.22,
    "arrest": 0.22,
    "detail": 0.25,
    "join": 0.5,
    "follow": 0.3,
}


def fit(
    coded: Sequence[Coded], thresholds: Mapping[str, float] = THRESHOLDS
) -> Weights:
    """Learn the kinds of events, then what joins them, from all of ``coded``."""
    told = [(c.doc_id, seen, label) for c in coded for seen, label in kinds(c)]
    few = rare(((doc_id, seen) for doc_id, seen, _ in told), LEAST)
    rows = [seen - few for _, seen, _ in told]
    by_kind = {
        kind: regress(rows, [_is(label, kind) for *_, label in told], RIDGE)
        for kind in TYPES
    }
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
    return Weights(by_kind, join, thresholds)


def _is(label: str, kind: str) -> float:
    """Whether a passage is of ``kind``; any that tells at all tells a detail."""
    return float(label != "none" if kind == DETAIL else label == kind)


def to_toml(weights: Weights, head: Iterable[str]) -> str:
    """The weights as a readable file, the same for the same weights."""
    tables = {
        **{f"kind.{kind}": table for kind, table in sorted(weights.kinds.items())},
        "join": weights.join,
        "thresholds": weights.thresholds,
    }
    lines = [f"# {line}".rstrip() for line in head]
    for name, table in tables.items():
        lines += ["", f"[{name}]"]
        lines += [f'"{sign}" = {weight}' for sign, weight in sorted(table.items())]
    return "\n".join(lines) + "\n"
