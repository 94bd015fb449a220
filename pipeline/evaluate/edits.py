"""What is wrong with a run: the least edits that turn its records into the gold.

The alignment of records is given. Adding a record, dropping, splitting or merging one
costs one edit, and so does each value added, dropped, fixed or moved to the slot it
belongs in; the script is the cheapest, found as an assignment.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from incidents.pipeline.fields import FIELD_OF
from incidents.pipeline.kinds import Kind
from incidents.pipeline.reconcile import (
    SAME_AT,
    Agreement,
    Judgement,
    Match,
    agreements,
)
from incidents.pipeline.reconcile.assign import assign
from incidents.pipeline.reconcile.grade import unmatched
from incidents.pipeline.reconcile.reasons import FIGURES, figure
from incidents.pipeline.reconcile.score import (
    NAMES,
    SCORED,
    Record,
    code,
    overlap,
    similarity,
)

OPERATIONS = ("add", "drop", "split", "merge", "fix", "move")
#: What can be amiss; of records, then of the values of records that were found.
FAULTS = (
    "missing record",
    "spurious record",
    "split record",
    "merged records",
    "missing value",
    "spurious value",
    "wrong slot",
    "wrong value",
)
#: Slots whose values are of one kind, so that one can stand in the wrong of them.
_KINDRED = (
    FIGURES,
    NAMES,
    tuple(s for s, field in FIELD_OF.items() if field.kind is Kind.COUNTRY),
)
_TIE = 1e-3  # of two scripts as short the one with moves says more
_NEVER = 9.0


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of a candidate towards its gold record.

    Attributes:
        operation: One of ``OPERATIONS``.
        doc_id: The document.
        candidate: Id of the candidate edited; empty where a record is added.
        gold: Id of the gold record aimed at; empty where none is.
        slot: The slot a value is of; empty where the edit is of a whole record.
        before: The candidate's value, or for a move the slot it stood in.
        after: The gold value, or for a merge the candidate to merge with.
        values: Values that are added with a record.
    """

    operation: str
    doc_id: str
    candidate: str
    gold: str
    slot: str = ""
    before: str = ""
    after: str = ""
    values: int = 0

    @property
    def fault(self) -> str:
        """What was amiss, one of ``FAULTS``."""
        if not self.slot:
            return _RECORD_FAULTS[self.operation]
        return _VALUE_FAULTS[self.operation]


_RECORD_FAULTS = {
    "add": "missing record",
    "drop": "spurious record",
    "merge": "split record",
    "split": "merged records",
}
_VALUE_FAULTS = {
    "add": "missing value",
    "drop": "spurious value",
    "move": "wrong slot",
    "fix": "wrong value",
}


def edits(matches: Iterable[Match]) -> tuple[Edit, ...]:
    """The least edits, document by document in the order of the matches."""
    documents: defaultdict[str, list[Match]] = defaultdict(list)
    for match in matches:
        documents[match.doc_id].append(match)
    return tuple(e for found in documents.values() for e in _document(found))


def _document(matches: Sequence[Match]) -> Iterator[Edit]:
    same = [m for m in matches if m.judgement is Judgement.SAME]
    for match in matches:
        if match.judgement is Judgement.SAME:
            yield from _values(match.candidate, match.gold, match.agreements)
        elif match.judgement is Judgement.MISSING:
            yield from _missing(match, same)
        elif match.judgement is Judgement.SPURIOUS:
            yield _spurious(match, same)


def _missing(match: Match, same: Sequence[Match]) -> Iterator[Edit]:
    """The record is added, or split off a candidate that tells two gold records."""
    gold = match.gold or {}
    doc_id, id = match.doc_id, _id(gold)
    size = sum(len(a.gold) for a in match.agreements)
    other = _nearest(gold, [m.candidate for m in same if m.candidate])
    if other is not None:
        changes = list(_values(other, gold, agreements(code(gold), code(other))))
        if len(changes) <= size:
            yield Edit("split", doc_id, _id(other), id)
            yield from changes
            return
    yield Edit("add", doc_id, "", id, values=size)


def _spurious(match: Match, same: Sequence[Match]) -> Edit:
    """The record is dropped, or merged with one that tells the same gold record."""
    candidate = match.candidate or {}
    gold = _nearest(candidate, [m.gold for m in same if m.gold])
    if gold is None:
        return Edit("drop", match.doc_id, _id(candidate), "")
    with_ = next(m.candidate for m in same if m.gold is gold)
    return Edit(
        "merge", match.doc_id, _id(candidate), _id(gold), after=_id(with_ or {})
    )


def _nearest(record: Record, others: Sequence[Record]) -> Record | None:
    """The first of those most like ``record`` that can be the same incident."""
    one = code(record)
    alike = [similarity(one, code(other)) for other in others]
    best = max(alike, default=0.0)
    return others[alike.index(best)] if best >= SAME_AT else None


def _id(record: Record) -> str:
    return str(record.get("incident_id") or "")


def _values(
    candidate: Record | None, gold: Record | None, found: Sequence[Agreement]
) -> Iterator[Edit]:
    """The least edits of values, as an assignment of what is left unmatched."""
    candidate, gold = candidate or {}, gold or {}
    ids = (str(gold.get("doc_id", "")), _id(candidate), _id(gold))
    told: list[tuple[str, Any]] = []
    read: list[tuple[str, Any]] = []
    for agreement in found:
        left_told, left_read = unmatched(agreement)
        told += [(agreement.slot, value) for value in left_told]
        read += [(agreement.slot, value) for value in left_read]
    for i, j in _assign(read, told):
        if i is None and j is not None:
            yield Edit("add", *ids, told[j][0], "", say(*told[j]))
        elif j is None and i is not None:
            yield Edit("drop", *ids, read[i][0], say(*read[i]))
        elif i is not None and j is not None:
            slot, value = told[j]
            if read[i][0] == slot:
                yield Edit("fix", *ids, slot, say(*read[i]), say(slot, value))
            else:
                yield Edit("move", *ids, slot, read[i][0], say(slot, value))


def _assign(
    read: Sequence[tuple[str, Any]], told: Sequence[tuple[str, Any]]
) -> list[tuple[int | None, int | None]]:
    """Pairs to fix or move, then what is only dropped, then what is only added."""
    if not read or not told:
        return [(i, None) for i in range(len(read))] + [
            (None, j) for j in range(len(told))
        ]
    size = len(read) + len(told)
    costs = np.zeros((size, size))
    costs[: len(read), len(told) :] = costs[len(read) :, : len(told)] = 1
    costs[: len(read), : len(told)] = [[_cost(r, t) for t in told] for r in read]
    pairs = [
        (int(i), int(j)) for i, j in zip(*assign(costs, maximize=False), strict=True)
    ]
    return [
        (i if i < len(read) else None, j if j < len(told) else None)
        for i, j in sorted(pairs)
        if i < len(read) or j < len(told)
    ]


def _cost(read: tuple[str, Any], told: tuple[str, Any]) -> float:
    (slot, value), (other, wanted) = read, told
    if slot == other:
        return 1.0
    kindred = any(slot in kind and other in kind for kind in _KINDRED)
    if not kindred:
        return _NEVER
    same = overlap(value, wanted) >= 0.5 if slot in NAMES else value == wanted
    return 1.0 - _TIE if same else _NEVER


def say(slot: str, value: Any) -> str:
    """A value as a reader would write it."""
    return figure(str(value)) if slot in FIGURES else str(value)


def counts(script: Iterable[Edit]) -> dict[str, dict[str, int]]:
    """How many edits there are, by operation and what it is of, and faults by kind."""
    script = list(script)
    operations = Counter((e.operation, "value" if e.slot else "record") for e in script)
    faults = Counter(e.fault for e in script)
    return {
        "edits": {
            f"{operation} {of}": operations[operation, of]
            for operation in OPERATIONS
            for of in ("record", "value")
            if operations[operation, of]
        },
        "faults": {fault: faults[fault] for fault in FAULTS},
    }


def by_slot(script: Iterable[Edit]) -> dict[str, Counter[str]]:
    """Faults of values by slot, in the codebook's order."""
    found = {slot: Counter[str]() for slot in SCORED}
    for edit in script:
        if edit.slot:
            found[edit.slot][edit.fault] += 1
    return {slot: faults for slot, faults in found.items() if faults}
