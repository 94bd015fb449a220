"""What the events of a report can be chosen by: each term with its number of events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from incidents import gazetteers
from incidents.pipeline import edtf
from incidents.pipeline.report.entries import Event
from incidents.pipeline.review.words import label, term

_FIELDS = ("incident_type", "outcome", "countries", "groups")
_YEAR = "year"


@dataclass(frozen=True, slots=True)
class Choice:
    """A term that can be chosen.

    Attributes:
        id: Its number in the page.
        said: The term in words.
        events: How many events have it.
    """

    id: int
    said: str
    events: int


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing to choose by, and its terms, the most frequent first."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """All filters, and the numbers of each event's terms by its anchor."""

    each: tuple[Filter, ...]
    tags: Mapping[str, str]


def filters(events: Sequence[Event]) -> Filters:
    """What can be chosen by; a field of which no event says anything is left out."""
    each: list[Filter] = []
    tags: dict[str, list[int]] = {event.anchor: [] for event in events}
    number = 0
    for name in (*_FIELDS, _YEAR):
        told = {event.anchor: set(_terms(event, name)) for event in events}
        counted = Counter(t for terms in told.values() for t in terms)
        order = sorted(counted, key=lambda t: (0 if name == _YEAR else -counted[t], t))
        ids = {t: number + n for n, t in enumerate(order)}
        number += len(ids)
        for anchor, terms in told.items():
            tags[anchor] += sorted(ids[t] for t in terms)
        choices = tuple(Choice(ids[t], _said(name, t), counted[t]) for t in order)
        if choices:
            each.append(Filter("Year" if name == _YEAR else label(name), choices))
    return Filters(tuple(each), {a: " ".join(map(str, t)) for a, t in tags.items()})


def _terms(event: Event, name: str) -> Iterator[str]:
    if name == _YEAR:
        yield from _years(event)
        return
    for value in event.of(name):
        yield str(value["name"]) if name == "groups" else str(value)


def _years(event: Event) -> Iterable[str]:
    """The years that its date may be in; of a span of many, the first and last."""
    spans = (edtf.bounds(value) for value in event.of("date") if isinstance(value, str))
    return {f"{day.year:04}" for span in spans if span for day in span}


def _said(name: str, value: str) -> str:
    if name == "countries":
        known = gazetteers.load("nationalities").get(value)
        return known.name if known else value
    return value if name == "groups" else term(value)
