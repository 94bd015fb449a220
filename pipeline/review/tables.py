"""Tables of a document as its text has them: a line a row, the cells marked off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int]
_RULE = re.compile(r"[\s|:-]+")
#: Rows above a row that are looked through for its table's head.
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a citation stands.

    Attributes:
        column: The head of its column; its number where it has none.
        row: Its row, the first below the head being 1.
    """

    column: str
    row: int


def row_of(text: str, at: int) -> Span | None:
    """The line around ``at``, where it is a row of a table."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return (start, end) if is_row(text[start:end]) else None


def is_row(line: str) -> bool:
    r"""Whether a line has cells.

    >>> is_row("June 2014\tQuetta"), is_row("| June | Quetta |"), is_row("a | b")
    (True, True, False)
    """
    line = line.strip("\f ")
    return "\t" in line or (line.startswith("|") and line.count("|") > 2)


def cell_of(text: str, start: int, end: int) -> Cell | None:
    """The cell that ``start:end`` lies in; None if it is in none, or in several."""
    row = row_of(text, start)
    if row is None or end > row[1]:
        return None
    found = [n for n, (a, b) in enumerate(cells(text, row)) if a <= start and end <= b]
    above = list(_above(text, row[0]))
    if not found or not above:  # the head is no row
        return None
    heads = [text[a:b].strip() for a, b in cells(text, above[-1])]
    named = heads[found[0]] if found[0] < len(heads) else ""
    told = [r for r in above[:-1] if not _RULE.fullmatch(text[r[0] : r[1]])]
    return Cell(named or str(found[0] + 1), len(told) + 1)


def cells(text: str, row: Span) -> Iterator[Span]:
    """Where the cells of a row stand, without what marks them off."""
    mark = "\t" if "\t" in text[row[0] : row[1]] else "|"
    start, end = row
    if mark == "|":
        start = text.index("|", start) + 1
        end = text.rindex("|", start - 1, end)
    while start <= end:
        stop = text.find(mark, start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def cell_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where each cell of a row ends but the last, with what marks it off."""
    mark = "\t" if "\t" in text[start:end] else "|"
    at = text.find(mark, start, end)
    while at >= 0:
        if start < at < end - 1:
            yield at + 1
        at = text.find(mark, at + 1, end)


def _above(text: str, start: int) -> Iterator[Span]:
    """The rows of the same table above one that begins at ``start``, nearest first."""
    for _ in range(_MOST):
        row = row_of(text, start - 1) if start else None
        if row is None or row[0] == start:
            return
        yield row
        start = row[0]
