"""Tables as reports print them, with what was read in each of their cells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

#: What stands between two cells of a row of the canonical text.
_BETWEEN = "\t"
#: Rows of one table that are shown.
_ROWS = 500


@dataclass(frozen=True, slots=True)
class Read:
    """A value that was read, by its numbers in the page, and where its words stand."""

    event: int
    record: int
    value: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as printed, and the values read in it."""

    text: str
    values: tuple[Read, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a document.

    Attributes:
        caption: The line before it.
        page: Where it begins.
        rows: The first is its head, if it has one.
        left: How many rows more it has.
    """

    caption: str
    page: int
    rows: tuple[tuple[Cell, ...], ...]
    left: int


def tables(text: str, values: Iterable[Read]) -> Iterator[Table]:
    """The tables of a text in which a value was read."""
    held = sorted(values, key=_start)
    for first, rows in _blocks(text):
        cells = [tuple(_cells(start, line, held)) for start, line in rows[:_ROWS]]
        if any(cell.values for row in cells for cell in row):
            above = text[:first].rstrip().rpartition("\n")[2].strip()
            page = 1 + text.count("\f", 0, first)
            yield Table(above, page, tuple(cells), len(rows) - len(cells))


def _blocks(text: str) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """Lines of equally many cells, one after another; where the first begins."""
    rows: list[tuple[int, str]] = []
    start = 0
    for line in (*text.splitlines(keepends=True), ""):
        bare = line.rstrip("\r\n\f")
        wide = bare.count(_BETWEEN)
        if rows and wide != rows[0][1].count(_BETWEEN):
            if len(rows) > 1:
                yield rows[0][0], rows
            rows = []
        if wide:
            rows.append((start, bare))
        start += len(line)


def _cells(start: int, line: str, held: Sequence[Read]) -> Iterator[Cell]:
    for text in line.split(_BETWEEN):
        end = start + len(text)
        first, last = (bisect_left(held, n, key=_start) for n in (start, end))
        here = held[first:last]
        # what is cited of a whole row says nothing of one cell
        yield Cell(text, tuple(v for v in here if v.end <= end))
        start = end + len(_BETWEEN)


def _start(value: Read) -> int:
    return value.start


def places(citation: Mapping[str, Any]) -> tuple[int, int]:
    """Where a value's own words stand; those of its quote if it does not say."""
    focus = citation.get("focus")
    if isinstance(focus, list) and [type(end) for end in focus] == [int, int]:
        return focus[0], focus[1]
    return citation["start"], citation["end"]
