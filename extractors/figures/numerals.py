"""Cardinals, of digits or spelled: ``1,300``, ``thirty-five``, ``two dozen``."""

from __future__ import annotations

import re
from typing import NamedTuple

from incidents.extractors._nouns import is_person
from incidents.extractors._number_words import PHRASE, POWER, TEN, UNIT, VAGUE, values
from incidents.extractors.figures.words import Words

_UNITS, _TENS, _POWERS = (values(kind) for kind in (UNIT, TEN, POWER))
#: Least that a bare plural can mean.
_VAGUE = values(VAGUE)
_SPELLED = frozenset({*_UNITS, *_TENS, *_POWERS, *_VAGUE}) - {"one"}
_DIGITS = re.compile(r"\d{1,3}(?:([,.])\d{3})(?:\1\d{3})*|\d{1,7}", re.ASCII)
_GROUP = re.compile(r"\d{3}", re.ASCII)
#: Narrow and hard spaces, which part the thousands of one figure: ``2 300``.
_THIN = frozenset("\u00a0\u2007\u2009\u202f")
#: A dash between digits, where the tokeniser keeps both in one word: ``30–40``.
_DASH = re.compile(r"[\u2010-\u2014\u2212]")


class Number(NamedTuple):
    """A number phrase; ``start`` and ``end`` count words, None is no bound."""

    start: int
    end: int
    min: int | None
    max: int | None


def is_number(word: str) -> bool:
    """Whether ``word``, in lower case, is or begins a number."""
    return word[:1].isdigit() or word in _SPELLED


def cardinal(words: Words, i: int) -> Number | None:
    """The cardinal whose first word is ``i``, without modifiers."""
    word = words.at(i)
    if _DIGITS.fullmatch(word):
        end, count = _grouped(words, i)
        power = _POWERS.get(words.at(end))
        end += power is not None
        return Number(i, end, count * (power or 1), count * (power or 1))
    return _dashed(words, i) or _vague(words, i) or _spelled(words, i)


def _grouped(words: Words, i: int) -> tuple[int, int]:
    """One past the digits that begin at word ``i``, and what they are worth."""
    digits, end = re.sub(r"\D", "", words.low[i]), i + 1
    if len(digits) <= len("300") and digits == words.low[i]:
        while _GROUP.fullmatch(words.at(end)) and _parts(words, end):
            digits, end = digits + words.low[end], end + 1
    return end, int(digits)


def _parts(words: Words, i: int) -> bool:
    """Whether the space before word ``i`` parts the thousands of one figure."""
    gap = words.gap(i)
    return gap in _THIN or (gap == " " and is_person(words.at(i + 1)))


def _dashed(words: Words, i: int) -> Number | None:
    """``30–40`` in one word."""
    ends = _DASH.split(words.at(i))
    if len(ends) != len(("low", "high")) or not all(map(_DIGITS.fullmatch, ends)):
        return None
    low, high = (int(re.sub(r"\D", "", end)) for end in ends)
    return Number(i, i + 1, low, high) if low < high else None


def _vague(words: Words, i: int) -> Number | None:
    """``several``, ``several hundred``, ``tens of thousands``, ``half a dozen``."""
    if words.at(i) == "several" and words.at(i + 1) in _POWERS:
        return Number(i, i + 2, 2 * _POWERS[words.at(i + 1)], None)
    for length in (3, 2, 1):
        phrase = " ".join(words.low[i : i + length])
        end = i + length + (words.at(i + length) == "of")
        if (exact := values(PHRASE).get(phrase)) is not None:
            return Number(i, end, exact, exact)
        if (least := _VAGUE.get(phrase)) is not None:
            return Number(i, end, least, None)
    return None


def _spelled(words: Words, i: int) -> Number | None:
    """``thirty-five``, ``a hundred and two``, ``two dozen``."""
    total = current = 0
    j = i
    if words.at(i) == "a" and words.at(i + 1) in _POWERS:
        current, j = 1, i + 1
    while j < i + 12:
        word = words.at(j)
        if word in _UNITS and current % 10 == 0 and (current % 100 or _low(current)):
            current += _UNITS[word]
        elif word in _TENS and current % 100 == 0:
            current += _TENS[word]
        elif word in _POWERS and current:
            total, current = _raised(total, current, _POWERS[word])
        elif not (j > i and _joins(words, j)):
            break
        j += 1
    total += current
    return Number(i, j, total, total) if j > i and total else None


def _low(current: int) -> bool:
    return current == 0 or current % 100 == 0


def _raised(total: int, current: int, power: int) -> tuple[int, int]:
    if power in {12, 100}:
        return total, current * power
    return total + current * power, 0


def _joins(words: Words, j: int) -> bool:
    """Whether a hyphen or ``and`` at ``j`` stands inside a spelled number."""
    after = words.at(j + 1)
    if words.at(j) == "-":
        return words.at(j - 1) in _TENS and after in _UNITS and _UNITS[after] < 10
    small = after in _UNITS or after in _TENS
    return words.at(j) == "and" and words.at(j - 1) in _POWERS and small
