"""People in words that no extractor read as a figure, with the number before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incidents.extractors import _number_words
from incidents.extractors._nouns import is_person
from incidents.pipeline.assemble.support.passage import Passage, Span

#: How many words before a noun its number stands at most, and what parts the two.
_FAR = 4
_PARTED = re.compile(r"[,.;:()]|\b(?:of|and)\b")
_WORD = re.compile(r"[\w'’-]+")


def counted(passage: Passage, span: Span) -> Iterator[tuple[int, Span]]:
    """Each noun for people in ``span`` and its number, 0 where none stands by it."""
    words = [*_WORD.finditer(passage.text, *span)]
    for n, word in enumerate(words):
        if not is_person(word[0].casefold()):
            continue
        near = words[max(0, n - _FAR) : n]
        counts = [_number(w, word.start(), passage.text) for w in near]
        yield next(filter(None, reversed(counts)), 0), word.span()


def _number(word: re.Match[str], noun: int, text: str) -> int:
    """What a word before a noun is worth, where nothing parts the two."""
    if _PARTED.search(text[word.end() : noun]):
        return 0
    units = _number_words.values(_number_words.UNIT)
    printed = word[0].casefold()
    return units.get(printed, int(printed) if printed.isdecimal() else 0)
