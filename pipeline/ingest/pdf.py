"""PDF to canonical text, with the place of each word on its page."""

from __future__ import annotations

import logging

from pdfminer.pdfdocument import PDFPasswordIncorrect

from pipeline.ingest import pdfminer_reader
from pipeline.ingest.columns import blocks
from pipeline.ingest.compose import Text
from pipeline.ingest.furniture import settle
from pipeline.ingest.limits import Deadline, IngestError, Limits
from pipeline.ingest.page import Page
from pipeline.ingest.paragraphs import Paragraph, paragraphs
from pipeline.ingest.reading import Reading
from pipeline.ingest.words import words

# its complaints about single operators would fill the terminal of a batch
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def read_pdf(
    source: str, content: bytes, limits: Limits, deadline: Deadline
) -> Reading:
    """Read a PDF.

    Raises:
        IngestError: It is encrypted, broken, too long, or has no text.
    """
    try:
        pages = list(pdfminer_reader.read_pages(content, deadline, limits.max_pages))
    except IngestError:
        raise
    except PDFPasswordIncorrect:
        raise IngestError(source, "needs a password", "remove it") from None
    except Exception as error:
        raise IngestError(source, f"is broken ({error})", "save it anew") from None
    found = [paragraph for page in pages for paragraph in _read(page, deadline)]
    text = _compose(settle(found, pages), pages)
    return Reading(
        "".join(text.parts),
        layout=tuple(text.layout),
        page_sizes=tuple((round(p.width, 1), round(p.height, 1)) for p in pages),
    )


def _read(page: Page, deadline: Deadline) -> list[Paragraph]:
    deadline.check()
    found = words(page.glyphs)
    turns = sorted(
        {w.turn for w in found}, key=lambda t: (-sum(w.turn == t for w in found), t)
    )
    return [
        paragraph
        for turn in turns
        for block in blocks([w for w in found if w.turn == turn], page.rules)
        for paragraph in paragraphs(block, page.number, page.rules)
    ]


def _compose(found: list[Paragraph], pages: list[Page]) -> Text:
    known = {
        token.strip(".,;:!?()'\"").lower()
        for p in found
        for line in p.lines
        for w in line[:-1]
        for token in (w.text,)
    }
    text = Text(known)
    for page in pages:
        if page.number > 1:
            text.write("\f")
        mine = [p for p in found if p.page == page.number]
        for number, paragraph in enumerate(mine):
            text.write("\n\n" if number else "")
            text.paragraph(paragraph)
        if mine:
            text.write("\n")
    return text
