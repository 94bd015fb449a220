"""First and last day of an EDTF date, for the forms that the codebook uses."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

#: Months of an EDTF season; winter is counted to the year that it begins in.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


@lru_cache(maxsize=4096)
def bounds(value: str) -> tuple[date, date] | None:
    """The first and last day of ``value``; None if it is no date of the codebook."""
    parts = [_bounds(re.sub(r"[~?%]", "", part)) for part in value.split("/")]
    known = [p for p in parts if p]
    return (known[0][0], known[-1][1]) if len(known) == len(parts) else None


def _bounds(value: str) -> tuple[date, date] | None:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(\d{3})X", value)
    if match is None:
        return None
    try:
        if match[4]:
            return date(int(match[4] + "0"), 1, 1), date(int(match[4] + "9"), 12, 31)
        year, month = int(match[1]), int(match[2] or 0)
        first, last = _SEASONS.get(month, (month or 1, month or 12))
        if match[3]:
            return date(year, month, int(match[3])), date(year, month, int(match[3]))
        end = calendar.monthrange(year, last)[1]
        return date(year, first, 1), date(year, last, end)
    except ValueError:
        return None


def days(value: str) -> int:
    """How many days ``value`` may mean; the fewer, the more precise."""
    span = bounds(value)
    return (span[1] - span[0]).days + 1 if span else 1_000_000


def overlap(a: str, b: str) -> bool:
    """Whether ``a`` and ``b`` can be the same day."""
    x, y = bounds(a), bounds(b)
    return bool(x and y and x[0] <= y[1] and y[0] <= x[1])
