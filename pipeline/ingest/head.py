"""Title and day of publication, as a document's own head gives them.

Only what stands near the top and says so by its form counts: a ``Published:`` line, a
line that is a date, the dateline of a wire. A date in a sentence is the story's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from incidents.gazetteers import pattern, values

#: How far down a date may stand, and how far a second date line makes both a timeline.
_HEAD, _TIMELINE = 600, 3000
#: How far down the imprint of a document with pages says it.
_PAGES = 4_000

_MONTHS = [*values("numbers", "months")]
_NAMES = "|".join(rf"{m[:3]}(?:{m[3:]})?" for m in _MONTHS)
_MONTH = rf"(?:{_NAMES}|sept)\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"\d{4}"
_DATE = (
    rf"(?:{_YEAR}-\d\d-\d\d(?:T[\d:.+Z-]*)?"
    rf"|{_DAY} (?:of )?{_MONTH},? {_YEAR}"  # 28 January 2013
    rf"|{_MONTH} {_DAY} ?,? {_YEAR}"  # April 23 , 1997
    rf"|{_YEAR} {_MONTH} {_DAY})"  # 2025 January 06
    r"(?!\d)"
)
_DAYS = "|".join(rf"{d[:3]}(?:{d[3:-3]})?" for d in values("numbers", "weekdays"))
_WEEKDAY = rf"(?:(?:{_DAYS}|tues|thur|thurs)(?:day)?\.?,? )"
_TIME = r"(?:[ ,|-]*\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?\(?[a-z]{2,4}\)?)?)"
_SAID = rf"(?:(?:first )?published|posted|{pattern('layout', 'issued')})"

#: "Published: 2019-01-28", "Posted on 3 May 2024", "Published duration 28 January 2013"
_PUBLISHED = re.compile(
    rf"(?:^\W*{_SAID}(?: on| at)?|\bpublished duration|\b{_SAID}(?=:))\s*:?\W{{0,5}}"
    rf"{_WEEKDAY}?(?P<date>{_DATE})",
    re.I | re.M,
)
#: "Sunday, May 5, 2024", "By A. Name | 5 May 2024, 10:30 GMT"
_DATE_LINE = re.compile(
    rf"^[ \t#*_>]*(?:date:? |by [^\n.|]{{2,60}}[|·•,–—-] ?)?"
    rf"{_WEEKDAY}?(?P<date>{_DATE}){_TIME}?[ \t*_]*$",
    re.I | re.M,
)
#: "LIMA, April 23 , 1997 (AFP)", "GUATEMALA CITY, 4 FEB 90 (ACAN-EFE) --"
_DATELINE = re.compile(
    r"^[ \t]*[A-Z][A-Z .'’-]{2,40}(?:, [A-Z][A-Za-z .]{2,30})?, ?"
    rf"(?P<date>(?i:{_DATE}|{_DAY} {_MONTH} \d\d\b|{_MONTH} {_DAY} ?,? \d\d\b))"
    r"(?= ?(?:\([^)\n]{2,40}\)|--|[—–_]| - |$))",
    re.M,
)
#: "Institute for Harbours", "Black Sea University"
_BODY = re.compile(
    rf"(?:[A-Z][\w’'-]+ ){{0,6}}{pattern('layout', 'bodies')}"
    r"(?: (?:for|of|on|and|the|in|&|[A-Z][\w’'-]+)){0,8}"
)
_ANY = re.compile(rf"(?<!\d)(?P<date>{_DATE})", re.I)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")
_PARTS = re.compile(
    rf"(?P<month>{_MONTH})|(?P<year>{_YEAR})|(?P<number>\d{{1,2}})", re.I
)


@dataclass(frozen=True, slots=True)
class Found:
    """A value read in the head, and the characters that give it."""

    value: str
    start: int
    end: int


def find_published(text: str) -> Found | None:
    """The day of publication as an ISO date; None where two lines disagree."""
    for printed, reach in ((_PUBLISHED, 0), (_DATELINE, 0), (_DATE_LINE, _TIMELINE)):
        # the widest look is the timeline's; what counts starts within the head
        head = _PAGES if printed is _PUBLISHED and "\f" in text else _HEAD
        found = list(_dates(printed, text[: max(reach, head)]))
        if found and found[0].start < head:
            return found[0] if len({f.value for f in found}) == 1 else None
    return None


def find_in_name(name: str) -> Found | None:
    """The one whole date in a file's name, which no text prints."""
    days = {
        day.isoformat()
        for year, _, month, number in _IN_NAME.findall(name)
        if (day := _day(int(year), int(month), int(number)))
    }
    return Found(days.pop(), 0, 0) if len(days) == 1 else None


def find_dates(text: str) -> Iterator[Found]:
    """Every whole date that ``text`` prints."""
    return _dates(_ANY, text)


def _dates(pattern: re.Pattern[str], head: str) -> Iterator[Found]:
    for match in pattern.finditer(head):
        day = read_date(match["date"])
        if day is not None:
            yield Found(day.isoformat(), *match.span("date"))


def read_date(printed: str) -> date | None:
    """A whole date as printed; None where a part of it is out of range."""
    iso = _ISO.match(printed)
    if iso:
        return _day(*map(int, iso.groups()))
    month, numbers = 0, []
    for part in _PARTS.finditer(printed):
        if part["month"]:
            month = 1 + [m[:3] for m in _MONTHS].index(part["month"][:3].lower())
        else:
            numbers.append(int(part[0]))
    if not month or len(numbers) != 2:
        return None
    year = max(numbers) if max(numbers) > 31 else numbers[-1]
    day = numbers[0] if year == numbers[-1] else numbers[-1]
    if year < 100:  # the dateline of an old wire
        year += 1900 if year > 40 else 2000
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_body(line: str) -> bool:
    """Whether a line is only the name of an institute or the like."""
    return _BODY.fullmatch(line) is not None


def find_title(text: str) -> Found | None:
    """The first line, where it stands by itself and does not read as a sentence.

    The name of an institute over it is only taken where nothing else is found.
    """
    bodies: list[Found] = []
    for found in _titles(text):
        if not is_body(found.value):
            return found
        bodies.append(found)
    return bodies[0] if bodies else None


def _titles(text: str) -> Iterator[Found]:
    """The lines at the head that stand by themselves as titles do."""
    for match in re.finditer(
        r"^[ \t]*(?:#+ *)?(\S[^\n\f]*?)[ \t#]*$", text[:_HEAD], re.M
    ):
        line = match[1]
        if _PUBLISHED.match(line) or _DATE_LINE.match(line):
            continue
        alone = re.match(
            r"[ \t]*(?:\n[ \t]*(?:\n|published\b)|\f)", text[match.end() :], re.I
        )
        if not alone or len(line) > 200 or line.endswith((".", ",", ";", ":")):
            return
        if _DATELINE.match(line) or not any(c.isalpha() for c in line):
            return
        yield Found(line, *match.span(1))
