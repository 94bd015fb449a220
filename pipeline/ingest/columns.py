"""The order in which a page is read: columns, what spans them, and bands of lines.

A gutter is a strip that few lines cross and beside which text stands on both sides.
Lines that do cross it (a title, a wide figure's caption) part the page into bands, and
each band is read column by column. A table has strips like gutters too; it is told by
its short lines, its rules and its common gaps, and is left whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from pipeline.ingest.page import Box
from pipeline.ingest.words import Word

#: Share of the font size: the narrowest gutter, and the gap that parts a row's pieces.
_GUTTER, _PIECE = 0.9, 0.8
_LINES = 3
_DEPTH = 12
_STRIPS = 20


@dataclass(slots=True)
class Piece:
    """Words of one line that stand close together."""

    words: list[Word]
    x0: float
    y0: float
    x1: float
    y1: float
    size: float

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


def blocks(words: list[Word], rules: list[Box]) -> list[list[Word]]:
    """Words by block, in the order of reading."""
    parts = [piece for row in rows(words) for piece in pieces(row)]
    return [
        [word for piece in block for word in piece.words]
        for block in _cut(parts, rules, 0)
    ]


def _cut(parts: list[Piece], rules: list[Box], depth: int) -> list[list[Piece]]:
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


def _bands(parts: list[Piece], x: float, rules: list[Box]) -> _Bands:
    """The page parted by the pieces that cross ``x``, and how much stands in columns."""
    bands: list[_Band] = []
    run: list[Piece] = []
    gain = 0.0

    def close() -> None:
        nonlocal gain, run
        if not run:
            return
        left = [p for p in run if p.x1 <= x]
        right = [p for p in run if p.x1 > x]
        if _columns(left, right, rules):
            gain += min(_height(left), _height(right))
            bands.append(_Band(run, True))
        elif bands and not bands[-1].columns:
            bands[-1].parts += run
        else:
            bands.append(_Band(run, False))
        run = []

    for part in parts:
        if part.x0 < x < part.x1:
            close()
            if bands and not bands[-1].columns:
                bands[-1].parts.append(part)
            else:
                bands.append(_Band([part], False))
        else:
            run.append(part)
    close()
    return _Bands(x, gain, bands)


def _height(parts: list[Piece]) -> float:
    return sum(p.y1 - p.y0 for p in parts)


def _columns(left: list[Piece], right: list[Piece], rules: list[Box]) -> bool:
    """Whether two sides of a strip are text that is read one after the other."""
    if min(len(left), len(right)) < _LINES:
        return False
    gutter = min(p.x0 for p in right) - max(p.x1 for p in left)
    size = sorted(p.size for p in left + right)[(len(left) + len(right)) // 2]
    if gutter < _GUTTER * size or _ruled(left, right, rules):
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
    """Whether lines fill their column, as prose does and the cells of a table do not."""
    width = max(p.x1 for p in parts) - min(p.x0 for p in parts)
    filled = sum(p.x1 - p.x0 for p in parts) / len(parts)
    length = sum(p.length for p in parts) / len(parts)
    return length >= 10 and filled >= 0.45 * width


def _ruled(left: list[Piece], right: list[Piece], rules: list[Box]) -> bool:
    """Whether drawn lines run across both sides between their lines."""
    top = min(max(p.y1 for p in left), max(p.y1 for p in right))
    bottom = max(min(p.y0 for p in left), min(p.y0 for p in right))
    edge, begin = max(p.x1 for p in left), min(p.x0 for p in right)
    across = {
        round(r[1])
        for r in rules
        if r[2] - r[0] > 3 * (r[3] - r[1])
        and r[0] < edge
        and r[2] > begin
        and bottom < r[1] < top
    }
    return len(across) >= 2


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
