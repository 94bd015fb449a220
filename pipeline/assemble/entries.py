"""Timelines and chronicles: a line of a date, and what stands under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.event import ENTRY, NONE, Event
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.tell import lead, led, prose
from incidents.pipeline.segment import DATE_LINE, ITEM, LABEL, PARAGRAPH, Block

#: Blocks that an entry may have; what follows is no longer of its day.
_LONGEST = 8
#: So many blocks that open with a day are a list; letters of a day.
_LIST, _DAY = 3, len("2018-05-03")


def events(reader: Reader, blocks: Sequence[Block]) -> Iterator[Event]:
    """Events of prose and of timeline entries, in reading order."""
    entry: list[Block] = []
    day = chronicle(reader, blocks)
    dated = _dated(reader, blocks)
    for n, block in enumerate(blocks):
        if block.kind == DATE_LINE:
            yield from _entry(reader, entry)
            entry = [block]
        elif entry and block.kind in (LABEL, PARAGRAPH, ITEM) and len(entry) < _LONGEST:
            entry.append(block)
        else:
            yield from _entry(reader, entry)
            entry = []
            if block in dated:
                yield from _entry(reader, [block])
                continue
            for event in prose(reader, block, title=n < 3):
                yield led(event, day if block.kind == ITEM else ())
    yield from _entry(reader, entry)


def _dated(reader: Reader, blocks: Sequence[Block]) -> frozenset[Block]:
    """Items and paragraphs that each open with a day, where several make a list."""
    found = [
        block
        for block in blocks
        if block.kind in (ITEM, PARAGRAPH)
        and any(m.label == "DATE" and len(m.value) == _DAY for m in lead(reader, block))
    ]
    return frozenset(found if len(found) >= _LIST else ())


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
    if not blocks or (len(blocks) < 2 and blocks[0].kind == DATE_LINE):
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
