"""A story with what is needed to read the values of its incident off it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.mention import Mention
from pipeline.assemble.cite import Citer
from pipeline.assemble.event import DETAIL, Event
from pipeline.assemble.reader import Reader
from pipeline.assemble.story import Story

#: From this strength on, what an event says of day, place and manner counts.
SURE = 0.5
#: A mention and the event that reaches it.
Found = tuple[Mention, Event]


@dataclass(frozen=True, slots=True)
class Telling:
    """A story, the mentions of its report, and who cites them."""

    story: Story
    reader: Reader
    citer: Citer

    @property
    def core(self) -> list[Event]:
        """What surely tells of the event itself, rows and entries first."""
        events = [
            part.event
            for part in self.story.parts
            if part.event.kind != DETAIL and part.strength >= SURE
        ]
        return sorted(events, key=lambda e: (not e.structured, e.start))

    def found(self, *labels: str, core: bool = True) -> Iterator[Found]:
        """Mentions of ``labels`` in the core, or in all events."""
        for event in self.core if core else self.story.events:
            for mention in event.of(*labels):
                yield mention, event
