"""Ages: ``a 22-year-old``, ``aged 14, 17 and 20``, ``Smith, 22,``, a table's column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from incidents.extractors import _numbers
from incidents.extractors._nouns import is_person, is_plural
from incidents.extractors.figures.extent import noun_end
from incidents.extractors.figures.words import Words

_OLDEST = 115
_HEADER = re.compile(r"ages?\b", re.IGNORECASE)
_CELL_AGE = re.compile(r"(?<![\d(])\d{2}(?![\d)%])", re.ASCII)
_JOINTS = frozenset({",", "and", "or", "&"})
_LATELY = frozenset({"then", "now", "aged"})
#: So old is who is told of by a bare number: *a student of 22*, *a trainee, 18,*.
_YOUNGEST = 10


class Age(NamedTuple):
    """An age and whose it is; ``start`` and ``end`` count words, ``of`` likewise."""

    start: int
    end: int
    years: int
    of: tuple[int, int] | None


def ages(words: Words, named: list[tuple[int, int]]) -> Iterator[Age]:
    """Yield each age in ``words``, given where the names stand."""
    after = {end: (start, end) for start, end in named}
    before = {start: (start, end) for start, end in named}
    for i, word in enumerate(words.low):
        if word == "old":
            yield from _years_old(words, i, before, after)
        elif word in {"aged", "ages", "age"}:
            yield from _aged(words, i, after)
        elif word in {",", "("}:
            owner = after.get(i) or _noun_before(words, i)
            if owner:
                yield from _apposed(words, i, owner)
        elif word == "of" and (owner := _noun_before(words, i)):
            yield from _of(words, i, owner)
        elif word == "who" and words.at(i + 1) in {"is", "was"}:
            yield from _of(words, i + 1, _noun_before(words, i - 1))


def _years_old(
    words: Words,
    i: int,
    before: dict[int, tuple[int, int]],
    after: dict[int, tuple[int, int]],
) -> Iterator[Age]:
    """``22-year-old``, ``22 year old``, ``22 years old``."""
    j = i - 1 - (words.at(i - 1) == "-")
    if words.at(j) not in {"year", "years"}:
        return
    last = j - 1 - (words.at(j - 1) == "-")
    for start in (last - 2, last):
        years = _exact(words, start)
        if years is not None and years[1] == last + 1:
            if words.at(j) == "years":
                yield from _listed(words, start)
            told = after.get(start - 2) if words.at(start - 2) == "," else None
            owner = told or _noun(words, i + 1, before)
            yield from _aging(start, i + 1, years[0], owner)
            return


def _listed(words: Words, i: int) -> Iterator[Age]:
    """The first of ``21 and 24 years old``, whose last number is word ``i``."""
    i -= 2
    while words.at(i + 1) in _JOINTS and (years := _age(words, i)) is not None:
        yield from _aging(i, i + 1, years, None)
        i -= 2


def _noun_before(words: Words, i: int) -> tuple[int, int] | None:
    """A person's noun that ends before word ``i``: ``a student`` , ``a man`` ``of``."""
    noun = words.at(i - 1)
    if not noun or not is_person(noun) or is_plural(noun) or words.ends(i - 1):
        return None
    return (i - 1, i)


def _of(words: Words, i: int, owner: tuple[int, int] | None) -> Iterator[Age]:
    """``a student of 22``, ``a woman who is 45``; but no ``judge of 22 cases``."""
    years = _age(words, i + 1)
    alone = words.ends(i + 2) or words.low[i + 2] == "," or not _goes_on(words, i + 2)
    if owner and years is not None and years > _YOUNGEST and alone:
        yield from _aging(i + 1, i + 2, years, owner)


def _goes_on(words: Words, i: int) -> bool:
    """Whether word ``i`` is of the phrase whose number stands before it."""
    return noun_end(words, i) > i or not words.at(i)[:1].isalpha()


def _exact(words: Words, i: int) -> tuple[int, int] | None:
    """The number of years at word ``i``, and one past its last word."""
    found = _numbers.cardinal(words, i) if i >= 0 else None
    if found is None or found.min is None or found.min != found.max:
        return None
    return found.min, found.end


def _noun(
    words: Words, i: int, before: dict[int, tuple[int, int]]
) -> tuple[int, int] | None:
    if i in before:
        return before[i]
    end = noun_end(words, i)
    return (i, end) if end > i else None


def _aging(
    start: int, end: int, years: int, of: tuple[int, int] | None
) -> Iterator[Age]:
    if 0 < years <= _OLDEST:
        yield Age(start, end, years, of)


def _aged(words: Words, i: int, after: dict[int, tuple[int, int]]) -> Iterator[Age]:
    """``aged 14, 17, and 20``, ``age 22``, ``at the age of 30``."""
    j = i + 1 + (words.at(i + 1) in {"of", "between"})
    owner = after.get(i) or after.get(i - 1)
    start = i
    while (years := _age(words, j)) is not None:
        yield from _aging(start, j + 1, years, owner)
        j += 1
        while words.at(j) in _JOINTS and not words.ends(j):
            j += 1
        if words.at(j) in {"aged", "age"}:
            return
        start = j


def _apposed(words: Words, i: int, owner: tuple[int, int]) -> Iterator[Age]:
    """``John Smith, 22, of``, ``John Smith (22)``."""
    told = i + 1 + (words.at(i + 1) in _LATELY - {"aged"})
    years = _age(words, told)
    closing = words.at(told + 1)
    closed = closing == ")" if words.low[i] == "(" else _closes(words, told + 1)
    named = words.low[owner[1] - 1] == words.tokens[owner[1] - 1].text
    if years is not None and years > (_YOUNGEST if named else 4) and closed:
        yield Age(told, told + 1, years, owner)


def _closes(words: Words, i: int) -> bool:
    return words.ends(i) or words.at(i) in {
        ",",
        "and",
        "from",
        "of",
        "who",
        "was",
        "is",
    }


def _age(words: Words, i: int) -> int | None:
    word = words.at(i)
    if word.isascii() and word.isdigit() and len(word) < 4:
        return int(word)
    years = _exact(words, i) if word.isalpha() else None
    return years[0] if years else None


def in_table(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and years of each age in a column headed so, of tabbed lines."""
    column: int | None = None
    offset = 0
    for line in text.splitlines(keepends=True):
        cells = line.split("\t")
        if len(cells) < 2:
            column = None if not line.strip() else column
        else:
            heads = [n for n, c in enumerate(cells) if _HEADER.match(c.strip())]
            if heads:
                column = heads[0]
            elif column is not None and column < len(cells):
                start = offset + sum(len(c) + 1 for c in cells[:column])
                for match in _CELL_AGE.finditer(cells[column]):
                    yield start + match.start(), start + match.end(), int(match[0])
        offset += len(line)
