"""How each field is typed on the form."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.review import codebook
from pipeline.review.values import FIELDS, OBJECTS, RANGES


@dataclass(frozen=True, slots=True)
class Widget:
    """How a field is typed: its kind, and the terms to choose from."""

    kind: str
    terms: tuple[str, ...] = ()
    hints: str = ""


def _widget(field: str) -> Widget:
    terms = codebook.CHOICES.get(field, ())
    if field in OBJECTS:
        return Widget("object", terms, "groups" if field == "groups" else "")
    if field in RANGES or field == "suspects.count":
        return Widget("range")
    if terms:
        return Widget("choice", terms)
    if field in ("countries", "suspects.nationalities"):
        return Widget("text", (), "countries")
    return Widget("text", (), {"places": "places", "date": "date"}.get(field, ""))


WIDGETS = {field: _widget(field) for field in FIELDS}
