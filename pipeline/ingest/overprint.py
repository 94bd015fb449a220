"""Characters painted twice, to look bold or over their own shadow, read once."""

from __future__ import annotations

import numpy as np

from incidents.pipeline.ingest.page import Glyph

#: Shares of a character's font size and width: how far apart its two paintings lie.
_SHIFT, _WIDTH = 0.1, 0.5
#: Squares to the side: further out is no page.
_FAR = 200_000


def once(glyphs: list[Glyph]) -> list[Glyph]:
    """Each character where it is painted first, bold if it is painted again."""
    if not _any_twice(glyphs):
        return glyphs
    kept: list[Glyph] = []
    places: dict[tuple[str, int, int], list[int]] = {}
    for glyph in glyphs:
        if glyph.text.isspace():
            kept.append(glyph)
            continue
        reach = max(_SHIFT * glyph.size, 0.1)
        first = next((n for n in _near(glyph, places) if _over(kept[n], glyph)), None)
        if glyph.text == "f" and first == len(kept) - 1:
            first = None  # a ligature, which PDFium gives as two letters
        if first is not None:
            kept[first] = kept[first]._replace(bold=True)
            continue
        x, y = (int(side // (2 * reach)) for side in glyph.box[:2])
        places.setdefault((glyph.text, x, y), []).append(len(kept))
        kept.append(glyph)
    return kept if len(kept) < len(glyphs) else glyphs


def _any_twice(glyphs: list[Glyph]) -> bool:
    """Whether two of a kind may stand on one place, by squares of two reaches.

    What is less than a reach apart stands in one square, if not of these, then of those
    that lie half a square to the side, or below, or both.
    """
    printed = [glyph for glyph in glyphs if not glyph.text.isspace()]
    numbers: dict[tuple[str, float], int] = {}
    kinds = np.array([numbers.setdefault(_kind(g), len(numbers)) for g in printed])
    steps = 2 * np.maximum(_SHIFT * np.array([g.size for g in printed]), 0.1)
    corners = np.nan_to_num([g.box[:2] for g in printed]).reshape(-1, 2)
    places = corners / steps[:, None]
    for shift in ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5)):
        found = np.floor(places + shift).clip(-_FAR, _FAR).astype(np.int64) + _FAR
        keys = (kinds * 2 * _FAR + found[:, 0]) * 2 * _FAR + found[:, 1]
        if len(np.unique(keys)) < len(keys):
            return True
    return False


def _kind(glyph: Glyph) -> tuple[str, float]:
    """What two paintings share; no usual size lies on the border between two."""
    return glyph.text, (glyph.size + 0.19) // 0.5


def _near(glyph: Glyph, places: dict[tuple[str, int, int], list[int]]) -> list[int]:
    """The numbers of those like ``glyph`` that stand near it."""
    step = 2 * max(_SHIFT * glyph.size, 0.1)
    x, y = glyph.box[0] / step, glyph.box[1] / step
    # of the squares around it, those that its reach of half a square touches
    return [
        number
        for column in {int((x - 0.5) // 1), int((x + 0.5) // 1)}
        for row in {int((y - 0.5) // 1), int((y + 0.5) // 1)}
        for number in places.get((glyph.text, column, row), ())
    ]


def _over(first: Glyph, glyph: Glyph) -> bool:
    """Whether ``glyph`` is painted over ``first``."""
    x0, y0, x1, y1 = first.box
    across, up = abs(glyph.box[0] - x0), abs(glyph.box[1] - y0)
    if first.turn % 2:
        across, up, x0, x1 = up, across, y0, y1
    return (
        first.turn == glyph.turn
        and abs(first.size - glyph.size) < _SHIFT * first.size
        and across < min(_SHIFT * first.size, _WIDTH * (x1 - x0))
        and up < _SHIFT * first.size
    )
