"""The lines of a block to paragraphs, headings, list items and table rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from incidents.pipeline.ingest.cells import Cell, cells, edges
from incidents.pipeline.ingest.columns import Piece, rows
from incidents.pipeline.ingest.printed_table import settled
from incidents.pipeline.ingest.ruling import Ruling
from incidents.pipeline.ingest.tables import belongs, table_rows
from incidents.pipeline.ingest.words import Word
from incidents.pipeline.ingest.written import written

_BULLET = re.compile(r"[•●▪◦‣∙·■□–—*-]|o|\(?[a-z0-9ivx]{1,3}[.)]|\[\d{1,3}\]")
#: How much larger than the text a heading's type is, and its usual leading.
_LARGE, _LEADING = 1.15, 1.2
_ENDS = (".", "!", "?", ":", ";", "”", '"', "’", ")", "]")


@dataclass(slots=True)
class Paragraph:
    """What is one line of the canonical text, or for a table several.

    Attributes:
        page: Page it starts on.
        lines: Its printed lines; a table's are empty.
        table: Rows of cells, each cell its printed lines.
        pages: Page of each line, where it runs over more than its first.
    """

    page: int
    lines: list[list[Word]] = field(default_factory=list)
    table: list[list[Cell]] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    @property
    def words(self) -> list[Word]:
        """All its words in the order of reading."""
        if self.table:
            return [
                w for row in self.table for cell in row for line in cell for w in line
            ]
        return [w for line in self.lines for w in line]

    @property
    def size(self) -> float:
        """The font size that most of its characters have."""
        return main_size(self.words)

    @property
    def text(self) -> str:
        """Its words, for looking at."""
        return " ".join(w.text for w in self.words)


def main_size(words: list[Word]) -> float:
    """The font size that most characters of ``words`` have, to half a point."""
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[round(word.size * 2) / 2] += len(word.text)
    return max(sizes.items(), key=lambda s: (s[1], s[0]))[0] if sizes else 0.0


def paragraphs(block: list[Word], page: int, rules: Ruling) -> list[Paragraph]:
    """The paragraphs and tables of one block, from the top."""
    lines = rows(block)
    begun = edges(lines)
    parted = [
        cells(line, lines[max(0, i - 1) : i] + lines[i + 1 : i + 2], begun)
        for i, line in enumerate(lines)
    ]
    inside = {at for run in written(parted) for at in range(run.first, run.last + 1)}
    found: list[Paragraph] = []
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and (end in inside or _tabular(parted, end, start)):
            end += 1
        if end > start:
            found += _tables(table_rows(parted[start:end], rules), page)
        else:
            end = start + 1
            while end < len(lines) and not (
                end in inside or _tabular(parted, end, end)
            ):
                end += 1
            found += [Paragraph(page, p) for p in _prose(lines[start:end])]
        start = end
    return found


def _tables(rows: list[list[Cell]], page: int) -> Iterator[Paragraph]:
    """A table, or several where lines across it part it, each under its line."""
    table: list[list[Cell]] = []
    for kind, row in settled(rows):
        if kind == "row":
            table.append(row)
            continue
        if table:
            yield Paragraph(page, table=table)
        table = []
        yield Paragraph(page, row[0])
    if table:
        yield Paragraph(page, table=table)


def _tabular(parted: list[list[Piece]], at: int, start: int) -> bool:
    """Whether a line belongs to a table: it has cells, or stands between such."""
    if len(parted[at]) > 1 or belongs(parted, at, start):
        return True
    ahead = parted[at + 1 : at + 3]
    return at > start and any(len(line) > 2 for line in ahead)


def _prose(lines: list[list[Word]]) -> list[list[list[Word]]]:
    """Lines of one column grouped to paragraphs."""
    left = min(line[0].x0 for line in lines)
    right = max(line[-1].x1 for line in lines)
    steps = sorted(a[0].y0 - b[0].y0 for a, b in pairwise(lines))
    usual = steps[len(steps) // 2] if steps else 0.0
    body = main_size([word for line in lines for word in line])
    groups = [[lines[0]]]
    for above, line in pairwise(lines):
        size = main_size(line)
        # the lines of a heading stand further apart than those of the text
        step = max(usual, _LEADING * size) if size > _LARGE * body else usual
        if _starts(above, line, groups[-1], left, right, step):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _starts(
    above: list[Word],
    line: list[Word],
    group: list[list[Word]],
    left: float,
    right: float,
    usual: float,
) -> bool:
    """Whether ``line`` starts a paragraph after ``above``."""
    size, was = main_size(line), main_size(above)
    step = above[0].y0 - line[0].y0
    if abs(size - was) > 0.12 * max(size, was) or step > 1.3 * min(usual, 2 * size):
        return True
    if above[-1].text.endswith("-") and line[0].text[:1].islower():
        return False  # a word goes on
    bold = all(w.bold for w in line)
    if bold != all(w.bold for w in above) and (bold or len(group) <= 2):
        return True
    ended = above[-1].text.endswith(_ENDS)
    short = above[-1].x1 < right - 0.12 * (right - left) - size
    if _BULLET.fullmatch(line[0].text) and len(line) > 1:
        flush = line[0].x0 <= group[0][0].x0 + 1
        if ended or (flush and (short or not line[0].text[0].isdigit())):
            return True
    fits = right - above[-1].x1 > (line[0].x1 - line[0].x0) + 0.2 * size
    if ended and short and fits:
        return True
    # the next word would have fitted: the line was ended on purpose
    room = right - above[-1].x1 > (line[0].x1 - line[0].x0) + 6 * size
    indented = line[0].x0 > left + 0.7 * size and above[0].x0 < line[0].x0 - 0.7 * size
    return (indented and (ended or short) and len(group[0]) > 0) or (room and short)
