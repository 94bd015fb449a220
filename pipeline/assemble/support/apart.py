"""What a quote tells of another event than the record's.

Of a quote that tells of several, each stretch has its own day, place and figures. One
that tells of an act, with a day or place that is not the record's and nothing that is,
is another event's, where elsewhere the quote has what is the record's own: *Gunmen
killed three in Riga on 2 May; on 9 May a bomb killed one in Oslo*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from incidents.extractors._numbers import bounds
from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.support.passage import ACTS, Passage, Span, sentences
from incidents.pipeline.edtf import days, overlap
from incidents.pipeline.paths import cites
from incidents.pipeline.records import Incident

_JOINT = re.compile(r",\s|\sand\s")
_HARM = ("injured", "killed")
#: What tells of an act, or of what was used in one.
_TOLD = (*ACTS, "WEAPON")
#: Cues of who speaks, whose day stands right after.
_SAYING = ("claim", "speech")
#: How near after a word of saying its own day stands, in characters.
_SAID = 24
#: How near after a joint the day stands that its words begin with.
_NEAR = 16
#: How far before its day an act stands that is of it: *the shooting of 9 May*.
_CLOSE = 30
#: A quote that is longer is no passage of a report; it would take long to part.
_LONGEST = 2000
#: Whose own day or place it is that stands beside these.
_OF_COURTS = ("LEGAL",)


@dataclass(frozen=True, slots=True)
class Tried:
    """A value on trial: the record it is of, and where in that it is."""

    incident: Incident
    path: str


def elsewhere(passage: Passage, span: Span, tried: Tried) -> bool:
    """Whether what stands at ``span`` is told of another event than the record's."""
    if passage.end - passage.start > _LONGEST:
        return False
    told = [*_stretches(passage, tried)]
    if len(told) < 2:
        return False
    own = next((s for s in told if s[0] <= span[0] < s[1]), None)
    if own is None or not _tells(passage, own) or _anchored(passage, own, tried):
        return False
    anchored = [s for s in told if s != own and _anchored(passage, s, tried)]
    return bool(anchored) and _foreign(passage, own, span, anchored, tried)


def _stretches(passage: Passage, tried: Tried) -> Iterator[Span]:
    """The sentences of a quote, and their parts by day; one group may have done all."""
    groups = {m.get("name") for m in passage.of("GROUP")}
    if tried.path.startswith("groups") and len(groups) < 2:
        yield from sentences(passage)
        return
    begun = _of_sequence(passage)
    for start, end in sentences(passage):
        cuts = [c for c in begun if start < c < end]
        for stretch in pairwise([start, *cuts, end]):
            yield from _by_day(passage, stretch)


def _of_sequence(passage: Passage) -> list[int]:
    """Where an act ends and one before or after it is told: *hours after gunmen*."""
    return [
        cue.start
        for cue in passage.of("CUE")
        if cue.value == "sequence"
        for start, end in sentences(passage)
        if start < cue.start < end and passage.over((start, cue.start), *ACTS)
    ]


def _by_day(passage: Passage, stretch: Span) -> Iterator[Span]:
    """The parts of a sentence that tell of an act each, and of a day each."""
    start, end = stretch
    for one, other in pairwise(_days(passage, stretch)):
        if one.end > other.start or overlap(one.value, other.value):
            continue
        left, right = _cut(passage, start, one, other)
        after = passage.over((right, end), *_TOLD, "TARGET")
        if passage.over((start, left), *_TOLD) and after:
            yield start, left
            if left < right:
                yield left, right
            start = right
    yield start, end


def _cut(passage: Passage, start: int, one: Mention, other: Mention) -> Span:
    """Where the words of one day end at last, and those of another begin at last.

    *On 2 May ..., and on 9 May*; *killed on 2 May, of the bombing on 9 May*.
    """
    between = one.end, other.start
    joints = [m.start() for m in _JOINT.finditer(passage.text, *between)]
    if not passage.over((start, one.start), *_TOLD):
        near = joints and other.start - joints[-1] < _NEAR
        return (joints[-1], joints[-1]) if near else (start, start)
    acts = [m.start for m in passage.over(between, *_TOLD)]
    if acts and other.start - acts[-1] < _CLOSE:
        joints = [*(j for j in joints if j < acts[-1]), acts[-1]]
    return (joints[0], joints[-1]) if joints else (one.end, one.end)


def _days(passage: Passage, stretch: Span) -> list[Mention]:
    """The days of a stretch, the most precise, but for those of who speaks."""
    said = [c.end for c in passage.of("CUE") if c.value in _SAYING]
    days = [
        m
        for m in passage.over(stretch, "DATE")
        if m.value and not any(0 <= m.start - end < _SAID for end in said)
    ]
    return [m for m in days if not any(_within(d, m) for d in days)]


def _within(one: Mention, other: Mention) -> bool:
    """Whether a day says more closely what the other says: *1971: March 8*."""
    return days(one.value) < days(other.value) and overlap(one.value, other.value)


def _tells(passage: Passage, stretch: Span) -> bool:
    """Whether a stretch tells of an act, and of no step of a court."""
    return bool(passage.over(stretch, *_TOLD)) and not passage.over(
        stretch, *_OF_COURTS
    )


def _anchored(passage: Passage, stretch: Span, tried: Tried) -> bool:
    return any(True for _ in _anchors(passage, stretch, tried))


def _anchors(passage: Passage, stretch: Span, tried: Tried) -> Iterator[Mention]:
    """What a stretch has of the record, but for the value on trial."""
    told, path = tried.incident, tried.path
    if told.date and path != "date":
        yield from (d for d in _days(passage, stretch) if overlap(d.value, told.date))
    own = [p for n, p in enumerate(told.places) if not cites(f"places[{n}]", path)]
    for m in passage.over(stretch, "PLACE"):
        if any(_same(m, p) for p in own):
            yield m
    for field in _HARM:
        figure = getattr(told, field)
        if figure is None or path == field:
            continue
        for m in passage.over(stretch, field.upper()):
            if m.value and bounds(m.value) == (figure.min, figure.max):
                yield m


def _foreign(
    passage: Passage, stretch: Span, at: Span, anchored: Sequence[Span], tried: Tried
) -> bool:
    """Whether a stretch has a day or place of its own where the record's is told."""
    if stretch[0] in _of_sequence(passage):
        return any(_tells(passage, s) for s in anchored)
    anchors = [a for s in anchored for a in _anchors(passage, s, tried)]
    at_trial = passage.over(at, "PLACE")
    towns = [m for m in passage.over(stretch, "PLACE") if _is_town(m)]
    towns = [m for m in towns if m not in at_trial]
    if tried.path == "date":
        there = bool(towns) or any(a.label != "PLACE" for a in anchors)
        others = [d for s in anchored for d in _days(passage, s)]
        if there and any(not _is_day(d, tried) for d in others):
            return True
    elif any(a.label == "DATE" for a in anchors):
        own = _days(passage, stretch)
        if own and not any(_is_day(d, tried) for d in own):
            return True
    placed = any(a.label == "PLACE" for a in anchors)
    apart = not any(_holds(m, a) for m in towns for a in anchors)
    return placed and bool(towns) and apart


def _is_day(day: Mention, tried: Tried) -> bool:
    return overlap(day.value, tried.incident.date or "")


def _is_town(place: Mention) -> bool:
    return place.get("kind") != "country" and not place.reached("origin", "dateline")


def _holds(one: Mention, other: Mention) -> bool:
    """Whether one place lies in the other."""
    names = {one.get("name"), one.get("admin1")} & {
        other.get("name"),
        other.get("admin1"),
    }
    return bool(names - {None})


def _same(mention: Mention, place: str) -> bool:
    printed = mention.text.casefold()
    return printed in place.casefold() or place.casefold() in printed
