"""Pages that are a picture of print, with a few characters of their own on it.

An archive's stamp, a court's heading or a page number is text, and all else of a scan
is not: such a page must not pass for one that was read.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from incidents.pipeline.ingest.page import Page
from incidents.pipeline.ingest.words import Word

#: Share of the page that its images cover, and the most words that are a stamp.
_COVERED, _WORDS = 0.5, 60
#: Levels of grey, of 255: how far paper varies, and ink differs from it.
_PAPER, _INK = 40, 80
#: Share of a printed page that is paper; in a photograph little is of one grey.
_EMPTY = 0.6
#: Edges of ink that a row of pixels has within a line of type, and such rows.
_EDGES, _ROWS = 20, 12


def may_be_stamped(page: Page, told: Sequence[Word]) -> bool:
    """Whether a page has little text, and images over most of it."""
    few = 0 < len(told) <= _WORDS
    return few and not page.scanned and page.images >= _COVERED


def shows_print(painted: NDArray[np.uint8]) -> bool:
    """Whether lines of type stand on paper, at the scale a page is looked at."""
    if not painted.size:
        return False
    paper = int(np.percentile(painted, 75))
    ink = painted < paper - _INK
    even = np.abs(painted.astype(np.int16) - paper) <= _PAPER
    edges = (ink[:, 1:] != ink[:, :-1]).sum(axis=1)
    return bool(even.mean() >= _EMPTY and (edges >= _EDGES).sum() >= _ROWS)


def without(
    painted: NDArray[np.uint8], told: Sequence[Word], scale: float
) -> NDArray[np.uint8]:
    """A page as it is painted, with paper in place of the words that are text."""
    height = painted.shape[0]
    paper = int(np.percentile(painted, 75)) if painted.size else 255
    bare = painted.copy()
    for word in told:
        x0, y0, x1, y1 = (side * scale for side in word.box)
        top, low = max(0, height - int(y1) - 1), max(0, height - int(y0) + 1)
        bare[top:low, max(0, int(x0)) : max(0, int(x1) + 1)] = paper
    return bare
