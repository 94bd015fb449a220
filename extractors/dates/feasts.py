"""Days that go by a name, and the day each falls on in a given year."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter  # type: ignore[import-untyped]

Rule = Callable[[int], date]


def _fixed(month: int, day: int) -> Rule:
    return lambda year: date(year, month, day)


def _easter(days: int) -> Rule:
    return lambda year: easter(year) + timedelta(days)


def _nth(month: int, weekday: int, nth: int) -> Rule:
    """The ``nth`` such weekday of a month, Monday being 0; -1 is the last."""

    def rule(year: int) -> date:
        weeks = calendar.monthcalendar(year, month)
        return date(year, month, [w[weekday] for w in weeks if w[weekday]][nth])

    return rule


#: Christmas by itself is a season of unsaid length: its month.
SEASONS = {"christmas": 12, "xmas": 12}
FEASTS: dict[str, Rule] = {
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "halloween": _fixed(10, 31),
    "bastille day": _fixed(7, 14),
    "valentine's day": _fixed(2, 14),
    "st. patrick's day": _fixed(3, 17),
    "may day": _fixed(5, 1),
    "international women's day": _fixed(3, 8),
    "fourth of july": _fixed(7, 4),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "good friday": _easter(-2),
    "easter sunday": _easter(0),
    "easter monday": _easter(1),
    "whit monday": _easter(50),
    "ash wednesday": _easter(-46),
    "martin luther king day": _nth(1, 0, 2),
    "memorial day": _nth(5, 0, -1),
    "labor day": _nth(9, 0, 0),
    "columbus day": _nth(10, 0, 1),
    "thanksgiving day": _nth(11, 3, 3),
    "thanksgiving": _nth(11, 3, 3),
}
NAMES = "|".join(
    re.escape(name).replace("'", "['\u2019]?").replace(r"\ ", "[ \u00a0\n]")
    for name in sorted((*FEASTS, *SEASONS), key=lambda n: (-len(n), n))
)


def feast(name: str, year: int) -> tuple[int, int | None] | None:
    """Month and day of a feast in a year; the day is None where the name is a season.

    Returns:
        None for a year before the calendar the rules are made for.
    """
    key = " ".join(name.lower().replace("\u2019", "'").split())
    key = re.sub(r"\b(new year|valentine|patrick|women)'?s\b", r"\1's", key)
    if key in SEASONS:
        return SEASONS[key], None
    if not 1583 <= year <= 4099 or key not in FEASTS:
        return None
    day = FEASTS[key](year)
    return day.month, day.day
