"""Several events in one word: *attacks in Madrid (2004) and London (2005)*.

Or in one of one day and another: *bombs went off on 12 April and 3 May*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from incidents.extractors.mention import Mention
from incidents.pipeline import edtf
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.split import Part

#: What each member of a list may have of its own.
_OWN = ("PLACE", "TARGET", "KILLED", "INJURED", "CASUALTIES")
#: Between days of which each is that of an event.
_AND = re.compile(r",? and (?:again )?(?:on |in )?|, (?:on |in )?")


def members(reader: Reader, part: Part) -> Iterator[Part]:
    """``part``, or one for each of the days that its plural word is said of."""
    days = _days(part)
    plural = any(w.get("number") == "plural" for w in part.words)
    if len(days) < 2 or not (plural or _one_and_another(reader.text, days)):
        yield part
        return
    first = _first(part, days, _bracketed(reader.text, days))
    shared = [m for m in part.mentions if m.label not in ("DATE", *_OWN)]
    edges = _edges(part, days, first)
    for day, (start, end) in zip(days, edges, strict=True):
        own = [m for m in part.mentions if m.label in _OWN and start <= m.start < end]
        missing = {*_OWN} - {m.label for m in own}
        before = [m for m in part.mentions if m.label in missing and m.start < first]
        told = tuple(sorted({*shared, *own, *before, day}))
        yield replace(part, start=start, end=end, mentions=told)


def _days(part: Part) -> list[Mention]:
    """The days of the list, none of which can be another, in reading order."""
    found: list[Mention] = []
    for m in part.mentions:
        if m.label == "DATE" and not m.get("name"):
            known = any(edtf.overlap(m.value, d.value) for d in found)
            if not known or _elsewhere(part, found[-1], m):
                found.append(m)
    return found


def _elsewhere(part: Part, last: Mention, day: Mention) -> bool:
    """Whether a day is told again of another place: *Vasa (2018), Tarn (2018)*."""
    places = [m for m in part.mentions if m.label == "PLACE"]
    between = any(last.end <= m.start and m.end <= day.start for m in places)
    return between and any(m.end <= last.start for m in places)


def _one_and_another(text: str, days: Sequence[Mention]) -> bool:
    """Whether days stand side by side, each as fine as the others."""
    grains = {edtf.days(d.value) for d in days}
    return len(grains) == 1 and all(
        _AND.fullmatch(text, one.end, other.start) for one, other in pairwise(days)
    )


def _bracketed(text: str, days: Sequence[Mention]) -> bool:
    """Whether each day stands in brackets, so that it closes its member."""
    return all(
        text[d.start - 1 : d.start] == "(" and text[d.end : d.end + 1] == ")"
        for d in days
    )


def _first(part: Part, days: Sequence[Mention], bracketed: bool) -> int:
    """Where the list begins: after its word, at a place that its first day closes."""
    word = max(
        (w.end for w in part.words if w.end <= days[0].start), default=part.start
    )
    if bracketed and word < days[0].start:
        return word
    places = [
        m.start
        for m in part.mentions
        if m.label == "PLACE" and word <= m.start < days[0].start
    ]
    follows = [
        m for m in part.mentions if m.label == "PLACE" and m.start > days[-1].end
    ]
    return days[0].start if follows or not places else min(places)


def _edges(part: Part, days: Sequence[Mention], first: int) -> list[tuple[int, int]]:
    """Where each member begins and ends: a day closes it, or opens it."""
    if first < days[0].start:
        ends = [d.end for d in days[:-1]] + [part.end]
        return list(pairwise([first, *ends]))
    return list(pairwise([*(d.start for d in days), part.end]))
