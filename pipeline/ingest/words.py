"""Glyphs to words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from incidents.pipeline.ingest.page import Box, Glyph

#: Share of the font size: a gap that parts words, a step back, a change of line.
_GAP, _BACK, _RISE = 0.13, 0.5, 0.15
#: More dots than this lead the eye over a gap; three or four end a sentence.
_LEADER = 4
_LIGATURES = {
    chr(c): unicodedata.normalize("NFKC", chr(c)) for c in range(0xFB00, 0xFB07)
}
_SPACES = dict.fromkeys(
    map(
        ord, "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
    ),
    " ",
)
#: Marks that take no room and hide in words: they would part what is printed as one.
_INVISIBLE = dict.fromkeys(
    (
        *range(0x20),
        0x7F,
        *range(0x80, 0xA0),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
    )
)
_CLEAN = {**{ord(k): v for k, v in _LIGATURES.items()}, **_SPACES, **_INVISIBLE}
_CLEAN[0x02] = _CLEAN[0xFFFE] = (
    "\u00ad"  # how some fonts and readers give a line's hyphen
)


@dataclass(slots=True)
class Word:
    """Characters printed without a gap.

    The sides are those of the line it is printed on: where a page is printed
    sideways, it is read as if turned upright. ``box`` is the place on the page,
    ``order`` its number in the order of the file, counted where the page is read, and
    ``marked`` says that a note's mark written after it is left out.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    turn: int
    box: Box
    order: int = 0
    marked: bool = False


def words(glyphs: Iterable[Glyph]) -> list[Word]:
    """The words that glyphs make, in the order of the file."""
    return [word for run in _runs(glyphs) if (word := _word(run)) is not None]


def without_leaders(found: list[Word]) -> list[Word]:
    """Words without the rows of dots that lead the eye over a gap."""
    dots = [not word.text.strip(".") for word in found]
    beside = zip([False, *dots], dots, [*dots[1:], False], strict=False)
    return [
        word
        for word, (before, dot, after) in zip(found, beside, strict=True)
        if not dot or not (before or after or len(word.text) > _LEADER)
    ]


def upright(box: Box, turn: int) -> Box:
    """``box`` as seen after turning the page so that its text is upright."""
    x0, y0, x1, y1 = box
    if turn == 0:
        return box
    if turn == 1:
        return y0, -x1, y1, -x0
    if turn == 2:
        return -x1, -y1, -x0, -y0
    return -y1, x0, -y0, x1


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[tuple[Glyph, Box]]]:
    run: list[tuple[Glyph, Box]] = []
    for glyph in glyphs:
        if not glyph.text or glyph.text.isspace():
            if run:
                yield run
            run = []
            continue
        box = upright(glyph.box, glyph.turn) if glyph.turn else glyph.box
        if run and not _continues(*run[-1], glyph, box):
            yield run
            run = []
        run.append((glyph, box))
    if run:
        yield run


def _continues(last: Glyph, was: Box, glyph: Glyph, box: Box) -> bool:
    size = last.size if last.size > glyph.size else glyph.size
    return (
        glyph.turn == last.turn
        and -_BACK * size < box[0] - was[2] < _GAP * size
        and abs(box[1] - was[1]) < _RISE * size
        and abs(glyph.size - last.size) < 0.3 * size
    )


def _word(run: list[tuple[Glyph, Box]]) -> Word | None:
    text = "".join(glyph.text for glyph, _ in run)
    if not text.isascii() or not text.isprintable():
        text = unicodedata.normalize("NFC", text.translate(_CLEAN))
        if _right_to_left(text):
            text = text[::-1] if run[0][1][0] < run[-1][1][0] else text
    text = text.strip()
    if not text:
        return None
    first = run[0][0]
    printed = _hull([glyph.box for glyph, _ in run])
    return Word(
        text,
        *(_hull([box for _, box in run]) if first.turn else printed),
        size=max(glyph.size for glyph, _ in run),
        bold=first.bold,
        turn=first.turn,
        box=printed,
    )


def _hull(boxes: list[Box]) -> Box:
    left, low, right, high = zip(*boxes, strict=True)
    return min(left), min(low), max(right), max(high)


def _right_to_left(text: str) -> bool:
    kinds = [unicodedata.bidirectional(c) for c in text]
    return sum(k in ("R", "AL") for k in kinds) * 2 > len(kinds)
