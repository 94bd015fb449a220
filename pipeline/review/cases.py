"""Two blind codings of a document side by side: record by record, value by value.

What the run found is set beside itself; what a coder made or split off is set beside
what the other made of the same, or beside nothing. A record is compared once both have
finished it; one that only one has, once the other has read the whole document.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from incidents.pipeline.fields import BY_NAME, SINGLE
from incidents.pipeline.reconcile import Judgement, reconcile
from incidents.pipeline.review.decisions import FINAL, blind
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.folder import DERIVED, Document
from incidents.pipeline.review.state import Folded, State
from incidents.pipeline.review.values import Value

#: What a reviewer has finished.
CLOSED = ("done", "no_incident", "merged")


@dataclass(frozen=True, slots=True)
class Row:
    """One value as two coders have it, or have it not.

    Attributes:
        name: Of the row in its case: the field and a number.
        field: Its field.
        one: The first coder's value; None where there is none.
        two: The second's.
    """

    name: str
    field: str
    one: Value | None
    two: Value | None

    @property
    def agrees(self) -> bool:
        """Whether both read the same."""
        return _reading(self.one) == _reading(self.two)


@dataclass(frozen=True, slots=True)
class Case:
    """One incident as two coders have it; one of them may have none.

    Attributes:
        doc_id: Its document.
        one: The first coder's record, also one that is no incident; None where there
            is none at all.
        two: The second's.
        rows: Their values.
    """

    doc_id: str
    one: State | None
    two: State | None
    rows: tuple[Row, ...]

    @property
    def has(self) -> tuple[bool, bool]:
        """Whether it is an incident to the one, and to the other."""
        one, two = (s is not None and s.stands for s in (self.one, self.two))
        return one, two

    @property
    def states(self) -> tuple[State, ...]:
        """The records that there are."""
        return tuple(s for s in (self.one, self.two) if s is not None)

    @property
    def run_id(self) -> str:
        """Its record in the run; empty where a coder made it."""
        ids = (s.id for s in self.states)
        return next((id for id in ids if not id.startswith(DERIVED)), "")

    @property
    def agrees(self) -> bool:
        """Whether nothing is left to settle between the two."""
        alike = self.has[0] == self.has[1]
        return alike and (not self.has[0] or all(row.agrees for row in self.rows))

    @property
    def shown(self) -> State:
        """The record by which it is called: one that stands, if any does."""
        return next((s for s in self.states if s.stands), self.states[0])

    @property
    def key(self) -> str:
        """By which a link names it."""
        return "|".join(s.id if s else "" for s in (self.one, self.two))

    @property
    def digest(self) -> str:
        """Of all that is shown of it: another, once either coder decides anew."""
        told = [self.key, self.has]
        told += [[r.name, _cited(r.one), _cited(r.two)] for r in self.rows]
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]

    def names(self, coders: tuple[str, str]) -> list[str]:
        """What its records are called in a decision that settles them."""
        sides = zip(coders, (self.one, self.two), strict=True)
        return [f"{blind(coder)} {state.id}" for coder, state in sides if state]


class Cases:
    """What any two who coded blind can be compared on; each state worked out once."""

    def __init__(self, desk: Desk) -> None:
        """Compare the codings of ``desk``."""
        self.desk = desk
        self._kept: dict[tuple[str, str, str], tuple[Folded, Folded, list[Case]]] = {}

    def of(self, one: str, two: str) -> list[Case]:
        """The cases of two coders, in the order of the run."""
        first, second = (self.desk.folds(blind(name)) for name in (one, two))
        return [
            case
            for id in first
            for case in self._of(id, (one, two), (first[id], second[id]))
        ]

    def _of(
        self, id: str, coders: tuple[str, str], folds: tuple[Folded, Folded]
    ) -> list[Case]:
        """Those of a document; as before, where neither coder decided since."""
        held = self._kept.get((id, *coders))
        if held is None or held[0] is not folds[0] or held[1] is not folds[1]:
            found = of_document(self.desk.document(id), *folds)
            held = self._kept[id, *coders] = (*folds, found)
        return held[2]


def cases(desk: Desk, one: str, two: str) -> list[Case]:
    """The cases of two coders, as they are now."""
    return Cases(desk).of(one, two)


def of_document(document: Document, one: Folded, two: Folded) -> list[Case]:
    """The cases of one document, in the order of its text."""
    found: list[Case] = []
    only: tuple[list[State], list[State]] = ([], [])
    beside: dict[str, State] = {}
    for record in document.records:
        a, b = one.records[record.id], two.records[record.id]
        if a.status not in CLOSED or b.status not in CLOSED:
            continue
        if a.stands == b.stands:
            found.append(_case(a, b))
        else:
            only[a.stands < b.stands].append(a if a.stands else b)
            beside[record.id] = b if a.stands else a
    only[0].extend(_made(one, two))
    only[1].extend(_made(two, one))
    found += _alone(*only, beside)
    return sorted(found, key=lambda case: (_place(case.shown), case.key))


def _made(own: Folded, others: Folded) -> Iterator[State]:
    """What a coder made that the other, who read it all, has not."""
    for id, state in own.records.items():
        if others.read_by and id.startswith(DERIVED) and state.status == "done":
            yield state


def _alone(
    one: list[State], two: list[State], beside: Mapping[str, State]
) -> Iterator[Case]:
    """What stands for one coder: beside the other's of the same, else beside none."""
    paired = dict(_alike(one, two))
    for n, state in enumerate(one):
        match = two[paired[n]] if n in paired else beside.get(state.id)
        yield _case(state, match)
    for n, state in enumerate(two):
        if n not in paired.values():
            yield _case(beside.get(state.id), state)


def _alike(one: list[State], two: list[State]) -> Iterator[tuple[int, int]]:
    """Which tell the same; two records of the run are never one."""
    records = [
        [{**state.record, "incident_id": str(n)} for n, state in enumerate(states)]
        for states in (one, two)
    ]
    for match in reconcile(*records):
        if match.judgement is Judgement.SAME and match.gold and match.candidate:
            a, b = (int(r["incident_id"]) for r in (match.gold, match.candidate))
            if one[a].id.startswith(DERIVED) or two[b].id.startswith(DERIVED):
                yield a, b


def _case(one: State | None, two: State | None) -> Case:
    states = [s if s is not None and s.stands else None for s in (one, two)]
    rows = tuple(row for field in BY_NAME for row in _rows(field, *states))
    doc_id = next(s.doc_id for s in (one, two) if s is not None)
    return Case(doc_id, one, two, rows)


def _rows(field: str, one: State | None, two: State | None) -> Iterator[Row]:
    """The values of a field: of a single one a row, of a list a row for each."""
    first, second = (_standing(state, field) for state in (one, two))
    if field in SINGLE:
        if first or second:
            a, b = (next(iter(held), None) for held in (first, second))
            yield Row(f"{field}.0", field, a, b)
        return
    others = {_reading(v): v for v in second}
    own = {_reading(v): v for v in first}
    for n, key in enumerate(dict.fromkeys((*own, *others))):
        yield Row(f"{field}.{n}", field, own.get(key), others.get(key))


def _standing(state: State | None, field: str) -> list[Value]:
    told = state.values if state is not None else ()
    return [v for v in told if v.field == field and v.stands]


def _reading(value: Value | None) -> str:
    return "" if value is None else json.dumps(value.value, sort_keys=True)


def _cited(value: Value | None) -> Any:
    if value is None:
        return None
    return [value.value, [(c["start"], c["end"]) for c in value.citations]]


def _place(state: State) -> int:
    """Where a record begins in the text."""
    places = [c["start"] for v in state.values for c in v.citations]
    return min(places, default=0)


def team_record(case: Case, coders: tuple[str, str], final: Folded) -> State | None:
    """What the team has of a case: the run's record, or the one that settled it."""
    if case.run_id:
        return final.records.get(case.run_id)
    names = set(case.names(coders))
    for state in final.records.values():
        for decision in state.decisions:
            if decision.kind == "settle" and names & set(decision.payload["these"]):
                return state
    return None


def open_cases(
    desk: Desk, found: Iterable[Case], coders: tuple[str, str]
) -> list[Case]:
    """Those that the team has not decided on, by settling them or at the desk."""
    folds = desk.folds(FINAL)
    ours = ((c, team_record(c, coders, folds[c.doc_id])) for c in found)
    return [case for case, state in ours if state is None or state.status not in CLOSED]
