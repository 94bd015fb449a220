"""What of a page's text is seen where the page is painted.

Ways of hiding text are without number; what they have in common is that no ink is left
where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from incidents.pipeline.ingest.page import UNMAPPED, Glyph, Page

#: Levels of grey, of 255, that differ so little look the same.
_CONTRAST = 10
#: What has no word of so many characters is no text that somebody hid.
_FEW = 3
#: Share of the font size: what stands further apart is not one word.
_REACH = 0.3
#: Pixels of a point, and the most of a page's side.
_SCALE, _LONGEST = 1.5, 2_000.0


def scale_of(page: Page) -> float:
    """Pixels of a point at which a page is looked at."""
    return min(_SCALE, _LONGEST / max(page.width, page.height, 1.0))


def unseen(page: Page, painted: NDArray[np.uint8]) -> set[int]:
    """The numbers of the glyphs of ``page`` that left no ink where they stand.

    Args:
        page: The page as a reader found it.
        painted: How light the page is, row by row from the top, at ``scale_of(page)``.
    """
    scale = scale_of(page)

    def is_unseen(word: list[tuple[int, Glyph]]) -> bool:
        return all(g.text != UNMAPPED and _is_even(g, painted, scale) for _, g in word)

    found: set[int] = set()
    for unseen, words in groupby(_words(page.glyphs), key=is_unseen):
        passage = list(words)
        # signs that stand alone are often drawn beside the place their font says
        if unseen and max(map(len, passage)) >= _FEW:
            found.update(number for word in passage for number, _ in word)
    return found


def leave_out(page: Page, unseen: set[int]) -> None:
    """Set glyphs of ``page`` apart."""
    page.glyphs = [g for n, g in enumerate(page.glyphs) if n not in unseen]
    hide(page, len(unseen))


def hide(page: Page, count: int) -> None:
    """Count characters of ``page`` that are set apart."""
    reason = "not seen where the page is painted"
    page.hidden[reason] = page.hidden.get(reason, 0) + count


def _words(glyphs: list[Glyph]) -> Iterator[list[tuple[int, Glyph]]]:
    """Glyphs with their numbers, as they stand together."""
    word: list[tuple[int, Glyph]] = []
    for number, glyph in enumerate(glyphs):
        if word and not _beside(word[-1][1], glyph):
            yield word
            word = []
        if not glyph.text.isspace():
            word.append((number, glyph))
    if word:
        yield word


def _beside(last: Glyph, glyph: Glyph) -> bool:
    x0, y0, x1, y1 = last.box
    reach = _REACH * max(last.size, glyph.size)
    a0, b0, a1, b1 = glyph.box
    near = a0 - x1 < reach and x0 - a1 < reach and b0 - y1 < 0 and y0 - b1 < 0
    return near and not glyph.text.isspace()


def _is_even(glyph: Glyph, painted: NDArray[np.uint8], scale: float) -> bool:
    """Whether all is of one grey where ``glyph`` stands."""
    height, width = painted.shape
    x0, y0, x1, y1 = (side * scale for side in glyph.box)
    left, right = max(0, int(x0)), min(width, int(x1) + 1)
    top, low = max(0, height - int(y1) - 1), min(height, height - int(y0))
    place = painted[top:low, left:right]
    return not place.size or int(place.max()) - int(place.min()) < _CONTRAST
