"""The lines drawn on a page, each in one piece, and the frames of tables."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass

from incidents.pipeline.ingest.page import Box

#: Points: how far off its line a stretch may lie, and the gap that it may leave.
_OFF, _GAP = 1.0, 3.0
#: Lines that make a frame of rows.
_FRAME = 3
#: More drawn lines than this are a picture.
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line: where it lies across its direction, and its two ends."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Ruling:
    """The drawn lines of a page: level ones from the bottom, upright from the left."""

    level: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()

    @classmethod
    def of(cls, boxes: list[Box]) -> Ruling:
        """The lines that thin boxes make where they touch end to end."""
        if len(boxes) > _MOST:
            return cls()
        level = [Rule(b[1], b[0], b[2]) for b in boxes if b[2] - b[0] > b[3] - b[1]]
        upright = [Rule(b[0], b[1], b[3]) for b in boxes if b[2] - b[0] <= b[3] - b[1]]
        return cls(_whole(level), _whole(upright))

    def crossing(self, x: float, reach: float) -> list[float]:
        """Heights of the lines that go ``reach`` beyond ``x`` to both sides, rising."""
        return [r.at for r in self.level if r.start < x - reach and x + reach < r.end]

    def frames(self, x: float, reach: float) -> list[tuple[float, float]]:
        """Lower and upper ends of tables with a line between columns near ``x``.

        Such a line meets the rows' lines: one over, one under and one between at least.
        """
        rows = self.crossing(x, reach)
        return [
            (r.start, r.end)
            for r in self.upright
            if abs(r.at - x) < reach
            and bisect(rows, r.end + _GAP) - bisect(rows, r.start - _GAP) >= _FRAME
        ]

    def parting(self, left: float, right: float, share: float) -> list[float]:
        """Heights at which lines cover ``share`` of a width, from the top."""
        covered: dict[int, float] = {}
        for r in self.level:
            part = min(r.end, right) - max(r.start, left)
            if part > 0:
                covered[round(r.at)] = covered.get(round(r.at), 0.0) + part
        least = share * (right - left)
        return sorted((h for h, part in covered.items() if part > least), reverse=True)


def _whole(found: list[Rule]) -> tuple[Rule, ...]:
    """Lines put together from stretches that lie end to end."""
    whole: list[Rule] = []
    beside: list[Rule] = []
    for rule in [*sorted(found, key=lambda r: r.at), None]:
        if beside and (rule is None or rule.at - beside[0].at > _OFF):
            whole += _chained(beside)
            beside = []
        if rule is not None:
            beside.append(rule)
    return tuple(whole)


def _chained(beside: list[Rule]) -> list[Rule]:
    """Stretches on one line, those that touch put together."""
    chains: list[Rule] = []
    at = beside[0].at
    for rule in sorted(beside, key=lambda r: r.start):
        if chains and rule.start <= chains[-1].end + _GAP:
            chains[-1] = Rule(at, chains[-1].start, max(chains[-1].end, rule.end))
        else:
            chains.append(Rule(at, rule.start, rule.end))
    return chains
