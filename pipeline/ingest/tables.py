"""Rows of a table: the lines of a block whose words stand in columns."""

from __future__ import annotations

from itertools import pairwise

from incidents.pipeline.ingest.cells import (
    Cell,
    column,
    columns,
    is_figure,
    reparted,
    text,
)
from incidents.pipeline.ingest.columns import Piece
from incidents.pipeline.ingest.lifted import lifted
from incidents.pipeline.ingest.ruling import Ruling
from incidents.pipeline.ingest.written import stacked, under, written

#: Share of a table's width that the line between two rows covers.
_ACROSS = 0.5
_RULES = 4
#: Share of the font size: lines nearer than this stand beside each other.
_LEVEL = 0.75
#: How much wider than the closest lines' step one is that parts rows.
_CLOSE = 1.2
#: Share of the font size: the widest step to a line that goes on in a cell.
_FAR = 1.6
#: Lines looked at below one, and share of the font size: what is not a first column.
_AHEAD, _ASIDE = 3, 5.0


def table_rows(lines: list[list[Piece]], rules: Ruling) -> list[list[Cell]]:
    """Rows of a table from its lines: lines that wrap within a cell are one row."""
    lines = lifted([reparted(line) for line in lines])
    strips = columns(lines)
    groups = _by_rules(lines, rules) or _by_leading(lines)
    if len(groups) > 2 and _centred(groups[0] + groups[1], strips):
        groups[:2] = [groups[0] + groups[1]]
    told: dict[int, list[list[Cell]]] = {}
    for run in written(lines):
        told |= {at: [] for at in range(run.first, run.last + 1)}
        told[run.first] = run.rows
    found: list[list[Cell]] = []
    at = 0
    for group in groups or [lines]:
        left: list[list[Piece]] = []
        for line in group:
            if at in told:
                found += _rows(left, strips, bool(groups))
                found += told[at]
                left = []
            else:
                left.append(line)
            at += 1
        found += _rows(left, strips, bool(groups))
    return found


def _rows(
    lines: list[list[Piece]], strips: list[tuple[float, float]], grouped: bool
) -> list[list[Cell]]:
    """Rows of lines that stand together."""
    if not lines:
        return []
    one = grouped and _one(lines, strips)
    groups = [lines] if one else _by_gaps(lines, strips)
    return [_row(group, strips) for group in groups]


def belongs(parted: list[list[Piece]], at: int, start: int) -> bool:
    """Whether a line of one piece is part of the table that began at ``start``."""
    (piece,) = parted[at]
    following = parted[at + 1] if at + 1 < len(parted) else []
    level = _LEVEL * piece.size
    if len(following) > 1 and abs(_step(parted[at], following)) < level:
        return True
    if _heads(piece, parted[at + 1 : at + 1 + _AHEAD]):
        return True
    if at == start:
        return False
    step = _step(parted[at - 1], parted[at])
    if len(parted[at - 1]) > 1 and step < level:
        return True
    if under(parted[at - 1], piece) and any(
        len(line) > 1 and line[1].x0 < piece.x1 and line[0].x1 < piece.x0
        for line in parted[start:at]
    ):
        return True
    if step > _FAR * piece.size:
        return False
    row = next((x for x in reversed(parted[start:at]) if len(x) > 1), [])
    for index, above in enumerate(row):
        edge = row[index + 1].x0 if index + 1 < len(row) else float("inf")
        if abs(piece.x0 - above.x0) < level and piece.x1 < edge:
            return index > 0 or _wraps(above, piece)
    return False


def _heads(piece: Piece, below: list[list[Piece]]) -> bool:
    """Whether a line is the first of a head's cell that stands higher than the others.

    It is written on into a cell that is not the first, and is no wider than its column.
    """
    if not below or len(below[0]) < 2 or len(max(below, key=len)) < 3:
        return False
    aside = min(line[0].x0 for line in below) + _ASIDE * piece.size
    edges = [aside, *(p.x1 for p in below[0]), float("inf")]
    return any(
        stacked(piece, part) and max(aside, edges[at]) < piece.x0 and piece.x1 < after
        for at, (part, after) in enumerate(
            zip(below[0], [*(p.x0 for p in below[0][1:]), float("inf")], strict=True)
        )
    )


def _by_rules(lines: list[list[Piece]], rules: Ruling) -> list[list[list[Piece]]]:
    """Lines grouped by the drawn lines between them, where every row has its own."""
    left = min(p.x0 for line in lines for p in line)
    right = max(p.x1 for line in lines for p in line)
    heights = rules.parting(left, right, _ACROSS)
    groups: dict[int, list[list[Piece]]] = {}
    for line in lines:
        middle = (line[0].y0 + line[0].y1) / 2
        groups.setdefault(sum(h > middle for h in heights), []).append(line)
    if len(groups) < _RULES or not len(groups) < len(lines) <= 6 * len(groups):
        return []
    return list(groups.values())


def _by_leading(lines: list[list[Piece]]) -> list[list[list[Piece]]]:
    """Lines grouped where some stand closer than others, as those of a row do."""
    steps = [_step(a, b) for a, b in pairwise(lines)]
    close = min((s for s in steps if s > _LEVEL * lines[0][0].size), default=0.0)
    groups = [[lines[0]]]
    for step, line in zip(steps, lines[1:], strict=True):
        if step > _CLOSE * close:
            groups.append([])
        groups[-1].append(line)
    return groups if 1 < len(groups) < len(lines) else []


def _centred(lines: list[list[Piece]], strips: list[tuple[float, float]]) -> bool:
    """Whether two lines are one head: in each column one above the middle of another.

    Rows that lack their first cell, as at the top of a page, stand flush.
    """
    if len(lines) != 2 or len(lines[0]) < 2 or len(lines[0]) != len(lines[1]):
        return False
    pairs = list(zip(*lines, strict=True))
    return (
        all(column(p, strips) and not is_figure(p) for line in lines for p in line)
        and all(column(a, strips) == column(b, strips) for a, b in pairs)
        and all(abs(a.x0 + a.x1 - b.x0 - b.x1) < a.size for a, b in pairs)
        and any(abs(a.x0 - b.x0) > a.size / 2 for a, b in pairs)
    )


def _step(above: list[Piece], line: list[Piece]) -> float:
    return min(p.y1 for p in above) - min(p.y1 for p in line)


def _one(group: list[list[Piece]], strips: list[tuple[float, float]]) -> bool:
    """Whether lines can be one row: no two figures, and not all cells in each."""
    if all(under(a, p) for a, b in pairwise(group) for p in b):
        return True
    figures = [
        column(p, strips)
        for line in group
        for p in line
        if is_figure(p) and any(c.isdigit() for c in text(p))
    ]
    heads = [g for g in group if len(g) > 1 and column(g[0], strips) == 0]
    wrapped = all(len(line) == 2 and _small(line[0]) for line in heads[1:])
    if len(set(figures)) < len(figures) or not wrapped:
        return False
    after = [p for line in group[1:] for p in line]
    wraps = sum(map(_small, after))
    full = all(len(line) >= len(strips) for line in group)
    return not full or 2 * wraps >= len(after)


def _by_gaps(
    lines: list[list[Piece]], strips: list[tuple[float, float]]
) -> list[list[list[Piece]]]:
    """Lines grouped with those that go on in some of their cells."""
    groups: list[list[list[Piece]]] = []
    for line in lines:
        if groups and (
            _goes_on(groups[-1], line, strips) or _leads(groups[-1], line, strips)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(
    row: list[list[Piece]], line: list[Piece], strips: list[tuple[float, float]]
) -> bool:
    """Whether ``line`` holds more of the cells of ``row`` and no row of its own."""
    step = _step(row[-1], line)
    size = max(line[0].size, row[-1][0].size)
    if step > _FAR * size or len(strips) < 2:
        return False
    if step < _LEVEL * size:
        return _one([*row, line], strips)
    filled = {column(p, strips): p for upper in row for p in upper}
    mine = {column(p, strips): p for p in line}
    if len(filled) < 2 or not mine.keys() <= filled.keys():
        return False
    if 0 not in mine and 0 in filled:
        return not any(is_figure(p) for p in mine.values())
    return len(mine) < len(filled) and all(
        _wraps(filled[c], p) for c, p in mine.items()
    )


def _leads(
    above: list[list[Piece]], line: list[Piece], strips: list[tuple[float, float]]
) -> bool:
    """Whether ``above`` is only the upper part of cells that end in ``line``."""
    upper = {column(p, strips): p for p in above[-1]}
    mine = {column(p, strips): p for p in line}
    if any(column(p, strips) == 0 for upper_line in above for p in upper_line):
        return False
    if 0 not in mine or not upper.keys() <= mine.keys():
        return False
    return _step(above[-1], line) < _FAR * line[0].size and all(
        _stacked(part, mine[at]) and not is_figure(part) and not is_figure(mine[at])
        for part_line in above
        for at, part in ((column(p, strips), p) for p in part_line)
        if at in mine
    )


def _stacked(above: Piece, part: Piece) -> bool:
    """Whether two lines stand flush left, centred or flush right."""
    near = part.size / 2
    left, right = part.x0 - above.x0, part.x1 - above.x1
    return min(abs(left), abs(right), abs(left + right) / 2) < near


def _wraps(above: Piece, part: Piece) -> bool:
    """Whether a cell's line can be the end of what stands above it."""
    return not is_figure(part) and (_small(part) or above.words[-1].text[-1] in ",-(/")


def _small(part: Piece) -> bool:
    """Whether it begins as the middle of a sentence does."""
    first = part.words[0].text[0]
    return first.islower() or first in "(-"


def _row(group: list[list[Piece]], strips: list[tuple[float, float]]) -> list[Cell]:
    if len(group) == 1:
        return [part.lines for part in group[0]]
    found: dict[int, Cell] = {}
    for line in group:
        for part in line:
            found.setdefault(column(part, strips), []).extend(part.lines)
    return [found[at] for at in sorted(found)]
