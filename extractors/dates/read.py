"""What words of time mean, given what the report has said so far."""

from __future__ import annotations

import calendar as months
from collections.abc import Callable, Mapping

from incidents.extractors.dates import calendars as calendar
from incidents.extractors.dates import counted as counted
from incidents.extractors.dates import spans as spans
from incidents.extractors.dates.absolute import full_year, numeric, printed
from incidents.extractors.dates.calendars import Anchor, edtf
from incidents.extractors.dates.context import Context
from incidents.extractors.dates.feasts import feast
from incidents.extractors.dates.patterns import Found
from incidents.extractors.dates.reading import Reading, derived
from incidents.extractors.dates.seasons import season_only
from incidents.extractors.dates.shift import shift
from incidents.extractors.dates.words import SEASONS, ordinal_number, weekday_number

Reader = Callable[[Found, Context], Reading | None]
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}


def read(found: Found, context: Context) -> Reading | None:
    """What ``found`` means, or None if it is no time after all."""
    return _READERS[found.kind](found, context)


def _date(found: Found, context: Context) -> Reading | None:
    """A day or month, its year printed or not."""
    year, month, day = printed(found)
    assert month is not None
    if year is not None:
        value = edtf(year, month, day)
        return Reading(value) if value else None
    anchor = context.year_for(month, day, found.start)
    if anchor is None:
        return Reading("", attributes={"grain": "D" if day else "M"})
    value = edtf(anchor.year, month, day)
    return derived(value, anchor) if value else Reading("")


def _year(found: Found, context: Context) -> Reading | None:
    return Reading(edtf(int(found.parts["year"])))


def _short_year(found: Found, context: Context) -> Reading | None:
    near = context.last or context.published
    value = edtf(full_year(found.parts["short"], near.year if near else None))
    return derived(value, near)


def _years(found: Found, context: Context) -> Reading | None:
    first, last = found.parts["first"], found.parts["last"]
    full = first[: 4 - len(last)] + last
    if int(full) <= int(first):
        return None
    ends = [(found.spans["first"], first), (found.spans["last"], full)]
    return Reading(f"{first}/{full}", attributes={"ends": pack_ends(ends)})


def pack_ends(ends: list[tuple[tuple[int, int], str]]) -> str:
    """The two ends of an interval as an attribute: ``10:14=1992 15:17=1995``."""
    return " ".join(f"{start}:{end}={value}" for (start, end), value in ends)


def _days(found: Found, context: Context) -> Reading | None:
    """24-26 July: an interval; "24 and 26 July" are told apart by the caller."""
    last = _date(found, context)
    first = int(found.parts["first"].rstrip("sthndr"))
    if last is None or not last.value:
        return last
    start = f"{last.value[:-3]}-{first:02d}"
    if start >= last.value:
        return None
    spans = found.spans
    left = (found.start, spans["first"][1])
    right = (spans["day"][0], found.end)
    ends = pack_ends([(left, start), (right, last.value)])
    between = context.text[max(0, found.start - 9) : found.start].lower()
    listed = found.parts["to"].strip() in ("and", "or") and "between" not in between
    attributes = {**last.attributes, "ends": ends, "listed": "1" if listed else None}
    return Reading(f"{start}/{last.value}", attributes=attributes)


def _numeric(found: Found, context: Context) -> Reading | None:
    value = numeric(found, context.day_first)
    return Reading(value) if value else None


def _bc(found: Found, context: Context) -> Reading | None:
    year = -int(found.parts["year"])
    if "tens" in found.parts:
        return Reading("", attributes={"bc": f"{-year // 10:03d}"}, anchors=False)
    return Reading(edtf(year)) if year else None


def _month_bc(found: Found, context: Context) -> Reading | None:
    return Reading(edtf(-int(found.parts["bc"]), printed(found)[1]))


def _ancient_year(found: Found, context: Context) -> Reading | None:
    return _bc(found, context) if context.ancient else None


def _decade(found: Found, context: Context) -> Reading | None:
    if "year" in found.parts:
        return Reading(calendar.decade(int(found.parts["year"])))
    near = context.published or context.last
    return Reading(
        calendar.decade(full_year(found.parts["short"], near.year if near else None))
    )


def _century(found: Found, context: Context) -> Reading | None:
    nth = ordinal_number(found.parts["nth"])
    if "bc" in found.parts:
        return Reading("", attributes={"bc": f"{nth - 1:02d}"}, anchors=False)
    return Reading(f"{nth - 1:02d}XX", anchors=False) if 1 < nth <= 21 else None


def _season(found: Found, context: Context) -> Reading | None:
    parts = found.parts
    year = edtf(int(parts["year"]) if "year" in parts else -int(parts["bc"]))
    return Reading(f"{year}-{SEASONS[found.parts['season'].lower()]}")


def _quarter(found: Found, context: Context) -> Reading | None:
    parts = found.parts
    year, anchor = parts.get("year"), None
    if year is None:
        anchor = context.last if context.history else context.published
        steps = {"last": -1, "next": 1}.get(parts["which"].lower(), 0)
        year = shift(anchor, steps, "Y")
    if not year:
        return Reading("")
    half = parts.get("part") == "half"
    nth = int(parts["q"]) if "q" in parts else _nth(parts["nth"], 2 if half else 4)
    if half:
        return derived(calendar.half(int(year), min(nth, 2)), anchor, grain="H")
    return derived(calendar.quarter(int(year), nth), anchor, grain="Q")


def _nth(word: str, last: int) -> int:
    return last if word == "last" else _NTH.get(word) or int(word[0])


def _part_of_month(found: Found, context: Context) -> Reading | None:
    """First week of March: the month, and which end of it."""
    reading = _date(found, context)
    if reading is None or not reading.value:
        return reading
    mod = {"first": "START", "second": "MID", "last": "END", "final": "END"}
    attributes = {**reading.attributes, "mod": mod.get(found.parts["nth"].lower())}
    return Reading(reading.value, attributes=attributes)


def _nth_weekday(found: Found, context: Context) -> Reading | None:
    reading = _date(found, context)
    if reading is None or not reading.value:
        return reading
    year, month = (int(p) for p in reading.value.split("-"))
    column = weekday_number(found.parts["weekday"]) - 1
    days = [w[column] for w in months.monthcalendar(year, month) if w[column]]
    nth = _NTH[found.parts["nth"].lower()]
    value = edtf(year, month, days[nth if nth < 0 else nth - 1])
    return Reading(value, attributes=reading.attributes)


def _feast(found: Found, context: Context) -> Reading | None:
    """Easter Monday 2023; without a year, the last before the anchor."""
    name, parts = found.parts["name"], found.parts
    if "year" in parts:
        day = feast(name, int(parts["year"]))
        return Reading(edtf(int(parts["year"]), *day)) if day else None
    about = feast(name, 2000)
    if about is None:
        return None
    which = parts.get("which", "").lower()
    anchor: Anchor | None
    if which and not context.history and context.published:
        anchor = context.published
        steps = {
            "last": -((about[0], about[1] or 1) >= _month_day(anchor)),
            "next": 1,
        }.get(which, 0)
        anchor = Anchor(anchor.year + steps, None, None, anchor.source)
    else:
        anchor = context.year_for(*about, found.start)
    day = feast(name, anchor.year) if anchor else None
    return derived(edtf(anchor.year, *day) if anchor and day else "", anchor)


def _month_day(anchor: Anchor) -> tuple[int, int]:
    return anchor.month or 12, anchor.day or 31


def _nine_eleven(found: Found, context: Context) -> Reading | None:
    return Reading("2001-09-11", anchors=False)


_READERS: Mapping[str, Reader] = {
    "iso": _date,
    "numeric": _numeric,
    "short_numeric": _numeric,
    "day": _date,
    "month_day": _date,
    "wire_day": _date,
    "short_day": _date,
    "apostrophe_day": _date,
    "apostrophe_month_day": _date,
    "compact": _date,
    "year_month_day": _date,
    "days": _days,
    "month_days": _days,
    "month_year": _date,
    "month_number_year": _date,
    "month": _date,
    "day_only": counted.day_only,
    "years": _years,
    "year": _year,
    "short_year": _short_year,
    "bc": _bc,
    "month_bc": _month_bc,
    "to_bc": _bc,
    "ancient_year": _ancient_year,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "season_only": season_only,
    "quarter": _quarter,
    "part_of_month": _part_of_month,
    "nth_weekday": _nth_weekday,
    "feast": _feast,
    "nine_eleven": _nine_eleven,
    "deictic": counted.deictic,
    "weekday": counted.weekday,
    "unit": counted.unit,
    "which_month": counted.which_month,
    "offset": counted.offset,
    "to_the_day": counted.to_the_day,
    "exactly_ago": counted.to_the_day,
    "ahead": counted.ahead,
    "weekend": counted.weekend,
    "edge": counted.edge,
    "duration": spans.duration,
    "bare_duration": spans.bare_duration,
    "set": spans.each,
    "rate": spans.rate,
    "adverb_set": spans.adverb_set,
    "weekdays": spans.weekdays,
    "clock": spans.clock,
    "military_clock": spans.clock,
    "noon": spans.noon,
}
