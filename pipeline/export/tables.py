"""Flat tables: a row a record or event, a value, a document, a codebook's field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from incidents.pipeline.export.bundle import Bundle, Event, Told
from incidents.pipeline.export.columns import (
    CODEBOOK,
    DOCUMENT,
    EVENT,
    RECORD,
    VALUE,
    Column,
    of_fields,
)
from incidents.pipeline.export.days import dated
from incidents.pipeline.export.places import Placed
from incidents.pipeline.fields import FIELDS, Field
from incidents.pipeline.kinds import Kind
from incidents.pipeline.records import Derivation
from incidents.pipeline.review.values import Value
from incidents.pipeline.review.words import say

Cells = Mapping[str, Any]


@dataclass(frozen=True)
class Table:
    """A table whose rows are made as they are written.

    Attributes:
        name: ``records``, ``events``, ``values``, ``documents`` or ``codebook``.
        columns: In their order.
        rows: Makes the rows, each a mapping of some of the columns.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[], Iterator[Cells]]


def tables(bundle: Bundle) -> tuple[Table, ...]:
    """Every table of an export; the chosen one, of records or events, first."""
    flat = of_fields(FIELDS)
    said = {"choice": str(bundle.choice)}
    records = Table(
        "records",
        (*RECORD, *flat),
        lambda: (_record(t, bundle) | said for t in bundle.told),
    )
    events = Table(
        "events", (*EVENT, *flat), lambda: (_event(e) | said for e in bundle.events)
    )
    chosen = (events, records) if bundle.choice.events else (records, events)
    documents = bundle.documents.values()
    return (
        *chosen,
        Table("values", VALUE, lambda: (r for t in bundle.told for r in _values(t))),
        Table("documents", DOCUMENT, lambda: map(_document, documents)),
        Table("codebook", CODEBOOK, lambda: map(_field, FIELDS)),
    )


def _record(told: Told, bundle: Bundle) -> dict[str, Any]:
    document = told.document
    return {
        "incident_id": told.id,
        "event_key": told.event_key,
        "doc_id": told.row["doc_id"],
        "status": told.status,
        "reviewers": "; ".join(told.reviewers),
        "confidence": told.confidence,
        **_source(document),
        "page": told.page,
        "contradicted": "; ".join(bundle.contradicted[told.id]) or None,
        **_flat(told),
    }


def _event(event: Event) -> dict[str, Any]:
    tolls = {
        f"{name}_{end}": number
        for name, toll in event.row["tolls"].items()
        for end, number in toll.items()
    }
    published = sorted(str(t.document.get("published") or "") for t in event.told)
    known = [day for day in published if day]
    return {
        "event_key": event.id,
        "incident_ids": "; ".join(t.id for t in event.told),
        "reports": event.row["reports"],
        "origins": event.row["origins"],
        "disagree": "; ".join(event.row["disagree"]),
        "first_published": known[0] if known else None,
        "last_published": known[-1] if known else None,
        **tolls,
        **_flat(event),
    }


def _flat(unit: Told | Event) -> dict[str, Any]:
    """The codebook's fields of a record or event, one value a cell."""
    cells: dict[str, Any] = {}
    for field in FIELDS:
        cells |= _cells(field, unit.of(field.name))
    return cells | _located(unit.place)


def _cells(field: Field, values: list[Any]) -> dict[str, Any]:
    name = field.name.replace(".", "_")
    first = next(iter(values), None)
    if field.kind is Kind.FIGURE:
        return {f"{name}_{end}": (first or {}).get(end) for end in ("min", "max")}
    if field.kind is Kind.DAY:
        return {name: first, **_days(name, first)}
    if field.kind is Kind.NAMED:
        words, term = field.parts
        return {name: _list(v[words] for v in values)} | {
            f"{name}_{term}": _list(v[term] for v in values)
        }
    if field.kind is Kind.PEOPLE:
        return {name: _list(map(say, values))}
    return {name: _list(values) if field.many else first}


def _list(values: Iterable[Any]) -> str | None:
    return "; ".join(map(str, values)) or None


def _days(name: str, value: str | None) -> dict[str, Any]:
    days = dated(value)
    if days is None:
        return {}
    return {
        f"{name}_first": days.first,
        f"{name}_last": days.last,
        f"{name}_precision": days.precision,
    }


def _located(place: Placed | None) -> dict[str, Any]:
    """Where it lies; only what can be drawn as a point has coordinates."""
    if place is None:
        return {}
    point = place.is_point
    return {
        "place": place.name,
        "place_kind": place.kind or None,
        "geonames_id": place.geonames,
        "place_country": place.country or None,
        "admin1": place.admin1,
        "latitude": place.lat if point else None,
        "longitude": place.lon if point else None,
        "ucdp_precision": place.ucdp,
        "acled_precision": place.acled,
        "place_evidence": place.evidence,
    }


def _source(document: Cells) -> dict[str, Any]:
    keys = ("title", "publisher", "published", "url")
    return {key: document.get(key) for key in keys}


def _values(told: Told) -> Iterator[dict[str, Any]]:
    """A row for each quote of each value, and of each other reading."""
    places = {p.name: p for p in told.places}
    number: dict[str, int] = {}
    for value in told.values:
        n = number[value.field] = number.get(value.field, -1) + 1
        head = {
            "incident_id": told.id,
            "event_key": told.event_key,
            "doc_id": told.row["doc_id"],
            "field": value.field,
            "number": n,
            "status": value.status,
            **_source(told.document),
        }
        what = _reading(value, value.value, places) | {"confidence": value.confidence}
        text = str(told.document["text"])
        yield from _cited(head | what | {"reading": "taken"}, value.citations, text)
        for other in value.alternatives:
            what = _reading(value, other["value"], places)
            told_so = head | what | {"reading": "alternative"}
            yield from _cited(told_so, other["citations"], text)


def _reading(value: Value, read: Any, places: Mapping[str, Placed]) -> dict[str, Any]:
    """What a value says, in cells of its kind."""
    cells: dict[str, Any] = {"value": say(read)}
    if isinstance(read, Mapping):
        parts = [v for k, v in read.items() if k in ("category", "link")]
        cells["value"] = say(read) if not parts else next(iter(read.values()))
        cells |= {"term": parts[0]} if parts else {}
        cells |= {k: read[k] for k in ("min", "max") if k in read}
    if value.field == "date":
        cells |= {k.removeprefix("date_"): v for k, v in _days("date", read).items()}
    if value.field in ("places", "countries") and read in places:
        located = _located(places[read])
        cells |= {k: v for k, v in located.items() if k != "place"}
    return cells


def _cited(
    head: dict[str, Any], citations: Iterable[Cells], text: str
) -> Iterator[dict[str, Any]]:
    for n, citation in enumerate(citations, 1):
        focus = citation.get("focus") or (None, None)
        yield head | {
            "citation": n,
            "quote": citation.get("quote"),
            "page": citation.get("page"),
            "start": citation["start"],
            "end": citation["end"],
            "focus_start": focus[0],
            "focus_end": focus[1],
            **_support(citation, text),
        }


def _support(citation: Cells, text: str) -> dict[str, Any]:
    """Whether the quote prints the value, or what else the value rests on."""
    basis = Derivation.read(citation.get("derived_from"))
    if basis is None:
        return {"support": "printed"}
    words = text[basis.start : basis.end] if basis.start is not None else ""
    return {"support": basis.kind, "support_words": words or None}


def _document(row: Cells) -> dict[str, Any]:
    return {c.name: row.get(c.name) for c in DOCUMENT}


def _field(field: Field) -> dict[str, Any]:
    return {
        "field": field.name,
        "label": field.label,
        "kind": field.kind.value,
        "many": field.many,
        "terms": "; ".join(field.terms) or None,
    }
