"""What stands in and around the events of a story, and how far from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.event import DETAIL, Event
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.story import Joined, Story

#: Where a mention may stand, the nearest first: within the story, ...
INSIDE = ("in the event", "in a detail", "in its sentence")
#: ... around it, and far from it.
AROUND = ("1 before", "1 after", "2 before", "2 after", "in the heading", "at the head")
ELSEWHERE, NAMED = "elsewhere", "as many as are named"
PLACES = (*INSIDE, *AROUND, ELSEWHERE, NAMED)
#: How much of a document is its head, in characters.
_HEAD = 400


#: How far each of them is.
_FAR = {where: n for n, where in enumerate(PLACES)}


@dataclass(frozen=True, slots=True)
class Near:
    """A mention beside a story.

    Attributes:
        mention: What is named.
        part: The event of the story that it stands in, or nearest to.
        where: One of ``PLACES``.
    """

    mention: Mention
    part: Joined
    where: str

    @property
    def event(self) -> Event:
        """The event that it stands in, or nearest to."""
        return self.part.event

    @property
    def far(self) -> int:
        """How far it stands from the story, 0 being in an event."""
        return _FAR[self.where]

    @property
    def inside(self) -> bool:
        """Whether an event of the story or its sentence holds it."""
        return self.where in INSIDE


Reached = tuple[str, tuple[Mention, ...], Joined]


def beside(reader: Reader, story: Story) -> list[Near]:
    """Each mention in or around the events of ``story``, at the nearest of them."""
    found: dict[Mention, Near] = {}
    for where, mentions, part in _reached(reader, story):
        for mention in mentions:
            found.setdefault(mention, Near(mention, part, where))
    return list(found.values())


def core(story: Story) -> list[Joined]:
    """The parts that tell of the event itself, rows and entries first."""
    parts = [p for p in story.parts if p.event.kind != DETAIL]
    return sorted(parts, key=lambda p: (not p.event.structured, p.event.start))


def _reached(reader: Reader, story: Story) -> Iterator[Reached]:
    """Stretches of text with what they hold, the nearest first."""
    told = core(story)
    details = [p for p in story.parts if p.event.kind == DETAIL]
    for part in told:
        yield INSIDE[0], part.event.mentions, part
    for part in details:
        yield INSIDE[1], part.event.mentions, part
    prose = [p for p in told if not p.event.structured]
    for where, step in ((INSIDE[2], 0), *zip(AROUND, (-1, 1, -2, 2), strict=False)):
        for part in prose:
            span = reader.sentence(part.event.start, step)
            yield where, reader.within(*span), part
    for part in told[:1]:
        yield AROUND[4], reader.heading(part.event.section), part
        yield AROUND[5], reader.within(0, _HEAD), part
