"""STIX 2.1: a bundle of incidents, groups, suspects, places and reports.

An incident is as likely as its ``confidence``, and its quotes are external references.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from incidents.pipeline.export.bundle import Bundle, Row, Told
from incidents.pipeline.export.cells import clean
from incidents.pipeline.export.json_array import write_members
from incidents.pipeline.export.places import Placed
from incidents.pipeline.review.words import label, say, term

SUFFIX = ".json"
_EPOCH = "1970-01-01"
_URL = "https://pypi.org/project/incident-pipeline/"
_MOST = 1_000  # characters of a quote
Thing = dict[str, Any]


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write the bundle, object by object, each once."""
    head = {"type": "bundle", "id": _id("bundle", str(bundle.folder.name))}
    write_members(out, _once(_objects(bundle)), head, "objects")
    return []


def _once(things: Iterator[Thing]) -> Iterator[Thing]:
    seen = set()
    for thing in things:
        if thing["id"] not in seen:
            seen.add(thing["id"])
            yield thing


def _objects(bundle: Bundle) -> Iterator[Thing]:
    yield _maker(str(bundle.choice))
    told_in: dict[str, list[str]] = {}
    for told in bundle.told:
        for thing in _incident(told):
            told_in.setdefault(str(told.row["doc_id"]), []).append(thing["id"])
            yield thing
    for doc_id, ids in told_in.items():
        yield _report(bundle.documents[doc_id], list(dict.fromkeys(ids)))


def _id(kind: str, *parts: str) -> str:
    """An id made of what the thing is."""
    key = clean("\t".join((kind, *parts)))
    return f"{kind}--{uuid5(NAMESPACE_URL, _URL + key)}"


def _thing(kind: str, key: Sequence[str], day: str, **told: Any) -> Thing:
    return {
        "type": kind,
        "spec_version": "2.1",
        "id": _id(kind, *key),
        "created": f"{day}T00:00:00.000Z",
        "modified": f"{day}T00:00:00.000Z",
        **{name: value for name, value in told.items() if value not in (None, "", [])},
    }


def _day(row: Row) -> str:
    """The day a document appeared, by which what it tells is dated."""
    told = str(row.get("published") or "")
    return told if len(told) == len(_EPOCH) else _EPOCH


def _maker(choice: str) -> Thing:
    return _thing(
        "identity",
        ("maker",),
        _EPOCH,
        name="incident-pipeline",
        identity_class="system",
        description=choice,
    )


def _incident(told: Told) -> Iterator[Thing]:
    day = _day(told.document)
    named = (*told.of("incident_type"), *told.of("places")[:1], told.row.get("date"))
    lines = (f"{label(v.field)}: {say(v.value)}" for v in told.values)
    incident = _thing(
        "incident",
        (told.id,),
        day,
        created_by_ref=_id("identity", "maker"),
        name=", ".join(str(part) for part in named if part) or told.id,
        description="\n".join(lines),
        labels=sorted({term(str(v)) for f in _TERMS for v in told.of(f)}),
        confidence=None if told.confidence is None else round(told.confidence * 100),
        external_references=list(_references(told)),
    )
    yield incident
    for thing, relation in _around(told, day):
        yield thing
        yield _relation(incident["id"], relation, thing["id"], day)


_TERMS = ("incident_type", "outcome", "attack_types", "legal", "assertion")


def _around(told: Told, day: str) -> Iterator[tuple[Thing, str]]:
    """Groups, suspects and places, with how each is tied to the incident."""
    for group in told.of("groups"):
        if group["link"] != "denied":
            actor = _thing("threat-actor", (group["name"],), _EPOCH, name=group["name"])
            strong = group["link"] in ("claimed", "directed", "attributed")
            yield actor, "attributed-to" if strong else "related-to"
    for name in told.of("suspects.names"):
        key = ("person", str(told.row["doc_id"]), name)
        yield (
            _thing("identity", key, day, name=name, identity_class="individual"),
            "related-to",
        )
    for place in told.places:
        if place.country or place.is_point:
            yield _location(place), "located-at"


def _location(place: Placed) -> Thing:
    point = place.is_point
    return _thing(
        "location",
        (str(place),),
        _EPOCH,
        name=place.name,
        country=place.country,
        administrative_area=place.admin1,
        city=place.name if place.ucdp in (1, 2) else None,
        latitude=place.lat if point else None,
        longitude=place.lon if point else None,
    )


def _relation(one: str, how: str, other: str, day: str) -> Thing:
    return _thing(
        "relationship",
        (one, how, other),
        day,
        relationship_type=how,
        source_ref=one,
        target_ref=other,
    )


def _references(told: Told) -> Iterator[Thing]:
    """The record's own id, and each quote once."""
    yield {"source_name": "incident-pipeline", "external_id": told.id}
    name = str(told.document.get("publisher") or told.row["doc_id"])
    url = _url(told.document)
    quotes = (str(c.get("quote") or "") for v in told.values for c in v.citations)
    for quote in dict.fromkeys(q[:_MOST] for q in quotes if q):
        yield {"source_name": name, "description": quote} | url


def _url(row: Row) -> dict[str, str]:
    told = str(row.get("url") or "")
    return {"url": told} if told.startswith(("http://", "https://")) else {}


def _report(row: Row, ids: list[str]) -> Thing:
    name = str(row.get("title") or row["doc_id"])
    reference = {
        "source_name": str(row.get("publisher") or row["doc_id"]),
        "hashes": {"SHA-256": str(row.get("sha256"))},
    }
    known = _url(row)
    return _thing(
        "report",
        (str(row["doc_id"]),),
        _day(row),
        created_by_ref=_id("identity", "maker"),
        name=name,
        published=f"{_day(row)}T00:00:00.000Z",
        object_refs=ids,
        external_references=[reference | known] if known else None,
    )
