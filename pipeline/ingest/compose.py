"""Paragraphs to canonical text, with the place of each word on its page."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field

from incidents.pipeline.ingest.hyphens import is_own
from incidents.pipeline.ingest.paragraphs import Paragraph
from incidents.pipeline.ingest.words import Word
from incidents.pipeline.layout import Lines
from incidents.pipeline.records import Line

_SOFT = "\u00ad"
_CLOSING = re.compile(r"[,.;]\W*")
_HYPHENS = ("-", "\u2010", _SOFT)


@dataclass(slots=True)
class Text:
    """Canonical text while it is put together."""

    known: Set[str]
    parts: list[str] = field(default_factory=list)
    layout: Lines = field(default_factory=Lines)
    length: int = 0

    def write(self, text: str) -> None:
        """Add what is not printed: white space."""
        self.parts.append(text)
        self.length += len(text)

    def word(self, page: int, word: Word, text: str) -> None:
        """Add a printed word, as ``text``, with its place."""
        x0, y0, x1, y1 = (round(v, 1) for v in word.box)
        end = self.length + len(text)
        self.layout.append(Line(page, self.length, end, (x0, y0, x1, y1)))
        self.write(text)

    def paragraph(self, paragraph: Paragraph) -> None:
        """Add a paragraph or a table, without the line end after it."""
        for number, row in enumerate(paragraph.table):
            self.write("\n" if number else "")
            for column, cell in enumerate(row):
                self.write("\t" if column else "")
                self._lines(cell, [paragraph.page] * len(cell))
        self._lines(
            paragraph.lines, paragraph.pages or [paragraph.page] * len(paragraph.lines)
        )

    def _lines(self, lines: list[list[Word]], pages: list[int]) -> None:
        for number, (line, page) in enumerate(zip(lines, pages, strict=True)):
            following = lines[number + 1][0].text if number + 1 < len(lines) else ""
            for index, word in enumerate(line):
                last = index == len(line) - 1
                text = word.text.replace(_SOFT, "") if not last else word.text
                after = following if last else line[index + 1].text
                space = " " if after else ""
                if last and text.endswith(_HYPHENS):
                    text = self._mend(text, following, _suspended(line))
                    space = ""
                elif not last and joined(word, line[index + 1]):
                    space = ""
                text = text.replace(_SOFT, "")
                if text:
                    self.word(page, word, text)
                self.write(space)

    def _mend(self, text: str, following: str, suspended: bool) -> str:
        """A line's last word with its hyphen, or without one that only parts a word."""
        whole = text.rstrip("".join(_HYPHENS))
        if text.endswith(_SOFT) and following:
            return whole
        if not following[:1].islower() or not whole:
            return text
        return text if is_own(whole, following, self.known, suspended) else whole


def _suspended(line: list[Word]) -> bool:
    """Whether a line ends as "pre- and post-" does, whose hyphens mostly stay."""
    if len(line) < 3:
        return False
    first, link = line[-3].text, line[-2].text
    return first.endswith("-") and link in ("and", "or", "to")


def joined(word: Word, after: Word) -> bool:
    """Whether two words of a line are printed without a space between them."""
    if word.marked:
        return _CLOSING.fullmatch(after.text) is not None
    return after.x0 - word.x1 < 0.1 * min(word.size, after.size)
