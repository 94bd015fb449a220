"""Running heads and page numbers: what pages repeat at one height above or below."""

from __future__ import annotations

import re
from collections import defaultdict

from incidents.pipeline.ingest.columns import pieces, rows
from incidents.pipeline.ingest.page import Page
from incidents.pipeline.ingest.words import Word

#: Share of the page at its head and foot where they stand, and rows looked at there.
_ZONE, _ROWS = 0.12, 3
#: More pieces than this make the head of a table, which goes on over pages as well.
_PIECES = 3
_NEAR = 3.0
_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxl]{1,6}|\d+")

Row = list[Word]


def running(pages: list[Page], found: list[list[Word]]) -> list[list[Row]]:
    """The rows of each page that stand on another page as well, but for a number."""
    edges = [_edges(p, words) for p, words in zip(pages, found, strict=True)]
    heights: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, page in enumerate(edges):
        for row in (row for edge in page for row in edge):
            heights[_pattern(row)].append((row[0].y0, number))
    return [
        [row for edge in page for row in _repeated(edge, number, heights)]
        for number, page in enumerate(edges)
    ]


def _repeated(
    edge: list[Row], number: int, heights: dict[str, list[tuple[float, int]]]
) -> list[Row]:
    """The outermost rows that are repeated: within other text nothing is furniture."""
    kept: list[Row] = []
    for row in edge:
        others = {
            page
            for y, page in heights[_pattern(row)]
            if abs(y - row[0].y0) < _NEAR and page != number
        }
        if not others:
            break
        kept.append(row)
    return kept


def _edges(page: Page, words: list[Word]) -> tuple[list[Row], list[Row]]:
    """The rows at the head of a page from the top, and at its foot from below."""
    upright = [w for w in words if w.turn == 0]
    top, low = page.height * (1 - _ZONE), page.height * _ZONE
    head = [r for r in rows([w for w in upright if w.y0 > top]) if _short(r)]
    foot = [r for r in rows([w for w in upright if w.y1 < low]) if _short(r)]
    return head[:_ROWS], foot[::-1][:_ROWS]


def _short(row: Row) -> bool:
    return len(pieces(row)) <= _PIECES


def _pattern(row: Row) -> str:
    text = " ".join(w.text for w in row)
    return "#" if _ROMAN.fullmatch(text) else _NUMBER.sub("#", text)
