"""Footnotes, and the marks in the text that lead to them.

A mark is left out of the sentence that it would cut: ``killing 191`` and a raised 2 is
no toll of 1,912. It is known by its note, smaller type at the foot of the page that
begins with the same mark, or by standing raised behind a word that it is no power of.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from incidents.pipeline.ingest.marks import is_mark, unmarked
from incidents.pipeline.ingest.paragraphs import Paragraph, main_size
from incidents.pipeline.ingest.words import Word

_MARK = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_RAISED_MARK = re.compile(
    r"\[?[1-9]\d{0,2}(?:[,;–-]\d{1,3}){0,9}\]?,?|[*†‡§]{1,3}|[a-d]"
)
#: What a note is on: a word, or a figure with signs behind it.
_BASE = re.compile(r"[^\W\d_]{2}|\A\W*\d[\d.,]*[^\w(\[{]*\Z")
#: Share of the text's size: the most that a note and a mark have; how far it is raised,
#: and how far if it is not small.
_NOTE, _SMALL, _RAISED, _HIGH = 0.93, 0.85, 0.12, 0.28
_MOST, _SHORT = 400, 4


def settle(words: list[Word]) -> tuple[list[Word], set[int]]:
    """A page's words without marks in its text, and the ids of those that begin notes.

    A note's own mark is set level with the note, so that it is read in its line.
    """
    size = main_size(words)
    small = [w for w in words if w.size < _SMALL * size and _MARK.fullmatch(w.text)]
    if len(small) > _MOST:
        return words, set()
    starts = {id(w): beside for w in small if (beside := _note(w, words, size))}
    named = {w.text for w in small if id(w) in starts}
    bases = {
        id(w): base
        for w in small
        if w.text in named and id(w) not in starts and (base := _behind(w, words))
    }
    bases |= {k: base for k, base in _unnamed(words).items() if k not in starts}
    told = {w.text for w in small if id(w) in bases}
    settled: list[Word] = []
    begins: set[int] = set()
    for word in words:
        if id(word) in bases:
            base = bases[id(word)]
            base.marked = True
            base.x1 = max(base.x1, word.x1)  # its room parts no columns
            continue
        if id(word) in starts and word.text in told:
            beside = starts[id(word)]
            word = replace(word, y0=beside.y0, y1=beside.y1, size=beside.size)
            begins.add(id(word))
        word.text = unmarked(word.text)
        if settled and len(word.text) <= _SHORT and _stands_behind(settled[-1], word):
            # an exponent, or the end of an ordinal: it is read in its line
            word = replace(word, y0=settled[-1].y0, y1=settled[-1].y1)
        settled.append(word)
    return settled, begins


def _unnamed(words: list[Word]) -> dict[int, Word]:
    """The ids of marks that stand raised, with the words that they stand behind."""
    found: dict[int, Word] = {}
    for at, mark in enumerate(words[1:], 1):
        if not _RAISED_MARK.fullmatch(mark.text):
            continue
        before = words[at - 1]
        base = found.get(id(before), before)
        beside = base is not before and _beside(before, mark)
        if not (beside or (_BASE.search(base.text) and _stands_behind(base, mark))):
            continue
        after = words[at + 1] if at + 1 < len(words) else None
        close = after is not None and -1 < after.x0 - mark.x1 < 0.1 * base.size
        following = after.text if after is not None and close else ""
        if is_mark(mark.text.rstrip(","), base.text, following):
            found[id(mark)] = base
    return found


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


def _behind(mark: Word, words: list[Word]) -> Word | None:
    """The word that it stands raised behind."""
    return next((w for w in words if _stands_behind(w, mark)), None)


def _beside(mark: Word, other: Word) -> bool:
    """Whether another mark follows on one, as in "1, 2"."""
    near = -0.1 < (other.x0 - mark.x1) / mark.size < 0.6
    return near and abs(other.y0 - mark.y0) < 0.15 * mark.size


def _stands_behind(word: Word, mark: Word) -> bool:
    """Whether ``mark`` stands right behind ``word``, and higher."""
    rise = _RAISED if mark.size < _SMALL * word.size else _HIGH
    return (
        -0.1 * word.size < mark.x0 - word.x1 < 0.5 * word.size
        and mark.turn == word.turn
        and mark.size < 1.1 * word.size
        and word.y0 + rise * word.size < mark.y0 < word.y1
    )
