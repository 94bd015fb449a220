"""What a document tells of one incident: events, and why each is of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from incidents.pipeline.assemble.event import DETAIL, Event
from incidents.pipeline.assemble.traits import Traits, joined, of_event


@dataclass(frozen=True, slots=True)
class Joined:
    """An event of a story.

    Attributes:
        event: The event.
        strength: How surely it is of this incident.
        reason: Why it joined, in words.
    """

    event: Event
    strength: float
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Events of one incident, in the order of joining.

    Attributes:
        parts: Its events.
        traits: Of all that tell of the event itself.
    """

    parts: tuple[Joined, ...] = ()
    traits: Traits = field(default_factory=Traits)

    def with_(self, event: Event, strength: float, reason: str) -> Story:
        """This story and ``event``."""
        traits = self.traits
        if event.kind != DETAIL:
            traits = joined([traits, of_event(event)])
        return replace(
            self, parts=(*self.parts, Joined(event, strength, reason)), traits=traits
        )

    @property
    def events(self) -> tuple[Event, ...]:
        """Its events, in the order of joining."""
        return tuple(part.event for part in self.parts)

    @property
    def start(self) -> int:
        """Where it is first told."""
        return min(event.start for event in self.events)
