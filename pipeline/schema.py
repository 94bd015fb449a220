"""The JSON Schema of a record, generated from the definitions in ``records.py``.

``corpus/record.schema.json`` is this schema, published; a test holds it to the code.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from itertools import takewhile
from typing import Any, Union, get_args, get_origin, get_type_hints

from pipeline import records

#: The terms of each field, or of each of its values; of objects, of the part named.
TERMS: Mapping[str, tuple[str, ...]] = {
    "Incident.incident_type": records.INCIDENT_TYPES,
    "Incident.outcome": records.OUTCOMES,
    "Incident.date_basis": records.DATE_BASES,
    "Incident.attack_types": records.ATTACK_TYPES,
    "Incident.legal": records.LEGAL_STEPS,
    "Incident.assertion": records.ASSERTIONS,
    "Target.category": records.TARGET_CATEGORIES,
    "Weapon.category": records.WEAPON_CATEGORIES,
    "GroupLink.link": records.LINKS,
    "Derivation.kind": records.DERIVATIONS,
}
_COUNTRY = {"type": "string", "pattern": "^[A-Z]{2}$"}
_PATTERNS: Mapping[str, Mapping[str, Any]] = {
    "Incident.countries": _COUNTRY,
    "Suspects.nationalities": _COUNTRY,
}
_ID = {"type": "string", "minLength": 1}
_SHARE = {"type": "number", "minimum": 0, "maximum": 1}
_REVIEWED = {
    "description": "Who accepted the record, and on which day.",
    "type": "object",
    "properties": {
        "by": {"type": "array", "items": _ID, "minItems": 1},
        "at": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    },
    "required": ["by", "at"],
    "additionalProperties": False,
}


#: The fields that the codebook codes; those after ``citations`` only a run writes.
CODED = tuple(
    takewhile(
        lambda name: name != "citations", (f.name for f in fields(records.Incident))
    )
)[1:]
IDS = ("doc_id", "incident_id", "event_key")


def record_schema() -> dict[str, Any]:
    """The schema of one line of ``gold.jsonl`` or ``records.jsonl``."""
    schema = _object(records.Incident)
    more = {
        "confidence": {"anyOf": [_SHARE, {"type": "null"}]},
        "confidences": {"type": "object", "additionalProperties": _SHARE},
        "reviewed": _REVIEWED,
    }
    properties = dict.fromkeys(IDS, _ID) | schema["properties"] | more
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Incident record",
        "description": "One incident as one document tells it, each value cited.",
        "type": "object",
        "properties": properties | dict.fromkeys(IDS, _ID),
        "required": [*IDS, *CODED, "citations"],
        "additionalProperties": False,
    }


def _object(kind: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    return {
        "type": "object",
        "properties": {
            name: _property(f"{kind.__name__}.{name}", hints[name]) for name in names
        },
        "required": [name for name in names if name not in _optional(kind)],
        "additionalProperties": False,
    }


def _optional(kind: type[Any]) -> tuple[str, ...]:
    """Keys that may be left out: a text without pages needs none."""
    return _OPTIONAL.get(kind, ())


def _property(name: str, hint: Any) -> dict[str, Any]:
    """The schema of a field, by its type and what stands of it above."""
    if get_origin(hint) in (Union, types.UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not types.NoneType]
        return {"anyOf": [*(_property(name, k) for k in kinds), {"type": "null"}]}
    if get_origin(hint) is tuple:
        return _list(name, get_args(hint))
    if is_dataclass(hint) and isinstance(hint, type):
        return _citation(name) if hint is records.Citation else _object(hint)
    if name in TERMS:
        return {"enum": list(TERMS[name])}
    if name in _PATTERNS:
        return dict(_PATTERNS[name])
    return dict(_PLAIN[hint])


def _list(name: str, kinds: tuple[Any, ...]) -> dict[str, Any]:
    """A list of any length, or of as many entries as its type names."""
    schema: dict[str, Any] = {"type": "array", "items": _property(name, kinds[0])}
    if kinds[-1] is not ...:
        schema |= {"minItems": len(kinds), "maxItems": len(kinds)}
    return schema


def _citation(name: str) -> dict[str, Any]:
    """A citation, to which a run adds the boxes of its lines."""
    schema = _object(records.Citation)
    box = {"type": "array", "items": {"type": "number"}, "minItems": 5, "maxItems": 5}
    schema["properties"]["boxes"] = {"type": "array", "items": box}
    # a coder may say in words what a value follows from
    schema["properties"]["derived_from"]["anyOf"].append({"type": "string"})
    if name != "Incident.citations":  # what it stands in names the field
        del schema["properties"]["field"]
        schema["required"].remove("field")
    return schema


_OPTIONAL: Mapping[type[Any], tuple[str, ...]] = {
    records.Citation: ("page", "focus", "derived_from"),
    records.Derivation: ("start", "end"),
}
_PLAIN: Mapping[Any, Mapping[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}
