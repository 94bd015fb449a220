"""The unit of assembly: what one passage tells of one event.

An event is made of one event word of a sentence, or of several that the grammar says
are of one event; of a row of a table; of an entry of a timeline.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from incidents.extractors.mention import Mention

ATTACK, PLOT, ARREST = "attack", "plot", "arrest"
#: Figures, names and legal steps that tell no event of their own.
DETAIL = "detail"
#: Where an event is told; the first two have a form that says what belongs together.
ROW, ENTRY, TITLE, SENTENCE = "row", "entry", "title", "sentence"
#: Nothing of any incident.
NONE = "none"


@dataclass(frozen=True)
class Event:
    """One passage's telling of one event.

    Attributes:
        start: First character of the passage.
        end: One past the last.
        kind: ``attack``, ``plot``, ``arrest``, ``detail``, or ``none``.
        origin: ``row``, ``entry`` (of a timeline), ``title`` or ``sentence``.
        block: Start of its block.
        section: Start of its heading, -1 where there is none.
        listed: Whether its block is an item of a list.
        reference: ``definite``, ``new`` or empty, as the event is spoken of.
        words: Its event words and, of an arrest, the legal steps.
        mentions: All that it reaches, its words among them, in reading order.
        sure: How likely it tells of an incident at all, from 0 to 1.
        reason: What spoke for its kind, in words with weights.
        parted: Start of its sentence where that tells of several events, else -1.
    """

    start: int
    end: int
    kind: str
    origin: str
    block: int
    section: int
    listed: bool
    reference: str
    words: tuple[Mention, ...]
    mentions: tuple[Mention, ...]
    sure: float = 0.0
    reason: str = ""
    parted: int = -1

    def of(self, *labels: str) -> tuple[Mention, ...]:
        """Its mentions of ``labels``."""
        return tuple(m for m in self.mentions if m.label in labels)

    def told(self) -> tuple[Mention, ...]:
        """Event words of what took place or was planned."""
        return self._told

    @cached_property
    def _told(self) -> tuple[Mention, ...]:
        return tuple(m for m in self.of("EVENT") if not m.get("modality"))

    @property
    def structured(self) -> bool:
        """Whether a table or timeline says what belongs together."""
        return self.origin in (ROW, ENTRY)
