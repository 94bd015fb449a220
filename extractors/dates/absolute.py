"""Read what names its year, month or day outright."""

from __future__ import annotations

from incidents.extractors.dates.calendars import edtf
from incidents.extractors.dates.patterns import Found
from incidents.extractors.dates.words import day_number, month_number

#: Years that a year of two digits may lie ahead of the text's own.
_AHEAD = 10
#: What it is near to where the text has no year: the age of the web.
_NEAR = 2020
Parts = tuple[int | None, int | None, int | None]


def printed(found: Found) -> Parts:
    """Year, month and day as far as they are printed."""
    parts = found.parts
    month, year = parts.get("month"), parts.get("year")
    if found.kind.endswith("_day") and "short" in parts:
        year = str(full_year(parts["short"], None))
    return (
        int(year) if year else None,
        None if not month else int(month) if month.isdigit() else month_number(month),
        day_number(parts["day"]) if "day" in parts else None,
    )


def complete(found: Found) -> tuple[int, int, int] | None:
    """Year, month and day, if all three are printed and there is such a day."""
    year, month, day = printed(found)
    if year and month and day and edtf(year, month, day):
        return year, month, day
    return None


def numeric(found: Found, day_first: bool | None) -> str:
    """A date in numbers, cut to the year where either could be the month."""
    parts = found.parts
    a, b = int(parts["a"]), int(parts.get("b") or parts["b2"])
    year = full_year(parts["short"], None) if "short" in parts else int(parts["year"])
    if day_first is None and a != b:
        return edtf(year) if edtf(year, a, b) or edtf(year, b, a) else ""
    return edtf(year, b, a) if day_first else edtf(year, a, b)


def full_year(short: str, near: int | None) -> int:
    """The year that ``'58`` stands for: the last that is not far ahead of ``near``."""
    latest = (near or _NEAR) + _AHEAD
    return latest - (latest - int(short)) % 100
