"""The events of a run as reviewed so far: its records, merged as people ruled.

Nothing of an event is stored. Records as decided so far are joined anew, with what
people ruled of pairs, so that the same decisions give the same events in any order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from operator import is_
from threading import Lock, Thread
from typing import Any

from incidents.pipeline.merge.claims import Source
from incidents.pipeline.merge.event import event
from incidents.pipeline.merge.join import Joined, Verdict, join
from incidents.pipeline.merge.marks import Marks
from incidents.pipeline.merge.rows import keys, marked, source
from incidents.pipeline.merge.weights import Weights, learned, of_account
from incidents.pipeline.review.chosen import choose
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import EVENTS
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.folder import Run, account
from incidents.pipeline.review.rulings import Rulings, rulings
from incidents.pipeline.review.state import Folded, Stale, State

KEPT_APART = "another decision or record keeps these two apart"
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Member:
    """A record that stands, as it is merged."""

    state: State
    row: Row
    marks: Marks


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a layer.

    Attributes:
        rows: By key, as ``events.jsonl`` has them.
        key_of: The event of each record.
        members: The records, by what they are known as.
        unsure: Pairs to decide, likest first.
        stale: Decisions on events that fit nothing in this run.
        seen: The last number of the decisions on events.
    """

    rows: Mapping[str, Row]
    key_of: Mapping[str, str]
    members: Mapping[str, Member]
    unsure: tuple[Verdict, ...]
    stale: tuple[Stale, ...]
    seen: int

    def of(self, id: str) -> Row:
        """The event that a record is of.

        Raises:
            Refused: There is no such record, or it no longer stands.
        """
        if id not in self.key_of:
            raise Refused("there is no such event in this run")
        return self.rows[self.key_of[id]]


@dataclass(slots=True)
class _Kept:
    """What was worked out last, to be used again where nothing changed."""

    run: Run | None = None
    weights: Weights = field(default_factory=learned)
    heads: Mapping[str, int] | None = None
    events: Events | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)
    members: dict[str, tuple[Folded, list[Member]]] = field(default_factory=dict)
    joined: tuple[Sequence[Marks], Mapping[frozenset[str], bool], Joined] | None = None
    rows: dict[tuple[str, ...], tuple[Sequence[Row], Sequence[Verdict], Row]] = field(
        default_factory=dict
    )


class EventDesk:
    """The events of each layer, worked out anew where a decision changed them."""

    def __init__(self, desk: Desk) -> None:
        """Merge what ``desk`` has."""
        self.desk = desk
        self._kept: dict[str, _Kept] = {}
        self._lock = Lock()
        self._begun: dict[str, Thread] = {}

    def of(self, layer: str) -> Events:
        """The events as a layer has them."""
        with self._lock:
            run, heads = self.desk.run, self.desk.store.heads(layer)
            kept = self._kept.get(layer)
            if kept is None or kept.run is not run:
                kept = self._kept[layer] = _Kept(run)
                kept.weights = of_account(account(self.desk.folder))
                kept.sources = {id: source(d.row) for id, d in run.documents.items()}
            if kept.events is None or kept.heads != heads:
                kept.events, kept.heads = self._gather(layer, kept), heads
            return kept.events

    def ready(self, layer: str, seconds: float) -> bool:
        """Have them worked out, and say whether they are there within ``seconds``."""
        kept = self._kept.get(layer)
        if kept is not None and kept.events is not None:
            return True
        begun = self._begun.get(layer)
        if begun is None or not begun.is_alive():
            begun = Thread(target=self._ahead, args=(layer,), daemon=True)
            self._begun[layer] = begun
            begun.start()
        begun.join(seconds)
        return not begun.is_alive()

    def _ahead(self, layer: str) -> None:
        with suppress(Exception):  # said to who asks for them
            self.of(layer)

    def _gather(self, layer: str, kept: _Kept) -> Events:
        seen = self.desk.store.heads(layer).get(EVENTS, 0)
        folds = self.desk.folds(layer)
        found = rulings(self.desk, layer, folds)
        members = {m.state.known_as: m for m in _members(folds, kept)}
        joined = _joined(members.values(), found, kept)
        key_of = keys(joined)
        rows = {ids[0]: _row(ids, members, joined, kept) for ids in joined.events}
        rows, unused = choose(rows, key_of, found.uses)
        stale = (*found.stale, *unused, *_parted(found, key_of))
        return Events(rows, key_of, members, joined.unsure, stale, seen)


def _members(folds: Mapping[str, Folded], kept: _Kept) -> Iterable[Member]:
    """The records that stand; as before, where their document has no new decision."""
    for doc_id, folded in folds.items():
        of, held = kept.members.get(doc_id, (None, []))
        if of is not folded:
            held = [
                _member(s, kept.sources[doc_id])
                for s in folded.records.values()
                if s.stands
            ]
            kept.members[doc_id] = folded, held
        yield from held


def _member(state: State, told: Source) -> Member:
    row = {**state.record, "incident_id": state.known_as}
    return Member(state, row, marked(row, told))


def _joined(members: Iterable[Member], found: Rulings, kept: _Kept) -> Joined:
    """The records sorted into events; as before, where nothing that counts changed."""
    marks, ruled = [m.marks for m in members], found.ruled
    if kept.joined is None or kept.joined[:2] != (marks, ruled):
        kept.joined = marks, ruled, join(marks, kept.weights, ruled)
    return kept.joined[2]


def _row(
    ids: tuple[str, ...], members: Mapping[str, Member], joined: Joined, kept: _Kept
) -> Row:
    """An event; as before, where nothing changed of its records or their pairs."""
    told = [members[id].row for id in ids]
    within = joined.within.get(ids[0], ())
    before, found, row = kept.rows.get(ids, ([], (), {}))
    same = len(before) == len(told) and all(map(is_, before, told))
    if not same or found != within:
        row = event(told, kept.sources, within)
    kept.rows[ids] = told, within, row
    return row


def _parted(found: Rulings, key_of: Mapping[str, str]) -> Iterable[Stale]:
    """Decisions that join two records which are of two events all the same."""
    told: set[int] = set()
    for pair, decision in found.pairs.items():
        events = {key_of[id] for id in pair}
        if decision.kind == "join" and len(events) > 1 and decision.id not in told:
            told.add(decision.id)
            yield Stale(decision, f"{' and '.join(sorted(pair))}: {KEPT_APART}")
