"""The queue as the desk shows it: which records, how narrowed, and what is next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from incidents.pipeline.review import agreement, written
from incidents.pipeline.review.assigned import assigned
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.queue import (
    EVERYONE,
    SORTS,
    STATUSES,
    Filters,
    choose,
    contested,
    facets,
)
from incidents.pipeline.review.state import State
from incidents.pipeline.review.words import say

#: Rows of the queue drawn at once, around the record shown.
_ROWS = 120
_TO_DO = ("todo", "begun")


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a facet: how many records it leaves, and whether it is made."""

    key: str
    text: str
    many: int
    made: bool


@dataclass(frozen=True, slots=True)
class Queue:
    """The records that pass, and where among them the one shown stands.

    Attributes:
        filters: What it is narrowed to.
        options: The choices of the filters that are lists.
        facets: The choices of each facet.
        chosen: The records that pass.
        counts: How many of all have each status.
        here: Where the one shown stands in ``chosen``; -1 where it does not.
    """

    filters: Filters
    options: Mapping[str, Mapping[str, str]]
    facets: Mapping[str, tuple[Choice, ...]]
    chosen: tuple[State, ...]
    counts: Mapping[str, int]
    here: int = -1

    def at(self, state: State | None) -> Queue:
        """The queue with a record shown."""
        ids = [s.id for s in self.chosen]
        known = state is not None and state.id in ids
        return replace(self, here=ids.index(state.id) if state and known else -1)

    @property
    def total(self) -> int:
        """How many records there are."""
        return sum(self.counts.values())

    @property
    def first(self) -> int:
        """The first that is drawn."""
        return max(0, min(self.here - _ROWS // 2, len(self.chosen) - _ROWS))

    @property
    def rows(self) -> tuple[State, ...]:
        """Those that are drawn."""
        return self.chosen[self.first : self.first + _ROWS]

    @property
    def below(self) -> int:
        """How many come after those that are drawn."""
        return max(0, len(self.chosen) - self.first - _ROWS)

    @property
    def before(self) -> str:
        """The one before that shown; empty where there is none."""
        return self.chosen[self.here - 1].id if self.here > 0 else ""

    @property
    def after(self) -> str:
        """The one after it."""
        return next((s.id for s in self.chosen[self.here + 1 :]), "")

    @property
    def next_open(self) -> str:
        """The next to do, from the one shown on and round to it."""
        turned = (*self.chosen[self.here + 1 :], *self.chosen[: max(self.here, 0)])
        return next((s.id for s in turned if s.status in _TO_DO), "")

    @property
    def first_open(self) -> State | None:
        """The first to do, else the first of all."""
        open_ = (s for s in self.chosen if s.status in _TO_DO)
        return next(open_, self.chosen[0] if self.chosen else None)


def queue_view(
    desk: Desk, layer: str, reviewer: str, blind: bool, filters: Filters
) -> Queue:
    """The queue as filtered."""
    states = _own(desk, desk.states(layer), reviewer, blind, filters)
    disputed = _disputed(desk, states, blind, filters)
    return Queue(
        filters,
        _options(desk, reviewer, blind),
        _facets(desk, facets(states, filters, disputed), filters),
        tuple(choose(states, filters, disputed)),
        agreement.progress(states),
    )


def choose_records(
    desk: Desk, layer: str, reviewer: str, blind: bool, filters: Filters
) -> list[State]:
    """The records of the queue as filtered."""
    states = _own(desk, desk.states(layer), reviewer, blind, filters)
    return choose(states, filters, _disputed(desk, states, blind, filters))


def _own(
    desk: Desk, states: list[State], reviewer: str, blind: bool, filters: Filters
) -> list[State]:
    """The records of whose documents are asked for; a blind coder's own, if they have.

    Nothing is asked for at first.
    """
    people = assigned(desk.store)
    has = any(reviewer in names for names in people.values())
    whose = filters.whose or (reviewer if blind and has else EVERYONE)
    if whose == EVERYONE:
        return states
    return [s for s in states if whose in people.get(s.doc_id, ())]


def _disputed(
    desk: Desk, states: list[State], blind: bool, filters: Filters
) -> dict[str, set[str]]:
    """The records of the disagreement asked for, and no other: it takes time."""
    if filters.disagree == "sources":
        return {"sources": contested(states)}
    if filters.disagree == "reviewers" and not blind:
        return {"reviewers": agreement.disputed(desk)}
    return {}


def _options(desk: Desk, reviewer: str, blind: bool) -> dict[str, dict[str, str]]:
    disagree = {"sources": "sources disagree"}
    if not blind:
        disagree["reviewers"] = "reviewers disagree"
    return {
        "whose": _readers(desk, reviewer, blind),
        "disagree": disagree,
        "sort": SORTS,
    }


def _facets(
    desk: Desk, counted: Mapping[str, Counter[str]], filters: Filters
) -> dict[str, tuple[Choice, ...]]:
    """The choices of each facet, those with the most records first."""
    names: dict[str, Mapping[str, str]] = {
        "status": STATUSES,
        "country": written.countries(),
        "doc": {d.id: d.title for d in desk.run.documents.values()},
    }
    found = {}
    for name, counts in counted.items():
        held = getattr(filters, name)
        ranked = sorted(counts, key=lambda key: (-counts[key], key))
        keys = [*ranked, *({held} - {*counts, ""})]
        said = names.get(name, {})
        found[name] = tuple(
            Choice(key, said.get(key, key), counts[key], key == held) for key in keys
        )
    return found


def _readers(desk: Desk, reviewer: str, blind: bool) -> dict[str, str]:
    """Who has documents; to a blind coder, their own and all."""
    names = {name for names in assigned(desk.store).values() for name in names}
    if blind:
        own = {reviewer: "you", EVERYONE: "you and others"}
        return own if reviewer in names else {}
    return {name: name for name in sorted(names)}


def headline(state: State) -> str:
    """A record in a few words, for the queue."""
    parts = [
        state.first("date"),
        state.first("places") or _country(state),
        next((t.get("text") or say(t) for t in state.all("targets")), None),
    ]
    return " · ".join(str(part) for part in parts if part) or "no date, place or target"


def _country(state: State) -> str | None:
    code = state.first("countries")
    return written.countries().get(code, str(code)) if code else None
