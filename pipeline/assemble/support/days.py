"""Dates as a quote prints them, part by part: what is not printed stays open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter  # type: ignore[import-untyped]

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days)


def _on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


#: Named days, longest name first where one begins another.
_FEASTS: dict[str, Callable[[int], date]] = {
    r"new year[’']?s eve": _on(12, 31),
    r"new year(?:[’']?s(?: day)?)?": _on(1, 1),
    r"christmas eve": _on(12, 24),
    r"christmas(?: day)?": _on(12, 25),
    r"boxing day|st\.? stephen[’']s day": _on(12, 26),
    r"valentine[’']?s day": _on(2, 14),
    r"hallowe[’']?en": _on(10, 31),
    r"bastille day": _on(7, 14),
    r"fourth of july|july fourth": _on(7, 4),
    r"9/11|september 11": _on(9, 11),
    r"may day": _on(5, 1),
    r"palm sunday": _from_easter(-7),
    r"maundy thursday": _from_easter(-3),
    r"good friday": _from_easter(-2),
    r"easter monday": _from_easter(1),
    r"easter(?: sunday)?": _from_easter(0),
}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_LAST = r"(?:\s?(?:-|–|—|/|to|and|or)\s?(?P<last>\d{1,2})(?:st|nd|rd|th)?\b)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d{2}(?!\d)|['’]\d{2}\b)"
#: Fullest first: what one form has read, no later one reads again.
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
        r"(?<!\d)(?P<year>\d{4})-(?P<number>\d\d)(?![\d-])",
        r"(?<!\d)(?P<day>\d{1,2})[/.](?P<number>\d{1,2})[/.](?P<year>\d{4}"
        r"|\d{2})(?!\d)",
        r"(?<![\d/])(?P<number>\d{1,2})[/.](?P<year>\d{4})(?!\d)",
        rf"\b{_YEAR}\s+{_MONTH}\s+{_DAY}",
        rf"(?<!\d){_DAY}\s+{_MONTH},?\s+(?P<year>\d\d)(?=\s*(?:[()\[\],;\n]|--|$))",
        rf"(?<!\d){_DAY}{_LAST}\s+(?:of\s+)?{_MONTH}(?:,?\s+(?:of\s+)?{_YEAR})?",
        rf"\b{_MONTH}\s+{_DAY}{_LAST}(?:,?\s+{_YEAR})?",
        rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}",
        rf"\b(?P<feast>{'|'.join(_FEASTS)})(?:,?\s+(?:of\s+|in\s+)?{_YEAR})?\b",
        rf"\b(?P<season>{'|'.join(_SEASONS)})(?:\s+(?:of\s+)?{_YEAR})?\b",
        r"\b(?P<decade>(?:1[89]|20)\d)0['’]?s\b",
        rf"\b{_MONTH}(?!\s+(?:be|have|not|also|well)\b)",
        rf"(?<![\d.,/]){_YEAR}(?!,\d)",
    )
)


_REFERENCE = re.compile(r"\([A-ZÀ-Þ][^()\d]{1,60}\d{4}[a-z]?(?:[:;,][^()]{0,60})?\)")


@dataclass(frozen=True, slots=True)
class Printed:
    """One date in a text; None where a part is not printed."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    decade: int | None = None
    feast: Callable[[int], date] | None = None

    def allows(self, year: int, month: int | None, day: int | None) -> bool:
        """Whether no printed part is another than asked for."""
        if self.feast:
            on = self.feast(year)
            return (month or on.month, day or on.day) == (on.month, on.day)
        if self.decade:
            return year // 10 == self.decade and month is None
        return (
            self.year in (None, year)
            and (month is None or self.month in (None, month))
            and (day is None or self.day in (None, day))
        )

    def tells(self, month: int | None, day: int | None) -> bool:
        """Whether the parts asked for are all printed, but for the year."""
        if self.feast:
            return True
        return (month is None or self.month is not None) and (
            day is None or self.day is not None
        )


@lru_cache(maxsize=1024)
def printed(text: str) -> tuple[Printed, ...]:
    """Every date in ``text``."""
    return tuple(p for match in _matches(text) for p in _read(match))


@lru_cache(maxsize=1024)
def day_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where ``text`` prints a date; no figure there counts people."""
    return tuple(match.span() for match in _matches(text))


def _matches(text: str) -> list[re.Match[str]]:
    """Dates that do not overlap; the year of a reference, ``(Heil 2017)``, is none."""
    taken = [match.span() for match in _REFERENCE.finditer(text)]
    found: list[re.Match[str]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            start, end = match.span()
            if all(end <= a or b <= start for a, b in taken):
                taken.append((start, end))
                found.append(match)
    return found


def _read(match: re.Match[str]) -> Iterator[Printed]:
    part = match.groupdict()
    year = _year(part.get("year"))
    if part.get("decade"):
        yield Printed(decade=int(part["decade"]))
        return
    if part.get("feast"):
        yield Printed(year, feast=_feast(part["feast"]))
        return
    if part.get("season"):
        yield Printed(year, _SEASONS[part["season"].casefold()])
        return
    month = part.get("month")
    number = _MONTHS.index(month[:3].casefold()) + 1 if month else None
    day = int(part["day"]) if part.get("day") else None
    if part.get("number"):
        number = int(part["number"])
        if day and day <= 12:  # 3/4 may be either
            yield Printed(year, day, number)
    if number is None or number <= 12:
        yield Printed(year, number, day)
    elif day and day <= 12:
        yield Printed(year, day, number)
    if part.get("last"):
        yield Printed(year, number, int(part["last"]))


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    short = int(text.strip("'’"))
    return short if short > 99 else (2000 if short < 50 else 1900) + short


def _feast(name: str) -> Callable[[int], date]:
    return next(rule for key, rule in _FEASTS.items() if re.fullmatch(key, name, re.I))
