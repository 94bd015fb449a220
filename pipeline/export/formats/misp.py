"""MISP events: an event a record, an attribute a value with its quotes.

In MISP's core format; nothing is marked to be looked for in logs (``to_ids``), and each
event is for one's own organisation until somebody shares it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from incidents.pipeline.export.bundle import Bundle, Told
from incidents.pipeline.export.cells import clean
from incidents.pipeline.export.days import dated
from incidents.pipeline.export.json_array import write_members
from incidents.pipeline.export.places import Placed
from incidents.pipeline.review.values import Value
from incidents.pipeline.review.words import label, say

SUFFIX = ".json"
_URL = "https://pypi.org/project/incident-pipeline/"
_EPOCH = date(1970, 1, 1)
_MOST = 1_000  # characters of a comment
#: Category and type of a value in MISP; of any other field, a text.
_KINDS = {
    "groups": ("Attribution", "threat-actor"),
    "places": ("Targeting data", "target-location"),
    "targets": ("Targeting data", "target-external"),
    "suspects.names": ("Person", "full-name"),
    "suspects.nationalities": ("Person", "nationality"),
}
_TEXT = ("Other", "text")
#: MISP's own template of a place.
_PLACE = {
    "name": "geolocation",
    "meta-category": "misc",
    "template_uuid": "cd6f2238-ba55-4888-82c4-104e6e1acf21",
    "template_version": "8",
}
_TAGGED = ("incident_type", "outcome", "assertion")
Thing = dict[str, Any]


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write the events, one by one."""
    events = ({"Event": _event(told, str(bundle.choice))} for told in bundle.told)
    write_members(out, events, {}, "response")
    return []


def _event(told: Told, choice: str) -> Thing:
    named = (*told.of("incident_type"), *told.of("places")[:1], told.row.get("date"))
    return {
        "uuid": _id(told.id),
        "info": clean(", ".join(str(part) for part in named if part) or told.id),
        "date": (told.dated.first if told.dated else _day(told)).isoformat(),
        "timestamp": str((_day(told) - _EPOCH).days * 86_400),
        "threat_level_id": "4",  # undefined
        "analysis": "2" if told.status == "done" else "0",
        "distribution": "0",  # one's own organisation
        "published": False,
        "Orgc": {"name": "incident-pipeline", "uuid": _id("maker")},
        "Tag": list(_tags(told)),
        "Attribute": [*_source(told, choice), *_attributes(told)],
        "Object": [_place(told, p) for p in told.places if p.is_point],
    }


def _id(*parts: str) -> str:
    return str(uuid5(NAMESPACE_URL, _URL + clean("\t".join(("misp", *parts)))))


def _day(told: Told) -> date:
    """The day that the report appeared, by which what it tells is dated."""
    published = dated(str(told.document.get("published") or ""))
    return published.first if published else _EPOCH


def _tags(told: Told) -> Iterator[Thing]:
    for field in _TAGGED:
        for value in told.of(field):
            yield {"name": clean(f'incident-pipeline:{field}="{value}"')}


def _source(told: Told, choice: str) -> Iterator[Thing]:
    """The report, and what was chosen to be exported."""
    document = told.document
    said = ", ".join(
        str(document[k]) for k in ("title", "publisher") if document.get(k)
    )
    url = str(document.get("url") or "")
    linked = url.startswith(("http://", "https://"))
    kind, value = ("link", url) if linked else ("text", str(told.row["doc_id"]))
    yield _attribute((told.id, "source"), "External analysis", kind, value, said)
    yield _attribute((told.id, "choice"), "Other", "comment", choice, "export")


def _attributes(told: Told) -> Iterator[Thing]:
    for n, value in enumerate(told.values):
        denied = isinstance(value.value, dict) and value.value.get("link") == "denied"
        category, kind = _TEXT if denied else _KINDS.get(value.field, _TEXT)
        said = value.value
        if kind != "text" and isinstance(said, dict):
            said = next(iter(said.values()))
        key = (told.id, value.id, str(n))
        yield _attribute(key, category, kind, say(said), _comment(value))


def _comment(value: Value) -> str:
    """The field, the whole value, and its quotes."""
    quotes = dict.fromkeys(str(c.get("quote") or "") for c in value.citations)
    told = (f"“{quote}”" for quote in quotes if quote)
    return " ".join((f"{label(value.field)}: {say(value.value)}.", *told))[:_MOST]


def _place(told: Told, place: Placed) -> Thing:
    cells = {
        "latitude": ("float", place.lat),
        "longitude": ("float", place.lon),
        "text": ("text", place.name),
        "countrycode": ("text", place.country),
        "region": ("text", place.admin1),
    }
    key = (told.id, "place", place.name)
    return _PLACE | {
        "uuid": _id(*key),
        "Attribute": [
            _attribute((*key, name), "Other", kind, str(value), "")
            | {"object_relation": name}
            for name, (kind, value) in cells.items()
            if value not in (None, "")
        ],
    }


def _attribute(
    key: Sequence[str], category: str, kind: str, value: str, comment: str
) -> Thing:
    return {
        "uuid": _id(*key),
        "category": category,
        "type": kind,
        "value": clean(value),
        "comment": clean(comment),
        "to_ids": False,
        "disable_correlation": kind == "text",
    }
