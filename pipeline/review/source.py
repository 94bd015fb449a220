"""The source of a record, ready to be drawn: pages of a PDF, or text.

Offsets are code points of the canonical text. Every piece of text drawn says where it
begins and has one character for each code point, so that what is selected on the screen
can be counted back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from incidents.pipeline.boxes import quote_boxes
from incidents.pipeline.records import Derivation, Line
from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.tables import cell_ends, is_row, row_of
from incidents.pipeline.review.values import Value, own_words

#: Most code points of text, and most pages, drawn at once.
TEXT = 60_000
PAGES = 30
#: Ends the id of a value where a span is not its quote, but what the quote leans on.
WHY = "~"
#: Ends it where a span is the value's own words in the quote.
FOCUS = "!"


#: Begins the id of a value that is no part of a record, and may become one.
OFFER = "near-"


@dataclass(frozen=True, slots=True)
class Span:
    """A cited stretch of text, and the value that it supports."""

    start: int
    end: int
    value_id: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line that the same values cite; may end a cell of a table."""

    text: str
    values: str
    ends: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text.

    Attributes:
        start: Where it begins.
        pieces: What it is made of.
        page: The page that it opens.
        row: ``heads`` or ``row`` of a table; empty where it is none.
    """

    start: int
    pieces: tuple[Piece, ...]
    page: int | None = None
    row: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text on a page; measures from the upper left, in points."""

    start: int
    text: str
    x: float
    y: float
    width: float
    size: float


@dataclass(frozen=True, slots=True)
class Box:
    """A cited place on a page; measures from the upper left, in points."""

    values: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a PDF."""

    number: int
    width: float
    height: float
    words: tuple[Words, ...]
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What is drawn of a document; ``earlier`` and ``later`` are where more begins."""

    pages: tuple[Page, ...] = ()
    lines: tuple[TextLine, ...] = ()
    earlier: int | None = None
    later: int | None = None
    spans: Mapping[str, str] = field(default_factory=dict)


def spans_of(document: Document, values: Iterable[Value]) -> list[Span]:
    """The cited stretches that lie in the text, in order."""
    size = len(document.text)
    found = {span for value in values for span in _cited(value)}
    inside = (s for s in found if 0 <= s.start < s.end <= size)
    return sorted(inside, key=lambda s: (s.start, s.end, s.value_id))


def _cited(value: Value) -> Iterator[Span]:
    """Where its quotes are, and its words in them; what they lean on, what differs."""
    for citation in value.citations:
        yield Span(citation["start"], citation["end"], value.id)
        if focus := own_words(citation):
            yield Span(*focus, value.id + FOCUS)
        basis = Derivation.read(citation.get("derived_from"))
        if basis and basis.start is not None and basis.end is not None:
            yield Span(basis.start, basis.end, value.id + WHY)
    for other in value.alternatives:
        for citation in other["citations"]:
            yield Span(citation["start"], citation["end"], value.id + WHY)


def draw_text(document: Document, spans: Sequence[Span], at: int | None) -> Source:
    """The lines around ``at``, or around the first citation."""
    text = document.text
    centre = at if at is not None else (spans[0].start if spans else 0)
    first = max(0, min(centre, len(text)) - TEXT // 4) if len(text) > TEXT else 0
    first = text.rfind("\n", 0, first) + 1
    last = min(len(text), first + TEXT)
    lines = tuple(_lines(document, spans, first, last))
    return Source(
        lines=lines,
        earlier=max(0, first - TEXT // 2) if first else None,
        later=last if last < len(text) else None,
    )


def _lines(
    document: Document, spans: Sequence[Span], first: int, last: int
) -> Iterator[TextLine]:
    text = document.text
    start, page, many = first, document.page(first), "\f" in text
    shown: int | None = None
    waiting = [s for s in spans if s.end > first]
    row = "row" if first and row_of(text, first - 1) else ""
    while start < last:
        end = text.find("\n", start, last)
        end = last if end < 0 else end
        page += text.count("\f", start, start + 1)
        waiting = [s for s in waiting if s.end > start]
        near = [s for s in waiting if s.start < end]
        opened = page if many and page != shown else None
        row = ("row" if row else "heads") if is_row(text[start:end]) else ""
        ends = set(cell_ends(text, start, end)) if row else set()
        pieces = tuple(_pieces(text, near, start, end, ends))
        yield TextLine(start, pieces, opened, row)
        shown = page
        page += text.count("\f", start + 1, end)
        start = end + 1


def _pieces(
    text: str, spans: Sequence[Span], start: int, end: int, ends: Set[int]
) -> Iterator[Piece]:
    cuts = {start, end} | ends
    for span in spans:
        cuts |= {max(start, span.start), min(end, span.end)}
    ordered = sorted(cuts)
    for left, right in pairwise(ordered):
        ids = [s.value_id for s in spans if s.start <= left and right <= s.end]
        cited = " ".join(dict.fromkeys(ids))
        yield Piece(legible(text[left:right]), cited, right in ends)


def offered(values: str) -> bool:
    """Whether all the values that cite a stretch are but offered.

    >>> offered("near-1 near-1!"), offered("near-1 a8"), offered("")
    (True, False, False)
    """
    ids = values.split()
    return bool(ids) and all(id.startswith(OFFER) for id in ids)


def legible(text: str) -> str:
    """``text`` with a visible sign for each character that a page would swallow."""
    return text.translate(_SIGNS)


_SIGNS = {code: chr(0x2400 + code) for code in range(32) if code != 9}
_SIGNS |= {0x7F: "\u2421", 0x0C: " ", 0x0A: "\n"}
_SIGNS |= dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000)), "\ufffd")


def draw_pages(document: Document, spans: Sequence[Span], at: int | None) -> Source:
    """The pages around page ``at``, or around the first that is cited."""
    layout = document.layout
    cited = [document.page(span.start) for span in spans]
    centre = at or min(cited, default=1)
    first = max(1, min(centre - 2, len(layout.pages) - PAGES + 1))
    last = min(len(layout.pages), first + PAGES - 1)
    pages = tuple(_page(document, n, spans) for n in range(first, last + 1))
    return Source(
        pages=pages,
        earlier=max(1, first - PAGES) if first > 1 else None,
        later=last + 1 if last < len(layout.pages) else None,
    )


def _page(document: Document, number: int, spans: Sequence[Span]) -> Page:
    width, height = document.layout.pages[number - 1]
    words = document.layout.words.get(number, ())
    return Page(
        number,
        width,
        height,
        tuple(_print(document.text, words, height)),
        tuple(_boxes(document.text, words, spans, height)),
    )


def _print(
    text: str, words: Sequence[tuple[float, ...]], height: float
) -> Iterator[Words]:
    """The words, those of one line together."""
    line: list[tuple[float, ...]] = []
    for word in (*words, ()):
        if line and not (word and _goes_on(text, line[-1], word)):
            start, end = int(line[0][0]), int(line[-1][1])
            _, _, x0, y0, _, y1 = line[0]
            size = max(1.0, y1 - y0)
            wide = max(1.0, line[-1][4] - x0)
            base = height - y0 - size / 5
            yield Words(start, legible(text[start:end]), x0, base, wide, size)
            line = []
        if word:
            line.append(word)


def _goes_on(text: str, last: tuple[float, ...], word: tuple[float, ...]) -> bool:
    """Whether ``word`` is printed after ``last`` on the same line."""
    between = text[int(last[1]) : int(word[0])]
    level = abs(word[3] - last[3]) < 1 and abs(word[5] - last[5]) < 1
    return between in ("", " ") and level and -1 < word[2] - last[4] < 12


def _boxes(
    text: str,
    words: Sequence[tuple[float, ...]],
    spans: Sequence[Span],
    height: float,
) -> Iterator[Box]:
    """For each cited stretch, a box on each line that it touches."""
    alike: dict[tuple[int, int], list[str]] = {}
    for span in spans:
        alike.setdefault((span.start, span.end), []).append(span.value_id)
    layout = [Line(0, int(w[0]), int(w[1]), (w[2], w[3], w[4], w[5])) for w in words]
    for (start, end), ids in alike.items():
        for _, (x0, y0, x1, y1) in quote_boxes(text, layout, start, end):
            yield Box(" ".join(ids), x0, height - y1, x1 - x0, y1 - y0)
