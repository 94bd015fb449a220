"""What the events of a report can be chosen and counted by, and their terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from incidents import gazetteers
from incidents.pipeline.export.bundle import Event
from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.review.words import label, term

#: A facet's name, its label, and how an event's terms are read.
_Read = Callable[[Event], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to choose by.

    Attributes:
        name: Such as ``countries``.
        label: The name for a reader.
        terms: The most frequent first; years in their order.
        said: Each term in words.
        of: By event, the numbers of its terms.
    """

    name: str
    label: str
    terms: tuple[str, ...]
    said: tuple[str, ...]
    of: tuple[tuple[int, ...], ...]


def facets(events: Sequence[Event]) -> list[Facet]:
    """Every facet; one of which no event says anything has no terms."""
    return [_facet(name, said, read, events) for name, said, read in _ALL]


def country(code: str) -> str:
    """A country's name; the code where it has none here."""
    known = gazetteers.load("nationalities").get(code)
    return known.name if known else code


def _facet(name: str, said: str, read: _Read, events: Sequence[Event]) -> Facet:
    told = [sorted({*read(event)}) for event in events]
    counted = Counter(t for terms in told for t in terms)
    by_count = (lambda t: (0, t)) if name == "year" else (lambda t: (-counted[t], t))
    terms = sorted(counted, key=by_count)
    number = {t: n for n, t in enumerate(terms)}
    return Facet(
        name,
        said,
        tuple(terms),
        tuple(_SAID.get(name, str)(t) for t in terms),
        tuple(tuple(sorted(number[t] for t in terms)) for terms in told),
    )


def _years(event: Event) -> Iterable[str]:
    """The years that its date may be in; of a span of many, the first and last."""
    days = event.dated
    return () if days is None else (f"{d.year:04}" for d in (days.first, days.last))


def _values(field: str) -> _Read:
    return lambda event: map(str, event.of(field))


def _parts(field: str, part: str) -> _Read:
    return lambda event: (str(v[part]) for v in _dicts(event.of(field)) if v.get(part))


def _dicts(values: Iterable[Any]) -> Iterable[dict[str, Any]]:
    return (v for v in values if isinstance(v, dict))


def _field(name: str) -> tuple[str, str, _Read]:
    return name, label(name), _values(name)


def _kind(name: str) -> tuple[str, str, _Read]:
    """The codebook's terms of what is named in a field."""
    part = BY_NAME[name].parts[1]
    return f"{name}.{part}", f"{label(name)} {part}", _parts(name, part)


_ALL: tuple[tuple[str, str, _Read], ...] = (
    _field("incident_type"),
    _field("outcome"),
    _field("countries"),
    ("groups", label("groups"), _parts("groups", "name")),
    _kind("groups"),
    _kind("targets"),
    _kind("weapons"),
    _field("suspects.nationalities"),
    ("year", "Year", _years),
)
_SAID: dict[str, Callable[[str], str]] = {
    "countries": country,
    "suspects.nationalities": country,
    **dict.fromkeys(("incident_type", "outcome", "groups.link"), term),
    **dict.fromkeys(("targets.category", "weapons.category"), term),
}
