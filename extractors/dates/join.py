"""Widen a date by the words that shade it, and join two dates to an interval."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from incidents.extractors.dates.calendars import bounds, week
from incidents.extractors.dates.reading import Reading
from incidents.extractors.dates.words import PARTS, S

# Read backwards from the date: "in the early morning of", "late in", "about".
_PART = re.compile(
    rf"(?:\b[Tt]he{S})?(?:\b(?:early|late){S})?\b"
    rf"(?P<part>night|morning|evening|afternoon|dawn)(?:{S}hours)?{S}(?:of|on){S}(?:the{S})?$"
)
_MOD = re.compile(
    rf"(?:\b[Tt]he{S})?\b(?P<mod>[Ee]arly|[Mm]id(?:dle)?|[Ll]ate|beginning|start|middle"
    rf"|end|first{S}half|second{S}half|first{S}months|last{S}months"
    rf"|early{S}(?:days|months|weeks|part)|latter{S}part|closing{S}months)"
    rf"(?:-|{S})(?:(?:of|in){S})?(?:the{S})?$"
)
_ABOUT = re.compile(
    rf"\b(?P<about>(?i:(?:on{S}or{S})?(?:about|around)|circa|approximately"
    r"|roughly|ca\.|c\.))"
    rf"(?:{S})?$"
)
_SIDE = re.compile(
    rf"\b(?P<side>[Bb]efore|[Aa]fter|[Ss]ince|[Pp]rior{S}to){S}(?:the{S})?$"
)
_SIDES = {"before": "BEFORE", "prior": "BEFORE", "after": "AFTER", "since": "AFTER"}
_MODS = {
    "early": "EARLY",
    "mid": "MID",
    "middle": "MID",
    "late": "LATE",
    "latter": "LATE",
    "closing": "LATE",
    "beginning": "START",
    "start": "START",
    "end": "END",
    "first": "EARLY",
    "second": "LATE",
    "last": "LATE",
}
_WEEK_OF = re.compile(rf"(?:\b[Tt]he{S})?\bweek{S}(?:of|beginning|starting){S}$")
# Names of things that carry a year: "the 2022 FIFA World Cup", "Euro 2024".
_EVENT = (
    r"(?:World Cup|Cup|Olympics?|Olympic Games|Paralympics|Games|Championships?|Summit"
    r"|Conference|Festival|Expo|Index|Convention|Act|Treaty|Agreement|Protocol"
    r"|Constitution|Resolution|Encyclop\w+|Strategy|Report|Pride|Season)"
)
_NAME_AFTER = re.compile(
    rf"{S}(?:(?:[A-Z][\w\u2019'-]*|of|the|and|on|for|in){S}){{0,6}}{_EVENT}\b"
)
_NAME_BEFORE = re.compile(rf"(?:\b{_EVENT}|\b(?:Euro|EURO|UEFA|FIFA|Copa|CHAN)) $")
_TO = re.compile(
    rf"{S}(?:to|and|until|till|through|up{S}to){S}(?:the{S})?|[ ]?[-\u2010-\u2015][ ]?"
)
_FROM = re.compile(rf"\b(?i:from|between){S}(?:the{S})?$")


@dataclass(frozen=True, slots=True)
class Draft:
    """A stretch of text and its reading, on the way to being a mention."""

    start: int
    end: int
    reading: Reading


def widen(text: str, draft: Draft, floor: int) -> Draft:
    """Take in the words before a date that shade it, back to ``floor`` at most."""
    reading = draft.reading
    if reading.label != "DATE":
        return draft
    attributes = dict(reading.attributes)
    value, start = reading.value, draft.start
    before = text[max(floor, start - 40) : start]
    if part := _PART.search(before):
        attributes["part"] = PARTS[part["part"]]
        before, start = before[: part.start()], start - len(before) + part.start()
    elif not _WEEK_OF.search(before) and (mod := _MOD.search(before)):
        attributes["mod"] = _MODS[re.split(r"\W", mod["mod"].lower())[0]]
        before, start = before[: mod.start()], start - len(before) + mod.start()
    if found := _WEEK_OF.search(before):
        day = bounds(value)
        value = week(day[0]) if day and day[0] == day[1] else ""
        attributes["grain"], start = "W", start - len(before) + found.start()
    about = _ABOUT.search(before)
    if about and "relative" not in attributes:
        attributes["mod"] = "APPROX"
        value += "~" if value and re.fullmatch(r"-?\d{4}(-\d\d)*", value) else ""
        start -= len(before) - about.start()
    elif side := _SIDE.search(before):
        attributes.setdefault("mod", _SIDES[side["side"].lower().split()[0]])
    if _NAME_AFTER.match(text, draft.end) or _NAME_BEFORE.search(before):
        attributes["name"] = "1" if re.fullmatch(r"\d{4}", value) else None
    return Draft(start, draft.end, replace(reading, value=value, attributes=attributes))


def join(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Make one of two dates that a report writes as an interval."""
    waiting: Draft | None = None
    for draft in drafts:
        if waiting is not None:
            joined = _interval(text, waiting, draft)
            if joined is not None:
                waiting = joined
                continue
            yield from _unlisted(waiting)
        waiting = draft
    if waiting is not None:
        yield from _unlisted(waiting)


def _interval(text: str, left: Draft, right: Draft) -> Draft | None:
    gap = _TO.fullmatch(text, left.end, right.start)
    if not gap or left.reading.label != "DATE" or right.reading.label != "DATE":
        return None
    opening = _FROM.search(text, max(0, left.start - 12), left.start)
    first, last = bounds(left.reading.value), bounds(right.reading.value)
    if not first or not last or first[0] >= last[0] or first[1] >= last[1]:
        return None
    between = opening is not None and opening[0].lower().startswith("between")
    if "/" in left.reading.value + right.reading.value:
        return None
    if gap[0].strip() == "and" and not between:
        return None
    if gap[0].strip() in ("to", "up to") and opening is None:
        return None
    ends = " ".join(f"{d.start}:{d.end}={d.reading.value}" for d in (left, right))
    reading = replace(
        right.reading,
        value=f"{left.reading.value}/{right.reading.value}",
        attributes={
            **left.reading.attributes,
            **right.reading.attributes,
            "ends": ends,
        },
    )
    return Draft(left.start, right.end, reading)


def _unlisted(draft: Draft) -> Iterator[Draft]:
    """Two days of one month that are named one by one: "24 and 26 July"."""
    attributes = dict(draft.reading.attributes)
    if not attributes.pop("listed", None):
        yield draft
        return
    for end in str(attributes.pop("ends")).split():
        span, value = end.split("=")
        start, stop = (int(n) for n in span.split(":"))
        reading = replace(draft.reading, value=value, attributes=attributes)
        yield Draft(start, stop, reading)
