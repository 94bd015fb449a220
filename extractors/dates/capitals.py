"""Read a report that is printed in capitals only, as agencies once sent them."""

from __future__ import annotations

import re

_MONTHS = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?=\.|\s+\d))\b"
)
_OPENING = re.compile(r"(?:^|[.!?]\s{1,3}|\n\n\s{0,5})[a-z]")
#: Share of capitals among the letters beyond which capitals tell nothing.
_CAPITALS = 0.8


def readable(text: str) -> str:
    """``text``, and if it is in capitals its small letters, of the same length.

    Months and what opens a sentence keep a capital, as in other reports.
    """
    letters = sum(map(str.isalpha, text))
    if not letters or sum(map(str.isupper, text)) < _CAPITALS * letters:
        return text
    small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    small = _MONTHS.sub(lambda m: m[0].capitalize(), small)
    return _OPENING.sub(lambda m: m[0][:-1] + m[0][-1].upper(), small)
