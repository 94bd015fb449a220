"""Read lengths of time, times that recur, and times of day."""

from __future__ import annotations

import re

from incidents.extractors.dates.context import Context
from incidents.extractors.dates.patterns import Found
from incidents.extractors.dates.reading import Reading
from incidents.extractors.dates.words import (
    PARTS,
    SEASONS,
    month_number,
    number,
    unit_code,
    weekday_number,
)

_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "annual": "P1Y",
    "annually": "P1Y",
    "yearly": "P1Y",
}
_NOON = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}
_HALVES = {"H": "PT30M", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"}
_SEASON_CODES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


def period(n: float | None, unit: str) -> str:
    """A length of time; ``X`` stands for a number not told."""
    code = unit_code(unit)
    tens = {"DE": 10, "CE": 100}.get(code)
    if tens:
        return f"P{n * tens:g}Y" if n else "PXY"
    if code == "H" and n and n % 1 == 0.5:
        return f"PT{n - 0.5:g}H30M"
    clock = "T" if unit.lower().startswith(("second", "minute", "hour")) else ""
    return f"P{clock}{f'{n:g}' if n else 'X'}{code}"


def duration(found: Found, context: Context) -> Reading | None:
    """Three days, the past two years, a 16-hour."""
    words, unit = found.parts["n"].lower(), found.parts["unit"].lower()
    single = words in ("a", "an", "one", "1")
    if unit.startswith("second") and (single or unit == "second"):
        return None  # "a second attack"
    attributes = {"age": "1" if "age" in found.parts else None}
    if words.startswith("half"):
        return Reading(_HALVES.get(unit_code(unit), ""), "DURATION", anchors=False)
    n = number(words)
    if n is None and not unit.endswith("s"):
        return None
    n = n + 0.5 if n and "half" in found.parts else n
    return Reading(period(n, unit), "DURATION", attributes, anchors=False)


def bare_duration(found: Found, context: Context) -> Reading:
    """For weeks, in years."""
    start = found.spans["unit"][0]
    value = period(None, found.parts["unit"])
    return Reading(value, "DURATION", start=start, anchors=False)


def each(found: Found, context: Context) -> Reading:
    """Every day, each Monday, every other week."""
    parts = found.parts
    if "weekday" in parts:
        value = f"XXXX-WXX-{weekday_number(parts['weekday'])}"
    elif "month" in parts:
        value = f"XXXX-{month_number(parts['month']):02d}"
    elif "part" in parts:
        value = f"XXXX-XX-XXT{PARTS[parts['part'].lower()]}"
    elif "season" in parts:
        value = f"XXXX-{_SEASON_CODES[SEASONS[parts['season'].lower()]]}"
    else:
        word = parts.get("n", "single").lower()
        n = {"other": 2.0, "single": 1.0}.get(word) or number(word)
        value = period(n, parts["unit"])
    return Reading(value, "SET", anchors=False)


def rate(found: Found, context: Context) -> Reading:
    """Twice a week."""
    return Reading(period(1, found.parts["unit"]), "SET", anchors=False)


def adverb_set(found: Found, context: Context) -> Reading:
    """Daily, annually."""
    return Reading(_ADVERBS[found.parts["word"].lower()], "SET", anchors=False)


def weekdays(found: Found, context: Context) -> Reading:
    """On Mondays."""
    value = f"XXXX-WXX-{weekday_number(found.parts['weekday'])}"
    return Reading(value, "SET", anchors=False)


def clock(found: Found, context: Context) -> Reading | None:
    """10:30 a.m., 15:00 GMT, 1530 hours."""
    parts = found.parts
    hour = int(parts["hour"])
    half = re.sub(r"\W", "", parts.get("half", "")).lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    minute = parts.get("minute") or parts.get("minute2") or "00"
    return Reading(f"T{hour:02d}:{minute}", "TIME", anchors=False)


def noon(found: Found, context: Context) -> Reading:
    """Noon, midnight."""
    return Reading(_NOON[found.parts["word"].lower()], "TIME", anchors=False)
