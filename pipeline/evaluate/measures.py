"""The figures of an evaluation: each is a count over a count, never a bare ratio."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from incidents.pipeline.fields import FIELDS
from incidents.pipeline.reconcile.score import Record

#: Fields whose values a reader must be able to check.
CITED = tuple(dict.fromkeys(field.head for field in FIELDS if field.cited))


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision and recall, with what they were counted from.

    Attributes:
        hits: What candidates and gold agree on.
        predicted: What the candidates hold.
        gold: What the gold records hold.
    """

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Figure) -> Figure:
        return Figure(
            self.hits + other.hits,
            self.predicted + other.predicted,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """Share of what was predicted that is right; 0 when nothing was."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 when there is none."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two; 0 where both are."""
        return harmonic(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """From 0 to 1; None when there was nothing to count."""
        return self.part / self.whole if self.whole else None


def harmonic(a: float, b: float) -> float:
    """The harmonic mean of two shares; 0 where both are."""
    return 2 * a * b / (a + b) if a + b else 0.0


def b_cubed(pairs: Sequence[tuple[str, str]]) -> float | None:
    """B-cubed F1 of two ways to sort the same records into events.

    Args:
        pairs: For each record the gold event's key and the candidate's.
    """
    if not pairs:
        return None
    events: list[defaultdict[str, set[int]]] = [defaultdict(set), defaultdict(set)]
    for record, pair in enumerate(pairs):
        for keyed, key in zip(events, pair, strict=True):
            keyed[key].add(record)
    gold, candidate = events
    both = [len(gold[told] & candidate[found]) for told, found in pairs]
    precision, recall = (
        float(
            np.mean(
                [
                    n / len(keyed[pair[side]])
                    for n, pair in zip(both, pairs, strict=True)
                ]
            )
        )
        for side, keyed in ((1, candidate), (0, gold))
    )
    return harmonic(precision, recall)


def pairs_joined(records: Sequence[tuple[str, str, str]]) -> Figure:
    """How many pairs of records of different documents are rightly one event.

    Args:
        records: Document, gold event's key and candidate event's key of each.
    """
    told = found = both = 0
    for (doc_a, gold_a, found_a), (doc_b, gold_b, found_b) in combinations(records, 2):
        if doc_a != doc_b:
            told += gold_a == gold_b
            found += found_a == found_b
            both += (gold_a, found_a) == (gold_b, found_b)
    return Figure(both, found, told)


def events_whole(
    gold: Iterable[Record], records: Sequence[tuple[str, str, str]]
) -> Share:
    """How many gold events told in several documents are one event, and no other's.

    Args:
        gold: All gold records; one that no candidate was found for leaves its event
            in parts.
        records: Document, gold event's key and candidate event's key of each found.
    """
    told: defaultdict[str, list[str]] = defaultdict(list)
    for record in gold:
        if key := record.get("event_key"):
            told[key].append(record["doc_id"])
    found: defaultdict[str, list[str]] = defaultdict(list)
    mixed: defaultdict[str, set[str]] = defaultdict(set)
    for _, key, candidate in records:
        found[key].append(candidate)
        mixed[candidate].add(key)
    several = [key for key, documents in told.items() if len(set(documents)) > 1]
    whole = [
        key
        for key in several
        if len(found[key]) == len(told[key])
        and len(set(found[key])) == 1
        and mixed[found[key][0]] == {key}
    ]
    return Share(len(whole), len(several))


def cited(candidates: Iterable[Record]) -> Share:
    """How many fields that have a value have a citation."""
    said = [
        field
        in {(c.get("field") or "").split(".")[0] for c in r.get("citations") or ()}
        for r in candidates
        for field in CITED
        if _says(r.get(field))
    ]
    return Share(sum(said), len(said))


def _says(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(v not in (None, []) for v in value.values())
    return value not in (None, [])


def verbatim(candidates: Iterable[Record], texts: Mapping[str, str]) -> Share:
    """How many quotes stand in their document's text where the citation says."""
    quoted = [
        _stands(citation, texts.get(r["doc_id"]))
        for r in candidates
        for citation in r.get("citations") or ()
    ]
    return Share(sum(quoted), len(quoted))


def _stands(citation: Mapping[str, Any], text: str | None) -> bool:
    quote = citation.get("quote")
    if text is None or not quote:
        return False
    return bool(text[citation["start"] : citation["end"]] == quote)
