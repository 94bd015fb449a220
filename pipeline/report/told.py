"""What the page shows, as the JSON that it carries: words and numbers, no markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from incidents import gazetteers
from incidents.pipeline.export.bundle import Bundle, Event, Told
from incidents.pipeline.export.places import Placed
from incidents.pipeline.fields import BY_NAME, FIELDS, Field
from incidents.pipeline.kinds import Kind
from incidents.pipeline.report.conflicts import differing
from incidents.pipeline.report.facets import Facet, country, facets
from incidents.pipeline.report.printed import Cell, Read, places, tables
from incidents.pipeline.report.strings import Strings
from incidents.pipeline.review.event_view import counted, toll
from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.values import Value
from incidents.pipeline.review.words import label, of_field, say, why

Row = dict[str, Any]
#: The columns of the table, beside the date.
COLUMNS = tuple(f for f in FIELDS if f.tabled and f.name != "date")
_NUMBER = {field.name: n for n, field in enumerate(FIELDS)}
#: What follows from another value and is not in the table: no cell prints it.
_FOLLOWING = {f.name for f in FIELDS if f.follows and not f.tabled}
_TOLLS = ("killed", "injured")


def told(bundle: Bundle) -> Row:
    """A run as the page carries it."""
    events = in_time(bundle.events)
    strings = Strings()
    known = facets(events)
    documents = {id: Document(row, ()) for id, row in bundle.documents.items()}
    number = {id: n for n, id in enumerate(documents)}
    held = [
        _event(e, n, known, _Teller(strings, documents, number))
        for n, e in enumerate(events)
    ]
    return {
        "fields": [label(field.name) for field in FIELDS],
        "columns": [(_NUMBER[field.name], field.name) for field in COLUMNS],
        "facets": [_facet(facet) for facet in known],
        "countries": _countries(known),
        "documents": [_document(d) for d in documents.values()],
        "events": held,
        "tables": list(_tables(events, documents, number)),
        "strings": strings.all,
    }


def in_time(events: Iterable[Event]) -> list[Event]:
    """By date, the earliest first; what has none stands last, as it came."""
    return sorted(events, key=lambda e: e.dated.first if e.dated else date.max)


class _Teller:
    """Says records in the page's words."""

    def __init__(
        self,
        strings: Strings,
        documents: Mapping[str, Document],
        number: Mapping[str, int],
    ) -> None:
        self.strings = strings
        self.documents = documents
        self.number = number

    def record(self, told: Told) -> Row:
        """A record with its values."""
        document = self.documents[str(told.row["doc_id"])]
        return {
            "id": told.id,
            "document": self.number[document.id],
            "reviewed": bool(told.reviewers),
            "cells": [_cell(told.of(f.name), f) for f in (BY_NAME["date"], *COLUMNS)],
            "values": [self._value(v, document) for v in told.values],
        }

    def _value(self, value: Value, document: Document) -> list[Any]:
        """Its field, words, quotes, other readings, and what a reviewer did."""
        others = [
            (say(other["value"]), self._quotes(other["citations"], document))
            for other in value.alternatives
            if say(other["value"]) != say(value.value)
        ]
        return [
            _NUMBER[value.field],
            _words(value.value, BY_NAME[value.field]),
            self._quotes(value.citations, document),
            others,
            _decided(value),
        ]

    def _quotes(
        self, citations: Iterable[Mapping[str, Any]], document: Document
    ) -> list[Any]:
        return [
            (*self.strings.quote(c), c.get("page"), why(c, document)) for c in citations
        ]


def _decided(value: Value) -> str:
    if value.status not in ("fixed", "added"):
        return ""
    read = ", reviewer’s reading" if value.readings else ""
    return f"{value.status} by {value.by}{read}"


def _event(event: Event, number: int, known: Sequence[Facet], teller: _Teller) -> Row:
    days = event.dated
    row: Row = {
        "title": _title(event),
        "days": [days.first.isoformat(), days.last.isoformat()] if days else None,
        "cells": [_cell(event.of("date"), BY_NAME["date"])]
        + [toll(event.row, f.name) or _cell(event.of(f.name), f) for f in COLUMNS],
        "facets": [facet.of[number] for facet in known],
        "tolls": [_toll(event, name) for name in _TOLLS],
        "suspects": next((v["min"] for v in _counts(event)), None),
        "point": _point(event.place),
        "reports": counted(event.row) if event.row["reports"] > 1 else "",
        "disagree": [_NUMBER[f] for f in event.row["disagree"] if f in _NUMBER],
        "differ": [(_NUMBER[f], *rest) for f, *rest in differing(event, event.told)],
        "records": [teller.record(t) for t in event.told],
    }
    return row


def _title(event: Event) -> str:
    """The event in a few words."""
    where = (*event.of("places"), *map(country, event.of("countries")))[:1]
    parts = (*event.of("date"), *where, *event.of("incident_type"))
    return ", ".join(map(str, parts)) or "Event"


def _cell(values: Iterable[Any], field: Field) -> str:
    return "; ".join(_words(v, field) for v in values)


def _words(value: Any, field: Field) -> str:
    """A value in words, a country by its name."""
    is_code = field.kind is Kind.COUNTRY and isinstance(value, str)
    return country(value) if is_code else of_field(value, field.name)


def _toll(event: Event, name: str) -> int | None:
    best = event.row["tolls"].get(name, {}).get("best")
    return best if type(best) is int else None


def _counts(event: Event) -> Iterator[Mapping[str, Any]]:
    return (v for v in event.of("suspects.count") if isinstance(v, dict))


def _point(place: Placed | None) -> tuple[str, float, float] | None:
    """Where it is drawn; what is known to the country alone is drawn as that."""
    if place is None or not place.is_point or place.lat is None or place.lon is None:
        return None
    return place.name, round(place.lat, 3), round(place.lon, 3)


def _facet(facet: Facet) -> Row:
    return {
        "name": facet.name,
        "label": facet.label,
        "terms": list(zip(facet.said, facet.terms, strict=True)),
    }


def _countries(known: Iterable[Facet]) -> dict[str, tuple[float, float]]:
    """The middle of each country told of, which the map may have no outline of."""
    middles = gazetteers.load("nationalities")
    codes = chain.from_iterable(f.terms for f in known if f.name == "countries")
    found = {code: middles[code].fields for code in codes if code in middles}
    return {c: (f["lat"], f["lon"]) for c, f in found.items() if "lat" in f}


def _document(document: Document) -> list[str]:
    keys = ("publisher", "published")
    return [document.title, *(str(document.row.get(k) or "") for k in keys)]


def _tables(
    events: Sequence[Event],
    documents: Mapping[str, Document],
    number: Mapping[str, int],
) -> Iterator[Row]:
    """The tables of all documents, with what was read in their cells."""
    read: dict[str, list[Read]] = {}
    for e, event in enumerate(events):
        for r, record in enumerate(event.told):
            for v, value in enumerate(record.values):
                if value.field in _FOLLOWING:
                    continue
                spans = {places(c) for c in value.citations}
                read.setdefault(str(record.row["doc_id"]), []).extend(
                    Read(e, r, v, *span) for span in sorted(spans)
                )
    for id, document in documents.items():
        for table in tables(document.text, read.get(id, ())):
            yield {
                "document": number[id],
                "caption": table.caption,
                "page": table.page,
                "left": table.left,
                "rows": [[_printed(c) for c in row] for row in table.rows],
            }


def _printed(cell: Cell) -> tuple[str, list[tuple[int, int, int]]]:
    return cell.text, [(v.event, v.record, v.value) for v in cell.values]
