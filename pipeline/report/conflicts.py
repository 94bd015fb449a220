"""Where sources differ: reports of one event, and readings of one document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.merge.claims import agreement
from incidents.pipeline.report.entries import Event
from incidents.pipeline.review.values import Value


@dataclass(frozen=True, slots=True)
class Row:
    """One field, the value to use by which rule, and each record's values of it.

    Attributes:
        against: The values, as they are compared, that contradict the one to use.
    """

    field: str
    best: Any
    rule: str
    cells: tuple[tuple[Value, ...], ...]
    against: frozenset[str]

    def contradicts(self, value: Any) -> bool:
        """Whether a value cannot be true where the one to use is."""
        return agreement(value) in self.against

    def lit(self, cell: Iterable[Value]) -> bool:
        """Whether a record has a value that contradicts the one to use."""
        return any(self.contradicts(v.value) for v in cell)


@dataclass(frozen=True, slots=True)
class Conflict:
    """An event, and the fields in which its records differ."""

    event: Event
    rows: tuple[Row, ...]


def conflicts(events: Iterable[Event]) -> list[Conflict]:
    """Every event of which two reports differ, or one has another reading."""
    found = [Conflict(event, tuple(_rows(event))) for event in events]
    return [conflict for conflict in found if conflict.rows]


def _rows(event: Event) -> Iterable[Row]:
    for name in BY_NAME:
        told = event.row["fields"].get(name)
        if told and (told["disagree"] or _several(told)):
            cells = tuple(
                tuple(v for v in entry.values if v.field == name)
                for entry in event.entries
            )
            against = (v["value"] for v in told["values"] if v.get("contradicts"))
            yield Row(
                name,
                told["best"],
                told["rule"],
                cells,
                frozenset(map(agreement, against)),
            )


def _several(told: Mapping[str, Any]) -> bool:
    """Whether a record has another reading of the field."""
    return any(c.get("alternative") for v in told["values"] for c in v["claims"])
