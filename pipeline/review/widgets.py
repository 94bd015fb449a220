"""How each field is typed on the form."""

from __future__ import annotations

from dataclasses import dataclass

from incidents.pipeline.fields import BY_NAME, Field
from incidents.pipeline.kinds import Kind

_HINTS = {Kind.DAY: "date", Kind.COUNTRY: "countries"}
_NAMES = {"PLACE": "places", "GROUP": "groups"}


@dataclass(frozen=True, slots=True)
class Widget:
    """How a field is typed.

    Attributes:
        kind: The kind of its values.
        terms: The terms to choose from.
        part: What the term of a named thing is called.
        hints: The list that is offered while one types.
    """

    kind: str
    terms: tuple[str, ...]
    part: str
    hints: str


def widget(field: Field) -> Widget:
    """The widget of one field."""
    hints = _HINTS.get(field.kind) or _NAMES.get(field.mention, "")
    return Widget(field.kind.value, field.terms, field.parts[1].capitalize(), hints)


WIDGETS = {name: widget(field) for name, field in BY_NAME.items()}
