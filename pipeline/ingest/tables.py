"""Rows of a table: the lines of a block whose words stand in columns."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.ingest.columns import Piece, pieces
from pipeline.ingest.page import Box
from pipeline.ingest.words import Word

#: Share of the font size: a gap that parts cells by itself, and beside its like.
_WIDE, _ALIGNED = 1.9, 0.75
_RULES = 4
#: Share of the font size: lines nearer than this stand beside each other.
_LEVEL = 0.75
#: How much wider than the closest lines' step one is that parts rows.
_CLOSE = 1.2
#: Share of the font size: the widest step to a line that goes on in a cell.
_FAR = 1.6
_NUMBER = re.compile(r"[\W\d]+")

Cell = list[list[Word]]


def cells(line: list[Word], neighbours: list[list[Word]]) -> list[Piece]:
    """A line parted where a gap is wide, or stands over or under a neighbour's gap."""
    parts = pieces(line, _ALIGNED)
    if len(parts) == 1:
        return parts
    gaps = [g for other in neighbours for g in _gaps(pieces(other, _ALIGNED))]
    joined = [parts[0]]
    for part in parts[1:]:
        left, right = joined[-1].x1, part.x0
        wide = right - left > _WIDE * max(part.size, joined[-1].size)
        figures = all(_NUMBER.fullmatch(_text(p)) for p in (joined[-1], part))
        if (
            wide
            or figures
            or any(min(right, b) - max(left, a) > part.size / 2 for a, b in gaps)
        ):
            joined.append(part)
        else:
            joined[-1] = Piece.of(joined[-1].words + part.words)
    return joined


def _gaps(parts: list[Piece]) -> list[tuple[float, float]]:
    return [(a.x1, b.x0) for a, b in pairwise(parts)]


def table_rows(lines: list[list[Piece]], rules: list[Box]) -> list[list[Cell]]:
    """Rows of a table from its lines: lines that wrap within a cell are one row."""
    columns = _columns(lines)
    groups = _by_rules(lines, rules) or _by_leading(lines)
    parted = [
        row
        for group in groups or [lines]
        for row in (
            [group] if groups and _one(group, columns) else _by_gaps(group, columns)
        )
    ]
    return [_row(group, columns) for group in parted]


def belongs(parted: list[list[Piece]], at: int, start: int) -> bool:
    """Whether a line of one piece is part of the table that began at ``start``."""
    (piece,) = parted[at]
    following = parted[at + 1] if at + 1 < len(parted) else []
    level = _LEVEL * piece.size
    if len(following) > 1 and abs(_step(parted[at], following)) < level:
        return True
    if at == start:
        return False
    step = _step(parted[at - 1], parted[at])
    if len(parted[at - 1]) > 1 and step < level:
        return True
    if step > _FAR * piece.size:
        return False
    row = next((x for x in reversed(parted[start:at]) if len(x) > 1), [])
    for index, above in enumerate(row):
        edge = row[index + 1].x0 if index + 1 < len(row) else float("inf")
        if abs(piece.x0 - above.x0) < level and piece.x1 < edge:
            return index > 0 or _wraps(above, piece)
    return False


def _columns(lines: list[list[Piece]]) -> list[tuple[float, float]]:
    """Where the table's columns begin and end: the strips that cells cover."""
    spans: list[tuple[float, float]] = []
    cut = [p for line in lines if len(line) > 1 for p in line]
    most = max((len(line) for line in lines), default=0)
    full = [p for line in lines if len(line) >= most - 1 for p in line] or cut
    for part in sorted(full, key=lambda p: p.x0):
        if spans and part.x0 < spans[-1][1] - 1:
            spans[-1] = (spans[-1][0], max(spans[-1][1], part.x1))
        else:
            spans.append((part.x0, part.x1))
    return spans


def _column(part: Piece, columns: list[tuple[float, float]]) -> int:
    shared = [
        (min(part.x1, b) - max(part.x0, a), -i) for i, (a, b) in enumerate(columns)
    ]
    return -max(shared)[1] if shared else 0


def _by_rules(lines: list[list[Piece]], rules: list[Box]) -> list[list[list[Piece]]]:
    """Lines grouped by the drawn lines between them, where every row has its own."""
    left = min(p.x0 for line in lines for p in line)
    right = max(p.x1 for line in lines for p in line)
    heights = sorted(
        {
            round(r[1])
            for r in rules
            if r[3] - r[1] < r[2] - r[0] and r[0] < right and r[2] > left
            if min(r[2], right) - max(r[0], left) > 0.15 * (right - left)
        },
        reverse=True,
    )
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


def _step(above: list[Piece], line: list[Piece]) -> float:
    return min(p.y1 for p in above) - min(p.y1 for p in line)


def _one(group: list[list[Piece]], columns: list[tuple[float, float]]) -> bool:
    """Whether lines can be one row: no two figures, and not all cells in each."""
    figures = [
        _column(p, columns)
        for line in group
        for p in line
        if _NUMBER.fullmatch(_text(p)) and any(c.isdigit() for c in _text(p))
    ]
    heads = [g for g in group if len(g) > 1 and _column(g[0], columns) == 0]
    wrapped = all(len(line) == 2 and _small(line[0]) for line in heads[1:])
    if len(set(figures)) < len(figures) or not wrapped:
        return False
    after = [p for line in group[1:] for p in line]
    wraps = sum(map(_small, after))
    full = all(len(line) >= len(columns) for line in group)
    return not full or 2 * wraps >= len(after)


def _by_gaps(
    lines: list[list[Piece]], columns: list[tuple[float, float]]
) -> list[list[list[Piece]]]:
    """Lines grouped with those that go on in some of their cells."""
    groups: list[list[list[Piece]]] = []
    for line in lines:
        if groups and (
            _goes_on(groups[-1], line, columns) or _leads(groups[-1], line, columns)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(
    row: list[list[Piece]], line: list[Piece], columns: list[tuple[float, float]]
) -> bool:
    """Whether ``line`` holds more of the cells of ``row`` and no row of its own."""
    step = _step(row[-1], line)
    size = max(line[0].size, row[-1][0].size)
    if step > _FAR * size or len(columns) < 2:
        return False
    if step < _LEVEL * size:
        return _one([*row, line], columns)
    filled = {_column(p, columns): p for upper in row for p in upper}
    mine = {_column(p, columns): p for p in line}
    if len(filled) < 2 or not mine.keys() <= filled.keys():
        return False
    if 0 not in mine and 0 in filled:
        return not any(_NUMBER.fullmatch(_text(p)) for p in mine.values())
    return len(mine) < len(filled) and all(
        _wraps(filled[c], p) for c, p in mine.items()
    )


def _leads(
    above: list[list[Piece]], line: list[Piece], columns: list[tuple[float, float]]
) -> bool:
    """Whether ``above`` is only the upper part of cells that end in ``line``."""
    upper = {_column(p, columns): p for p in above[-1]}
    mine = {_column(p, columns): p for p in line}
    if 0 in upper or 0 not in mine or not upper.keys() <= mine.keys():
        return False
    return _step(above[-1], line) < _FAR * line[0].size and all(
        _stacked(part, mine[column]) and not _NUMBER.fullmatch(_text(part))
        for part_line in above
        for column, part in ((_column(p, columns), p) for p in part_line)
        if column in mine
    )


def _stacked(above: Piece, part: Piece) -> bool:
    """Whether two lines stand flush left, centred or flush right."""
    near = part.size / 2
    left, right = part.x0 - above.x0, part.x1 - above.x1
    return min(abs(left), abs(right), abs(left + right) / 2) < near


def _wraps(above: Piece, part: Piece) -> bool:
    """Whether a cell's line can be the end of what stands above it."""
    text = _text(part)
    return not _NUMBER.fullmatch(text) and (
        _small(part) or above.words[-1].text[-1] in ",-(/"
    )


def _small(part: Piece) -> bool:
    """Whether it begins as the middle of a sentence does."""
    first = part.words[0].text[0]
    return first.islower() or first in "(-"


def _text(part: Piece) -> str:
    return " ".join(w.text for w in part.words)


def _row(group: list[list[Piece]], columns: list[tuple[float, float]]) -> list[Cell]:
    if len(group) == 1:
        return [[part.words] for part in group[0]]
    found: dict[int, Cell] = {}
    for line in group:
        for part in line:
            found.setdefault(_column(part, columns), []).append(part.words)
    return [found[column] for column in sorted(found)]
