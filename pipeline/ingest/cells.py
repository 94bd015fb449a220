"""A printed line parted into the cells of a table."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from incidents.pipeline.ingest.columns import Piece, pieces
from incidents.pipeline.ingest.words import Word

#: Share of the font size: a gap that parts cells by itself, and beside its like.
_WIDE, _ALIGNED = 1.9, 0.75
#: Share of the font size: a gap that parts cells of a table not written in one go.
_APART = 0.3
#: Likewise a gap between two whole figures, which a space is not as wide as.
_FIGURES = 0.45
#: How much wider than those of its line a gap is that is no stretched space.
_STRETCHED = 1.5
_NUMBER = re.compile(r"[\W\d]+")
_WHOLE = re.compile(r"\d[\d.,]*")

#: Its printed lines.
Cell = list[list[Word]]


def edges(lines: list[list[Word]]) -> Counter[int]:
    """Where pieces begin after a wide gap, in half points: how often each."""
    left = min((line[0].x0 for line in lines), default=0.0)
    found: Counter[int] = Counter()
    for line in lines:
        first, *others = pieces(line, _WIDE)
        # the first cells of a line may be blank
        if others and first.x0 - left > _WIDE * first.size:
            others.append(first)
        found.update(map(_edge, others))
    return found


def cells(
    line: list[Word], neighbours: list[list[Word]], begun: Counter[int]
) -> list[Piece]:
    """A line parted where a gap is wide, or stands over or under a neighbour's gap.

    A narrower gap parts it where other lines begin a cell, ``begun`` of ``edges``, and
    where the file goes on to write elsewhere.
    """
    parts = pieces(line, _ALIGNED)
    if len(parts) == 1:
        return parts
    gaps = [g for other in neighbours for g in _gaps(pieces(other, _ALIGNED))]
    joined = [parts[0]]
    spaces = sorted(b.x0 - a.x1 for a, b in pairwise(line))
    stretched = spaces[(len(spaces) - 1) // 2] if len(spaces) > 2 else 0.0
    for part in parts[1:]:
        left, right = joined[-1].x1, part.x0
        elsewhere = not goes_on(joined[-1].words[-1], part.words[0])
        if (
            right - left > _WIDE * max(part.size, joined[-1].size)
            or (is_figure(joined[-1]) and is_figure(part))
            or any(min(right, b) - max(left, a) > part.size / 2 for a, b in gaps)
            or begun[_edge(part)] > 1
            or (elsewhere and right - left > _STRETCHED * stretched)
        ):
            joined.append(part)
        else:
            joined[-1] = Piece.of(joined[-1].words + part.words)
    return joined


def reparted(line: list[Piece]) -> list[Piece]:
    """A table's line, parted also where the file goes on to write elsewhere."""
    found: list[Piece] = []
    for piece in line:
        run = [piece.words[0]]
        for word in piece.words[1:]:
            gap = (word.x0 - run[-1].x1) / word.size
            elsewhere = gap > _APART and not goes_on(run[-1], word)
            if elsewhere or (gap > _FIGURES and _are_figures(run[-1], word)):
                found.append(Piece.of(run))
                run = []
            run.append(word)
        found.append(Piece.of(run))
    return found


def _are_figures(*words: Word) -> bool:
    return all(_WHOLE.fullmatch(word.text) for word in words)


def goes_on(word: Word, after: Word) -> bool:
    """Whether the file writes ``after`` straight after ``word``."""
    return after.order == word.order + 1


def is_figure(piece: Piece) -> bool:
    """Whether it has figures and signs only."""
    return bool(_NUMBER.fullmatch(text(piece)))


def text(piece: Piece) -> str:
    """Its words, for looking at."""
    return " ".join(w.text for w in piece.words)


def columns(lines: list[list[Piece]]) -> list[tuple[float, float]]:
    """Where the table's columns begin and end: the strips that cells cover."""
    spans: list[tuple[float, float]] = []
    most = max((len(line) for line in lines), default=0)
    least = min(most, max(2, most - 1))
    full = [p for line in lines if len(line) >= least for p in line]
    for part in sorted(full, key=lambda p: p.x0):
        if spans and part.x0 < spans[-1][1] - 1:
            spans[-1] = (spans[-1][0], max(spans[-1][1], part.x1))
        else:
            spans.append((part.x0, part.x1))
    return spans


def column(part: Piece, spans: list[tuple[float, float]]) -> int:
    """The column that most of a piece stands in, from 0."""
    shared = [(min(part.x1, b) - max(part.x0, a), -i) for i, (a, b) in enumerate(spans)]
    return -max(shared)[1] if shared else 0


def _edge(piece: Piece) -> int:
    return round(2 * piece.x0)


def _gaps(parts: list[Piece]) -> list[tuple[float, float]]:
    return [(a.x1, b.x0) for a, b in pairwise(parts)]
