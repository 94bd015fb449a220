"""Who gives a figure: *the army said two had died*, *five, according to a doctor*."""

from __future__ import annotations

from incidents.extractors._number_words import GIVING
from incidents.extractors._number_words import words as number_words
from incidents.extractors.figures.extent import DETERMINERS, noun_end
from incidents.extractors.figures.words import ADVERBS, AUXILIARIES, Words

#: Verbs that what is said follows or goes before.
SAYING = number_words(GIVING)
#: Likewise, of a count: *put the number at nine*.
PUT = frozenset({"put", "puts"})
#: Words that a clause with a source of its own begins with.
_TURNS = frozenset("but while whereas although though however".split())
_JOINTS = frozenset({"and", "or", ","})
#: Words from such a joint to the verb of a clause that has its own source.
_SUBJECT = 5
_PRONOUNS = frozenset("he she it they who which we i".split())


def source(words: Words, start: int, end: int) -> str | None:
    """The noun of who gives the figure at ``start:end``; None where nobody is named."""
    first, last = _clause(words, start, end)
    if words.low[start] in SAYING | PUT:
        return who(words, start, first)
    for i in range(first, last):
        if words.low[i : i + 2] == ("according", "to"):
            return _named(words, i + 2)
        says = words.low[i] in SAYING and not start <= i < end
        after = max(first, end) if i >= end else first
        if says and (told := who(words, i, after)) is not None:
            return told
    return None


def _clause(words: Words, start: int, end: int) -> tuple[int, int]:
    first, last = start, end
    while first > 0 and not _parted(words, first - 1) and not words.breaks[first]:
        first -= 1
    while last < len(words) and not _parted(words, last) and not words.breaks[last]:
        last += 1
    return first, last


def _parted(words: Words, i: int) -> bool:
    """Whether a clause that may have another source begins after word ``i``."""
    if words.stops(i) or words.low[i] in _TURNS:
        return True
    if words.low[i] not in _JOINTS or words.low[i] == ",":
        return False
    return any(w in SAYING for w in words.low[i + 1 : i + _SUBJECT])


def who(words: Words, i: int, first: int) -> str | None:
    """The noun before the verb ``i``."""
    j = i - 1
    while j >= first and words.low[j] in ADVERBS | AUXILIARIES:
        j -= 1
    word = words.low[j] if j >= first else ""
    return word if word.isalpha() and word not in _PRONOUNS else None


def _named(words: Words, i: int) -> str | None:
    start = i + (words.at(i) in DETERMINERS | {"a", "an"})
    end = noun_end(words, start)
    return words.low[end - 1] if end > start else None
