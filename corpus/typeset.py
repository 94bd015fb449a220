"""Set ``sources/*.md`` as the PDFs of ``reports``: ``python corpus/typeset.py``.

A source is a head of ``key: value`` lines, ``---``, and blocks parted by blank lines:
``# heading``, ``- list``, ``| table |``, ``@ date`` with a label, a text and a result
below it, ``[^1]: footnote``, and paragraphs. The same source gives the same bytes, so
offsets in the gold set stay true.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    FrameBreak,
    KeepTogether,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

CORPUS = Path(__file__).parent
SOURCES = CORPUS / "sources"
REPORTS = CORPUS / "reports"

WIDTH, HEIGHT = A4
MARGIN = 22 * mm
TITLE_HEIGHT = 34 * mm
GUTTER = 7 * mm
NOTES_HEIGHT = 16 * mm  # kept free on every page of a layout that has footnotes

_MARK = re.compile(r"\[\^(\d+)\]")
_NOTE = re.compile(r"\[\^(\d+)\]: (.+)")


@dataclass(frozen=True, slots=True)
class Source:
    """A report as written, before it is set.

    Attributes:
        head: ``layout``, ``title``, ``subtitle``, ``head`` and ``date``.
        blocks: The text, without its footnotes.
        notes: Footnotes by number.
    """

    head: dict[str, str]
    blocks: tuple[str, ...]
    notes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """How one kind of report looks.

    Attributes:
        font: Family of the text, ``Times`` or ``Helvetica``.
        size: Of the text, in points.
        columns: On a page.
        alignment: Of the paragraphs.
    """

    font: str
    size: float
    columns: int = 1
    alignment: int = TA_JUSTIFY

    def style(self, **changes: object) -> ParagraphStyle:
        """The style of running text, with ``changes``."""
        regular = "Times-Roman" if self.font == "Times" else "Helvetica"
        settings = {
            "fontName": regular,
            "fontSize": self.size,
            "leading": self.size * 1.25,
            "alignment": self.alignment,
            "spaceAfter": self.size * 0.6,
        }
        return ParagraphStyle("text", **settings | changes)

    def bold(self, **changes: object) -> ParagraphStyle:
        """The style of headings, with ``changes``."""
        return self.style(fontName=f"{self.font}-Bold", alignment=TA_LEFT, **changes)


LAYOUTS = {
    "columns": Layout("Times", 10, columns=2),
    "report": Layout("Times", 11),
    "timeline": Layout("Helvetica", 10, alignment=TA_LEFT),
    "release": Layout("Helvetica", 10.5, alignment=TA_LEFT),
}


class Anchor(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Nothing to see; writes down on which page a footnote is called."""

    def __init__(self, number: str, pages: dict[str, int]) -> None:
        super().__init__()
        self.number, self.pages = number, pages

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Note the page."""
        self.pages[self.number] = self.canv.getPageNumber()


def read_source(path: Path) -> Source:
    """Read one file of ``corpus/sources``."""
    head, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
    blocks = [b.strip() for b in re.split(r"\n{2,}", body) if b.strip()]
    notes = {m[1]: m[2] for b in blocks if (m := _NOTE.fullmatch(b))}
    return Source(
        dict(line.split(": ", 1) for line in head.splitlines()),
        tuple(b for b in blocks if not _NOTE.fullmatch(b)),
        notes,
    )


def set_table(block: str, layout: Layout) -> Flowable:
    """A table with ruled lines, whose head is repeated on every page."""
    rows = [line.strip("| ").split(" | ") for line in block.splitlines()]
    del rows[1]  # the dashes under the head
    cell = layout.style(fontSize=8.5, leading=10.5, alignment=TA_LEFT, spaceAfter=0)
    head = layout.bold(fontSize=8.5, leading=10.5, spaceAfter=0)
    cells = [
        [Paragraph(text, cell if i else head) for text in row]
        for i, row in enumerate(rows)
    ]
    rules = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
            ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    widths = [29 * mm, 31 * mm, 33 * mm, 29 * mm, 17 * mm, 27 * mm]
    table = Table(cells, colWidths=widths[: len(rows[0])], repeatRows=1, style=rules)
    table.spaceAfter = 12
    return table


def set_entry(block: str, layout: Layout) -> Flowable:
    """One entry of a timeline: date, label, text, result, each on a line of its own."""
    day, label, text, result = block.removeprefix("@ ").splitlines()
    tight = partial(layout.style, spaceAfter=1)
    red = layout.bold(spaceAfter=1, fontSize=9, textColor=colors.firebrick)
    return KeepTogether(
        [
            Paragraph(day, layout.bold(spaceAfter=1)),
            Paragraph(label, red),
            Paragraph(text, tight()),
            Paragraph(result, layout.style(spaceAfter=11)),
        ]
    )


def set_block(block: str, layout: Layout, pages: dict[str, int]) -> list[Flowable]:
    """The flowables of one block of text."""
    if block.startswith("| "):
        return [set_table(block, layout)]
    if block.startswith("@ "):
        return [set_entry(block, layout)]
    if block.startswith("# "):
        style = layout.bold(fontSize=layout.size * 1.2, spaceBefore=6, spaceAfter=4)
        return [CondPageBreak(20 * mm), Paragraph(block[2:], style)]
    if block.startswith("- "):
        style = layout.style(leftIndent=12, bulletIndent=2, spaceAfter=3)
        return [
            Paragraph(line[2:], style, bulletText="\N{EN DASH}")
            for line in block.splitlines()
        ]
    text = _MARK.sub(r"<super>\1</super>", block).replace("\n", "<br/>")
    anchors = [Anchor(number, pages) for number in _MARK.findall(block)]
    return [Paragraph(text, layout.style()), *anchors]


def set_title(source: Source, layout: Layout) -> list[Flowable]:
    """Title, subtitle and date, across the page."""
    centred = TA_CENTER if layout.columns > 1 else TA_LEFT
    large = layout.style(
        fontName=f"{layout.font}-Bold", fontSize=18, leading=22, alignment=centred
    )
    small = layout.style(fontSize=10, alignment=centred, spaceAfter=3)
    return [
        Paragraph(source.head["title"], large),
        Paragraph(source.head["subtitle"], small),
        Paragraph(source.head["date"], small),
    ]


def draw_page(
    canvas: Canvas,
    doc: BaseDocTemplate,
    source: Source,
    layout: Layout,
    pages: dict[str, int],
) -> None:
    """Draw the running head, the page number and the page's footnotes."""
    canvas.setFont("Helvetica", 8)
    if doc.page > 1:
        canvas.drawString(MARGIN, HEIGHT - 14 * mm, source.head["head"])
    canvas.drawCentredString(WIDTH / 2, 12 * mm, str(doc.page))
    called = [n for n in source.notes if pages.get(n) == doc.page]
    if not called:
        return
    y = MARGIN + NOTES_HEIGHT - 3
    canvas.line(MARGIN, y, MARGIN + 90, y)
    y -= 3
    for number in called:
        style = layout.style(fontSize=7.5, leading=9, alignment=TA_LEFT)
        note = Paragraph(f"<super>{number}</super> {source.notes[number]}", style)
        y -= note.wrap(WIDTH - 2 * MARGIN, HEIGHT)[1] + 2
        note.drawOn(canvas, MARGIN, y)


def frames(layout: Layout, bottom: float, top: float) -> list[Frame]:
    """The columns of a page between two heights."""
    n = layout.columns
    width = (WIDTH - 2 * MARGIN - (n - 1) * GUTTER) / n
    return [
        frame(MARGIN + i * (width + GUTTER), bottom, width, top - bottom)
        for i in range(n)
    ]


def frame(x: float, y: float, width: float, height: float) -> Frame:
    """A frame without padding."""
    return Frame(x, y, width, height, 0, 0, 0, 0)


def typeset(path: Path, out: Path) -> None:
    """Set the source at ``path`` as the PDF ``out``."""
    source = read_source(path)
    layout = LAYOUTS[source.head["layout"]]
    pages: dict[str, int] = {}
    build(source, layout, out, pages)
    if source.notes:
        build(source, layout, out, pages)  # now that the page of each note is known


def build(source: Source, layout: Layout, out: Path, pages: dict[str, int]) -> None:
    """Write ``out``, with the footnotes whose page stands in ``pages``."""
    decorate = partial(draw_page, source=source, layout=layout, pages=dict(pages))
    bottom = MARGIN + (NOTES_HEIGHT if source.notes else 0)
    top = HEIGHT - MARGIN
    title = frame(MARGIN, top - TITLE_HEIGHT, WIDTH - 2 * MARGIN, TITLE_HEIGHT)
    first = [title, *frames(layout, bottom, top - TITLE_HEIGHT)]
    doc = BaseDocTemplate(
        str(out),
        pagesize=A4,
        invariant=1,
        pageCompression=0,
        title=source.head["title"],
        author="Incident Pipeline project",
    )
    doc.addPageTemplates(
        [
            PageTemplate("first", first, onPage=decorate),
            PageTemplate("later", frames(layout, bottom, top), onPage=decorate),
        ]
    )
    body = [f for b in source.blocks for f in set_block(b, layout, pages)]
    title_block = [*set_title(source, layout), FrameBreak()]
    doc.build([NextPageTemplate("later"), *title_block, *body])


def main() -> None:
    """Set every source anew."""
    for path in sorted(SOURCES.glob("*.md")):
        typeset(path, REPORTS / f"{path.stem}.pdf")


if __name__ == "__main__":
    main()
