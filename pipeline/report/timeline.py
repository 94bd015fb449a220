"""The timeline: a mark for each dated event, heaped on its year or month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline import edtf
from pipeline.report.entries import Event

WIDTH, _STEP, _TOP = 1000.0, 12.0, 30.0
_MONTHS = 4  # years, up to which a column is a month


@dataclass(frozen=True, slots=True)
class Mark:
    """An event, drawn as a square."""

    x: float
    y: float
    event: Event


@dataclass(frozen=True, slots=True)
class Timeline:
    """All marks, and the years below them."""

    height: float
    size: float
    marks: tuple[Mark, ...]
    years: tuple[tuple[float, int], ...]
    undated: int


def draw(events: Iterable[Event]) -> Timeline:
    """Heap the records up, the earliest to the left."""
    events = list(events)
    dated = sorted(
        ((day, n, e) for n, e in enumerate(events) if (day := _day(e))),
        key=lambda d: d[:2],
    )
    if not dated:
        return Timeline(_TOP, 0, (), (), len(events))
    first, last = dated[0][0].year, dated[-1][0].year
    parts = 12 if last - first < _MONTHS else 1
    columns = (last - first + 1) * parts
    wide = WIDTH / columns
    heaps: dict[int, list[Event]] = {}
    for day, _, event in dated:
        column = (day.year - first) * parts + (day.month - 1) * parts // 12
        heaps.setdefault(column, []).append(event)
    size = round(min(_STEP, wide) - 1, 2)
    height = max(map(len, heaps.values())) * (size + 1) + _TOP
    marks = tuple(
        Mark(round(column * wide, 1), round(height - _TOP - (n + 1) * (size + 1), 1), e)
        for column, heap in heaps.items()
        for n, e in enumerate(heap)
    )
    each = max(1, round(60 / (wide * parts)))  # years, so that their names stay apart
    years = tuple(
        (round((year - first) * parts * wide, 1), year)
        for year in range(first, last + 1)
        if (year - first) % each == 0
    )
    return Timeline(round(height, 1), size, marks, years, len(events) - len(dated))


def _day(event: Event) -> date | None:
    """The first day that an event's date may mean."""
    for value in event.of("date"):
        span = edtf.bounds(value) if isinstance(value, str) else None
        if span:
            return span[0]
    return None
