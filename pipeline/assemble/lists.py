"""Several events in one word: *attacks in Madrid (2004) and London (2005)*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.mention import Mention
from pipeline import edtf
from pipeline.assemble.reader import Reader
from pipeline.assemble.split import Part

#: What each member of a list may have of its own.
_OWN = ("PLACE", "TARGET", "KILLED", "INJURED", "CASUALTIES")


def members(reader: Reader, part: Part) -> Iterator[Part]:
    """``part``, or one for each of the days that its plural word is said of."""
    days = _days(part)
    if len(days) < 2 or not any(w.get("number") == "plural" for w in part.words):
        yield part
        return
    first = _first(part, days)
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
            if any(edtf.overlap(m.value, d.value) for d in found):
                continue
            found.append(m)
    return found


def _first(part: Part, days: Sequence[Mention]) -> int:
    """Where the list begins: after its word, at a place that its first day closes."""
    word = max(
        (w.end for w in part.words if w.end <= days[0].start), default=part.start
    )
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
