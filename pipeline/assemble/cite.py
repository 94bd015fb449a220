"""Citations: the words around a mention that let a reader check the value."""

from __future__ import annotations

import re

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.event import Event
from incidents.pipeline.records import Citation, Derivation, Report

#: Longest quote, in characters; a longer sentence is cut at a clause.
LONGEST = 240
_CLAUSE = re.compile(r"[;:,–—]\s|\s(?:and|but|while|which|who|that|as)\s|[.!?]\s|\t|\n")


class Citer:
    """Cites mentions of one report."""

    def __init__(self, report: Report) -> None:
        """Cite from ``report``."""
        self.report = report

    def cite(
        self,
        field: str,
        mention: Mention,
        event: Event,
        derived_from: Derivation | None = None,
    ) -> Citation:
        """The clause of ``event`` around ``mention``, as the citation of ``field``."""
        start, end = self._clause(mention, event)
        focus = mention.start, mention.end
        derived_from = derived_from or _derived(mention)
        return self.report.cite(field, start, end, derived_from, focus)

    def _clause(self, mention: Mention, event: Event) -> tuple[int, int]:
        text = self.report.text
        start, end = event.start, event.end
        if event.origin == "row":
            return mention.start, mention.end
        start, end = min(start, mention.start), max(end, mention.end)
        if end - start > LONGEST:
            start = self._left(start, mention)
            end = self._right(end, start, mention)
        while start < mention.start and text[start].isspace():
            start += 1
        while end > mention.end and text[end - 1].isspace():
            end -= 1
        return start, end

    def _left(self, start: int, mention: Mention) -> int:
        """The clause boundary farthest left of ``mention`` that leaves room."""
        near = max(start, mention.start - LONGEST // 2)
        breaks = list(_CLAUSE.finditer(self.report.text, near, mention.start))
        return near if near == start else (breaks[0].end() if breaks else mention.start)

    def _right(self, end: int, start: int, mention: Mention) -> int:
        """The clause boundary farthest right of ``mention`` that leaves room."""
        far = min(end, max(mention.end, start + LONGEST))
        if far == end:
            return end
        breaks = list(_CLAUSE.finditer(self.report.text, mention.end, far))
        return breaks[-1].start() if breaks else mention.end


def _derived(mention: Mention) -> Derivation | None:
    """What the value leans on besides its own words."""
    source, column = mention.get("derived_from"), mention.get("column")
    if column and mention.label == "PLACE":
        source = None  # what tells namesakes apart says less than the column does
    if source == "published":
        return Derivation("published")
    kind = "passage" if source else "column"
    span = re.fullmatch(r"(\d+):(\d+)", str(source or column or ""))
    return Derivation(kind, int(span[1]), int(span[2])) if span else None
