"""Timelines and chronicles: a line of a date, and what stands under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.event import ENTRY, NONE, Event
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.tell import led, prose
from incidents.pipeline.segment import DATE_LINE, ITEM, LABEL, PARAGRAPH, Block

#: Blocks that an entry may have; what follows is no longer of its day.
_LONGEST = 8


def events(reader: Reader, blocks: Sequence[Block]) -> Iterator[Event]:
    """Events of prose and of timeline entries, in reading order."""
    entry: list[Block] = []
    day = chronicle(reader, blocks)
    for n, block in enumerate(blocks):
        if block.kind == DATE_LINE:
            yield from _entry(reader, entry)
            entry = [block]
        elif entry and block.kind in (LABEL, PARAGRAPH, ITEM) and len(entry) < _LONGEST:
            entry.append(block)
        else:
            yield from _entry(reader, entry)
            entry = []
            for event in prose(reader, block, title=n < 3):
                yield led(event, day if block.kind == ITEM else ())
    yield from _entry(reader, entry)


def chronicle(reader: Reader, blocks: Sequence[Block]) -> tuple[Mention, ...]:
    """The day that a chronicle is of, where its title is nothing but a day."""
    title = reader.text[: blocks[0].end].strip(" #*\n") if blocks else ""
    found = [m for m in reader.within(0, len(title) + 8) if m.label == "DATE"]
    if len(found) == 1 and len(found[0].value) == 10 and len(title) < 30:
        rest = title.replace(found[0].text, "").strip(" ,.:")
        return tuple(found) if not rest else ()
    return ()


def _entry(reader: Reader, blocks: Sequence[Block]) -> Iterator[Event]:
    """A date line with what stands under it, as one event."""
    if len(blocks) < 2:
        return
    start, end = blocks[0].start, blocks[-1].end
    mentions = reader.within(start, end)
    yield Event(
        start,
        end,
        NONE,
        ENTRY,
        start,
        blocks[0].section,
        True,
        "new",
        tuple(m for m in mentions if m.label in ("EVENT", "LEGAL")),
        mentions,
    )
