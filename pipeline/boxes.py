"""The places of a quote on its page: a box for each printed line that it touches.

A line has several where a table's gap or a note's mark parts the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from incidents.pipeline.records import Line

#: Left, lower, right and upper side in points.
Box = tuple[float, float, float, float]

#: Points: how far the words of one line stand from one level.
_LEVEL = 1.0
#: Shares of a line's height: how much wider than the others a gap is in which something
#: else stands, such as a note's mark, and one between words that no space parts.
_WIDER, _OPEN = 0.25, 0.1
#: Share of a line's height: the widest space of running text.
_SPACE = 0.6
#: Characters that take about half the room of others.
_NARROW, _THIN = ".,;:!|'\u2018\u2019()[]{}ijlftI-/ ", 0.55


def quote_boxes(
    text: str, layout: Sequence[Line], start: int, end: int
) -> Iterator[tuple[int, Box]]:
    """Pages and boxes of the words of ``start:end`` that stand together on a line.

    What is printed between two words and is not theirs stays outside. Of a word that
    is quoted in part, the box is as much as its characters take by a rough guess.
    """
    line: list[Line] = []
    first = bisect_right(layout, start, key=lambda word: word.end)
    for whole in map(layout.__getitem__, range(first, len(layout))):
        if end <= whole.start:
            break
        word = _clipped(text, whole, start, end)
        if line and not _beside(line[-1], word):
            yield from _parted(line)
            line = []
        line.append(word)
    if line:
        yield from _parted(line)


def _clipped(text: str, word: Line, start: int, end: int) -> Line:
    """As much of a word as lies in ``start:end``."""
    if start <= word.start and word.end <= end:
        return word
    first, last = max(start, word.start), min(end, word.end)
    x0, y0, x1, y1 = word.box
    point = (x1 - x0) / _width(text[word.start : word.end])
    left = x0 + point * _width(text[word.start : first])
    right = x1 - point * _width(text[last : word.end])
    return Line(word.page, first, last, (round(left, 1), y0, round(right, 1), y1))


def _width(text: str) -> float:
    return sum(_THIN if c in _NARROW else 1.0 for c in text)


def _beside(last: Line, word: Line) -> bool:
    level = abs(word.box[1] - last.box[1]) < _LEVEL
    return word.page == last.page and level and word.box[0] >= last.box[0]


def _parted(line: Sequence[Line]) -> Iterator[tuple[int, Box]]:
    gaps = [after.box[0] - word.box[2] for word, after in pairwise(line)]
    tall = line[0].box[3] - line[0].box[1]
    usual = min(max(0.0, min(gaps, default=0.0)), _SPACE * tall)
    run = [line[0]]
    for gap, (last, word) in zip(gaps, pairwise(line), strict=True):
        height = word.box[3] - word.box[1]
        most = _OPEN * height if last.end == word.start else usual + _WIDER * height
        if gap > most:
            yield _around(run)
            run = []
        run.append(word)
    yield _around(run)


def _around(run: Sequence[Line]) -> tuple[int, Box]:
    boxes = [word.box for word in run]
    return run[0].page, (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
