"""Cardinals, of digits or spelled: ``1,300``, ``thirty-five``, ``two dozen``."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.figures.words import Words

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_POWERS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12}
#: Least that a bare plural can mean.
_PLURALS = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
}
_SPELLED = frozenset({*_UNITS, *_TENS, *_POWERS, *_PLURALS}) - {"one"}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,7}", re.ASCII)


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
        count = int(word.replace(",", ""))
        power = _POWERS.get(words.at(i + 1))
        end = i + 1 + (power is not None)
        return Number(i, end, count * (power or 1), count * (power or 1))
    return _vague(words, i) or _spelled(words, i)


def _vague(words: Words, i: int) -> Number | None:
    """``dozens``, ``tens of thousands``, ``several hundred``, ``half a dozen``."""
    low = words.low
    least = _PLURALS.get(words.at(i))
    if least is not None:
        return Number(i, i + 1 + (words.at(i + 1) == "of"), least, None)
    if words.at(i) == "tens" and low[i + 1 : i + 3] == ("of", "thousands"):
        return Number(i, i + 3 + (words.at(i + 3) == "of"), 20_000, None)
    if words.at(i) == "several" and words.at(i + 1) in _POWERS:
        return Number(i, i + 2, 2 * _POWERS[low[i + 1]], None)
    if low[i : i + 3] == ("half", "a", "dozen"):
        return Number(i, i + 3, 6, 6)
    if words.at(i) == "a" and words.at(i + 1) in {"couple", "pair"}:
        return Number(i, i + 2 + (words.at(i + 2) == "of"), 2, 2)
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
