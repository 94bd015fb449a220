"""Citations: the words around a mention that let a reader check the value."""

from __future__ import annotations

import re

from extractors.mention import Mention
from pipeline.assemble.frames import Frame
from pipeline.records import Citation, Report

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
        frame: Frame,
        derived_from: str | None = None,
    ) -> Citation:
        """The clause of ``frame`` around ``mention``, as the citation of ``field``."""
        start, end = self._clause(mention, frame)
        return self.report.cite(
            field, start, end, derived_from or self._derived(mention)
        )

    def _derived(self, mention: Mention) -> str | None:
        """What the value leans on besides its own words, in words."""
        source = mention.get("derived_from") or mention.get("column")
        if source == "published":
            published = self.report.published
            return f"counted from the day of publication, {published}"
        if isinstance(source, str) and re.fullmatch(r"\d+:\d+", source):
            start, end = map(int, source.split(":"))
            where = "column" if mention.get("column") else "with"
            return f"{where} “{self.report.text[start:end]}” at {source}"
        return None

    def _clause(self, mention: Mention, frame: Frame) -> tuple[int, int]:
        text = self.report.text
        start, end = frame.start, frame.end
        if frame.origin == "row":
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
