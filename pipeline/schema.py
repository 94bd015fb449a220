"""The JSON Schemas of a record and of an event, made from the table of fields.

``corpus/record.schema.json`` and ``corpus/event.schema.json`` are these, published; a
test holds them to the code.
"""

from __future__ import annotations

from typing import Any

from incidents.pipeline import kinds
from incidents.pipeline.fields import FIELDS, HEADS, Field
from incidents.pipeline.kinds import Kind, nullable, record_of
from incidents.pipeline.records import DERIVATIONS, LEGAL_STEPS

IDS = ("doc_id", "incident_id", "event_key")
_ID = {"type": "string", "minLength": 1}
_TEXT = {"type": "string"}
_WHOLE = {"type": "integer", "minimum": 0}
_NUMBER = {"type": "number"}
_SHARE = {"type": "number", "minimum": 0, "maximum": 1}
_FOCUS = {"type": "array", "items": _WHOLE, "minItems": 2, "maxItems": 2}
_BOX = {"type": "array", "items": _NUMBER, "minItems": 5, "maxItems": 5}
_DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def record_schema() -> dict[str, Any]:
    """The schema of one line of ``gold.jsonl`` or ``records.jsonl``."""
    properties = (
        dict.fromkeys(IDS, _ID)
        | _coded()
        | {
            "citations": _list(_citation("field")),
            "alternatives": _list(
                record_of({"field": _TEXT, "value": _TEXT, "citation": _citation()})
            ),
            "passages": _list(
                record_of(
                    {
                        "start": _WHOLE,
                        "end": _WHOLE,
                        "strength": _NUMBER,
                        "reason": _TEXT,
                    }
                )
            ),
            "confidence": nullable(_SHARE),
            "confidences": {"type": "object", "additionalProperties": _SHARE},
            "ocr": {"const": True}
            | {"description": "Some of it is cited from a page that OCR read."},
            "reviewed": record_of(
                {"by": {"type": "array", "items": _ID, "minItems": 1}, "at": _DAY}
            )
            | {"description": "Who accepted the record, and on which day."},
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Incident record",
        "description": "One incident as one document tells it, each value cited.",
        **record_of(properties, (*IDS, *HEADS, "citations")),
    }


def event_schema() -> dict[str, Any]:
    """The schema of one line of ``events.jsonl``."""
    ids = _list(_ID)
    pair = {"a": _ID, "b": _ID}
    tolls = [f.name for f in FIELDS if f.kind is Kind.FIGURE and not f.part]
    ends = record_of(dict.fromkeys(("low", "best", "high"), nullable(_WHOLE)))
    properties = {
        "event_key": _ID,
        "incident_ids": ids | {"minItems": 1},
        "reports": _WHOLE,
        "origins": _WHOLE,
        "copies": _list(record_of(pair | {"passage": _TEXT})),
        "same_file": _list(ids),
        "disagree": _list({"enum": [field.name for field in FIELDS]}),
        "tolls": record_of(dict.fromkeys(tolls, ends), ()),
        "fields": record_of({field.name: _told(field) for field in FIELDS}, ()),
        "legal_steps": _list(_legal_step()),
        "joined": _list(record_of(pair | {"sure": _SHARE, "reason": _TEXT})),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Event",
        "description": "One event, and what each report says of it, each claim cited.",
        **record_of(properties),
    }


def _legal_step() -> dict[str, Any]:
    """One step that was taken against a suspect of an event."""
    return record_of(
        {
            "step": {"enum": list(LEGAL_STEPS)},
            "name": nullable(_TEXT),
            "date": nullable(_TEXT),
            "told": nullable(_DAY),
            "incident_id": _ID,
            "doc_id": _ID,
            "citations": _list(_claimed()),
        }
    )


def _claimed() -> dict[str, Any]:
    """A citation whose field may be told by where it stands."""
    cited = _citation("field")
    cited["required"] = [key for key in cited["required"] if key != "field"]
    return cited


def _told(field: Field) -> dict[str, Any]:
    """What the reports of an event say of one field."""
    value = kinds.schema(field.kind, field.terms, field.parts)
    cited = _claimed()
    known = {"incident_id": _ID, "doc_id": _ID}
    source = {"publisher": nullable(_TEXT), "published": nullable(_DAY)}
    claim = known | source | {"value": value, "citations": _list(cited)}
    marks = {"hedged": {"const": True}, "alternative": {"const": True}}
    reading = {
        "value": value,
        "origins": _WHOLE,
        "claims": _list(record_of(claim | marks, claim)),
    }
    contradicts = {"contradicts": {"const": True}}
    return record_of(
        {
            "best": _list(value) if field.many else value,
            "rule": _TEXT,
            "disagree": {"type": "boolean"},
            "values": _list(record_of(reading | contradicts, reading)),
        }
    )


def _coded() -> dict[str, Any]:
    """The codebook's keys; parts of one key are an object."""
    coded: dict[str, Any] = {}
    for head in HEADS:
        found = [field for field in FIELDS if field.head == head]
        keys = {key: s for field in found for key, s in _keys(field).items()}
        needed = [key for f in found for key in _keys(f)]
        coded[head] = record_of(keys, needed) if found[0].part else keys[head]
    return coded


def _keys(field: Field) -> dict[str, Any]:
    """What stands under the keys of a field."""
    schema = kinds.schema(field.kind, field.terms, field.parts)
    key = field.part or field.head
    if field.ends:
        return dict(zip(field.ends, schema["properties"].values(), strict=True))
    if field.many:
        return {key: _list(schema)}
    return {key: schema if field.required else nullable(schema)}


def _list(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": schema}


def _citation(*field: str) -> dict[str, Any]:
    """A citation, to which a run adds the boxes of its lines.

    ``field`` is left out where what the citation stands in names it. A coder may say in
    words what a value is derived from.
    """
    basis = {
        "kind": {"enum": list(DERIVATIONS)},
        "start": nullable(_WHOLE),
        "end": nullable(_WHOLE),
    }
    needed = dict.fromkeys(field, _TEXT) | {
        "start": _WHOLE,
        "end": _WHOLE,
        "quote": _TEXT,
    }
    derived_from = nullable(record_of(basis, ["kind"]))
    derived_from["anyOf"].append(_TEXT)
    told = {
        "page": _WHOLE,
        "focus": nullable(_FOCUS),
        "derived_from": derived_from,
        "boxes": _list(_BOX),
    }
    return record_of(needed | told, needed)
