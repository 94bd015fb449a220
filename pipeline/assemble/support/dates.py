"""The date of a record: read as that day, month or year where it is cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.reader import TO_DAY
from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.assemble.support.passage import ACTS, Passage, word_after


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
        for m in passage.told("DATE"):
            if bare and f"{m.start}:{m.end}" in others:
                continue  # cited for the year of another day
            if case.told(passage, (m.start, m.end)) and not _of_saying(m, passage):
                yield m.value


def _of_saying(day: Mention, passage: Passage) -> bool:
    """Whether it is the day of who speaks, beside another: *police said on Tuesday*."""
    said = [c.end for c in passage.of("CUE") if c.value == "speech"]
    told = [m for m in passage.of("DATE") if m.value]
    days = [m for m in told if not _right_after(said, m, passage)]
    return bool(days) and day not in days


def _right_after(said: Sequence[int], day: Mention, passage: Passage) -> bool:
    """Whether a day stands after a word of saying; what is said begins with *that*."""
    return any(
        TO_DAY.fullmatch(passage.text, end, day.start)
        and word_after(passage.text, end) != "that"
        for end in said
    )
