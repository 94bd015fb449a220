"""Event words that are in no record, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.event import NONE, Event
from incidents.pipeline.assemble.realis import HAPPENED, PLANNED, realis
from incidents.pipeline.assemble.story import Story


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An event word that no record was made from.

    Attributes:
        start: First character of the word.
        end: One past the last.
        reason: Why, in words.
    """

    start: int
    end: int
    reason: str


def left_out(
    mentions: Iterable[Mention],
    told: Sequence[Event],
    in_records: Iterable[Event],
    unfit: Iterable[tuple[Story, str]],
) -> tuple[LeftOut, ...]:
    """Every event word of ``mentions`` that is in no record.

    Args:
        mentions: All of the document.
        told: All events of its prose and entries.
        in_records: Events that records were made from.
        unfit: Stories that are no records, and why.
    """
    kept = {w for event in in_records for w in event.of("EVENT")}
    reasons = {w: why for s, why in unfit for e in s.events for w in e.of("EVENT")}
    for event in told:
        if event.kind == NONE:
            reasons |= dict.fromkeys(event.of("EVENT"), "no incident by its signs")
    read = {w for event in told for w in event.of("EVENT")}
    return tuple(
        LeftOut(m.start, m.end, _reason(m, reasons, read))
        for m in mentions
        if m.label == "EVENT" and m not in kept
    )


def _reason(word: Mention, reasons: dict[Mention, str], read: set[Mention]) -> str:
    if (told := realis(word)) not in (HAPPENED, PLANNED):
        return f"told as {told}"
    if word in reasons:
        return reasons[word]
    return "of no incident before it" if word in read else "in no running text"
