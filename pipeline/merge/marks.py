"""What tells the event of one record from that of another: day, place, target, toll."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Day
from functools import lru_cache
from sys import intern
from typing import Any

from incidents.extractors.places.names import fold
from incidents.extractors.places.table import Place, named
from incidents.gazetteers import words
from incidents.pipeline import edtf
from incidents.pipeline.assemble import traits

#: One line of a records file, with the codebook's keys.
Record = Mapping[str, Any]
#: Words that tell no target from another.
_COMMON = words("words", "joints", "closed", "articles", "particles")
#: Namesakes of a place that are looked at, the likeliest first.
_NAMESAKES = 4
#: Letters of a word that may tell what a passage is of.
_LONG = 4


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A place that a record names: its name, folded, and what it may stand for."""

    name: str
    options: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one record.

    Attributes:
        id: Its ``incident_id``.
        doc_id: Its document.
        kind: ``attack``, ``plot`` or ``arrest``.
        date: EDTF, where it is a date.
        basis: What the date is of.
        published: When the document appeared, where known.
        countries: ISO codes.
        spots: Its places.
        targets: Content words of its targets.
        names: Words with a capital in its targets and quotes that name no place of it.
        words: Content words of its quotes, places and targets left out.
        head: Content words of what first tells of it.
        lead: Words with a capital in that, as ``names``.
        people: Last names of its suspects.
        ages: Ages of its suspects.
        categories: GTD categories of its targets.
        types: GTD attack types.
        weapons: GTD categories of its weapons.
        groups: Canonical names.
        killed: The figure's two ends.
        injured: Likewise.
        hostages: Likewise.
    """

    id: str
    doc_id: str
    kind: str
    date: str | None = None
    basis: str | None = None
    published: Day | None = None
    countries: frozenset[str] = frozenset()
    spots: tuple[Spot, ...] = ()
    targets: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    head: frozenset[str] = frozenset()
    lead: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    killed: tuple[int | None, int | None] | None = None
    injured: tuple[int | None, int | None] | None = None
    hostages: tuple[int | None, int | None] | None = None

    @property
    def places(self) -> frozenset[str]:
        """The folded names of its places."""
        return frozenset(spot.name for spot in self.spots)


def of_record(record: Record, published: Day | None = None) -> Marks:
    """The marks of ``record``.

    Args:
        record: With the codebook's keys; what is missing or null says nothing.
        published: When its document appeared.
    """
    countries = frozenset(record.get("countries") or ())
    spots = tuple(_spots(record.get("places") or (), countries))
    targets = [t.get("text") or "" for t in record.get("targets") or ()]
    told = record.get("date")
    hit = frozenset(w for text in targets for w in content(text))
    told_first = list(_quotes(record, "incident_type"))
    where = {word for spot in spots for word in spot.name.split()}
    return Marks(
        str(record["incident_id"]),
        str(record["doc_id"]),
        str(record.get("incident_type")),
        told if told and edtf.bounds(told) else None,
        record.get("date_basis"),
        published,
        countries,
        spots,
        hit,
        capitals([*targets, *_quotes(record)]) - where,
        frozenset(_words(record)) - where - hit,
        frozenset().union(*map(content, told_first)),
        capitals(told_first) - where,
        _people(record),
        frozenset(map(str, (record.get("suspects") or {}).get("ages") or ())),
        _known(record, "targets", "category"),
        frozenset(record.get("attack_types") or ()) - {"unknown"},
        _known(record, "weapons", "category"),
        _known(record, "groups", "name"),
        _figure(record.get("killed")),
        _figure(record.get("injured")),
        _figure(record.get("hostages")),
    )


def _spots(names: Iterable[str], countries: frozenset[str]) -> Iterator[Spot]:
    for name in dict.fromkeys(fold(n) for n in names):
        if not any(o.place.kind == "country" for o in named(name)[:1]):
            yield _spot(name, countries)


@lru_cache(maxsize=65_536)
def _spot(name: str, countries: frozenset[str]) -> Spot:
    options = [o.place for o in named(name) if o.place.kind != "country"]
    within = [p for p in options if p.country in countries]
    return Spot(name, tuple((within or options)[:_NAMESAKES]))


def _quotes(record: Record, *fields: str) -> Iterator[str]:
    """What is quoted of ``record``, or of some of its fields."""
    for citation in record.get("citations") or ():
        if not fields or citation.get("field") in fields:
            yield str(citation.get("quote") or "")


def content(text: str) -> frozenset[str]:
    """The words of a name that tell it from others, without accents.

    Each is held once, however many records have it.
    """
    return frozenset(intern(w) for w in traits.content(fold(text)) if len(w) > 1)


def _words(record: Record) -> Iterator[str]:
    for quote in set(_quotes(record)):
        yield from (w for w in content(quote) if len(w) >= _LONG)


def capitals(texts: Iterable[str]) -> frozenset[str]:
    """Words with a capital that do not begin what is quoted."""
    found = {
        intern(fold(word).removesuffix("'s"))
        for text in set(texts)
        for word in re.findall(r"(?<=[^\W.!?\"“])\s+([A-Z][\w'’-]+)", text)
    }
    return frozenset(w for w in found if len(w) > 1) - _COMMON


def _people(record: Record) -> frozenset[str]:
    names = (record.get("suspects") or {}).get("names") or ()
    return frozenset(fold(name).split()[-1] for name in names if fold(name).split())


def _known(record: Record, field: str, key: str) -> frozenset[str]:
    values = (v.get(key) for v in record.get(field) or ())
    return frozenset(str(v) for v in values if v and v != "unknown")


def _figure(value: Mapping[str, Any] | None) -> tuple[int | None, int | None] | None:
    return (value.get("min"), value.get("max")) if value else None
