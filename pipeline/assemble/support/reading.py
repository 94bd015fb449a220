"""What was read in a report, by its place in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from incidents.extractors.mention import Mention
from incidents.pipeline.records import Report


class Reading:
    """The mentions of one report, found by where they stand."""

    def __init__(self, report: Report, mentions: Sequence[Mention]) -> None:
        """Index ``mentions``, which are in reading order."""
        self.report = report
        self.mentions = mentions
        self._starts = [m.start for m in mentions]
        #: The longest mention, so that none is missed that began before.
        self._longest = max((m.end - m.start for m in mentions), default=0)

    def over(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that overlap ``start:end``, in reading order."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return tuple(m for m in self.mentions[first:last] if start < m.end)
