"""Where a wire says that it writes from: *KABUL, Afghanistan (AP) -- Gunmen ...*."""

from __future__ import annotations

import re

from incidents.extractors.dates.words import DAY, MONTH

_DASH = r"\s?(?:--|[-\u2013\u2014])\s"
_REGION = r"(?:,\s[A-Z][^\n,()\d-]{2,24})?"
_DATE = rf"(?:,?\s(?:{DAY}\s{MONTH}|{MONTH}\s{DAY})(?:,?\s\d{{2,4}})?)"
_AGENCY = r"(?:\s?\([^)\n]{2,40}\))"
#: What stands after the place: of one in capitals a dash is enough, of another the day
#: or the agency has to stand before it.
_AFTER_CAPITALS = re.compile(rf"{_REGION}{_DATE}?{_AGENCY}?(?:{_DASH}|:\s)")
_AFTER = re.compile(rf"{_REGION}(?:{_DATE}{_AGENCY}?|{_AGENCY}){_DASH}")


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether the place at ``start:end`` opens a line as that of a dateline."""
    if text[text.rfind("\n", 0, start) + 1 : start].strip(" *#"):
        return False
    after = _AFTER_CAPITALS if text[start:end].isupper() else _AFTER
    return after.match(text, end) is not None
