"""Lines of a cell that stand beside the rows below it, put back into their cell.

A name that spans two rows is written in one go, and its second line then stands level
with the second row, whose other cells stand under those of the first. It is told from
a table that is written column by column by the row being whole: nothing else of the
file is written among its cells.
"""

from __future__ import annotations

from dataclasses import replace

from incidents.pipeline.ingest.columns import Piece
from incidents.pipeline.ingest.written import stacked


def lifted(lines: list[list[Piece]]) -> list[list[Piece]]:
    """The lines of a table without what belongs to a cell of a line above."""
    found = [list(line) for line in lines]
    for at, line in enumerate(found):
        if len(line) > 1:
            _lift(line, found[at + 1 :])
    return found


def _lift(row: list[Piece], below: list[list[Piece]]) -> None:
    """Take into the cells of ``row`` their further lines, as long as there are any."""
    ends = list(row)
    orders = [word.order for piece in row for word in piece.words]
    for line in below:
        mine: dict[int, Piece] = {}
        for piece in line:
            told = orders + [word.order for word in piece.words]
            at = next((n for n, end in enumerate(ends) if stacked(end, piece)), None)
            if at is not None and max(told) - min(told) < len(told):
                mine[at], orders = piece, told
        left = [piece for piece in line if not any(piece is p for p in mine.values())]
        if not mine or not left or not all(_filled(row, piece) for piece in left):
            return
        for at, piece in mine.items():
            row[at] = replace(row[at], below=[*row[at].below, piece.words])
            ends[at] = piece
        line[:] = left


def _filled(row: list[Piece], piece: Piece) -> bool:
    """Whether a row has a cell over ``piece``, which then is of a row of its own."""
    return any(min(p.x1, piece.x1) > max(p.x0, piece.x0) for p in row)
