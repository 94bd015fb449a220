"""Move from one date to another, and tell which date to move from."""

from __future__ import annotations

from datetime import date

from incidents.extractors.dates import calendars as calendar
from incidents.extractors.dates.calendars import Anchor, edtf
from incidents.extractors.dates.context import Context

#: Words that count from the story even where it counts from publication otherwise.
STORY = {"following", "ensuing", "previous", "preceding", "same", "that"}


def shift(anchor: Anchor | None, steps: int, code: str) -> str:
    """The day, week, month ... at ``steps`` from ``anchor``; empty if unknown."""
    if anchor is None:
        return ""
    day, year = anchor.date, anchor.year
    if code in ("D", "W", "WE"):
        return _shift_day(day, steps, code) if day else ""
    if code == "M":
        return calendar.shift_months(year, anchor.month, steps) if anchor.month else ""
    if code == "Y":
        return edtf(year + steps) if 0 < abs(year + steps) < 9999 else ""
    if code == "DE":
        return calendar.decade(year + 10 * steps)
    return calendar.century(year + 100 * steps) if code == "CE" else ""


def _shift_day(day: date, steps: int, code: str) -> str:
    if code == "D":
        return calendar.of_day(calendar.shift_days(day, steps))
    moved = calendar.shift_days(day, 7 * steps)
    return calendar.week(moved) if code == "W" else calendar.weekend(moved)


def base(which: str, the: str, context: Context) -> Anchor | None:
    """The date that ``the next``, ``that``, ``last`` count from."""
    story = which in STORY or the in ("that", "those")
    if story or (the == "the" and which == "next"):
        return context.last
    return context.deixis()
