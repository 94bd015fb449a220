"""Prose to events: what each sentence tells, and whether it took place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.event import NONE, SENTENCE, TITLE, Event
from incidents.pipeline.assemble.grammar import FAR, NEAR, tie
from incidents.pipeline.assemble.home import at_home
from incidents.pipeline.assemble.lists import members
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.sequel import sequel
from incidents.pipeline.assemble.split import Part, split
from incidents.pipeline.segment import (
    CAPTION,
    FRONT,
    HEADER,
    HEADING,
    ITEM,
    REFERENCE,
    ROW,
    Block,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What may stand before the day that a passage opens with, and after it.
_MONTH = len("2018-05")
_MARK = re.compile(r"\s*(?:[-*•·▪–]|\(?\d{1,3}[.)]|\(?[a-z]\))?\s*\**")
_PARTED = re.compile(r"\**(?:[.:]\**\s|\**\s[-–—]{1,2}\s)")
#: How far the head of an item goes, in characters.
_LEAD = 100
_SILENT = {REFERENCE, FRONT, CAPTION, HEADER, ROW}


def prose(reader: Reader, block: Block, title: bool) -> Iterator[Event]:
    """The events of a block's sentences, in reading order.

    Args:
        reader: The report.
        block: A paragraph, an item, a heading.
        title: Whether it is at the head of the document, where headings tell.
    """
    if block.kind in _SILENT or (block.kind == HEADING and not title):
        return
    span = reader.doc.char_span(block.start, block.end, alignment_mode="contract")
    if span is None:
        return
    origin = TITLE if block.kind == HEADING else SENTENCE
    opening = lead(reader, block)
    for sentence in span.sents:  # type: ignore[attr-defined]
        end = sentence[-1].idx + len(sentence[-1])
        parts = list(_parts(reader, sentence.start_char, end))
        parted = sentence.start_char if len(parts) > 1 else -1
        for part in parts:
            event = _event(reader, part, origin, block, parted)
            if event.mentions:
                yield led(event, opening)


def _parts(reader: Reader, start: int, end: int) -> Iterator[Part]:
    mentions = reader.within(start, end)
    words = [m for m in mentions if m.label == "EVENT" and not m.get("modality")]
    after = sequel(reader, start, end)
    if after is None:
        for part in split(reader, start, end, words):
            yield from members(reader, part)
        return
    cut, day = after
    yield from split(reader, start, cut, [w for w in words if w.end <= cut])
    for part in split(reader, cut, end, [w for w in words if w.start >= cut]):
        more = (
            (day,) if day and not any(m.label == "DATE" for m in part.mentions) else ()
        )
        yield replace(part, mentions=tuple(sorted((*more, *part.mentions))))


def _event(reader: Reader, part: Part, origin: str, block: Block, parted: int) -> Event:
    mentions = tuple(sorted((*part.mentions, *at_home(reader, part.mentions))))
    return Event(
        part.start,
        part.end,
        NONE,
        origin,
        block.start,
        block.section,
        block.kind == ITEM,
        reference(part.mentions),
        part.words,
        _tied(reader, mentions),
        parted=parted,
    )


def _tied(reader: Reader, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """``mentions`` less the days and places of who told of the event."""
    words = [m for m in mentions if m.label == "EVENT" and not m.get("modality")]
    if not words:
        return mentions
    days = [m for m in mentions if m.label == "DATE"]
    said = {m for m in days if reader.of_saying(m)}
    said = said or _outer(reader, days, mentions)
    others = set(days) - said if said else set()
    least = NEAR if reference(mentions) == "definite" else FAR
    return tuple(
        m
        for m in mentions
        if m in others
        or m.label not in ("DATE", "PLACE")
        or (tie(reader, m, words) >= least and not (others and m in said))
    )


def _outer(
    reader: Reader, days: Sequence[Mention], mentions: Sequence[Mention]
) -> set[Mention]:
    """Days of a verb that an event is only told under: *marched on Monday where ...*.

    The event has to have a day of its own there.
    """
    words = [m for m in mentions if m.label in ("EVENT", "LEGAL")]
    told = {t for m in words if (t := reader.root(m)) is not None}
    of = {day: _verb(reader, day) for day in days}
    above = {t for verb in of.values() if verb in told for t in verb.ancestors}
    return {day for day, verb in of.items() if verb in above - told}


def _verb(reader: Reader, mention: Mention) -> Token | None:
    """The verb that a mention hangs on."""
    word = reader.root(mention)
    above = word.ancestors if word is not None else ()
    return next((t for t in above if t.pos_ == "VERB"), None)


def reference(mentions: Sequence[Mention]) -> str:
    """How the events are spoken of: as new, as known, or neither."""
    found = [m.get("reference") for m in mentions if m.label == "EVENT"]
    if "new" in found:
        return "new"
    return "definite" if "definite" in found else ""


def lead(reader: Reader, block: Block) -> tuple[Mention, ...]:
    """Day and place at the head of an item: *3 May 2018, Herat: ...*.

    Of a paragraph too, where it opens with its day: *3 May 2018. ...*.
    """
    head = reader.within(block.start, min(block.end, block.start + _LEAD))
    end = reader.text.find(":", block.start, min(block.end, block.start + _LEAD))
    day = next((m for m in head if m.label == "DATE" and len(m.value) >= _MONTH), None)
    opens = day and _MARK.fullmatch(reader.text, block.start, day.start)
    if day and opens and _PARTED.match(reader.text, day.end):
        end = day.end
    elif block.kind != ITEM or end < 0:
        return ()
    return tuple(m for m in head if m.label in ("DATE", "PLACE") and m.end <= end)


def led(event: Event, lead: Sequence[Mention]) -> Event:
    """``event`` with the day and the place that its item is of, if it gives none."""
    given = {m.label for m in event.mentions}
    more = [m for m in lead if m.label not in given]
    if not more:
        return event
    return replace(event, mentions=tuple(sorted((*more, *event.mentions))))
