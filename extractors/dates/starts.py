"""Where a pattern may begin, told by a word or number that it cannot be without.

Most words of a report are near no month, weekday, unit of time or number, and most
patterns need one: they are tried near it, not at every word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from incidents.extractors.dates.words import MONTH, PART, SEASON, UNITS_OF, WEEKDAY

#: Where a word, or a number within one, begins.
_BEGINS = re.compile(r"\b\w|(?<=[^\W\d])\d")


@dataclass(frozen=True, slots=True)
class _Sign:
    """What patterns cannot be without.

    Attributes:
        words: Finds it.
        reach: How many characters before it they may begin, at most.
        kinds: Names of the patterns.
        within: Whether they may begin within a word, as in ``onFriday, March 5``.
    """

    words: re.Pattern[str]
    reach: int
    kinds: tuple[str, ...]
    within: bool = False


_MONTH = re.compile(rf"\b(?:{MONTH}|march|may)")
_SIGNS = (
    _Sign(
        re.compile(r"(?<!\d)\d"),
        0,
        (
            *("iso", "numeric", "short_numeric", "wire_day", "short_day", "compact"),
            *("apostrophe_day", "year_month_day", "days", "month_number_year"),
            *("years", "year", "bc", "to_bc", "ancient_year"),
            *("clock", "military_clock"),
        ),
    ),
    _Sign(
        _MONTH,
        0,
        ("apostrophe_month_day", "month_days", "month_year", "month", "month_bc"),
    ),
    _Sign(_MONTH, 80, ("day", "month_day"), within=True),
    _Sign(_MONTH, 80, ("which_month", "part_of_month")),
    _Sign(re.compile(WEEKDAY.removesuffix(r"\b")), 30, ("weekday", "weekdays")),
    _Sign(
        re.compile(rf"(?i:{UNITS_OF}|{SEASON}|{PART})"),
        120,
        (
            *("offset", "to_the_day", "exactly_ago", "ahead", "duration", "rate"),
            *("unit", "season", "season_only"),
        ),
    ),
    _Sign(re.compile("(?i:centur)"), 40, ("century",)),
    _Sign(re.compile("Q[1-4]|quarter|half"), 30, ("quarter",)),
    _Sign(re.compile(r"\d0[ ]?['\u2019]?s\b"), 20, ("decade",), within=True),
)


def starts(text: str) -> dict[str, list[int]]:
    """By the name of a pattern, where in ``text`` it may begin; others may anywhere."""
    begins = [m.start() for m in _BEGINS.finditer(text)]
    stand = {
        words: [m.start() for m in words.finditer(text)]
        for words in {sign.words for sign in _SIGNS}
    }
    found: dict[str, list[int]] = {}
    for sign in _SIGNS:
        may = range(len(text)) if sign.within else begins
        near = [*_near(stand[sign.words], sign.reach, may)]
        found.update(dict.fromkeys(sign.kinds, near))
    return found


def _near(signs: Sequence[int], reach: int, begins: Sequence[int]) -> Iterator[int]:
    """Those of ``begins`` where a sign stands, or within reach before one."""
    done = 0
    for at in signs:
        first = bisect_left(begins, at - reach, done)
        done = bisect_right(begins, at, first)
        yield from begins[first:done]
