"""The words dates are made of, as numbers and as fragments of patterns."""

from __future__ import annotations

import re

from incidents.gazetteers import values

#: Full names, from January and from Monday on.
MONTHS, WEEKDAYS = ([*values("numbers", id)] for id in ("months", "weekdays"))
_UNITS, _TENS = ([*values("numbers", id)] for id in ("units", "tens"))
_ORDINALS = values("numbers", "ordinals")

#: EDTF season codes (ISO 8601-2, 4.8).
#: Units from one that is counted from: *next week*; of others none.
STEPS = {
    "next": 1,
    "following": 1,
    "ensuing": 1,
    "coming": 1,
    "previous": -1,
    "preceding": -1,
    "last": -1,
    "past": -1,
}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
#: ISO 8601 designators; hours and below stand after ``T``.
UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
#: Parts of the day as TIMEX3 writes them.
PARTS = {
    "dawn": "MO",
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "daytime": "DT",
}

# One break between words: spaces, or the end of a printed line; never a blank line.
S = r"(?:[ \u00a0]{1,2}\n?|\n)[ \u00a0]{0,2}"
# Full names in any case but for the two that are verbs; short names as printed.
MONTH = (
    r"(?:(?i:january|february|april|june|july|august|september|october|november|"
    r"december)|March|MARCH|May|MAY|(?:Jan|JAN|Feb|FEB|Mar|MAR|Apr|APR|Jun|JUN|Jul|JUL|"
    r"Aug|AUG|Sept|SEPT|Sep|SEP|Oct|OCT|Nov|NOV|Dec|DEC)\b\.?)"
)
WEEKDAY = r"(?i:mon|tues|wednes|thurs|fri|satur|sun)(?i:day)\b"
WEEKDAY_OR_SHORT = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%])"
YEAR = r"(?:1\d{3}|20\d\d)(?![\d%])"
ORDINAL = (
    r"(?:(?:twenty|thirty)-(?:"
    + "|".join([*_ORDINALS][1:10])
    + ")|"
    + "|".join([*_ORDINALS][1:])
    + ")"
)
NUMBER = (
    r"(?:(?:" + "|".join(_TENS) + r")(?:[- ](?:" + "|".join(_UNITS[1:10]) + r"))?|"
    r"(?:" + "|".join(_UNITS[1:]) + r")|(?:a|one)[ ]hundred|"
    r"\d{1,3}(?:,\d{3}|\.\d)?(?![\d,.]{0,9}\d))"
)
VAGUE = (
    r"(?:a[ ](?:good[ ])?few|(?:a[ ]couple|a[ ]number|dozens|hundreds|scores)[ ]of"
    r"|several|many|few)"
)
UNIT = r"(?:(?:second|minute|hour|day|night|week(?:end)?|month|year|decade)|century)\b"
UNITS_OF = (
    r"(?:(?:second|minute|hour|day|night|week(?:end)?|month|year|decade)s?|century"
    r"|centuries)\b"
)
SEASON = r"(?:spring|summer|autumn|winter|fall)"
PART = r"(?:dawn|morning|afternoon|evening|night)"
# What TIMEX3 counts as references to the present, the past and the future.
REFERENCE = (
    r"(?P<PRESENT_REF>right now|now|nowadays|currently|at present)"
    r"|(?P<PAST_REF>recently)|(?P<FUTURE_REF>the future)"
)
# The end of a noun phrase: "the day before." but not "the day before the attack".
STOPS = (
    rf"(?={S}(?:in|at|on|and|but|when|by|as|with|that|who)\b|[ ]?[.,;:)\u2014]"
    r"|\s*\n|\s*$)"
)


def month_number(word: str) -> int:
    """Number of a month by its full or short name."""
    return 1 + next(i for i, m in enumerate(MONTHS) if m[:3] == word[:3].lower())


def weekday_number(word: str) -> int:
    """Number of a weekday, Monday being 1."""
    return 1 + next(i for i, d in enumerate(WEEKDAYS) if d[:3] == word[:3].lower())


def day_number(word: str) -> int:
    """Day of the month, printed as ``3``, ``3rd`` or ``third``."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ordinal_number(word)


def ordinal_number(word: str) -> int:
    """``first`` is 1, ``twenty-first`` 21, ``19th`` 19."""
    word = word.lower()
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    tens, _, ones = word.rpartition("-")
    return (10 * (2 + _TENS.index(tens)) if tens else 0) + _ORDINALS[ones]


def number(word: str) -> float | None:
    """A cardinal in digits or words, ``a`` being 1; None where it is vague."""
    word = " ".join(word.lower().split())
    if word[0].isdigit():
        return float(word.replace(",", ""))
    if word in ("a", "an", "one"):
        return 1
    if word.endswith("hundred"):
        return 100
    if word in _UNITS:
        return _UNITS.index(word)
    tens, *ones = re.split("[- ]", word)
    if tens in _TENS:
        return 10 * (2 + _TENS.index(tens)) + sum(_UNITS.index(o) for o in ones)
    return None


def unit_code(word: str) -> str:
    """Designator of a unit, singular or plural."""
    word = word.lower()
    return UNITS["century" if word.startswith("centur") else word.rstrip("s")]
