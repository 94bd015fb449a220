"""Weights of assembly's decisions, fitted on coded documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from incidents.pipeline.assemble.event import ATTACK, DETAIL
from incidents.pipeline.assemble.join import join
from incidents.pipeline.assemble.judge import BEGIN, judge
from incidents.pipeline.assemble.manner import TYPE
from incidents.pipeline.assemble.weights import Weights
from incidents.pipeline.files import toml
from incidents.pipeline.learn import counted as number
from incidents.pipeline.learn.counted import Counted
from incidents.pipeline.learn.examples import (
    SLOT,
    TYPES,
    Coded,
    Example,
    joins,
    kinds,
    learned,
    rare,
    worths,
)
from incidents.pipeline.learn.regress import regress
from incidents.pipeline.records import LINKS

#: How strongly weights are pulled towards 0; chosen by cross-validation.
RIDGE = 5.0
#: A sign must be seen in so many documents to count.
LEAST = 5
#: How much a passage counts of a document whose incidents are only counted.
COUNTED = 0.2
#: The same for what belongs to a story, of which more signs are seen.
BELONGS_RIDGE = 30.0
#: The same for the links of groups, of which few are.
LINK = 4.0
#: From which probability on an event begins a story, tells more of one, joins one, or,
#: a detail, follows one; a story is a record; a value is of it. By cross-validation.
THRESHOLDS = {
    "attack": 0.1,
    "plot": 0.1,
    "arrest": 0.08,
    "detail": 0.25,
    "join": 0.36,
    "follow": 0.3,
    "worth": 0.48,
    "sparse": 0.6,
    "DATE": 0.35,
    "PLACE": 0.37,
    "COUNTRY": 0.4,
    "TARGET": 0.3,
    "GROUP": 0.32,
    "PERSON": 0.25,
    "KILLED": 0.4,
    "INJURED": 0.5,
    "SUSPECTS": 0.28,
    "LEGAL": 0.27,
    "WEAPON": 0.37,
    TYPE: 0.35,
}
#: What joins events is learned from those that are surer to begin a story.
_SURER = 0.22
#: Links of a group; a denial is too rare to be learned.
_LINKS = tuple(link for link in LINKS if link != "denied")


#: What is known of a passage: its document, its signs, its kind, how much it counts.
_Told = tuple[str, frozenset[str], str, float]


def fit(
    coded: Sequence[Coded],
    thresholds: Mapping[str, float] = THRESHOLDS,
    counted: Sequence[Counted] = (),
    start: Weights | None = None,
) -> Weights:
    """Learn the kinds of events, then what joins them, from all of ``coded``.

    Args:
        coded: Documents with gold.
        thresholds: From which probability on a decision falls so.
        counted: More documents, of which the number of incidents is known.
        start: Weights to begin from, which few documents change a little; without
            them all that is known is learned from ``coded``.
    """
    start = start or Weights({}, {}, thresholds)
    told = [(c.doc_id, seen, label, 1.0) for c in coded for seen, label in kinds(c)]
    by_kind = _by_kind(told, TYPES, start)
    weights = Weights(by_kind, {}, thresholds)
    more = [
        (c.doc_id, seen, label, COUNTED)
        for c in counted
        for seen, label in number.kinds(c, weights)
    ]
    if more:
        by_kind |= _by_kind(told + more, (ATTACK, DETAIL), start)
    weights = Weights(by_kind, {}, thresholds)
    least = {kind: max(thresholds[kind], _SURER) for kind in BEGIN}
    surer = replace(weights, thresholds={**thresholds, **least})
    pairs = [
        (c.doc_id, example)
        for c in coded
        for example in joins(c, judge(c.reader, c.told, surer))
    ]
    weights = replace(weights, join=_table(pairs, start.join, RIDGE))
    return _with_values(coded, weights, counted, start)


def _with_values(
    coded: Sequence[Coded],
    weights: Weights,
    counted: Sequence[Counted],
    start: Weights,
) -> Weights:
    """``weights``, with what belongs to the stories that they tell."""
    found = [
        (c.doc_id, learned(c, join(judge(c.reader, c.told, weights), weights)))
        for c in coded
    ]
    values = [(doc, v) for doc, told in found for vs in told.values for v in vs]
    belongs = {
        kind: _table(
            [(d, v.example) for d, v in values if v.kind == kind],
            start.belongs.get(kind, {}),
        )
        for kind in SLOT
    }
    linked = [(d, v) for d, v in values if v.link]
    links = {
        link: _table(
            [(d, Example(v.told, v.link == link)) for d, v in linked],
            start.links.get(link, {}),
            LINK,
        )
        for link in _LINKS
    }
    weights = replace(weights, belongs=belongs, links=links)
    worth = [(doc, e) for doc, told in found for e in worths(told, weights)]
    more = [(c.doc_id, e) for c in counted for e in number.worths(c, weights)]
    counts = [1.0] * len(worth) + [COUNTED] * len(more)
    return replace(weights, worth=_table(worth + more, start.worth, counts=counts))


def _table(
    found: Sequence[tuple[str, Example]],
    start: Mapping[str, float],
    ridge: float = BELONGS_RIDGE,
    counts: Sequence[float] | None = None,
) -> dict[str, float]:
    """What each sign counts for, of those known or that enough documents show."""
    few = rare(((doc_id, e.signs) for doc_id, e in found), LEAST) - start.keys()
    rows = [e.signs - few for _, e in found]
    return regress(rows, [float(e.right) for _, e in found], ridge, counts, start)


def _by_kind(
    told: Sequence[_Told], types: Sequence[str], start: Weights
) -> dict[str, dict[str, float]]:
    """Weights by sign of each of ``types``."""
    known = {sign for kind in types for sign in start.kinds.get(kind, ())}
    few = rare(((doc_id, seen) for doc_id, seen, *_ in told), LEAST) - known
    rows = [seen - few for _, seen, *_ in told]
    counts = [count for *_, count in told]
    return {
        kind: regress(
            rows,
            [_is(label, kind) for *_, label, _ in told],
            RIDGE,
            counts,
            start.kinds.get(kind),
        )
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
        **{f"belongs.{kind}": table for kind, table in weights.belongs.items()},
        **{f"link.{link}": table for link, table in sorted(weights.links.items())},
        "worth": weights.worth,
        **{f"confidence.{name}": t for name, t in weights.confidence.items()},
        "thresholds": weights.thresholds,
    }
    return toml(tables, head)
