"""The order in which a page is read: columns, what spans them, and bands of lines.

A gutter is a strip that few lines cross and beside which text stands on both sides.
Lines that do cross it (a title, a wide figure's caption) part the page into bands, and
each band is read column by column. A table has strips like gutters too; it is told by
its short lines, its rules and its common gaps, and is left whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from incidents.pipeline.ingest.ruling import Ruling
from incidents.pipeline.ingest.words import Word

#: Share of the font size: the narrowest gutter, and the gap that parts a row's pieces.
_GUTTER, _PIECE = 0.9, 0.8
_LINES = 3
_DEPTH = 12
_STRIPS = 20
#: Points: how far lines go to both sides of a strip that they cross.
_REACH = 20.0
#: More drawn lines than this across a strip make a grid.
_GRID = 5
#: Share of the font size: an empty strip that parts what is above from what is below.
_EMPTY = 0.8


@dataclass(slots=True)
class Piece:
    """Words of one line that stand close together.

    ``below`` are further lines of the same cell, which stand level with other rows.
    """

    words: list[Word]
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    below: list[list[Word]] = field(default_factory=list)

    @classmethod
    def of(cls, words: list[Word]) -> Piece:
        """The piece that ``words``, from left to right, make."""
        return cls(
            words,
            words[0].x0,
            min(w.y0 for w in words),
            max(w.x1 for w in words),
            max(w.y1 for w in words),
            max(w.size for w in words),
        )

    @property
    def lines(self) -> list[list[Word]]:
        """Its words and the lines of its cell that follow."""
        return [self.words, *self.below]

    @property
    def length(self) -> int:
        """Number of characters."""
        return sum(len(w.text) for w in self.words)


def rows(words: list[Word]) -> list[list[Word]]:
    """Words that stand on one height, from the top; each row from left to right."""
    lines: list[list[Word]] = []
    low = high = 0.0
    for word in sorted(words, key=lambda w: (-(w.y0 + w.y1), w.x0)):
        middle = (word.y0 + word.y1) / 2
        if lines and low <= middle <= high:
            lines[-1].append(word)
            # a bigger word beside it widens what counts as the same height
            if word.size > lines[-1][0].size:
                low = min(low, middle - 0.3 * word.size)
        else:
            lines.append([word])
            low, high = middle - 0.45 * word.size, middle + 0.45 * word.size
    for line in lines:
        line.sort(key=lambda w: (w.x0, -w.y0))
    return lines


def pieces(row: list[Word], gap: float = _PIECE) -> list[Piece]:
    """A row parted at its wide gaps."""
    parts: list[list[Word]] = [[row[0]]]
    right = row[0].x1
    for word in row[1:]:
        if word.x0 - right > gap * max(word.size, parts[-1][-1].size):
            parts.append([word])
        else:
            parts[-1].append(word)
        right = max(right, word.x1)
    return [Piece.of(part) for part in parts]


def blocks(words: list[Word], rules: Ruling) -> list[list[Word]]:
    """Words by block, in the order of reading."""
    parts = [piece for row in rows(words) for piece in pieces(row)]
    return [
        [word for piece in block for word in piece.words]
        for block in _cut(parts, rules, 0)
    ]


def _cut(parts: list[Piece], rules: Ruling, depth: int) -> list[list[Piece]]:
    if len(parts) < 2 * _LINES or depth > _DEPTH:
        return [parts] if parts else []
    best = max(
        (_bands(parts, x, rules) for x in _strips(parts)),
        key=lambda bands: (bands.gain, -bands.x),
        default=None,
    )
    if best is None or best.gain == 0:
        return [parts]
    found: list[list[Piece]] = []
    for band in best.bands:
        if band.columns:
            left = [p for p in band.parts if p.x1 <= best.x]
            right = [p for p in band.parts if p.x1 > best.x]
            found += _cut(left, rules, depth + 1) + _cut(right, rules, depth + 1)
        else:
            found += _cut(band.parts, rules, depth + 1)
    return found


def _strips(parts: list[Piece]) -> list[float]:
    """Places that fewer pieces cross than cross what is beside them, best first."""
    edges = sorted(
        [(p.x0, 1) for p in parts] + [(p.x1, -1) for p in parts],
        key=lambda e: (e[0], e[1]),
    )
    spans: list[tuple[int, float, float]] = []
    crossing = 0
    for (x, step), (after, _) in pairwise(edges):
        crossing += step
        if after > x:
            if spans and spans[-1][0] == crossing:
                spans[-1] = (crossing, spans[-1][1], after)
            else:
                spans.append((crossing, x, after))
    low = sorted(
        (mine[0], mine[1] - mine[2], (mine[1] + mine[2]) / 2)
        for before, mine, after in zip(spans, spans[1:], spans[2:], strict=False)
        if mine[0] < before[0] and mine[0] < after[0]
    )
    return [x for _, _, x in low[:_STRIPS]]


@dataclass(slots=True)
class _Band:
    parts: list[Piece]
    columns: bool


@dataclass(slots=True)
class _Bands:
    x: float
    gain: float
    bands: list[_Band]


def _bands(parts: list[Piece], x: float, rules: Ruling) -> _Bands:
    """The page parted by what crosses ``x``, and how much of it stands in columns."""
    lines = rules.crossing(x, _REACH)
    frames = rules.frames(x, _REACH)
    grid = len(lines) > _GRID
    bands: list[_Band] = []
    run: list[Piece] = []
    for part in parts:
        middle = (part.y0 + part.y1) / 2
        crossing = part.x0 < x < part.x1 or any(a < middle < b for a, b in frames)
        ruled = False
        while lines and middle < lines[-1]:
            lines.pop()
            ruled = True
        if run and (crossing or ruled):
            bands += _sides(run, x, grid)
            run = []
        if crossing:
            bands.append(_Band([part], False))
        else:
            run.append(part)
    if run:
        bands += _sides(run, x, grid)
    gain = sum(
        min(
            _height([p for p in b.parts if (p.x1 <= x) == side])
            for side in (True, False)
        )
        for b in bands
        if b.columns
    )
    return _Bands(x, gain, _merged(bands))


def _merged(bands: list[_Band]) -> list[_Band]:
    """Bands that are no columns, taken together where they follow each other."""
    merged: list[_Band] = []
    for band in bands:
        if merged and not (band.columns or merged[-1].columns):
            merged[-1] = _Band(merged[-1].parts + band.parts, False)
        else:
            merged.append(band)
    return merged


def _sides(run: list[Piece], x: float, grid: bool) -> list[_Band]:
    """A run that nothing crosses: columns as a whole, or in part above or below."""
    if grid and len(run) < _GRID * _LINES:
        return [_Band(run, False)]
    if _columns(run, x):
        return [_Band(run, True)]
    found: list[_Band] = []
    for part in _parted(run):
        columns = _columns(part, x)
        if found and found[-1].columns and (columns or len(part) < _LINES):
            found[-1].parts += part
        else:
            found.append(_Band(part, columns))
    return found


def _parted(run: list[Piece]) -> list[list[Piece]]:
    """A run parted where a strip over its whole width is empty."""
    parts = [[run[0]]]
    low = run[0].y0
    for piece in run[1:]:
        if low - piece.y1 > _EMPTY * piece.size:
            parts.append([])
        parts[-1].append(piece)
        low = min(low, piece.y0)
    return parts


def _height(parts: list[Piece]) -> float:
    return sum(p.y1 - p.y0 for p in parts)


def _columns(run: list[Piece], x: float) -> bool:
    """Whether two sides of a strip are text that is read one after the other."""
    left = [p for p in run if p.x1 <= x]
    right = [p for p in run if p.x1 > x]
    if min(len(left), len(right)) < _LINES:
        return False
    gutter = min(p.x0 for p in right) - max(p.x1 for p in left)
    size = sorted(p.size for p in run)[len(run) // 2]
    if gutter < _GUTTER * size:
        return False
    if _texty(left) and _texty(right):
        return not _stepped(left, right, size)
    return (_prose(left) or _prose(right)) and not _level(left, right, size)


def _prose(parts: list[Piece]) -> bool:
    """Whether lines are as long and as even as those of running text."""
    width = max(p.x1 for p in parts) - min(p.x0 for p in parts)
    long = sum(p.x1 - p.x0 > 0.85 * width and p.length > 25 for p in parts)
    return len(parts) >= 5 and long >= 0.6 * len(parts)


def _level(left: list[Piece], right: list[Piece], size: float) -> bool:
    """Whether the lines of one side stand level with those of the other, as rows do."""
    few, many = sorted((_heights(left, size), _heights(right, size)), key=len)
    level = sum(any(abs(y - z) < 0.15 * size for z in many) for y in few)
    return len(few) < 5 or level >= 0.5 * len(few)


def _heights(parts: list[Piece], size: float) -> list[float]:
    """Heights of the lines, from the top; a raised figure makes no line of its own."""
    heights: list[float] = []
    for part in sorted(parts, key=lambda p: -p.y0):
        if not heights or heights[-1] - part.y0 > 0.5 * size:
            heights.append(part.y0)
    return heights


def _texty(parts: list[Piece]) -> bool:
    """Whether lines fill their column, as prose does and a table's cells do not."""
    beside = _beside(parts)
    if len(beside) > 1 and all(map(_prose, beside)):
        return True
    width = max(p.x1 for p in parts) - min(p.x0 for p in parts)
    filled = sum(p.x1 - p.x0 for p in parts) / len(parts)
    length = sum(p.length for p in parts) / len(parts)
    return length >= 10 and filled >= 0.45 * width


def _beside(parts: list[Piece]) -> list[list[Piece]]:
    """Pieces by the strip of the page that they cover, from the left."""
    found: list[list[Piece]] = []
    right = float("-inf")
    for part in sorted(parts, key=lambda p: p.x0):
        if part.x0 > right:
            found.append([])
        found[-1].append(part)
        right = max(right, part.x1)
    return found


def _stepped(left: list[Piece], right: list[Piece], size: float) -> bool:
    """Whether most paragraphs of both sides start on the same heights, as rows do."""
    few, many = sorted((_starts(left, size), _starts(right, size)), key=len)
    common = sum(any(abs(y - z) < 0.3 * size for z in many) for y in few)
    return len(few) >= 3 and common >= 0.7 * len(few)


def _starts(parts: list[Piece], size: float) -> list[float]:
    """Heights of the lines that stand further below the last than most do."""
    heights = _heights(parts, size)
    gaps = [a - b for a, b in pairwise(heights)]
    usual = min(1.4 * size, sorted(gaps)[len(gaps) // 3]) if gaps else 0.0
    return [h for gap, h in zip(gaps, heights[1:], strict=True) if gap > 1.25 * usual]
