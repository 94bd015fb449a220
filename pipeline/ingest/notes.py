"""Footnotes, and the marks in the text that lead to them.

A mark is left out of the sentence that it would cut: ``killing 191`` and a raised 2 is
no toll of 1,912. It is known by its note, smaller type at the foot of the page that
begins with the same mark, so that an exponent stays.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from pipeline.ingest.paragraphs import Paragraph, main_size
from pipeline.ingest.words import Word

_MARK = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
#: Share of the text's size: the most that a note and a mark have; how far it is raised.
_NOTE, _SMALL, _RAISED = 0.93, 0.85, 0.12
_MOST = 400


def settle(words: list[Word]) -> tuple[list[Word], set[int]]:
    """A page's words without marks in its text, and the ids of those that begin notes.

    A note's own mark is set level with the note, so that it is read in its line.
    """
    size = main_size(words)
    small = [w for w in words if w.size < _SMALL * size and _MARK.fullmatch(w.text)]
    if not small or len(small) > _MOST:
        return words, set()
    starts = {id(w): beside for w in small if (beside := _note(w, words, size))}
    named = {w.text for w in small if id(w) in starts}
    marks = {
        id(w)
        for w in small
        if w.text in named and id(w) not in starts and _raised(w, words)
    }
    told = {w.text for w in small if id(w) in marks}
    settled: list[Word] = []
    begins: set[int] = set()
    for word in words:
        if id(word) in marks:
            if settled:
                settled[-1].marked = True
            continue
        if id(word) in starts and word.text in told:
            beside = starts[id(word)]
            word = replace(word, y0=beside.y0, y1=beside.y1, size=beside.size)
            begins.add(id(word))
        settled.append(word)
    return settled, begins


def without_notes(
    block: list[Paragraph], starts: set[int]
) -> tuple[list[Paragraph], list[Paragraph]]:
    """The paragraphs of a block's text, and those of its notes, each by itself."""
    text: list[Paragraph] = []
    notes: list[Paragraph] = []
    for paragraph in block:
        parts = [at for at, line in enumerate(paragraph.lines) if id(line[0]) in starts]
        if parts[:1] != [0]:
            text.append(paragraph)
            continue
        for at, end in pairwise([*parts, len(paragraph.lines)]):
            notes.append(Paragraph(paragraph.page, paragraph.lines[at:end]))
    return text, notes


def _note(mark: Word, words: list[Word], size: float) -> Word | None:
    """The first word of the note that ``mark`` begins, if it begins one."""
    reach = 2 * size
    level = [w for w in words if w is not mark and w.y0 < mark.y1 and w.y1 > mark.y0]
    if any(-1 < mark.x0 - w.x1 < reach for w in level):
        return None
    right = [w for w in level if -1 < w.x0 - mark.x1 < reach]
    beside = min(right, key=lambda w: w.x0, default=None)
    return beside if beside is not None and beside.size < _NOTE * size else None


def _raised(mark: Word, words: list[Word]) -> bool:
    """Whether it stands right behind a word, and higher."""
    return any(
        -0.1 * w.size < mark.x0 - w.x1 < 0.5 * w.size
        and mark.size < _SMALL * w.size
        and w.y0 + _RAISED * w.size < mark.y0 < w.y1
        for w in words
    )
