"""The date of a record: read as that day, month or year where it is cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.reader import TO_DAY
from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.assemble.support.passage import (
    ACTS,
    Passage,
    sentences,
    word_after,
)

#: Cues of what is done when an attack is over.
_AFTERWARDS = ("aftermath", "anniversary")


def bears(value: str, case: Case) -> bool:
    """Whether the quotes give ``value``, an EDTF date, or both ends of an interval."""
    read = {*_read(case)}
    if value in read:
        return True
    ends = [end for end in value.split("/") if end not in ("", "..")]
    return len(ends) > 1 and read >= {*ends}


def _read(case: Case) -> Iterator[str]:
    """The dates of the quotes, as they were read."""
    leant_on = {
        (passage, str(m.get("derived_from")))
        for passage in case.shown
        for m in passage.of("DATE")
    }
    for passage in case.shown:
        others = {at for other, at in leant_on if other != passage}
        bare = not passage.of(*ACTS, "HOSTAGES", "LEGAL", "WEAPON")
        aside = _asides(passage, case)
        for m in passage.told("DATE"):
            if bare and f"{m.start}:{m.end}" in others:
                continue  # cited for the year of another day
            if case.told(passage, (m.start, m.end)) and m not in aside:
                yield m.value


def _asides(passage: Passage, case: Case) -> set[Mention]:
    """The days of something else, where another is not.

    Of who speaks, *police said on Tuesday*; and of an attack of what came of it, *they
    were charged on 5 May*, *the mayor was buried on 9 May*.
    """
    told = passage.of("DATE")
    free = {m for m in told if m.value and not _is_aside(m, passage, case)}
    return {m for m in told if m not in free} if free else set()


def _is_aside(day: Mention, passage: Passage, case: Case) -> bool:
    of_attack = case.incident.incident_type == "attack" and not day.get("column")
    saying = ("speech", "claim") if of_attack else ("speech",)
    said = [c.end for c in passage.of("CUE") if c.value in saying]
    steps = [m.end for m in passage.of("LEGAL")] if of_attack else []
    if _right_after([*said, *steps], day, passage):
        return True
    return of_attack and _is_afterwards(day, passage)


def _is_afterwards(day: Mention, passage: Passage) -> bool:
    """Whether no act stands between a day and what was done when all was over."""
    begun = (start for start, end in sentences(passage) if start <= day.start < end)
    start = next(begun, day.start)
    told = passage.over((start, day.start), *ACTS, "CUE", "WEAPON")
    before = [m for m in told if m.label != "CUE" or _is_over(m, passage)]
    return bool(before) and before[-1].label == "CUE"


def _is_over(cue: Mention, passage: Passage) -> bool:
    """Whether a cue is of what comes after, and no day itself: *a year ago today*."""
    return cue.value in _AFTERWARDS and not passage.over((cue.start, cue.end), "DATE")


def _right_after(said: Sequence[int], day: Mention, passage: Passage) -> bool:
    """Whether a day stands after a word of saying; what is said begins with *that*."""
    return any(
        TO_DAY.fullmatch(passage.text, end, day.start)
        and word_after(passage.text, end) != "that"
        for end in said
    )
