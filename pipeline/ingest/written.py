"""What the order of writing tells of a table's rows.

Most programs write a table cell by cell: the lines of a cell that wraps follow each
other, and then the pen goes up again to the next cell of the row. All lines between
belong to one row, whatever the leading and wherever the other cells stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise

from incidents.pipeline.ingest.cells import Cell, goes_on, is_figure
from incidents.pipeline.ingest.columns import Piece

#: Share of the font size: the least step up, and the most step down within a cell.
_UP, _DOWN = 0.75, 2.0
#: More cells than this in one row are none.
_MOST = 300


@dataclass(frozen=True, slots=True)
class Written:
    """Rows that are written cell by cell, on the lines ``first`` to ``last``."""

    first: int
    last: int
    rows: list[list[Cell]]


def written(lines: list[list[Piece]]) -> list[Written]:
    """The rows told by steps of the pen up to the right, from the top."""
    found: list[Written] = []
    for first, last in _spans(lines):
        if rows := _rows(lines[first : last + 1]):
            found.append(Written(first, last, rows))
    return found


def under(above: list[Piece], piece: Piece) -> bool:
    """Whether a piece is written as the next line of one of the pieces ``above``."""
    return any(stacked(p, piece) for p in above)


def _spans(lines: list[list[Piece]]) -> list[tuple[int, int]]:
    """First and last of the lines that steps up to the right make one row."""
    ends = {p.words[-1].order: (at, p) for at, line in enumerate(lines) for p in line}
    found: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        for piece in line:
            low, before = ends.get(piece.words[0].order - 1, (at, piece))
            rise = piece.y0 - before.y0
            if at < low and piece.x0 > before.x0 and rise > _UP * piece.size:
                found.append((at, low))
    merged: list[tuple[int, int]] = []
    for first, last in sorted(found):
        if merged and first <= merged[-1][1]:
            last = max(last, merged[-1][1])
            first, _ = merged.pop()
        # the last cell of a row may go on below the others
        while last + 1 < len(lines) and all(
            under(lines[last], piece) for piece in lines[last + 1]
        ):
            last += 1
        merged.append((first, last))
    return merged


def _rows(lines: list[list[Piece]]) -> list[list[Cell]]:
    """The rows of lines, in the order of writing; none if that is no table's."""
    every = [piece for line in lines for piece in line]
    found: list[list[Piece]] = []
    for piece in sorted(every, key=lambda p: p.words[0].order):
        if any(not goes_on(a, b) for a, b in pairwise(piece.words)):
            return []
        if found and stacked(found[-1][-1], piece):
            found[-1].append(piece)
        else:
            found.append([piece])
    if len(found) > _MOST:
        return []
    hulls = [
        Piece.of(sorted((w for p in c for w in p.words), key=lambda w: w.x0))
        for c in found
    ]
    if _by_column(found) or any(_overlap(a, b) for a, b in combinations(hulls, 2)):
        return []
    rows = [[found[0]]]
    for (before, hull), cell in zip(pairwise(hulls), found[1:], strict=True):
        beside = hull.x0 >= before.x1
        if beside and (_level(rows[-1][-1], cell) or not _above(rows, cell)):
            rows[-1].append(cell)
        elif beside:  # another table that stands on the right of this one
            rows.append([cell])
        elif hull.x1 > before.x0:
            return []
        else:
            rows.append([cell])
    if any(len(row) < 2 for row in rows):
        return []
    return [[[line for p in cell for line in p.lines] for cell in row] for row in rows]


def _overlap(a: Piece, b: Piece) -> bool:
    return min(a.x1, b.x1) > max(a.x0, b.x0) and min(a.y1, b.y1) > max(a.y0, b.y0) + 1


def _above(rows: list[list[list[Piece]]], cell: list[Piece]) -> bool:
    """Whether a cell stands as high as some row before the last."""
    return any(_level(other, cell) for row in rows[:-1] for other in row)


def _level(cell: list[Piece], other: list[Piece]) -> bool:
    """Whether two cells share a height."""
    low = max(min(p.y0 for p in c) for c in (cell, other))
    return min(max(p.y1 for p in c) for c in (cell, other)) > low + 1


def _by_column(found: list[list[Piece]]) -> bool:
    """Whether what looks like cells may be columns, each written in one go."""
    heights = {tuple(round(p.y0) for p in cell) for cell in found}
    return len(found) < 2 or (len(heights) == 1 and len(found[0]) > 2)


def stacked(above: Piece, piece: Piece) -> bool:
    """Whether ``piece`` is written as the next line of the cell of ``above``."""
    return (
        goes_on(above.words[-1], piece.words[0])
        and 0 < above.y0 - piece.y0 < _DOWN * piece.size
        and min(above.x1, piece.x1) > max(above.x0, piece.x0)
        and not (is_figure(above) and is_figure(piece))
    )
