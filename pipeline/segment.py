"""Canonical text to blocks: headings, paragraphs, table rows, timeline dates.

Blocks cover the text without gaps, so that they can be parsed apart and put together
again; each is a line, or several lines of one hard-wrapped paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from incidents.gazetteers import pattern, values
from incidents.pipeline.cells import cells, is_row

#: Characters of a line: fewer make a narrow column, and fewer than the least none.
_WIDE, _LEAST = 45, 20
#: So many headings of a day and a place make a chronology.
_CHRONOLOGY = 3

HEADING = "HEADING"
PARAGRAPH = "PARAGRAPH"
ITEM = "ITEM"
ROW = "ROW"
HEADER = "HEADER"
DATE_LINE = "DATE_LINE"
LABEL = "LABEL"
CAPTION = "CAPTION"
REFERENCE = "REFERENCE"
FRONT = "FRONT"

_LINE = re.compile(r"[^\n\f]*(?:\n|\f|\Z)")
_MONTHS = "|".join(m[:3] for m in values("numbers", "months"))
_MONTH = rf"(?:{_MONTHS})[a-z]*\.?"  # in any case
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:\s?[-–/]\s?{_DAY})?"  # 3, 3rd, 3-5
_DATE_LINE = re.compile(
    rf"(?:\w+day,?\s+)?(?:{_DAYS}\s+{_MONTH},?\s+\d{{4}}"  # 3 May 2019
    rf"|{_MONTH}\s+{_DAYS},?\s+\d{{4}}"  # MAY 3, 2019
    # 30 May - 2 June 2019
    rf"|{_DAY}\s+{_MONTH}\s?[-–]\s?{_DAY}\s+{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH},?\s+\d{{4}}"  # May 2019
    r"|\d{4}-\d{2}(?:-\d{2})?|\d{1,2}[./]\d{1,2}[./]\d{4})\s*:?",
    re.IGNORECASE,
)
#: June 21 in Olympia, Washington; 3 May 2019 – Herat – Car bomb: no sentence.
_DAY_AND_PLACE = re.compile(
    rf"(?i:(?:\w+day,?\s+)?(?:{_DAYS}\s+{_MONTH}|{_MONTH}\s+{_DAYS})(?:,?\s+\d{{4}})?)"
    r"(?:\s[-–—]\s[^.!?\n]{2,100}"
    r"|[,:]?\s+(?:(?:in|at|on|near)\s+)?"
    r"[A-ZÀ-Þ][\w'’.-]*(?:,?\s(?:and|of|the|de|[A-ZÀ-Þ][\w'’.-]*)){0,9})"
)
_LABEL = re.compile(r"[^a-z\t]{4,80}\[[^\]\t]{2,60}\]\s*$")  # TERROR ATTACK [FRANCE]
_ITEM = re.compile(r"\s*(?:[-*+•·▪–]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_CAPTION = re.compile(
    rf"\s*{pattern('layout', 'captions')}(?:\s+\d+)?\s*[:.]",
    re.IGNORECASE,
)
_RESULT = re.compile(r"\w+: +(?:\w+\.? )?[\d+]+")  # Result: approx. 12 dead
#: Published: 2019-05-03; By A. Writer; what tells of the document, not of events.
_ABOUT = re.compile(
    rf"\**{pattern('layout', 'about')}\**\s*:|(?:©|copyright\b)",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    rf"(?:#+\s*)?\**{pattern('layout', 'references')}\**:?", re.IGNORECASE
)
_CONTENTS = re.compile(rf"(?:#+\s*)?{pattern('layout', 'contents')}", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’)\]*]*\s*$")
# Surname, A. (2024) or Surname, A., and B. Name. 2024.
_BIBLIOGRAPHIC = re.compile(
    r"([A-ZÀ-Þ][\w'’.&() -]{1,80}(?:,[^.]{1,80})?)[.,]?\s"
    r"(?:\((?:19|20)\d{2}[a-z]?\)[.:,]?|(?:19|20)\d{2}[a-z]?[.:])\s"
)


#: Two words of running text, which no list of authors has: *spread to*.
_PROSE = re.compile(
    rf"\b(?!(?:{pattern('words', 'particles', 'articles')}|et|and)\b)"
    r"[a-zß-þ]{3,}\s[a-zß-þ]{2,}\b"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A run of canonical text of one kind.

    Attributes:
        start: First character.
        end: One past the last, white space after the block included.
        kind: One of this module's constants.
        section: Start of the heading that it stands under, -1 where there is none.
    """

    start: int
    end: int
    kind: str
    section: int = -1


def segment(text: str) -> tuple[Block, ...]:
    """Blocks of ``text``, in order, without gaps."""
    return tuple(_sections(text, _kinds(text, list(_paragraphs(text)))))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Spans of lines, hard-wrapped ones joined; white space goes with what precedes."""
    start, width = 0, 0
    spans: list[tuple[int, int]] = []
    narrow = _narrow(text)
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            if match.end() > match.start() and spans:
                spans[-1] = (spans[-1][0], match.end())
                width = 0
            continue
        before = text[slice(*spans[-1])] if spans and width else ""
        if before and (
            _continues(before, line, width)
            or (match.start() in narrow and not _breaks(before, line))
        ):
            spans[-1] = (spans[-1][0], match.end())
        else:
            start = spans[-1][1] if spans else 0
            spans.append((start, match.end()))
        width = max(width, len(line.rstrip())) if len(line) < 140 else 0
    yield from spans or [(0, len(text))]


def _continues(before: str, line: str, width: int) -> bool:
    """Whether ``line`` goes on with the hard-wrapped paragraph ``before``."""
    if width < _WIDE or _breaks(before, line):
        return False
    last = before.rstrip("\n").rsplit("\n", 1)[-1]
    return len(last) > 0.7 * width and not _ENDS_SENTENCE.search(last)


def _breaks(before: str, line: str) -> bool:
    """Whether ``line`` begins a block of its own by its form."""
    return (
        is_row(before)
        or is_row(line)
        or _DAY_AND_PLACE.fullmatch(before.strip()) is not None
        or _ITEM.match(line) is not None
        or _ABOUT.match(line) is not None
        or _ABOUT.match(before) is not None
    )


def _narrow(text: str) -> set[int]:
    """Starts of the lines that go on with the line before in narrow columns of prose.

    A line that is broken because it is full is followed by a word that it had no room
    for. Where that is so of all lines that stand together, they are prose; names,
    verses and headings one under another are mostly not so.
    """
    found: set[int] = set()
    chunk: list[tuple[int, str]] = []
    for match in _LINE.finditer(text):
        line = match.group().strip()
        if line:
            chunk.append((match.start(), line))
        if not line or match.group().endswith("\f"):
            found.update(_going_on(chunk))
            chunk = []
    found.update(_going_on(chunk))
    return found


def _going_on(chunk: list[tuple[int, str]]) -> list[int]:
    """Starts of all lines but the first, where they are a narrow column of prose."""
    lines = [line for _, line in chunk]
    width = max(map(len, lines), default=0)
    if len(lines) < 2 or not _LEAST <= width < _WIDE:
        return []
    pairs = list(pairwise(lines))
    full = all(len(a) + 1 + len(b.split()[0]) > width for a, b in pairs)
    prose = sum(b[0].islower() or a.split()[-1][0].islower() for a, b in pairs)
    return [at for at, _ in chunk[1:]] if full and 2 * prose >= len(pairs) else []


def _kinds(text: str, spans: list[tuple[int, int]]) -> list[Block]:
    blocks: list[Block] = []
    for n, (start, end) in enumerate(spans):
        line = text[start:end].strip()
        following = text[slice(*spans[n + 1])].strip() if n + 1 < len(spans) else ""
        previous = blocks[-1].kind if blocks else ""
        blocks.append(Block(start, end, _kind(line, following, previous)))
    blocks = _days(text, blocks)
    timeline = sum(b.kind == DATE_LINE for b in blocks) >= 2
    return [
        Block(b.start, b.end, FRONT)
        if b.kind == DATE_LINE and not timeline
        else _in_table(text, blocks, n)
        for n, b in enumerate(blocks)
    ]


def _days(text: str, blocks: list[Block]) -> list[Block]:
    """``blocks``, where headings of a day and a place are lines of a timeline.

    One or two may head sections; more that each head prose make a chronology.
    """
    heads = [
        n
        for n, (block, after) in enumerate(pairwise(blocks))
        if block.kind == HEADING
        and after.kind in (PARAGRAPH, ITEM)
        and _DAY_AND_PLACE.fullmatch(text[block.start : block.end].strip())
    ]
    if len(heads) < _CHRONOLOGY:
        return blocks
    return [
        replace(block, kind=DATE_LINE) if n in set(heads) else block
        for n, block in enumerate(blocks)
    ]


def _kind(line: str, following: str, previous: str) -> str:
    if is_row(line):
        return ROW
    if _DATE_LINE.fullmatch(line):
        return DATE_LINE
    if _ABOUT.match(line) and len(line) < 80:
        return FRONT
    if _LABEL.fullmatch(line):
        return LABEL
    if previous == DATE_LINE and line.isupper() and len(line) < 80:
        return LABEL
    if _CAPTION.match(line):
        return CAPTION
    if line.startswith("#"):
        return HEADING
    if _ITEM.match(line):
        return ITEM
    if _is_heading(line) and following and not _ENDS_SENTENCE.fullmatch(following):
        return HEADING
    return PARAGRAPH


def _is_heading(line: str) -> bool:
    words = line.split()
    return (
        len(words) <= 24
        and len(line) <= 150
        and not _ENDS_SENTENCE.search(line)
        and line[:1].isalnum()
        and not line[:1].islower()
        and not line.endswith((":", ",", ";"))
        and not _RESULT.match(line)
    )


def _in_table(text: str, blocks: list[Block], n: int) -> Block:
    """The first of three-column rows is the header; two columns are a list of terms."""
    block = blocks[n]
    if block.kind != ROW:
        return block
    columns = len(cells(text[block.start : block.end]))
    before, after = blocks[n - 1 : n], blocks[n + 1 : n + 2]
    first = not before or before[0].kind != ROW
    if columns >= 3 and first and after and after[0].kind == ROW:
        return Block(block.start, block.end, HEADER)
    if columns == 2 and re.search(r"\t\s*\d{1,3}\s*$", text[block.start : block.end]):
        return Block(block.start, block.end, FRONT)  # a line of the contents
    return block


def _sections(text: str, blocks: list[Block]) -> Iterator[Block]:
    """Each block with its heading; what is under references or contents is named."""
    section, under = -1, ""
    above: list[Block] = []
    for block in blocks:
        above = _above(text, above, block)
        line = text[block.start : block.end].strip()
        if block.kind == HEADING or (_REFERENCES.fullmatch(line) and len(line) < 30):
            section = block.start
            if _REFERENCES.fullmatch(line):
                under = REFERENCE
            elif _CONTENTS.fullmatch(line):
                under = FRONT
            elif under == FRONT or not _BIBLIOGRAPHIC.match(line):
                under = "" if under == FRONT or line.isupper() else under
            yield Block(block.start, block.end, HEADING, section)
        elif under:
            yield Block(block.start, block.end, under, section)
        elif block.kind == PARAGRAPH and _is_reference(line):
            yield Block(block.start, block.end, REFERENCE, section)
        elif len(above) > 1:
            yield Block(block.start, block.end, block.kind, above[-2].start)
        else:
            yield Block(block.start, block.end, block.kind, section)


def _above(text: str, above: list[Block], block: Block) -> list[Block]:
    """The titles of a nested list that an item stands under, and the item itself.

    An item that is a sentence is no title of those that are set in below it.
    """
    if block.kind != ITEM:
        return []
    far = _indent(text, block)
    titles = [
        b
        for b in above
        if _indent(text, b) < far
        and not _ENDS_SENTENCE.search(text[b.start : b.end].strip())
    ]
    return [*titles, block]


def _indent(text: str, block: Block) -> int:
    """Characters before the first of a block that is no white space."""
    line = text[block.start : block.end]
    return len(line) - len(line.lstrip())


def _is_reference(line: str) -> bool:
    """Whether a paragraph reads as an entry of a reference list."""
    found = _BIBLIOGRAPHIC.match(line)
    return (
        len(line) < 500
        and found is not None
        and not _PROSE.search(found[1])
        and re.search(r"https?://|doi|\*[^*]+\*|\bpp?\. ?\d|[“\"'‘].+[”\"'’]", line)
        is not None
        and "," in line[:60]
    )
