"""How surely a day or a place that an event reaches is the event's own."""

from __future__ import annotations

from extractors.mention import Mention
from pipeline.assemble.event import DETAIL, Event
from pipeline.assemble.grammar import tie
from pipeline.assemble.reader import Reader

#: In a row or an entry the form says so.
_SAID = 4.0
#: A day or place inside a name (*the July 7 bombings*) tells less surely.
_NAMED = 0.6


def belongs(mention: Mention, event: Event, reader: Reader) -> float:
    """From 0, not at all, to 4, said so."""
    if event.structured:
        return _SAID
    if event.kind == DETAIL:
        return 0.0
    best = tie(reader, mention, event.told() or event.of("LEGAL"))
    return best * (_NAMED if mention.get("name") else 1.0)
