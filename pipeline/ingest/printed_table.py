"""The rows of a printed table with every cell in its column.

A cell that is left blank is kept as one, so that those after it stay under their heads,
and what the rows of markup take from above is taken here as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from incidents.pipeline.ingest.cells import Cell as Lines
from incidents.pipeline.ingest.grid import Cell, read_table

#: A line across a table that parts it: "May 2016", "2016".
_PERIOD = re.compile(r"(?:[^\W\d_]{3,9}\.?,? )?(?:19|20)\d\d")
#: A table of fewer columns is a list of terms.
_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class _Strip:
    """Where a column begins and ends."""

    x0: float
    x1: float

    @property
    def middle(self) -> float:
        """Halfway between its ends."""
        return (self.x0 + self.x1) / 2


def settled(rows: list[list[Lines]]) -> Iterator[tuple[str, list[Lines]]]:
    """The rows in order: ``"row"`` and its cells, or ``"band"`` and the one across."""
    strips = _strips(rows)
    if len(strips) < _COLUMNS:
        yield from (("row", row) for row in rows)
        return
    odd: dict[int, list[Lines]] = {}
    made: list[list[Cell]] = []
    for row in rows:
        placed = _placed(row, strips)
        if placed is None:
            period = len(row) == 1 and _PERIOD.fullmatch(_text(row[0]))
            cell = Cell(_text(row[0]), columns=len(strips), alone=not period)
            cell.lines = row[0]
            odd[id(cell)] = row
            placed = [cell]
        made.append(placed)
    _span_heads(made, strips)
    for kind, said in read_table(made):
        first = said[0][0] if len(said) == 1 and said[0] else None
        if first is not None and first.alone:
            yield kind, odd[id(first)]
        else:
            yield (
                kind,
                [[line for cell in place for line in cell.lines] for place in said],
            )


def _strips(rows: list[list[Lines]]) -> list[_Strip]:
    """The columns, where the fullest rows agree on them; none otherwise."""
    most = max(map(len, rows), default=0)
    if len(rows) < 3:
        return []
    for least in (most, most - 1):
        full = [row for row in rows if len(row) >= least]
        found = _covered([lines for row in full for lines in row])
        if len(full) > 1 and len(found) == most:
            return found
    return []


def _covered(cells: list[Lines]) -> list[_Strip]:
    """The strips that cells cover, from the left."""
    found: list[_Strip] = []
    for lines in sorted(cells, key=_x0):
        if found and _x0(lines) < found[-1].x1 - 1:
            found[-1] = _Strip(found[-1].x0, max(found[-1].x1, _x1(lines)))
        else:
            found.append(_Strip(_x0(lines), _x1(lines)))
    return found


def _placed(row: list[Lines], strips: list[_Strip]) -> list[Cell] | None:
    """A cell for each column, blank ones among them; None for a row that is odd."""
    if len(row) < 2:
        return None
    cells = [Cell("") for _ in strips]
    last = -1
    for lines in row:
        at = _column(lines, strips)
        if at <= last:
            return None
        cells[at] = Cell(_text(lines), lines=lines)
        last = at
    return cells


def _column(lines: Lines, strips: list[_Strip]) -> int:
    x0, x1 = _x0(lines), _x1(lines)
    shared = [min(x1, s.x1) - max(x0, s.x0) for s in strips]
    best = max(range(len(strips)), key=lambda at: (shared[at], -at))
    if shared[best] > 0:
        return best
    return min(
        range(len(strips)), key=lambda at: abs(strips[at].middle - (x0 + x1) / 2)
    )


def _span_heads(made: list[list[Cell]], strips: list[_Strip]) -> None:
    """Widen the cells of a head over those of its second row that stand under them."""
    first = next((n for n, row in enumerate(made) if len(row) > 1), len(made))
    if first + 2 >= len(made) or len(made[first + 1]) < 2:
        return
    head, second = made[first], made[first + 1]
    under = [at for at, cell in enumerate(second) if cell.text]
    if any(c.isdigit() for cell in second for c in cell.text) or len(under) < 2:
        return
    over = [at for at, cell in enumerate(head) if cell.text and at in under]
    if len(over) == len(under) or not over:
        return
    owner = {at: _over(at, over, head, strips) for at in under}
    row: list[Cell] = []
    at = 0
    while at < len(head):
        mine = [n for n in under if owner[n] == owner.get(at)] if at in owner else [at]
        whole = mine == list(range(at, at + len(mine)))
        if not whole:
            return
        cell = head[owner[at]] if at in owner else head[at]
        cell.columns = len(mine)
        row.append(cell)
        at += len(mine)
    made[first] = row


def _over(at: int, over: list[int], head: list[Cell], strips: list[_Strip]) -> int:
    """The column of the head's cell that stands over column ``at``."""

    def off(other: int) -> float:
        lines = head[other].lines
        return abs((_x0(lines) + _x1(lines)) / 2 - strips[at].middle)

    return min(over, key=lambda other: (off(other), other))


def _text(lines: Lines) -> str:
    return " ".join(word.text for line in lines for word in line)


def _x0(lines: Lines) -> float:
    return min(line[0].x0 for line in lines)


def _x1(lines: Lines) -> float:
    return max(word.x1 for line in lines for word in line)
