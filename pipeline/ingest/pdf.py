"""PDF to canonical text, with the place of each word on its page."""

from __future__ import annotations

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from incidents.pipeline.ingest.columns import blocks
from incidents.pipeline.ingest.compose import Text
from incidents.pipeline.ingest.furniture import running
from incidents.pipeline.ingest.head import find_published
from incidents.pipeline.ingest.joins import joined
from incidents.pipeline.ingest.limits import Deadline, IngestError, Limits
from incidents.pipeline.ingest.notes import settle, without_notes
from incidents.pipeline.ingest.page import Page, on
from incidents.pipeline.ingest.paragraphs import Paragraph, paragraphs
from incidents.pipeline.ingest.readers import LOOK, Read, read_pages, too_long
from incidents.pipeline.ingest.reading import Reading
from incidents.pipeline.ingest.ruling import Ruling
from incidents.pipeline.ingest.words import Word, upright, without_leaders
from incidents.pipeline.ingest.xmp import read_xmp
from incidents.pipeline.records import Failure

#: Scripts written from right to left, and their presentation forms.
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
#: Share of a page that an image covers where the page is a picture.
_PICTURE = 0.3

#: What makes a scanned file readable, with the free program of that name.
_OCR = "read it with --ocr, or make it readable: ocrmypdf --skip-text {} readable.pdf"
_ANEW = _OCR.replace("--skip-text", "--force-ocr")

# its complaints about single operators would fill the terminal of a batch
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def read_pdf(
    source: str, content: bytes, limits: Limits, deadline: Deadline
) -> Reading:
    """Read a PDF.

    Raises:
        IngestError: It is encrypted, broken, too long, or has no text.
    """
    read = read_pages(source, content, limits, deadline)
    pages = read.pages
    _check_pages(source, read, limits)
    warnings = (*read.warnings, *_warnings(source, read))
    found = _read(read, deadline)
    text = _compose(found, pages)
    publisher, published = read_xmp(content)
    whole = "".join(text.parts)
    return Reading(
        whole,
        warnings=warnings,
        layout=text.layout,
        reader=read.reader,
        ocr=tuple(page.number for page in pages if page.ocr),
        page_sizes=tuple((round(p.width, 1), round(p.height, 1)) for p in pages),
        publisher=publisher,
        published=published if find_published(whole) is None else None,
    )


def _check_pages(source: str, read: Read, limits: Limits) -> None:
    pages = read.pages
    if len(pages) > limits.max_pages:
        raise too_long(source, limits)
    if not any(read.words):
        scanned = any(page.images for page in pages)
        raise IngestError(
            source,
            "is scanned: it has images and no text" if scanned else "has no text",
            _OCR.format(source) if scanned else "check the file",
        )


def _warnings(source: str, read: Read) -> Iterator[Failure]:
    """What was left out of the text, or may be wrong in it."""
    found: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for page, told_there in zip(read.pages, read.words, strict=True):
        for reason, count in sorted(page.hidden.items()):
            told = f"# characters left out, {reason}"
            found[told, "check the page for hidden text"][page.number] = count
        if page.ocr:
            told = "read by OCR, which takes some characters for others"
            found[told, LOOK][page.number] = 1
        if page.scanned:
            found["the text is the hidden layer of a scan", LOOK][page.number] = 1
        if not told_there and not page.ocr and page.images > _PICTURE:
            told = "an image without text"
            found[told, _OCR.format(source)][page.number] = 1
        if page.stamped and not page.ocr:
            told = "a picture of print, of which only # words are text"
            found[told, _ANEW.format(source)][page.number] = len(told_there)
        if any(_LEFTWARD.search(word.text) for word in told_there):
            told = "text from right to left may be out of order"
            found[told, LOOK][page.number] = 1
        if page.unmapped:
            found["# characters cannot be told", LOOK][page.number] = page.unmapped
    for (told, mend), counts in found.items():
        told = told.replace("#", f"{sum(counts.values()):,}")
        yield Failure(source, f"{on(counts)}: {told}", mend, "warning")


def _read(read: Read, deadline: Deadline) -> list[Paragraph]:
    """The paragraphs of all pages; a page's notes and furniture follow its text."""
    pages, found = read.pages, read.words
    heads = running(pages, found)
    body: list[list[Paragraph]] = []
    beside: list[Paragraph] = []
    for page, mine, rows in zip(pages, found, heads, strict=True):
        deadline.check()
        aside = {id(word) for row in rows for word in row}
        told, starts = settle([w for w in mine if id(w) not in aside])
        for order, word in enumerate(told):
            word.order = order
        for block in _blocks(page, told):
            text, notes = without_notes(block, starts)
            body.append(text)
            beside += notes
        beside += [Paragraph(page.number, [row]) for row in rows]
    return [*joined(body), *beside]


def _blocks(page: Page, found: list[Word]) -> Iterator[list[Paragraph]]:
    turns = Counter(word.turn for word in found)
    for turn in sorted(turns, key=lambda t: (-turns[t], t)):
        rules = Ruling.of([upright(box, turn) for box in page.rules])
        for block in blocks([w for w in found if w.turn == turn], rules):
            if told := without_leaders(block):
                yield paragraphs(told, page.number, rules)


def _compose(found: list[Paragraph], pages: list[Page]) -> Text:
    known = {
        token.strip(".,;:!?()'\"").lower()
        for p in found
        for line in p.lines
        for w in line[:-1]
        for token in (w.text,)
    }
    by_page: dict[int, list[Paragraph]] = defaultdict(list)
    for paragraph in found:
        by_page[paragraph.page].append(paragraph)
    text = Text(known)
    for page in pages:
        if page.number > 1:
            text.write("\f")
        mine = by_page[page.number]
        for number, paragraph in enumerate(mine):
            text.write("\n\n" if number else "")
            text.paragraph(paragraph)
        if mine:
            text.write("\n")
    return text
