"""Dates, times of day, lengths of time and what recurs.

    patterns  finds the words         filter   drops what only looks so
    survey    what the report is      context  what they count from
    read      what they mean          join     shades and intervals

The grammar is our own: ``dateparser`` reads neither "mid-2022" nor "the night of
3-4 March", and a report's "two days later" counts from its own last date. It reads
the dates in other languages: ``incidents.extractors.foreign_dates``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from incidents.extractors.dates.calendars import Anchor
from incidents.extractors.dates.capitals import readable
from incidents.extractors.dates.citations import citations
from incidents.extractors.dates.context import Context
from incidents.extractors.dates.filter import outside, spurious
from incidents.extractors.dates.join import Draft, join, widen
from incidents.extractors.dates.patterns import Found, find
from incidents.extractors.dates.read import read
from incidents.extractors.dates.survey import survey
from incidents.extractors.mention import Mention, pack

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Blocks of a table, and what parts their cells.
_ROWS = ("HEADER", "ROW")
_CELL = re.compile(r"[\t\n|]")
_DAY = re.compile(r"(-?\d{4})(?:-(0\d|1[0-2]))?(?:-(\d\d))?~?$")
# Between a time and its day: "9 a.m. on Tuesday", "10:35 a.m. (0735 GMT) Friday".
_BESIDE = re.compile(
    r"(?:[ \n]{0,2}\([^()]{1,25})?\)?,?[ \n]{0,2}(?:(?:on|at|around|about|by)[ \n])?"
)


def extract(doc: Doc, published: date | None) -> Iterator[Mention]:
    """Yield each expression of time in ``doc``; values are EDTF or ISO 8601.

    Words that are found and cannot be resolved have an empty value.
    """
    printed = doc.text  # spaCy puts it together anew at each call
    text = readable(printed)
    cited, running = citations(text)
    found = [
        f for f in _told(doc, text) if f.spans.get("year", (f.start,))[0] not in cited
    ]
    context = survey(text, found, published)
    for draft in _timed(text, list(join(text, list(_drafts(found, context))))):
        attributes = dict(draft.reading.attributes)
        if any(draft.start <= year < draft.end for year in running):
            attributes["citation"] = "1"
        yield Mention(
            draft.start,
            draft.end,
            draft.reading.label,
            printed[draft.start : draft.end],
            draft.reading.value,
            __name__,
            pack(**attributes),
        )


def _told(doc: Doc, text: str) -> Iterator[Found]:
    """What speaks of time, outside of URLs and lists of sources."""
    skip = outside(text)
    lists = [
        (block.start_char, block.end_char)
        for block in doc.spans.get("blocks", [])
        if block.label_ == "REFERENCE"
    ]
    for found in find(_apart(doc, text)):
        listed = any(start <= found.start < end for start, end in lists)
        if not listed and not skip(found.start) and not spurious(text, found):
            yield found


def _apart(doc: Doc, text: str) -> str:
    """``text`` with the cells of tables parted by what no date runs over."""
    rows = [b for b in doc.spans.get("blocks", []) if b.label_ in _ROWS]
    if not rows:
        return text
    parted = list(text)
    for row in rows:  # with the line break after it
        for cell in _CELL.finditer(text, row.start_char, row.end_char + 1):
            parted[cell.start()] = "\0"
    return "".join(parted)


def _drafts(found: Sequence[Found], context: Context) -> Iterator[Draft]:
    """Read in the order of the text, each date the anchor of the next."""
    floor = 0
    for one in found:
        reading = read(one, context)
        if reading is None:
            continue
        start, end = reading.start or one.start, reading.end or one.end
        draft = widen(context.text, Draft(start, end, reading), floor)
        floor = draft.end
        if reading.anchors and not draft.reading.attributes.get("name"):
            anchor = _anchor(draft)
            if anchor is not None:
                context.note(anchor, one.start)
        yield draft


def _anchor(draft: Draft) -> Anchor | None:
    """What later dates may count from; of an interval its end."""
    value = draft.reading.value.rpartition("/")[2]
    parts = _DAY.match(value)
    if parts is None:
        return None
    year, month, day = (int(p) if p else None for p in parts.groups())
    return Anchor(year or 0, month, day, f"{draft.start}:{draft.end}", draft.end)


def _timed(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give each time of day its day: printed beside it, or last in its paragraph."""
    for i, draft in enumerate(drafts):
        if draft.reading.label == "TIME":
            day = _day_of(text, drafts, i)
            if day is not None:
                value = f"{day.reading.value}{draft.reading.value}"
                source = {"derived_from": f"{day.start}:{day.end}"}
                reading = replace(draft.reading, value=value, attributes=source)
                draft = replace(draft, reading=reading)
        yield draft


def _day_of(text: str, drafts: Sequence[Draft], i: int) -> Draft | None:
    time = drafts[i]
    for other in (*drafts[i + 1 : i + 3], *drafts[max(0, i - 1) : i]):
        gap = sorted([time.start, time.end, other.start, other.end])[1:3]
        if _whole_day(other) and _BESIDE.fullmatch(text, *gap):
            return other
    for other in reversed(drafts[max(0, i - 20) : i]):
        if other.reading.value and other.reading.label == "DATE":
            same = text.find("\n\n", other.end, time.start) < 0
            return other if same and _whole_day(other) else None
    return None


def _whole_day(draft: Draft) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", draft.reading.value))
