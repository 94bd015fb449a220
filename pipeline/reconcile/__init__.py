"""Candidates set against gold records, one to one inside each document, with reasons.

The assignment is the one with the highest total similarity (Hungarian method), so it
does not depend on who comes first, and is found in polynomial time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from incidents.pipeline.reconcile.assign import assign
from incidents.pipeline.reconcile.reasons import FIGURES, figure, reasons
from incidents.pipeline.reconcile.score import (
    SCORED,
    Coded,
    Record,
    code,
    hits,
    similarity,
)

#: A pair is the same incident from here on: a date and a place, or their like.
SAME_AT = 3.5
#: A pair below that is shown to the reader from here on: a date, or a place and more.
UNSURE_AT = 2.5


class Judgement(Enum):
    """What became of a candidate or a gold record; the middle two are MUC's terms."""

    SAME = "same"
    MISSING = "missing"
    SPURIOUS = "spurious"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One slot of a pair: the values of either side, and how many agree."""

    slot: str
    gold: tuple[Any, ...]
    candidate: tuple[Any, ...]
    hits: int


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate set against a gold record.

    Every record stands in one match that is ``SAME``, ``MISSING`` or ``SPURIOUS``; a
    pair that is ``UNSURE`` is told besides, and counts in no figure.

    Attributes:
        doc_id: The document both are of.
        candidate: The candidate, or None where the gold record was missed.
        gold: The gold record, or None where the candidate is spurious.
        judgement: The verdict.
        score: Similarity of the pair; of a single record, to the nearest one unpaired.
        reasons: What agreed and what did not, in words.
        agreements: The scored slots, in the codebook's order.
    """

    doc_id: str
    candidate: Record | None
    gold: Record | None
    judgement: Judgement
    score: float
    reasons: tuple[str, ...]
    agreements: tuple[Agreement, ...]


def reconcile(gold: Iterable[Record], candidates: Iterable[Record]) -> list[Match]:
    """Match candidates with gold records, document by document.

    Returns:
        By ``doc_id``; inside a document the gold records in their order, then the
        spurious candidates in theirs, then the unsure pairs.
    """
    told, found = _by_document(gold), _by_document(candidates)
    return [
        match
        for doc_id in sorted({*told, *found})
        for match in _document(doc_id, told[doc_id], found[doc_id])
    ]


def _by_document(records: Iterable[Record]) -> defaultdict[str, list[Coded]]:
    documents: defaultdict[str, list[Coded]] = defaultdict(list)
    for record in records:
        documents[record["doc_id"]].append(code(record))
    return documents


def _document(
    doc_id: str, gold: Sequence[Coded], candidates: Sequence[Coded]
) -> Iterator[Match]:
    alike = np.array([[similarity(g, c) for c in candidates] for g in gold], float)
    alike = alike.reshape(len(gold), len(candidates))
    same = dict(_assign(alike, SAME_AT))
    taken = set(same.values())
    rest = alike.copy()
    rest[list(same), :] = rest[:, list(taken)] = 0
    for i, told in enumerate(gold):
        if i in same:
            found, score = candidates[same[i]], alike[i, same[i]]
            yield _match(doc_id, told, found, Judgement.SAME, score)
        else:
            yield _match(doc_id, told, None, Judgement.MISSING, _top(rest[i]))
    for j, found in enumerate(candidates):
        if j not in taken:
            yield _match(doc_id, None, found, Judgement.SPURIOUS, _top(rest[:, j]))
    for i, j in _assign(rest, UNSURE_AT):
        yield _match(doc_id, gold[i], candidates[j], Judgement.UNSURE, rest[i, j])


def _assign(alike: NDArray[np.float64], least: float) -> list[tuple[int, int]]:
    able = np.where(alike < least, 0, alike)
    pairs = zip(*assign(able), strict=True)
    return [(int(i), int(j)) for i, j in pairs if able[i, j] >= least]


def _top(scores: NDArray[np.float64]) -> float:
    return float(scores.max(initial=0))


def _match(
    doc_id: str,
    gold: Coded | None,
    candidate: Coded | None,
    judgement: Judgement,
    score: float,
) -> Match:
    return Match(
        doc_id,
        candidate.record if candidate else None,
        gold.record if gold else None,
        judgement,
        float(score),
        reasons(gold, candidate, float(score)),
        agreements(gold, candidate),
    )


def agreements(gold: Coded | None, candidate: Coded | None) -> tuple[Agreement, ...]:
    """How the scored slots of two records agree, in the codebook's order."""
    return tuple(_agreement(slot, gold, candidate) for slot in SCORED)


def _agreement(slot: str, gold: Coded | None, candidate: Coded | None) -> Agreement:
    told = gold.slots[slot] if gold else ()
    found = candidate.slots[slot] if candidate else ()
    return Agreement(slot, tuple(told), tuple(found), hits(slot, told, found))


def rows(matches: Iterable[Match]) -> list[dict[str, str | float]]:
    """The matches as a table: one row each, every cell text or a number."""
    return [
        {
            "doc_id": match.doc_id,
            "judgement": match.judgement.value,
            "score": round(match.score, 4),
            "gold": _id(match.gold),
            "candidate": _id(match.candidate),
            "agrees": "; ".join(a.slot for a in match.agreements if whole(a)),
            "differs": "; ".join(map(_difference, filter(_partial, match.agreements))),
            "reasons": "; ".join(match.reasons),
        }
        for match in matches
    ]


def _id(record: Record | None) -> str:
    return str((record or {}).get("incident_id") or "")


def whole(agreement: Agreement) -> bool:
    """Whether a slot has values, and all of either side agree."""
    both = len(agreement.gold), len(agreement.candidate)
    return agreement.hits > 0 and both == (agreement.hits, agreement.hits)


def _partial(agreement: Agreement) -> bool:
    return bool(agreement.gold or agreement.candidate) and not whole(agreement)


def _difference(agreement: Agreement) -> str:
    say = figure if agreement.slot in FIGURES else str
    told, found = (
        ", ".join(map(say, values)) or "nothing"
        for values in (agreement.gold, agreement.candidate)
    )
    return f"{agreement.slot}: gold {told}, candidate {found}"
