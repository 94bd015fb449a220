"""Tables of markup as rows that each say all that is printed for them.

A cell that spans rows is said of each of them, and a ditto mark is what stands above.
Heads of two rows become one. A line across the table, such as a month, is a heading of
the rows below it, and the head is said again under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from incidents.gazetteers import pattern
from incidents.pipeline.headings import column

#: Columns whose blank cells, where they lead a row, mean what stands above.
_LEADING = frozenset(("DATE", "PLACE"))
#: Columns of figures: one for several rows is the sum of all, and said once.
_SUMS = frozenset(("KILLED", "INJURED", "CASUALTIES", "SUSPECTS"))
_DITTO = re.compile(
    rf"(?:[\"”“″〃]|''|’’|,,|[-– ]*{pattern('layout', 'ditto')}[-– ]*)", re.I
)
_COUNTER = re.compile(r"\W*\d{1,4}\W*")
#: A cell that needs its heading to be a day: "3", "3rd", "Tue 3".
_DAY = re.compile(r"(?:[a-z]{2,9}\.?,? )?\d{1,2}(?:st|nd|rd|th)?", re.I)
_DATED = re.compile(r"[a-z]{3,9}\.?,? \d{4}", re.I)
#: One that needs its year: "3 May", "May 3rd".
_NO_YEAR = re.compile(
    rf"{_DAY.pattern} [a-z]{{3,9}}\.?|[a-z]{{3,9}}\.? {_DAY.pattern}", re.I
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_HEADS, _COLUMNS = 3, 100


@dataclass(slots=True)
class Cell:
    """A cell as it is printed, with the columns and rows that it spans.

    Attributes:
        text: Its text, in one line.
        columns: How many columns it is wide.
        rows: How many rows it is high.
        head: Whether its markup says that it is one of the table's head.
        merged: Whether it only goes on with the cell above.
        alone: Whether its row has no columns and is as it is.
        lines: On a page, its printed lines.
    """

    text: str
    columns: int = 1
    rows: int = 1
    head: bool = False
    merged: bool = False
    alone: bool = False
    lines: list[Any] = field(default_factory=list)


#: The cells that are said together in one place of a row.
Said = list[Cell]


@dataclass(slots=True)
class _Slot:
    """A place of the grid.

    Attributes:
        cell: What is said there; None where nothing is.
        own: Whether a cell begins there.
        above: Whether it is that of the row above.
    """

    cell: Cell | None = None
    own: bool = False
    above: bool = False

    @property
    def text(self) -> str:
        """Its text, for looking at."""
        return self.cell.text if self.cell else ""

    @property
    def said(self) -> Said:
        """What is said there."""
        return [self.cell] if self.cell and self.cell.text else []


Row = list[_Slot]


def text_of(said: Said) -> str:
    """The text of what is said in one place."""
    return " ".join(cell.text for cell in said)


def read_table(printed: Sequence[Sequence[Cell]]) -> Iterator[tuple[str, list[Said]]]:
    """The rows of a table in order.

    Yields:
        ``"row"`` and what is said in each of its places, or ``"band"`` and the one
        thing that is said across the table.
    """
    grid = _laid_out(printed)
    width = max((len(row) for row in grid), default=0)
    if width < 2:
        yield from (("row", [slot.said for slot in row]) for row in grid)
        return
    start = 0
    while start < len(grid) and _is_band(grid, start, width, []):
        yield _kind(grid[start]), [_across(grid[start])]
        start += 1
    end = start + _head_rows(grid[start:])
    head = _joined(grid[start:end], width)
    if head:
        yield "row", head
    yield from _body(grid, end, width, head)


def _body(
    grid: list[Row], start: int, width: int, head: list[Said]
) -> Iterator[tuple[str, list[Said]]]:
    labels = [column(text_of(said)) for said in head] or [""] * width
    counters = _counters(grid[start:], labels)
    above: list[Said] = [[]] * width
    band: Said = []
    told = True
    for at in range(start, len(grid)):
        if _is_band(grid, at, width, labels) and _kind(grid[at]) == "row":
            yield "row", [_across(grid[at])]
            continue
        if _is_band(grid, at, width, labels):
            band, told = _across(grid[at]), False
            above = [[]] * width
            yield "band", [band]
            continue
        if not told and head and width > 2:
            yield "row", head
        told = True
        cells = _filled(grid[at], above, labels, counters)
        above = [said or was for said, was in zip(cells, above, strict=True)]
        yield "row", _dated(cells, labels, band)


def _laid_out(printed: Sequence[Sequence[Cell]]) -> list[Row]:
    """The grid of slots, each with the cell that covers it."""
    grid: list[Row] = []
    # by column: the cell that still goes on, and for how many rows
    open_: dict[int, tuple[Cell | None, int]] = {}
    for cells in printed:
        row: Row = []
        waiting = list(cells)
        while (waiting or len(row) in open_) and len(row) < _COLUMNS:
            at = len(row)
            if at in open_:
                covering, left = open_.pop(at)
                row.append(_Slot(covering, above=True))
                if left > 1:
                    open_[at] = (covering, left - 1)
                continue
            cell = waiting.pop(0)
            if cell.merged and grid and at < len(grid[-1]):
                row.append(_Slot(grid[-1][at].cell, above=True))
                row += [_Slot(above=True) for _ in range(cell.columns - 1)]
                continue
            for number in range(min(cell.columns, _COLUMNS)):
                shown = cell if not number or cell.head else None
                row.append(_Slot(shown, own=not number))
                if cell.rows > 1:
                    open_[at + number] = (shown, cell.rows - 1)
        open_ = {at: kept for at, kept in open_.items() if at < len(row)}
        grid.append(row)
    width = max((len(row) for row in grid), default=0)
    return [row + [_Slot() for _ in range(width - len(row))] for row in grid]


def _is_band(grid: list[Row], at: int, width: int, labels: list[str]) -> bool:
    """Whether a row is one text across the table."""
    row = grid[at]
    texts = [slot.text for slot in row if slot.own and slot.text]
    if len(texts) != 1 or any(slot.above and slot.text for slot in row):
        return False
    owned = sum(slot.own for slot in row)
    if owned == 1:
        return bool(row[0].own)
    if width < 3 or not row[0].text or at + 1 == len(grid):
        return False
    below = sum(bool(slot.text) for slot in grid[at + 1])
    return below > 1 and (not labels or labels[0] != "DATE" or _leads(row[0].text))


def _kind(row: Row) -> str:
    """Whether what stands across a table parts it."""
    alone = any(slot.cell and slot.cell.alone for slot in row)
    return "row" if alone else "band"


def _leads(text: str) -> bool:
    """Whether a text alone in its row is no day, of which all else is unknown."""
    return _DATED.fullmatch(text) is not None or not any(c.isdigit() for c in text)


def _across(row: Row) -> Said:
    return next(slot.said for slot in row if slot.text)


def _head_rows(grid: list[Row]) -> int:
    """How many rows the head has: those marked so, or one and what it spans."""
    marked = 0
    while marked < min(len(grid), _HEADS) and all(
        not slot.text or (slot.cell and slot.cell.head) for slot in grid[marked]
    ):
        if _is_band(grid, marked, len(grid[marked]), []):
            break
        marked += 1
    if marked > 1 or len(grid) < 2:
        return marked
    if not marked and not _names_columns(grid[0]):
        return 0
    first, second = grid[0], grid[1]
    wide = any(_is_wide(first, at) for at in range(len(first)))
    fits = all(
        not slot.text
        or (slot.above and not first[at].above)
        or _is_wide(first, _begin(first, at))
        for at, slot in enumerate(second)
    )
    return 2 if len(grid) > 2 and wide and fits and not _has_figures(second) else 1


def _names_columns(row: Row) -> bool:
    """Whether a row that no markup tells apart reads as a head."""
    return not _has_figures(row) and any(column(slot.text) for slot in row)


def _has_figures(row: Row) -> bool:
    return any(c.isdigit() for slot in row for c in slot.text)


def _begin(row: Row, at: int) -> int:
    """Where the cell that covers a column begins."""
    while at and not row[at].own and not row[at].above:
        at -= 1
    return at


def _is_wide(row: Row, at: int) -> bool:
    """Whether the cell that begins at a column spans another as well."""
    after = row[at + 1] if at + 1 < len(row) else None
    return row[at].own and after is not None and not (after.own or after.above)


def _joined(rows: list[Row], width: int) -> list[Said]:
    """The head as one row: what stands over a column, from the top."""
    if not rows:
        return []
    head: list[Said] = []
    for at in range(width):
        slots = [row[_begin(row, at) if len(rows) > 1 else at] for row in rows]
        over = {slot.text: slot.cell for slot in slots if slot.cell and slot.text}
        head.append([cell for cell in over.values() if cell])
    return head


def _counters(grid: list[Row], labels: list[str]) -> list[bool]:
    """Which columns only number the rows."""
    found: list[bool] = []
    for at, label in enumerate(labels):
        texts = [row[at].text for row in grid if row[at].own and row[at].text]
        once = len(set(texts)) == len(texts) > 1
        found.append(not label and once and all(map(_COUNTER.fullmatch, texts)))
    return found


def _filled(
    row: Row, above: list[Said], labels: list[str], counters: list[bool]
) -> list[Said]:
    """What is said in a row, with what it takes from above."""
    found: list[Said] = []
    leading = sum(bool(slot.text) for slot in row) > 1
    for slot, was, label, counts in zip(row, above, labels, counters, strict=True):
        said, text = slot.said, slot.text
        if slot.above:
            said = [] if label in _SUMS else said
            leading = False
        elif _DITTO.fullmatch(text) or (not text and leading and label in _LEADING):
            said = was or said
        elif not counts:
            leading = False
        found.append(said)
    return found


def _dated(row: list[Said], labels: list[str], band: Said) -> list[Said]:
    """A row whose day lacks the month or the year that stands over it."""
    over = text_of(band)
    lacks = _DAY if _DATED.fullmatch(over) else _NO_YEAR
    if lacks is _NO_YEAR and not _YEAR.fullmatch(over):
        return row
    return [
        [*said, *band] if label == "DATE" and lacks.fullmatch(text_of(said)) else said
        for said, label in zip(row, labels, strict=True)
    ]
