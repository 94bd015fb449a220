"""Two readers of PDF and which of them is believed, page by page.

pdfminer.six tells hidden text apart and is read first. PDFium, which is quick, counts
after it; a page of which pdfminer.six finds too little is read by PDFium.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from pdfminer.pdfdocument import PDFPasswordIncorrect

from pipeline.ingest import pdfminer_reader
from pipeline.ingest.limits import Deadline, IngestError, Limits
from pipeline.ingest.page import UNMAPPED, Page
from pipeline.ingest.pdfium_reader import Pdfium, Unreadable
from pipeline.records import Failure

#: Least share of the other reader's characters; fewer than these tell nothing.
_SHARE, _FEW = 0.9, 4
_LOOK = "check its quotes on the page"
_ANEW = "open it and save it anew as PDF"


@dataclass(slots=True)
class Read:
    """The pages of a PDF, and where its readers differ."""

    source: str
    pages: list[Page]
    warnings: list[Failure] = field(default_factory=list)

    def warn(self, problem: str) -> None:
        """Add a warning."""
        self.warnings.append(Failure(self.source, problem, _LOOK, "warning"))


def read_pages(source: str, content: bytes, limits: Limits, deadline: Deadline) -> Read:
    """Every page, by the reader that finds more of it.

    Raises:
        IngestError: No reader opens it, or it takes too long.
    """
    most = limits.max_pages + 1
    error: Exception | None = None
    read = Read(source, [])
    try:
        for page in pdfminer_reader.read_pages(content, deadline, most):
            read.pages.append(page)
    except IngestError:
        raise
    except Exception as raised:  # pdfminer.six lets low-level errors through
        error = raised
    try:
        other = Pdfium(content, deadline)
    except Unreadable as unreadable:
        if error is not None or not any(p.glyphs for p in read.pages):
            raise _refusal(source, error or unreadable, unreadable.locked) from None
        read.warn("is read by pdfminer.six alone; PDFium does not open it")
        return read
    try:
        _check(read, other, error, most)
    finally:
        other.close()
    return read


def _refusal(source: str, error: Exception, locked: bool) -> IngestError:
    if locked or isinstance(error, PDFPasswordIncorrect):
        return IngestError(
            source, "needs a password", "remove the password and try again"
        )
    detail = f"{type(error).__name__}: {error}".rstrip(": ")
    return IngestError(source, f"is broken ({detail[:200]})", _ANEW)


def _check(read: Read, other: Pdfium, error: Exception | None, most: int) -> None:
    """Set PDFium's pages in place of those that pdfminer.six reads less of."""
    if error is not None or len(read.pages) != min(len(other), most):
        pages = [other.page(n) for n in range(1, min(len(other), most) + 1)]
        if error is None and sum(map(_size, pages)) < sum(map(_size, read.pages)):
            read.warn(f"has {len(read.pages)} pages; PDFium finds {len(other)}")
            return
        why = type(error).__name__ if error else f"finds {len(read.pages)} pages"
        read.pages = pages
        read.warn(f"is read by PDFium alone: pdfminer.six gives up ({why})")
        return
    less: list[int] = []
    for index, page in enumerate(read.pages):
        text = _printed(other.text(page.number))
        mine = _printed("".join(g.text for g in page.glyphs).replace(UNMAPPED, ""))
        hidden = sum(page.hidden.values())
        common = (mine & text).total() + hidden
        if common < _SHARE * text.total() and text.total() - common >= _FEW:
            better = other.page(page.number)
            if _size(better) > common - hidden:
                read.pages[index] = better
                read.warn(
                    f"page {page.number}: read by PDFium, as pdfminer.six finds"
                    f" {common} of its {text.total()} characters"
                )
        elif text.total() < _SHARE * mine.total() and mine.total() >= _FEW:
            less.append(page.number)
    if less:
        numbers = ", ".join(map(str, less[:20])) + (", ..." if len(less) > 20 else "")
        read.warn(f"PDFium finds fewer characters on page {numbers}")


def _size(page: Page) -> int:
    return sum(not g.text.isspace() and g.text != UNMAPPED for g in page.glyphs)


def _printed(text: str) -> Counter[str]:
    """How often ``text`` has each letter and figure."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return Counter("".join(filter(str.isalnum, text)))
