"""Read what is counted from another date: last Friday, two days later, that year."""

from __future__ import annotations

import re

from incidents.extractors.dates import calendars as calendar
from incidents.extractors.dates.calendars import edtf
from incidents.extractors.dates.context import Context, quoted
from incidents.extractors.dates.patterns import Found
from incidents.extractors.dates.reading import Reading, derived
from incidents.extractors.dates.seasons import season
from incidents.extractors.dates.shift import STORY, base, shift
from incidents.extractors.dates.spans import period
from incidents.extractors.dates.words import (
    PARTS,
    SEASONS,
    STEPS,
    S,
    day_number,
    month_number,
    number,
    unit_code,
    weekday_number,
)

_BACK = {"earlier", "before", "previously", "prior", "beforehand", "ago"}
_NEXT = {"next", "coming", "following"}
_DEICTIC = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
#: Which week a weekday before it is of: *Monday last week*.
_OF_WEEK = re.compile(rf"{S}(?:of{S})?(?P<which>last|this|next){S}week\b")
_DECADE = 10  # years
_APPROXIMATE = {
    "about": "APPROX",
    "around": "APPROX",
    "some": "APPROX",
    "roughly": "APPROX",
    "almost": "APPROX",
    "nearly": "APPROX",
    "more than": "MORE_THAN",
    "at least": "MORE_THAN",
    "just over": "MORE_THAN",
    "less than": "LESS_THAN",
    "just under": "LESS_THAN",
}
_EDGES = {
    "beginning": "START",
    "start": "START",
    "middle": "MID",
    "end": "END",
    "early": "EARLY",
    "late": "LATE",
}


def deictic(found: Found, context: Context) -> Reading:
    """Yesterday, tomorrow evening: from the day of publication."""
    word = found.parts["word"].lower()
    steps = -2 if "before" in word else 2 if "after" in word else _DEICTIC[word]
    part = "NI" if word == "tonight" else _part(found)
    anchor = context.deixis()
    if not context.spoken and (word == "today" or quoted(context.text, found.start)):
        anchor = None  # nowadays; or the day of somebody's speech
    value = shift(anchor, steps, "D")
    return derived(value, anchor, relative=True, part=part, grain="D")


def _part(found: Found) -> str | None:
    return PARTS[found.parts["part"].lower()] if "part" in found.parts else None


def weekday(found: Found, context: Context) -> Reading:
    """Friday, last Friday, the following Friday."""
    nth = weekday_number(found.parts["weekday"])
    which = found.parts.get("which", "").lower().split()
    anchor, part = context.deixis(), _part(found)
    if STORY & set(which):
        anchor = context.last
    if anchor is None or anchor.date is None:
        return derived("", None, relative=True, part=part, grain="D")
    start = anchor.date
    if said := _OF_WEEK.match(context.text, found.end):
        days = nth - start.isoweekday() + 7 * STEPS.get(said["which"], 0)
        day = calendar.shift_days(start, days)
        return derived(
            calendar.of_day(day), anchor, relative=True, part=part, grain="D"
        )
    forward = _forward(which, context, found)
    if not forward and which and "same" not in which and which != ["this"]:
        start = calendar.shift_days(start, -1)
    day = calendar.nearest_weekday(start, nth, forward)
    if start == anchor.date and start.isoweekday() == nth and not _NEXT & set(which):
        day = start
    return derived(calendar.of_day(day), anchor, relative=True, part=part, grain="D")


def _forward(which: list[str], context: Context, found: Found) -> bool:
    if _NEXT & set(which):
        return True
    ahead = not which and context.future(found.start, found.spans["weekday"][1])
    return ahead or which == ["this"]


def unit(found: Found, context: Context) -> Reading | None:
    """Next week, that same month, the following day, this morning."""
    which, word = found.parts["which"].lower(), found.parts["unit"].lower()
    the = found.parts.get("the", "").lower()
    steps = STEPS.get(which, 0)
    if word in SEASONS:
        return season(steps, word, base(which, the, context))
    if word in PARTS:
        code, part = "D", PARTS[word]
        steps = -1 if which == "last" else steps
    else:
        code, part = unit_code(word), None
    if (code in ("S", "M") and word.startswith(("second", "minute"))) or code == "H":
        return None
    long = code in ("DE", "CE") and which in ("next", "coming")
    if the == "the" and (which == "past" or long) and part is None:
        return Reading(period(1, word), "DURATION", anchors=False)
    anchor = base(which, the, context)
    if which == "this" and code == "D" and part is None:
        anchor = context.last  # "on this day" is the story's
    value = shift(anchor, steps, code)
    return derived(value, anchor, relative=True, part=part, grain=code)


def which_month(found: Found, context: Context) -> Reading:
    """Last June, next May, the following March."""
    which = found.parts["which"].lower().split()
    month = month_number(found.parts["month"])
    story = bool(STORY & set(which))
    anchor = context.last if story else context.deixis()
    if anchor is None or anchor.month is None:
        return derived("", None, relative=True, grain="M")
    year = anchor.year
    if _NEXT & set(which):
        year += month <= anchor.month
    elif {"last", "previous", "past"} & set(which):
        year -= month >= anchor.month
    return derived(edtf(year, month), anchor, relative=True, grain="M")


def offset(found: Found, context: Context) -> Reading | None:
    """Three days later, two years ago, the day before."""
    parts = found.parts
    direction = parts.get("ago") or parts["dir"]
    n, code = number(parts["n"]), unit_code(parts["unit"])
    word = parts["unit"].lower()
    if parts["n"].lower() == "the":
        if word.endswith("s") or "stop" not in parts:
            return None
        n = 1.0
    if "stop" not in parts and (direction in ("after", "before") or "than" in parts):
        # what it is counted from is no date: an event, or what is usual
        end = found.spans["unit"][1]
        return Reading(period(n, word), "DURATION", end=end, anchors=False)
    if word.startswith(("second", "minute", "hour")):
        return derived("", None, relative=True)
    forward = direction not in _BACK and direction != "ago"
    anchor = context.deixis() if "ago" in parts else context.last
    if n is None or n != int(n):
        return derived("", None, relative=True, grain=code)
    value = shift(anchor, int(n) if forward else -int(n), code)
    mod = _APPROXIMATE.get(" ".join(parts.get("mod", "").lower().split()))
    value += "~" if mod and value and "/" not in value and "X" not in value else ""
    return derived(value, anchor, relative=True, mod=mod, grain=code)


def to_the_day(found: Found, context: Context) -> Reading:
    """Ten years ago today; *ago on Monday* is no nearer than the year or month."""
    n, code = number(found.parts["n"]), unit_code(found.parts["unit"])
    anchor = context.deixis()
    if n is not None and code == "DE":
        n, code = n * _DECADE, "Y"
    if n is None or n != int(n):
        return derived("", None, relative=True, grain=code)
    if anchor is None or "exact" not in found.parts or anchor.day is None:
        value = shift(anchor, -int(n), code)
        return derived(value, anchor, relative=True, grain=code)
    if code == "W":
        value = shift(anchor, -int(n) * 7, "D")
    else:
        month = shift(anchor, -int(n), code)
        month = f"{month}-{anchor.month:02d}" if code == "Y" else month
        value = f"{month}-{anchor.day:02d}"
        value = value if calendar.bounds(value) else month
    return derived(value, anchor, relative=True, grain="D")


def ahead(found: Found, context: Context) -> Reading:
    """In two weeks' time."""
    n, code = number(found.parts["n"]), unit_code(found.parts["unit"])
    anchor = context.deixis()
    value = shift(anchor, int(n), code) if n else ""
    return derived(value, anchor, relative=True, grain=code)


def day_only(found: Found, context: Context) -> Reading:
    """The 28th: of the month the story is in."""
    day = day_number(found.parts["day"])
    anchor = context.last if context.history else context.near(found.start)
    if anchor is None or anchor.month is None:
        return derived("", None, relative=True, grain="D")
    value = edtf(anchor.year, anchor.month, day)
    return derived(value, anchor, relative=True, grain="D")


def weekend(found: Found, context: Context) -> Reading:
    """The weekend: the last one, or the one to come."""
    anchor = context.deixis()
    to_come = context.future(found.start, found.end)
    if anchor and anchor.date and not to_come and anchor.date.isoweekday() < 6:
        value = shift(anchor, -1, "WE")
    else:
        value = shift(anchor, 0, "WE")
    return derived(value, anchor, relative=True, grain="WE")


def edge(found: Found, context: Context) -> Reading:
    """The end of the year, month's end."""
    parts = found.parts
    which = parts.get("which", "the").lower()
    code = unit_code(parts.get("unit") or parts.get("unit2") or parts["unit3"])
    anchor = context.last if context.history else context.published
    if which in ("the", "that"):
        anchor = context.near(found.start) or anchor
    value = shift(anchor, STEPS.get(which, 0), code)
    said = (parts.get("edge") or parts.get("edge2") or parts["edge3"]).lower()
    return derived(value, anchor, relative=True, mod=_EDGES[said], grain=code)
