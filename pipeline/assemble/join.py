"""Which events tell of one incident.

Rows and timeline entries stand first; every sentence then joins the story that it is
likest to be of, or begins another. Where it is as like to two, it joins neither. Each
join keeps its reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from incidents.pipeline.assemble.event import DETAIL, NONE, Event
from incidents.pipeline.assemble.likeness import Pair, likeness
from incidents.pipeline.assemble.story import Story
from incidents.pipeline.assemble.traits import Traits, of_event
from incidents.pipeline.assemble.weights import Weights, probability, reason

#: Characters of a month.
_MONTH = len("2018-05")
#: So many stories are looked at: those begun last, and the last to share each mark.
_LATEST = 60


@dataclass(slots=True)
class Board:
    """Stories so far, each with the number of the passage where it was last told.

    Attributes:
        stories: The stories, in the order in which they begin.
        told: Where each was told last.
        last: The number of the one that was.
        marked: By mark, the numbers of the stories that have it.
    """

    stories: list[Story] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    last: int | None = None
    marked: defaultdict[str, list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def pairs(self, event: Event, passage: int) -> dict[int, Pair]:
        """``event`` beside the stories that it may tell of, by their numbers."""
        traits = of_event(event)
        return {
            n: Pair(
                event,
                traits,
                self.stories[n],
                last=n == self.last,
                alone=len(self.stories) == 1,
                gap=abs(passage - self.told[n]),
            )
            for n in self._near(traits)
            if not _parted(event, self.stories[n])
        }

    def _near(self, traits: Traits) -> list[int]:
        """The stories begun last, the one told last and those with a mark in common.

        In a chronology of thousands of events each is set beside few, so that the time
        taken grows with its length and no faster.
        """
        begun = len(self.stories)
        found = set(range(max(0, begun - _LATEST), begun))
        found |= {self.last} if self.last is not None else set()
        return sorted(
            found.union(*(self.marked[mark][-_LATEST:] for mark in _marks(traits)))
        )

    def add(
        self, n: int | None, event: Event, passage: int, sure: float, why: str
    ) -> int:
        """Let ``event`` join story ``n``, or begin one; returns its number."""
        if n is None:
            n = len(self.stories)
            self.stories.append(Story())
            self.told.append(passage)
        story = self.stories[n]
        self.stories[n] = story.with_(event, sure, why)
        for mark in _marks(self.stories[n].traits) - _marks(story.traits):
            self.marked[mark].append(n)
        self.told[n], self.last = passage, n
        return n


def _parted(event: Event, story: Story) -> bool:
    """Whether a sentence that tells of several tells of both, each by itself."""
    return (
        event.parted >= 0
        and event.kind != DETAIL
        and any(e.parted == event.parted and e.kind != DETAIL for e in story.events)
    )


def _marks(traits: Traits) -> set[str]:
    """What few incidents have in common: a month, a place, a target, a name."""
    days = {end[:_MONTH] for day in traits.dates for end in day.split("/")}
    return days.union(traits.places, traits.targets, traits.names)


def passages(told: Sequence[Event]) -> list[tuple[int, Event]]:
    """Events that tell of incidents, with their numbers: those of tables first."""
    numbered = [(n, e) for n, e in enumerate(told) if e.kind != NONE]
    return sorted(numbered, key=lambda p: (not p[1].structured, p[0]))


def join(told: Sequence[Event], weights: Weights) -> list[Story]:
    """The stories of a document, in the order of the places where they begin.

    Args:
        told: All its events, judged, in reading order.
        weights: What speaks for and against a join.
    """
    board = Board()
    for passage, event in passages(told):
        _place(board, event, passage, weights)
    return sorted(board.stories, key=lambda story: story.start)


def _place(board: Board, event: Event, passage: int, weights: Weights) -> None:
    pairs = board.pairs(event, passage)
    seen = {n: likeness(pair) for n, pair in pairs.items()}
    sure = {n: probability(weights.join, signs) for n, signs in seen.items()}
    n = max(sure, key=lambda n: (sure[n], -n), default=0)
    best = sure.get(n, 0.0)
    least = weights.thresholds["follow" if event.kind == DETAIL else "join"]
    tied = list(sure.values()).count(best) > 1
    if seen and best >= least and not tied:
        board.add(n, event, passage, best, reason(weights.join, seen[n]))
    elif event.kind != DETAIL:
        apart = ""
        if seen:
            nearest = reason(weights.join, seen[n])
            apart = f"; as like to two: {nearest}" if tied else f"; apart: {nearest}"
        board.add(None, event, passage, 1.0, f"{event.reason}{apart}")
