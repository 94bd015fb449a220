"""What a whole report says about its incomplete dates, before any is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import median_low

from incidents.extractors.dates.absolute import complete, printed
from incidents.extractors.dates.calendars import Anchor
from incidents.extractors.dates.context import Context, quoted
from incidents.extractors.dates.patterns import Found
from incidents.extractors.dates.words import S

#: Years that the middle of a text's dates lies back for it to be a history.
_HISTORY = 3
#: Dates with a year that make a text a history, if it is not told in "yesterday".
_TOLD = 5
#: Characters under which a text is of its day, and "today" that day.
_SHORT = 10_000
#: Characters that no line has on average where lines are broken to fit a page.
_LINE = 150
_BLANK = r"\n[ \t]*\n\s*|\f"
#: Characters from its start in which a document says when it appeared.
_HEAD = 600
_FULL = ("day", "month_day", "year_month_day", "wire_day", "iso")
_PUBLISHED = re.compile(r"(?i:\b(?:published|posted|date|updated|dated)\b[^.]{0,25}$)")
# What parts two dates of which the right one lends its year.
_PAIRED = re.compile(
    rf"(?:{S}(?:to|and|or|until|till|through){S}(?:the{S})?(?:early|mid|late)?[- ]?"
    rf"|,?[ ]?[-\u2010-\u2015][ ]?|,{S}(?:and{S})?)(?:the{S})?"
)


def _lent_years(text: str, found: Sequence[Found]) -> dict[int, Anchor]:
    """Years that dates have from the right: "from March to May 2019"."""
    lent: dict[int, Anchor] = {}
    for left, right in reversed(list(pairwise(found))):
        if "year" in left.parts or "month" not in left.parts:
            continue
        year, month, _ = printed(right)
        if "month" not in right.parts or (year is None and right.start not in lent):
            continue
        if not _PAIRED.fullmatch(text, left.end, right.start):
            continue
        source = lent.get(right.start)
        source = source or Anchor(year or 0, None, None, f"{right.start}:{right.end}")
        over = (printed(left)[1] or 0) > (month or 12)
        lent[left.start] = Anchor(source.year - over, None, None, source.source)
    return lent


def survey(text: str, found: Sequence[Found], published: date | None) -> Context:
    """Decide what a report's incomplete dates are counted from."""
    anchor = _given(published) or _headed(text, found)
    told = [f for f in found if _spoken(f) and not quoted(text, f.start)]
    today = sum(f.parts.get("word", "").lower() == "today" for f in told)
    return Context(
        text,
        anchor,
        len(told) > 2 * today or len(text) < _SHORT,
        _is_history(found, anchor, len(told)),
        _day_first(found),
        ancient=_is_ancient(found),
        breaks=_paragraphs(text),
        lent=_lent_years(text, found),
    )


def _given(published: date | None) -> Anchor | None:
    if published is None:
        return None
    return Anchor(published.year, published.month, published.day, "published")


def _headed(text: str, found: Sequence[Found]) -> Anchor | None:
    """The full date that a document carries at its head, on a line of its own kind."""
    for one in found:
        if one.start > _HEAD:
            return None
        parts = complete(one) if one.kind in _FULL else None
        if parts is None:
            continue
        line = text[text.rfind("\n", 0, one.start) + 1 : one.start]
        rest = text[one.end : one.end + 30]
        if one.kind == "wire_day" or _dateline(line, rest):
            return Anchor(*parts, f"{one.start}:{one.end}")
    return None


def _dateline(before: str, after: str) -> bool:
    """Whether a date stands where a document prints its own.

    Alone on its line, after "Published", or between a place in capitals and an agency.
    """
    if _PUBLISHED.search(before):
        return True
    if re.match(r"^[A-Z][A-Z .'-]{2,}(?:,[ \w]+)?,\s*$", before):
        return bool(re.match(r"\s*[(_\u2014:-]", after))
    words = len(before.split())
    return words <= 3 and bool(re.match(r"\s*(?:\n|$|\|)", after))


def _is_ancient(found: Sequence[Found]) -> bool:
    bc = sum(f.kind == "bc" for f in found)
    return bc > 3 and bc > sum(f.kind == "year" for f in found)


def _is_history(found: Sequence[Found], published: Anchor | None, spoken: int) -> bool:
    years = [int(f.parts["year"]) for f in found if _dated(f)]
    if _is_ancient(found):
        return True
    if published is None:
        return len(years) > 3 * spoken
    told = len(years) >= _TOLD and len(years) > 3 * spoken
    return told and published.year - median_low(years) > _HISTORY


def _spoken(found: Found) -> bool:
    """Whether it counts from the day of publication: yesterday, last June."""
    if found.kind in ("unit", "which_month"):
        which = found.parts["which"].split()[0].lower()
        return "the" not in found.parts and which in ("last", "this", "next")
    return found.kind in ("weekday", "deictic") or "ago" in found.parts


def _dated(found: Found) -> bool:
    return "year" in found.parts and found.kind not in ("bc", "decade")


def _day_first(found: Sequence[Found]) -> bool | None:
    """Which of two numbers is the day: some date in the document may tell."""
    votes: set[bool] = set()
    for one in found:
        if one.kind in ("numeric", "short_numeric"):
            a, b = int(one.parts["a"]), int(one.parts.get("b") or one.parts["b2"])
            dotted = one.parts.get("sep") == "." and "year" in one.parts
            if dotted or 12 < a <= 31:
                votes.add(True)
            elif 12 < b <= 31:
                votes.add(False)
    return votes.pop() if len(votes) == 1 else None


def _paragraphs(text: str) -> list[int]:
    """Offsets at which paragraphs begin: after blank lines, or every line if long."""
    lines = text.count("\n") + 1
    long = len(text) / lines > _LINE
    return [m.end() for m in re.finditer(r"\n\s*|\f" if long else _BLANK, text)]
