"""Two readers of PDF and which of them is believed, page by page.

pdfminer.six tells hidden text apart and is read first. PDFium, which is quick, counts
after it; a page of which pdfminer.six finds too little is read by PDFium.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from pdfminer.pdfdocument import PDFPasswordIncorrect

from pipeline.ingest import ocr, pdfminer_reader
from pipeline.ingest.agreement import Agreement
from pipeline.ingest.ink import leave_redacted
from pipeline.ingest.limits import Deadline, IngestError, Limits, too_big
from pipeline.ingest.page import UNMAPPED, Page, on
from pipeline.ingest.pdfium_reader import Pdfium, Unreadable
from pipeline.ingest.sight import leave_out, scale_of, unseen
from pipeline.process import children_seconds
from pipeline.records import Failure

OURS, THEIRS = "pdfminer.six", "PDFium"
#: So many times longer than it may be read a document may be looked at by OCR.
_PATIENCE = 5
#: Characters that a message shows.
_SIGNS = 8
LOOK = "check its quotes on the page"
_ANEW = "open it and save it anew as PDF"


@dataclass(slots=True)
class Read:
    """The pages of a PDF, and where its readers differ.

    Attributes:
        source: Name of the file.
        pages: All of them, each by the reader that is believed.
        other: How many of them are PDFium's.
        warnings: What is doubtful for it.
    """

    source: str
    pages: list[Page]
    other: int = 0
    warnings: list[Failure] = field(default_factory=list)

    @property
    def reader(self) -> str:
        """Whose the pages are."""
        pictures = sum(page.ocr for page in self.pages)
        counts = {
            OURS: len(self.pages) - self.other - pictures,
            THEIRS: self.other,
            ocr.ENGINE: pictures,
        }
        return ", ".join(name for name, count in counts.items() if count) or OURS

    def warn(self, problem: str) -> None:
        """Add a warning."""
        self.warnings.append(Failure(self.source, problem, LOOK, "warning"))


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
    except MemoryError:
        raise too_big(source) from None
    except Exception as raised:  # pdfminer.six lets low-level errors through
        error = raised
    if any(page.looped for page in read.pages):
        read.warn("has forms that draw themselves; each is read once")
        return read
    try:
        other = Pdfium(content, deadline)
    except Unreadable as unreadable:
        if error is not None or not any(p.glyphs for p in read.pages):
            raise _refusal(source, error or unreadable, unreadable.locked) from None
        read.warn("is read by pdfminer.six alone; PDFium does not open it")
        return read
    try:
        found = min(len(other), most)
        if error is not None or len(read.pages) != found:
            _exchange(read, other, error, found)
        else:
            _compare(read, other)
        _look(read, other)
        if limits.ocr:
            _read_pictures(read, other, limits.seconds)
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


def _exchange(read: Read, other: Pdfium, error: Exception | None, most: int) -> None:
    """Set all of PDFium's pages in place of ours, if they are not less."""
    pages = [other.page(n) for n in range(1, most + 1)]
    if error is None and sum(map(_size, pages)) < sum(map(_size, read.pages)):
        read.warn(f"has {len(read.pages)} pages; PDFium finds {len(other)}")
        return
    why = type(error).__name__ if error else f"finds {len(read.pages)} pages"
    read.pages, read.other = pages, len(pages)
    read.warn(f"is read by PDFium alone: pdfminer.six gives up ({why})")


def _compare(read: Read, other: Pdfium) -> None:
    """Set PDFium's pages in place of those that pdfminer.six reads worse."""
    less: list[int] = []
    unlike: dict[int, Counter[str]] = {}
    worse: dict[int, str] = {}
    doubtful: list[int] = []
    told: list[int] = []
    for index, page in enumerate(read.pages):
        agreed = Agreement.of(page, other.text(page.number))
        if page.replaced and (agreed.finds_less or agreed.misreads):
            told.append(page.number)
        elif agreed.finds_less or agreed.misreads:
            better = other.page(page.number)
            if why := _why(page, better, agreed):
                better.redacted = page.redacted
                leave_redacted(better)
                read.pages[index] = better
                read.other += 1
                worse[page.number] = why
            else:
                doubtful.append(page.number)
        elif agreed.finds_more:
            less.append(page.number)
        elif agreed.unlike:
            unlike[page.number] = agreed.unlike
    for why in dict.fromkeys(worse.values()):
        where = on(n for n, told in worse.items() if told == why)
        read.warn(f"{where}: read by PDFium, as pdfminer.six {why}")
    if doubtful:
        read.warn(f"{on(doubtful)}: the readers differ, neither is better")
    if told:
        read.warn(
            f"{on(told)}: its hidden text differs from what is seen, and is left out"
        )
    if less:
        read.warn(f"{on(less)}: PDFium finds fewer characters")
    if unlike:
        signs = sum(unlike.values(), Counter[str]())
        most = " ".join(sign for sign, _ in signs.most_common(_SIGNS))
        read.warn(f"{on(unlike)}: PDFium reads some characters otherwise: {most}")


def _look(read: Read, other: Pdfium) -> None:
    """Leave out what is not seen on pages where that is in doubt.

    Where nothing is seen of all the text there is, it may be PDFium that cannot paint.
    """
    blank: dict[int, set[int]] = {}
    for page in read.pages:
        if page.glyphs and page.doubtful and not page.scanned:
            painted = other.painted(page.number, scale_of(page))
            found = unseen(page, painted) if painted is not None else set()
            if found and len(found) == sum(not g.text.isspace() for g in page.glyphs):
                blank[page.number] = found
            elif found:
                leave_out(page, found)
    if blank and all(p.number in blank or not p.glyphs for p in read.pages):
        read.warn(f"{on(blank)}: nothing of the text is seen where it is painted")
        return
    for page in read.pages:
        if page.number in blank:
            leave_out(page, blank[page.number])


def _read_pictures(read: Read, other: Pdfium, seconds: float) -> None:
    """Read the pages without text from their pictures, as long as time is left."""
    if why := ocr.missing():
        raise IngestError(read.source, "is not read by OCR", why)
    begun = children_seconds()
    failed: dict[str, list[int]] = defaultdict(list)
    for page in read.pages:
        if page.glyphs:
            continue
        if children_seconds() - begun > _PATIENCE * seconds:
            failed["too long to be read by OCR"].append(page.number)
            continue
        painted = other.painted(page.number, ocr.scale_of(page))
        if painted is None or ocr.is_blank(painted):
            continue
        try:
            ocr.read_picture(page, painted, seconds)
        except ocr.NotRead as error:
            failed[f"not read by OCR ({error})"].append(page.number)
    for problem, numbers in failed.items():
        told = f"{on(numbers)}: {problem}"
        mend = "split it into smaller files, or allow more time with --seconds"
        read.warnings.append(Failure(read.source, told, mend, "warning"))


def _why(page: Page, better: Page, agreed: Agreement) -> str | None:
    """Why PDFium's page is the better one; None if it is not."""
    if agreed.finds_less:
        letters = sum(g.text.isalnum() for g in better.glyphs)
        if letters > agreed.common - sum(page.hidden.values()):
            return "finds too few of the characters"
    elif better.unmapped <= page.unmapped + agreed.unlike.total():
        return "takes many characters for others"
    return None


def _size(page: Page) -> int:
    return sum(not g.text.isspace() and g.text != UNMAPPED for g in page.glyphs)
