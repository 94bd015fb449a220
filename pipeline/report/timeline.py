"""The timeline: a mark for each dated event, heaped on its year or month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from incidents.pipeline import edtf
from incidents.pipeline.report.entries import Event

WIDTH, _STEP, _TOP = 1000.0, 12.0, 30.0
_HIGHEST = 320.0  # of a heap; in a higher one the marks are flatter
_MONTHS = 4  # years, up to which a column is a month


@dataclass(frozen=True, slots=True)
class Mark:
    """An event, drawn as a square."""

    x: float
    y: float
    event: Event


@dataclass(frozen=True, slots=True)
class Timeline:
    """All marks, how wide and tall each is, and the years below them."""

    height: float
    size: float
    tall: float
    marks: tuple[Mark, ...]
    years: tuple[tuple[float, int], ...]
    undated: int


def in_time(events: Iterable[Event]) -> list[Event]:
    """By date, the earliest first; what has none stands last, as it came."""
    return sorted(events, key=lambda event: _day(event) or date.max)


def draw(events: Iterable[Event]) -> Timeline:
    """Heap the records up, the earliest to the left."""
    events = list(events)
    dated = sorted(
        ((day, n, e) for n, e in enumerate(events) if (day := _day(e))),
        key=lambda d: d[:2],
    )
    if not dated:
        return Timeline(_TOP, 0, 0, (), (), len(events))
    first, last = dated[0][0].year, dated[-1][0].year
    parts = 12 if last - first < _MONTHS else 1
    columns = (last - first + 1) * parts
    wide = WIDTH / columns
    heaps: dict[int, list[Event]] = {}
    for day, _, event in dated:
        column = (day.year - first) * parts + (day.month - 1) * parts // 12
        heaps.setdefault(column, []).append(event)
    size = round(min(_STEP, wide) - 1, 2)
    most = max(map(len, heaps.values()))
    step = min(size + 1, _HIGHEST / most)
    height = most * step + _TOP
    marks = tuple(
        Mark(round(column * wide, 1), round(height - _TOP - (n + 1) * step, 2), e)
        for column, heap in heaps.items()
        for n, e in enumerate(heap)
    )
    each = max(1, round(60 / (wide * parts)))  # years, so that their names stay apart
    years = tuple(
        (round((year - first) * parts * wide, 1), year)
        for year in range(first, last + 1)
        if (year - first) % each == 0
    )
    tall = round(step * size / (size + 1), 2)
    undated = len(events) - len(dated)
    return Timeline(round(height, 1), size, tall, marks, years, undated)


def _day(event: Event) -> date | None:
    """The first day that an event's date may mean."""
    for value in event.of("date"):
        span = edtf.bounds(value) if isinstance(value, str) else None
        if span:
            return span[0]
    return None
