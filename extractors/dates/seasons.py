"""Read seasons that name no year: last summer, that winter, the spring."""

from __future__ import annotations

from incidents.extractors.dates.calendars import Anchor, edtf
from incidents.extractors.dates.context import Context
from incidents.extractors.dates.patterns import Found
from incidents.extractors.dates.reading import Reading, derived
from incidents.extractors.dates.shift import base
from incidents.extractors.dates.words import SEASONS, STEPS

#: A month that stands for its season, to count years with.
_MIDDLE = {21: 4, 22: 7, 23: 10, 24: 12}


def season_only(found: Found, context: Context) -> Reading | None:
    """Last summer, that winter, the spring."""
    *the, which = found.parts["which"].lower().split()
    word = found.parts["season"].lower()
    if which == "the":
        return _the_season(word, found.start, context)
    anchor = base(which, the[0] if the else "", context)
    return season(STEPS.get(which, 0), word, anchor)


def _the_season(word: str, start: int, context: Context) -> Reading | None:
    if word == "fall":
        return None  # of a city, of prices
    code = SEASONS[word]
    anchor = context.year_for(_MIDDLE[code], None, start)
    return derived(_of_season(anchor.year, code) if anchor else "", anchor)


def season(steps: int, word: str, anchor: Anchor | None) -> Reading:
    """The season, last before ``anchor``, next after it, or of its year."""
    code = SEASONS[word]
    if anchor is None:
        return derived("", None, relative=True)
    year, month = anchor.year, anchor.month or 7
    middle = _MIDDLE[code]
    if steps < 0:
        year -= middle >= month - 1
    elif steps > 0:
        year += middle <= month
    return derived(_of_season(year, code), anchor, relative=True)


def _of_season(year: int, code: int) -> str:
    return f"{edtf(year)}-{code}" if edtf(year) else ""
