"""What the extractors read around the citations of a report, block by block."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from extractors import Mention, extract
from pipeline.parse import load, parse
from pipeline.recase import unshout
from pipeline.records import Report
from pipeline.segment import Block, segment

#: Attributes that hold places in the text.
_PLACED = frozenset(
    {"column", "derived_from", "number", "of", "reach", "reached", "trigger"}
)
_SPAN = re.compile(r"\b(\d+):(\d+)")


class Reading:
    """The mentions of one report: those of a run, else read where they are asked for.

    A block is read apart from the others, so that a changed word costs one block.
    """

    def __init__(self, report: Report, mentions: Sequence[Mention] | None) -> None:
        """Read ``report``; ``mentions`` are the run's, in reading order."""
        self.report = report
        self._mentions = mentions
        self._starts = [m.start for m in mentions or ()]
        #: The longest reach of a mention, so that none is missed that began before.
        self._longest = max((m.end - m.start for m in mentions or ()), default=0)

    def over(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that overlap ``start:end``, in reading order."""
        return tuple(
            m for m in self._near(start, end) if m.start < end and start < m.end
        )

    def _near(self, start: int, end: int) -> Iterator[Mention]:
        if self._mentions is not None:
            first = bisect_left(self._starts, start - self._longest)
            yield from self._mentions[first : bisect_left(self._starts, end)]
            return
        for block in blocks(self.report.text):
            if block.start < end and start < block.end:
                yield from _read(self.report, block)


@lru_cache(maxsize=16)  # holds texts
def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of ``text``."""
    return segment(text)


def _read(report: Report, block: Block) -> Iterator[Mention]:
    """The mentions of one block, at their place in the report."""
    text = report.text[block.start : block.end]
    for mention in _mentions(text, block.kind, report.published):
        yield _moved(mention, block.start)


@lru_cache(maxsize=4096)
def _mentions(text: str, kind: str, published: date | None) -> tuple[Mention, ...]:
    """What the extractors read in a block by itself."""
    alone, nlp = (Block(0, len(text), kind),), load()
    doc = parse(unshout(text, alone, nlp), alone, nlp)
    return tuple(
        replace(m, text=text[m.start : m.end]) for m in extract(doc, published)
    )


def _moved(mention: Mention, by: int) -> Mention:
    """``mention`` as it stands ``by`` characters farther on."""
    return replace(
        mention,
        start=mention.start + by,
        end=mention.end + by,
        attributes=tuple(
            (name, _SPAN.sub(lambda m: f"{int(m[1]) + by}:{int(m[2]) + by}", value))
            if name in _PLACED and isinstance(value, str)
            else (name, value)
            for name, value in mention.attributes
        ),
    )
