"""Calendar arithmetic on EDTF strings: days, months, weeks, seasons, decades."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date that others are counted from, cut to what is known.

    Attributes:
        year: Year; before Christ it is negative as printed, so 480 BC is -480.
        month: Month, if known.
        day: Day, if known.
        source: ``published`` or the ``start:end`` of its words.
        end: Where its words end in the text; 0 for the day of publication.
    """

    year: int
    month: int | None
    day: int | None
    source: str
    end: int = 0

    @property
    def date(self) -> date | None:
        """The day, if one is known."""
        if self.month is None or self.day is None or self.year < 1:
            return None
        return date(self.year, self.month, self.day)


def edtf(year: int, month: int | None = None, day: int | None = None) -> str:
    """An EDTF date of the given parts; empty if there is no such day."""
    try:
        date(max(year, 4), month or 1, day or 1)
    except ValueError:
        return ""
    text = f"{year:04d}" if year >= 0 else f"-{-year:04d}"
    return text + "".join(f"-{part:02d}" for part in (month, day) if part)


def of_day(day: date) -> str:
    """EDTF of a day."""
    return day.isoformat()


def week(day: date) -> str:
    """Monday to Sunday of the week of ``day``."""
    monday = shift_days(day, -day.weekday())
    return f"{monday}/{shift_days(monday, 6)}"


def weekend(day: date) -> str:
    """Saturday and Sunday of the week of ``day``."""
    saturday = shift_days(day, 5 - day.weekday())
    return f"{saturday}/{shift_days(saturday, 1)}"


def shift_days(day: date, days: int) -> date:
    """``day`` moved, and kept within what the calendar can hold."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return day


def shift_months(year: int, month: int, months: int) -> str:
    """The month ``months`` after the given one."""
    index = year * 12 + month - 1 + months
    return edtf(index // 12, index % 12 + 1) if 12 <= index < 120_000 else ""


def nearest_weekday(day: date, number: int, forward: bool) -> date:
    """The weekday ``number`` on ``day`` or the last before it; strictly after it."""
    if forward:
        return shift_days(day, (number - day.isoweekday() - 1) % 7 + 1)
    return shift_days(day, -((day.isoweekday() - number) % 7))


def decade(year: int) -> str:
    """The decade of ``year``."""
    return f"{year // 10:03d}X" if 0 < year < 10_000 else ""


def century(year: int) -> str:
    """The hundred years that share the first two digits of ``year``."""
    return f"{year // 100:02d}XX" if 0 < year < 10_000 else ""


def quarter(year: int, number: int) -> str:
    """First and last month of a quarter."""
    return f"{edtf(year, 3 * number - 2)}/{edtf(year, 3 * number)}"


def half(year: int, number: int) -> str:
    """First and last month of a half year."""
    return f"{edtf(year, 6 * number - 5)}/{edtf(year, 6 * number)}"


def bounds(value: str) -> tuple[date, date] | None:
    """First and last day of an EDTF year, month, day, or interval of these."""
    left, _, right = value.rstrip("~").partition("/")
    first, last = _days(left), _days(right or left)
    return (first[0], last[1]) if first and last else None


def _days(value: str) -> tuple[date, date] | None:
    found = re.fullmatch(r"(\d{4})(?:-(0\d|1[0-2]))?(?:-(\d\d))?", value)
    if found is None or int(found[1]) < 1:
        return None
    year, month, day = (int(g) if g else None for g in found.groups())
    assert year is not None
    if day is not None and month is not None:
        return date(year, month, day), date(year, month, day)
    last = month or 12
    return date(year, month or 1, 1), date(
        year, last, calendar.monthrange(year, last)[1]
    )
