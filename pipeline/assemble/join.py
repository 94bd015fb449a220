"""Which events tell of one incident.

Rows and timeline entries stand first; every sentence then joins the story that it is
likest to be of, or begins another. Where it is as like to two, it joins neither. Each
join keeps its reasons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.assemble.event import DETAIL, NONE, Event
from pipeline.assemble.likeness import Pair, likeness
from pipeline.assemble.story import Story
from pipeline.assemble.traits import of_event
from pipeline.assemble.weights import Weights, probability, reason


@dataclass(slots=True)
class Board:
    """Stories so far, each with the number of the passage where it was last told."""

    stories: list[Story] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    last: int | None = None

    def pairs(self, event: Event, passage: int) -> list[Pair]:
        """``event`` beside each of the stories."""
        traits = of_event(event)
        return [
            Pair(
                event,
                traits,
                story,
                last=n == self.last,
                alone=len(self.stories) == 1,
                gap=abs(passage - self.told[n]),
            )
            for n, story in enumerate(self.stories)
        ]

    def add(
        self, n: int | None, event: Event, passage: int, sure: float, why: str
    ) -> int:
        """Let ``event`` join story ``n``, or begin one; returns its number."""
        if n is None:
            n = len(self.stories)
            self.stories.append(Story())
            self.told.append(passage)
        self.stories[n] = self.stories[n].with_(event, sure, why)
        self.told[n], self.last = passage, n
        return n


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
    seen = [likeness(pair) for pair in board.pairs(event, passage)]
    sure = [probability(weights.join, signs) for signs in seen]
    best = max(sure, default=0.0)
    least = weights.thresholds["follow" if event.kind == DETAIL else "join"]
    tied = sure.count(best) > 1
    if seen and best >= least and not tied:
        n = sure.index(best)
        board.add(n, event, passage, best, reason(weights.join, seen[n]))
    elif event.kind != DETAIL:
        apart = ""
        if seen:
            nearest = reason(weights.join, seen[sure.index(best)])
            apart = f"; as like to two: {nearest}" if tied else f"; apart: {nearest}"
        board.add(None, event, passage, 1.0, f"{event.reason}{apart}")
