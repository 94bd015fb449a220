"""How far the work is: document by document, and person by person.

A blind coder's documents are as their own layer has them, everyone else's as the team
has them. To a blind coder nobody else's are told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from incidents.pipeline.review.agreement import progress, reviewers
from incidents.pipeline.review.assigned import documents_of
from incidents.pipeline.review.cases import CLOSED
from incidents.pipeline.review.decisions import FINAL, blind
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.reading import state_of
from incidents.pipeline.review.state import Folded

People = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """How far one document is.

    Attributes:
        document: The document.
        state: To read, read or done, as the viewer's layer has it.
        counts: Its records by status.
        people: To whom it is assigned.
        blind: Of each who codes blind, how far they are with it.
    """

    document: Document
    state: str
    counts: Mapping[str, int]
    people: tuple[str, ...]
    blind: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Person:
    """How far one person is with the documents that are theirs.

    Attributes:
        name: Who.
        is_blind: Whether they code blind.
        assigned: How many documents are assigned to them; if none is, all are theirs.
        states: How many of theirs are to read, read, done.
        closed: How many of the records in these are decided.
        records: How many records these have.
        decisions: How many decisions they made.
        last: When the last was, in UTC; empty where there is none.
    """

    name: str
    is_blind: bool
    assigned: int
    states: Mapping[str, int]
    closed: int
    records: int
    decisions: int
    last: str


def by_document(
    desk: Desk, layer: str, people: People, others: Iterable[str]
) -> Iterator[Reading]:
    """Every document as ``layer`` has it; of ``others``, who code blind, the states."""
    apart = {name: desk.folds(blind(name)) for name in others}
    for id, folded in desk.folds(layer).items():
        yield Reading(
            desk.document(id),
            state_of(folded),
            progress(folded.records.values()),
            people.get(id, ()),
            {name: state_of(folds[id]) for name, folds in apart.items()},
        )


def by_person(desk: Desk, people: People) -> list[Person]:
    """All who decided or have documents, those who code blind after the others."""
    apart = reviewers(desk)
    named = {name for names in people.values() for name in names}
    team = {name for name, *_ in desk.store.tally(FINAL)} | named.difference(apart)
    found = [person(desk, FINAL, name, people) for name in sorted(team)]
    return found + [person(desk, blind(name), name, people) for name in apart]


def person(desk: Desk, layer: str, name: str, people: People) -> Person:
    """One person, as ``layer`` has their documents."""
    folds = desk.folds(layer)
    own = documents_of(name, people, folds)
    told = [folds[id] for id in own or folds]
    records = [s for folded in told for s in folded.records.values()]
    made = {who: (count, at) for who, count, at in desk.store.tally(layer)}
    count, at = made.get(name, (0, ""))
    return Person(
        name,
        layer == blind(name),
        len(own),
        _states(told),
        sum(s.status in CLOSED for s in records),
        len(records),
        count,
        at,
    )


def _states(folds: Iterable[Folded]) -> Mapping[str, int]:
    return Counter(map(state_of, folds))
