"""A story with what is needed to read the values of its incident off it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.belonging import Belongings, Chosen
from incidents.pipeline.assemble.beside import Near
from incidents.pipeline.assemble.cite import Citer
from incidents.pipeline.assemble.event import DETAIL, SENTENCE, Event
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.story import Story
from incidents.pipeline.records import Citation, Derivation

#: From this strength on, what an event says of day, place and manner counts.
SURE = 0.5
#: A mention and the event that reaches it.
Found = tuple[Mention, Event]


@dataclass(frozen=True, slots=True)
class Telling:
    """A story, the mentions of its report, and who cites them.

    Attributes:
        story: The story.
        reader: The mentions of its report.
        citer: Who cites them.
        chosen: By kind, the values that belong to it, the surest first.
        said: By name, what is said of somebody anywhere, and where the name stands.
    """

    story: Story
    reader: Reader
    citer: Citer
    chosen: Belongings = field(default_factory=dict)
    said: Mapping[str, Sequence[tuple[Mention, Mention]]] = field(default_factory=dict)

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

    def of(self, kind: str) -> Sequence[Chosen]:
        """The values of ``kind`` that belong to the incident, the surest first."""
        return self.chosen.get(kind, ())

    def one(self, kind: str) -> Chosen | None:
        """The surest value of ``kind``; none where two are as sure."""
        best = [*self.of(kind)[:2]]
        if not best or (len(best) == 2 and best[0].sure == best[1].sure):
            return None
        return best[0]

    def cite(
        self, path: str, near: Near, derived_from: Derivation | None = None
    ) -> Citation:
        """The words of ``near``; beside an event, their own sentence, which goes on it.

        What they are said to derive from already stays.
        """
        return self.cite_beside(path, near.mention, near.event, derived_from)

    def cite_beside(
        self,
        path: str,
        mention: Mention,
        event: Event,
        derived_from: Derivation | None = None,
    ) -> Citation:
        """The words of ``mention``, in or beside ``event``."""
        if mention not in event.mentions:
            start, end = self.reader.sentence(mention.start)
            start, end = min(start, mention.start), max(end, mention.end)
            basis = Derivation("passage", event.start, event.end)
            given = mention.get("derived_from") or mention.get("column")
            derived_from = derived_from or (None if given else basis)
            event = replace(event, start=start, end=end, origin=SENTENCE)
        return self.citer.cite(path, mention, event, derived_from)

    def cited(self, path: str, chosen: Chosen) -> list[Citation]:
        """Every mention of a value in the story's events; else the nearest."""
        inside = [near for near in chosen.near if near.mention in near.event.mentions]
        return [self.cite(path, near) for near in inside or chosen.near[:1]]
