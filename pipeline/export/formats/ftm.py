"""FollowTheMoney: entities, and statements whose origin is the quote they rest on.

``FILE-statements.json`` has one statement a line. Nobody is given a topic such as
crime: suspects are suspects.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha1
from pathlib import Path
from typing import Any

from incidents.pipeline import files
from incidents.pipeline.export.bundle import Bundle, Row, Told
from incidents.pipeline.export.places import Placed
from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.kinds import Kind
from incidents.pipeline.review.values import Value
from incidents.pipeline.review.words import label, say, term

SUFFIX = ".json"
_DATASET = "incidents"
#: Which property of an event each field becomes; figures and the rest are notes.
_PROPERTIES = {"countries": "country", "places": "location"}
Statement = dict[str, Any]


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write the entities, and their statements beside them."""
    entities: dict[str, dict[str, Any]] = {}
    beside = out.with_name(f"{out.stem}-statements{out.suffix}")
    files.write_lines(beside, _counted(_statements(bundle), entities))
    files.write_lines(out, entities.values())
    return [f"beside it: {beside.name}"]


def _counted(
    statements: Iterator[Statement], entities: dict[str, dict[str, Any]]
) -> Iterator[Statement]:
    """Each statement once, put into its entity as it passes."""
    seen = set()
    for statement in statements:
        if statement["id"] in seen:
            continue
        seen.add(statement["id"])
        entity = entities.setdefault(
            statement["entity_id"],
            {
                "id": statement["entity_id"],
                "schema": statement["schema"],
                "properties": {},
                "datasets": [_DATASET],
            },
        )
        held = entity["properties"].setdefault(statement["prop"], [])
        held.append(statement["value"])
        yield statement


def _statements(bundle: Bundle) -> Iterator[Statement]:
    for row in bundle.cited.values():
        yield from _document(row)
    for told in bundle.told:
        yield from _event(told, str(bundle.choice))


def _say(
    schema: str, id: str, told: Mapping[str, Any], origin: str
) -> Iterator[Statement]:
    """A statement for each property that has a value."""
    for prop, value in told.items():
        if value not in (None, ""):
            key = f"{_DATASET}.{id}.{prop}.{value}"
            yield {
                "canonical_id": id,
                "entity_id": id,
                "prop": prop,
                "schema": schema,
                "value": str(value),
                "dataset": _DATASET,
                "lang": None,
                "original_value": None,
                "first_seen": None,
                "last_seen": None,
                "external": False,
                "origin": origin,
                "id": sha1(key.encode("utf-8", "replace")).hexdigest(),
            }


def _id(*parts: str) -> str:
    """An id made of what the thing is."""
    return (
        f"incidents-{sha1(chr(0).join(parts).encode('utf-8', 'replace')).hexdigest()}"
    )


def _document_id(row: Row) -> str:
    return _id("document", str(row["doc_id"]))


def _document(row: Row) -> Iterator[Statement]:
    told = {
        "fileName": row.get("source") or row["doc_id"],
        "title": row.get("title"),
        "publisher": row.get("publisher"),
        "date": row.get("published"),
        "sourceUrl": row.get("url"),
        "mimeType": row.get("media_type"),
    }
    yield from _say("Document", _document_id(row), told, str(row["doc_id"]))


def _event(told: Told, choice: str) -> Iterator[Statement]:
    id, whole = _id("event", told.id), str(told.row["doc_id"])
    named = (*told.of("incident_type"), *told.of("places")[:1], told.row.get("date"))
    days = told.dated
    about = {
        "name": ", ".join(str(part) for part in named if part),
        "recordId": told.id,
        "proof": _document_id(told.document),
        "sourceUrl": told.document.get("url"),
        "description": choice,
    }
    yield from _say("Event", id, about, whole)
    for value in told.values:
        yield from _value(told, id, value)
    if days is not None:
        ends = {"startDate": days.first.isoformat(), "endDate": days.last.isoformat()}
        yield from _say("Event", id, ends, whole)
    if told.place is not None:
        yield from _address(id, told.place, whole)


def _value(told: Told, event: str, value: Value) -> Iterator[Statement]:
    origin = _origin(told, value)
    kind = BY_NAME[value.field].kind
    if value.field == "groups":
        if value.value["link"] != "denied":
            group = _id("group", value.value["name"])
            name = {"name": value.value["name"]}
            yield from _say("Organization", group, name, origin)
            yield from _link(group, event, value.value["link"], origin)
    elif value.field == "suspects.names":
        yield from _person(told, event, str(value.value), "suspect", origin, {})
    elif kind is Kind.PEOPLE:
        person = value.value
        steps = ", ".join(map(term, person["legal"] or ())) or "suspect"
        country = str(person.get("nationality") or "").lower()
        about = {"nationality": country}
        yield from _person(told, event, person["name"], steps, origin, about)
    elif value.field in _PROPERTIES:
        said = str(value.value)
        said = said.lower() if kind is Kind.COUNTRY else said
        yield from _say("Event", event, {_PROPERTIES[value.field]: said}, origin)
    elif kind is Kind.TERM:
        yield from _say("Event", event, {"keywords": term(str(value.value))}, origin)
    elif kind is not Kind.DAY:
        note = f"{label(value.field)}: {say(value.value)}"
        yield from _say("Event", event, {"notes": note}, origin)


def _person(
    told: Told, event: str, name: str, role: str, origin: str, about: Mapping[str, str]
) -> Iterator[Statement]:
    """A person of one document: of one name there may be many people."""
    person = _id("person", str(told.row["doc_id"]), name)
    yield from _say("Person", person, {"name": name, **about}, origin)
    yield from _link(person, event, role, origin)


def _link(one: str, event: str, role: str, origin: str) -> Iterator[Statement]:
    told = {"subject": one, "object": event, "role": role}
    yield from _say("UnknownLink", _id("link", one, event, role), told, origin)


def _address(event: str, place: Placed, origin: str) -> Iterator[Statement]:
    id = _id("address", str(place))
    point = place.is_point
    told = {
        "full": place.name,
        "city": place.name if place.ucdp in (1, 2) else None,
        "state": place.admin1,
        "country": place.country.lower(),
        "latitude": place.lat if point else None,
        "longitude": place.lon if point else None,
    }
    yield from _say("Address", id, told, origin)
    yield from _say("Event", event, {"addressEntity": id}, origin)


def _origin(told: Told, value: Value) -> str:
    """Where a value is said: the document, and the characters of its first quote."""
    doc_id = str(told.row["doc_id"])
    first = next(iter(value.citations), None)
    return f"{doc_id}#char={first['start']},{first['end']}" if first else doc_id
