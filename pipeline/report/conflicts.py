"""Where sources differ: records of one event, and readings of one document."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pipeline.fields import BY_NAME, SINGLE
from pipeline.report.entries import Entry
from pipeline.review.values import Value

#: Lists differ nearly always; what is counted or dated can be said to conflict.
_COMPARED = (*(f for f in BY_NAME if f in SINGLE and f != "assertion"), "countries")


@dataclass(frozen=True, slots=True)
class Row:
    """One field, and each record's values of it."""

    field: str
    cells: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """An event, its records, and the fields in which they differ."""

    entries: tuple[Entry, ...]
    rows: tuple[Row, ...]


def conflicts(entries: Iterable[Entry]) -> list[Conflict]:
    """Every event of which two records differ, or one has another reading."""
    events: dict[str, list[Entry]] = {}
    for entry in entries:
        events.setdefault(entry.event, []).append(entry)
    found = [Conflict(tuple(m), tuple(_rows(m))) for m in events.values()]
    return [conflict for conflict in found if conflict.rows]


def _rows(members: list[Entry]) -> Iterable[Row]:
    for field in BY_NAME:
        cells = tuple(
            tuple(v for v in entry.values if v.field == field) for entry in members
        )
        others = any(v.alternatives for cell in cells for v in cell)
        if others or (field in _COMPARED and len({_key(c) for c in cells if c}) > 1):
            yield Row(field, cells)


def _key(cell: Iterable[Value]) -> str:
    held: list[Any] = sorted(json.dumps(v.value, sort_keys=True) for v in cell)
    return json.dumps(held)
