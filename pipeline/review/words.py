"""Values and fields in words, for a reader."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pipeline.records import Derivation
from pipeline.review.folder import Document

_RANGE = re.compile(r"(?=.*\d)(\d*)\.\.(\d*)")  # as alternatives have it
_LABELS = {
    "incident_type": "Type",
    "attack_types": "Attack type",
    "countries": "Country",
    "places": "Place",
    "targets": "Target",
    "groups": "Group",
    "weapons": "Weapon",
    "suspects.count": "Suspects",
    "suspects.nationalities": "Nationality",
    "suspects.ages": "Age",
    "suspects.names": "Suspect",
    "legal": "Legal step",
}
_WHY = {
    "published": "counted from the day of publication, {published}",
    "passage": "with another passage",
    "column": "by its column",
    "heading": "by its heading",
    "place": "country of the place",
    "event": "as the event is told",
    "manner": "by the manner told",
    "sum": "sum of the figures",
    "coder": "by the coder's judgement",
}
#: The same where the words that it rests on are known.
_LEANT = _WHY | {
    "passage": "with “{words}”",
    "column": "under “{words}”",
    "heading": "under “{words}”",
    "coder": "by the coder's judgement, with “{words}”",
}


def label(field: str) -> str:
    """The name of ``field`` on the form."""
    return _LABELS.get(field) or field.replace("_", " ").capitalize()


def say(value: Any) -> str:
    """``value`` in words: ``81 or more``, ``market (business)``.

    >>> say({"min": 81, "max": None}), say("..399"), say({"name": "ETA", "link": "x"})
    ('81 or more', 'up to 399', 'ETA (x)')
    """
    if value is None:
        return "none"
    if isinstance(value, dict):
        if set(value) >= {"min", "max"}:
            return _say_range(value["min"], value["max"])
        parts = [str(part) for part in value.values() if part is not None]
        return (
            parts[0] + "".join(f" ({term(part)})" for part in parts[1:2])
            if parts
            else ""
        )
    if isinstance(value, str) and (ends := _RANGE.fullmatch(value)):
        return _say_range(ends[1] or None, ends[2] or None)
    if isinstance(value, list | tuple):
        return ", ".join(map(say, value))
    return str(value)


def term(name: str) -> str:
    """A term of the codebook as words."""
    return name.replace("_", " ")


def why(citation: Mapping[str, Any], document: Document) -> str:
    """How a value follows from its quote, in words; empty where it stands in it.

    What a coder wrote of it is given as written.
    """
    given = citation.get("derived_from")
    basis = Derivation.read(given)
    if basis is None:
        return ""
    if isinstance(given, str):
        return given
    words = document.text[basis.start : basis.end] if basis.start is not None else ""
    told = _LEANT[basis.kind] if words else _WHY[basis.kind]
    return told.format(words=words, published=document.row.get("published"))


def _say_range(low: Any, high: Any) -> str:
    if low == high:
        return str(low)
    if high is None:
        return f"{low} or more"
    return f"up to {high}" if low is None else f"{low} to {high}"
