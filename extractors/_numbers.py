"""Number phrases: ``at least two dozen`` is 24 and more.

Whether a number counts people is not decided here; only what is plainly no count (a
price, a calibre, a time, an age) is refused.
"""

from __future__ import annotations

import re

from incidents.extractors._number_words import MEASURE, NAMING
from incidents.extractors._number_words import bounds as number_bounds
from incidents.extractors._number_words import words as number_words
from incidents.extractors.figures.numerals import Number, cardinal, is_number
from incidents.extractors.figures.words import CALENDAR, Words

__all__ = ["Number", "bounds", "cardinal", "is_number", "read", "value"]

_LONGEST = 3  # words of a bound
_MONTHS = CALENDAR - {"today", "yesterday", "tonight", "earlier", "last", "this"}
#: A year, or some with a dash between.
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?!\d|[,.]\d)")
_DASHES = frozenset("-‐‑‒–")


def value(low: int | None, high: int | None) -> str:
    """The printed form of a range: ``12``, ``81..``, ``..399`` or ``10..15``."""
    if low == high:
        return "" if low is None else str(low)
    return f"{'' if low is None else low}..{'' if high is None else high}"


def bounds(text: str) -> tuple[int | None, int | None]:
    """The range that :func:`value` printed."""
    low, dots, high = text.partition("..")
    if not dots:
        return (int(low), int(low)) if low else (None, None)
    return int(low) if low else None, int(high) if high else None


def read(words: Words, i: int) -> Number | None:
    """The number phrase whose first word is ``i``, its modifiers included."""
    start, bound = i, "about"
    while (found := _modifier(words, i)) is not None:
        length, kind = found
        i, bound = i + length, kind if kind != "about" else bound
        if i - start > 2 * _LONGEST:
            return None
    between = words.at(i) in {"between", "from"}
    first = cardinal(words, i + between)
    if first is None or not _counts(words, i + between, first.end):
        return None
    second = _second(words, first.end, between)
    if second is not None and (first.max or 0) < (second.min or 0):
        return Number(start, second.end, first.min, second.max)
    if between and first.min == first.max:
        return None
    low, high = _bounded(bound, first.min, first.max)
    end, low, high = _open(words, first.end, low, high)
    return Number(start, end, low, high)


def _modifier(words: Words, i: int) -> tuple[int, str] | None:
    for length in range(_LONGEST, 0, -1):
        kind = number_bounds().get(" ".join(words.low[i : i + length]))
        if kind is not None:
            return length, kind
    return None


def _second(words: Words, i: int, between: bool) -> Number | None:
    """The upper end of a range, as in ``10 to 15``, ``two or three``."""
    joints = {"and", "to"} if between else {"to", "or"}
    if words.at(i) not in joints | _DASHES:
        return None
    found = cardinal(words, i + 1)
    return found if found and _counts(words, i + 1, found.end) else None


def _bounded(
    bound: str, low: int | None, high: int | None
) -> tuple[int | None, int | None]:
    if bound == "over":
        return (low + 1 if low == high and low is not None else low), None
    if bound == "least":
        return low, None
    if bound == "most":
        return None, high
    if bound == "under":
        return None, (high - 1 if high else None)
    return low, high


def _open(
    words: Words, i: int, low: int | None, high: int | None
) -> tuple[int, int | None, int | None]:
    """What follows the number may open it upwards: ``100+``, ``12 or more``."""
    if words.at(i) == "+":
        return i + 1, low, None
    if words.low[i : i + 2] == ("-", "plus"):
        return i + 2, low, None
    if words.low[i : i + 2] == ("or", "more"):
        return i + 2, low, None
    return i, low, high


def _counts(words: Words, start: int, end: int) -> bool:
    """Whether the cardinal at ``start:end`` can count people."""
    before, after = words.at(start - 1), words.at(end)
    measures = number_words(MEASURE)
    if before in number_words(NAMING) or after in measures:
        return False
    if after in {"-", "–"} and words.at(end + 1) in measures:
        return False
    if not words.low[start][:1].isdigit():
        return True
    if _dated(words, start, end):
        return False
    dated = before.rstrip(".") in CALENDAR - {"last", "this"} or after in CALENDAR - {
        "last"
    }
    year = end == start + 1 and _YEAR.match(words.low[start])
    return not dated and not year


def _dated(words: Words, start: int, end: int) -> bool:
    """Whether the number is a part of ``19-Nov-12``."""
    ahead = words.at(end) in _DASHES and words.at(end + 1).split("-")[0]
    behind = words.at(start - 1) in _DASHES and words.at(start - 2).split("-")[-1]
    return bool({ahead, behind} & _MONTHS)
