"""The date of a record: each part printed, or counted anew from its anchor."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline import edtf
from pipeline.assemble.support.days import Printed, printed
from pipeline.assemble.support.evidence import Evidence, Shown
from pipeline.assemble.support.numbers import figures

_WEEKDAY = re.compile(
    r"\b(mon|tues|wednes|thurs|fri|satur|sun)(?:day)\b|\b(mon|tue|wed|thu|fri|sat"
    r"|sun)\.",
    re.IGNORECASE,
)
_WEEK = "mon tue wed thu fri sat sun".split()
_FUTURE = re.compile(
    r"\b(?:will|would|next|upcoming|scheduled|due (?:to|on|in)|to be held|coming"
    r"|tomorrow)\b",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:last|previous|before|earlier|preceding|ago)\b", re.IGNORECASE)
_SAME = re.compile(
    r"\b(?:today|tonight|this (?:morning|afternoon|evening|week|month|year)|earlier"
    r"|that (?:day|same day|morning|afternoon|evening|night|week|month|year|attack)"
    r"|same (?:day|week|month|year)|the (?:day|morning|afternoon|evening|night)\b"
    r"|hours (?:later|earlier|after|before)|minutes (?:later|earlier))",
    re.IGNORECASE,
)
_DAY_OFF = re.compile(
    r"\b(?:yesterday|last night|overnight|tomorrow|(?:the|a|one) (?:day"
    r"|night) (?:before"
    r"|after|earlier|later)|(?:next|following|previous|preceding) (?:day|morning|night"
    r"|evening)|eve of)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\b(\d{1,3}|[a-z]+(?:-[a-z]+)?)\s(?:full |long |more )?(day|week|month|year"
    r"|decade)s?\b",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\b(?:last|past|next|following|previous|preceding|coming|(?:a|the|one)) (week"
    r"|month"
    r"|year)\b|\b(year)s?\b",
    re.IGNORECASE,
)
_LENGTH = {"day": 1, "week": 7, "month": 30.5, "year": 365.25, "decade": 3652.5}
#: How far a count of units may miss, in days: a month later is no exact day.
_SLACK = {"day": 0, "week": 0, "month": 3, "year": 366, "decade": 1500}


def bears(value: str, shown: Shown) -> bool:
    """Whether the quotes give ``value``, an EDTF date, or both ends of an interval."""
    ends = [p for p in re.sub(r"[~?%]", "", value).split("/") if p not in ("", "..")]
    years = {p.year for e in shown for p in printed(e.quote) if p.year}
    if len(ends) > 1 and any(_in_week(value, e) for e in shown):
        return True
    return bool(ends) and all(any(_end(p, e, years) for e in shown) for p in ends)


def _in_week(value: str, one: Evidence) -> bool:
    """``a week later``: the days of the week that the count ends in."""
    span = edtf.bounds(value)
    found = list(printed(one.quote))
    leaned = [p for p in printed(one.lean) if p.year]
    return bool(
        span
        and one.derived
        and (span[1] - span[0]).days <= 7
        and any(
            span[0] <= anchor + timedelta(sign * round(length)) <= span[1]
            for anchor in _anchors(leaned, found, one)
            for length, _ in _lengths(one.quote)
            if length < 400
            for sign in (-1, 1)
        )
    )


def _end(value: str, one: Evidence, years: set[int]) -> bool:
    """Whether ``one`` gives ``value``; ``years`` are those of all the quotes."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?|(\d{3})X", value)
    if match is None:
        return False
    found = list(printed(one.quote))
    if match[4]:
        return any(p.decade == int(match[4]) for p in found)
    year, month = int(match[1]), int(match[2]) if match[2] else None
    day = int(match[3]) if match[3] else None
    told = [p for p in found if p.tells(month, day) and p.allows(year, month, day)]
    if any(p.year == year for p in told):
        return True
    if any(p.year is None and not p.decade for p in told):
        alone = not any(p.year for p in found) and not one.derived
        return (alone and year in years) or _year_fits(year, month, day, found, one)
    return _counted(year, month, day, found, one)


def _year_fits(
    year: int, month: int | None, day: int | None, found: list[Printed], one: Evidence
) -> bool:
    """Whether a year that is not printed with the day is the nearest or named."""
    named = {p.year for p in found if p.year}
    if year in named:
        return True
    leaned = [p for p in printed(one.lean) if p.year]
    first = _first(year, month, day)
    back = [p for p in leaned if p.month and _BACK.search(one.quote) and first]
    if any(p.year == year and p not in back for p in leaned):
        return True
    leaned = [p for p in leaned if p.month or p.feast]
    anchors = list(_anchors(leaned, found, one))
    if re.search(
        r"\blast year\b|\bprevious year\b|year (?:before|earlier)", one.quote, re.I
    ):
        return any(a.year - 1 == year for a in anchors)
    if re.search(r"\bthis year\b", one.quote, re.IGNORECASE):
        return any(a.year == year for a in anchors)
    return any(_nearest(year, month, day, a, one) for a in anchors)


def _nearest(
    year: int, month: int | None, day: int | None, anchor: date, one: Evidence
) -> bool:
    """The last such day up to the anchor; the next one where the quote looks ahead."""
    first = _first(year, month, day)
    if first is None:
        return False
    ahead = 366 if _FUTURE.search(one.quote) else 3
    return -366 < (first - anchor).days <= ahead


def _first(year: int, month: int | None, day: int | None) -> date | None:
    if month is not None and month > 12:
        month = {21: 3, 22: 6, 23: 9, 24: 12}[month] if month in (21, 22, 23, 24) else 1
    try:
        return date(year, month or 1, day or 1)
    except ValueError:
        return None


def _anchors(
    leaned: list[Printed], found: list[Printed], one: Evidence
) -> Iterator[date]:
    """Days that the quote may count from."""
    for p in (*leaned, *found):
        if p.year and (on := p.feast(p.year) if p.feast else None):
            yield on
        elif p.year and (first := _first(p.year, p.month, p.day)):
            yield first
    if one.published and (one.derived or not found):
        yield one.published


def _counted(
    year: int, month: int | None, day: int | None, found: list[Printed], one: Evidence
) -> bool:
    """Whether words such as ``on Monday`` or ``two years ago`` lead to the date."""
    if not one.derived:
        return False
    leaned = printed(one.lean)
    for p in leaned:
        if p.year == year and p.tells(month, day) and p.allows(year, month, day):
            return True
    if month is None and any(p.year == year for p in leaned):
        return True
    first = _first(year, month, day)
    if first is None:
        return False
    moved = (
        _weekdays(one.quote) or _DAY_OFF.search(one.quote) or any(_lengths(one.quote))
    )
    if day and first == one.published and not moved:
        return True
    last = date(year, 12, 31) if month is None else _last(year, month, day)
    return any(
        _leads(one.quote, anchor, first, last, day)
        for anchor in _anchors([p for p in leaned if p.year], found, one)
    )


def _last(year: int, month: int, day: int | None) -> date:
    if day:
        return date(year, month, day)
    end = {21: 5, 22: 8, 23: 11, 24: 12}.get(month, month)
    return date(year, end, calendar.monthrange(year, end)[1])


def _leads(text: str, anchor: date, first: date, last: date, day: int | None) -> bool:
    """Whether some words of ``text`` lead from ``anchor`` to a day within the date."""
    named = _weekdays(text)
    if _SAME.search(text) and first <= anchor <= last:
        return not named or first.weekday() in named
    ahead = 7 if _FUTURE.search(text) else 0
    near = -8 < (first - anchor).days <= ahead and not any(
        p.feast for p in printed(text)
    )
    if day and near and first.weekday() in named:
        return True
    if _DAY_OFF.search(text) and any(
        first <= anchor + timedelta(n) <= last for n in (-1, 1)
    ):
        return True
    return any(
        _reaches(anchor, sign * length, slack, first, last)
        for length, slack in _lengths(text)
        for sign in (-1, 1)
    )


def _weekdays(text: str) -> set[int]:
    found = {(m[1] or m[2])[:3].casefold() for m in _WEEKDAY.finditer(text)}
    return {_WEEK.index(name) for name in found}


def _lengths(text: str) -> Iterator[tuple[float, int]]:
    """Counts of days, weeks, months and years in ``text``, in days."""
    for match in _COUNT.finditer(text):
        name = match[2].casefold()
        count = sum(f.number for f in figures(match[1])[:1])
        yield count * _LENGTH[name], _SLACK[name]
    for match in _TURN.finditer(text):
        name = (match[1] or match[2]).casefold()
        yield _LENGTH[name], _SLACK[name]


def _reaches(anchor: date, length: float, slack: int, first: date, last: date) -> bool:
    """Whether the count ends in the date, as coarsely as its unit is."""
    try:
        end = anchor + timedelta(round(length))
    except OverflowError:
        return False
    if slack >= 366:
        return first.year <= end.year <= last.year and (last - first).days > 31
    exact = (last - first).days > 0
    return (
        first - timedelta(0 if exact else slack)
        <= end
        <= last + timedelta(0 if exact else slack)
    )
