"""Two readers of PDF and which of them is believed, page by page.

pdfminer.six tells hidden text apart and is read first. PDFium, which is quick, counts
after it; a page of which pdfminer.six finds too little is read by PDFium.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from pdfminer.pdfdocument import PDFPasswordIncorrect

from incidents.pipeline.ingest import ocr, pdfminer_reader
from incidents.pipeline.ingest.agreement import Agreement
from incidents.pipeline.ingest.ink import leave_redacted
from incidents.pipeline.ingest.limits import Deadline, IngestError, Limits, too_big
from incidents.pipeline.ingest.page import UNMAPPED, Page, on
from incidents.pipeline.ingest.pdfium_reader import Pdfium, Unreadable
from incidents.pipeline.ingest.sight import hide, leave_out, scale_of, unseen
from incidents.pipeline.ingest.stamped import may_be_stamped, shows_print, without
from incidents.pipeline.ingest.words import Word, words
from incidents.pipeline.process import children_seconds
from incidents.pipeline.records import Failure

OURS, THEIRS = "pdfminer.six", "PDFium"
#: So many times longer than it may be read a document may be looked at by OCR.
_PATIENCE = 5
#: Characters that a message shows.
_SIGNS = 8
LOOK = "check its quotes on the page"
_ANEW = "open it and save it anew as PDF"


@dataclass(slots=True)
class Differ:
    """Pages, by number, of which the readers do not tell the same.

    Attributes:
        worse: Those that PDFium reads better, and why.
        less: Those of which it finds less.
        unlike: Signs that it takes for others.
        doubtful: Those of which neither is better.
        told: Those with hidden text that is another than what is seen.
        blank: Those of whose text nothing is seen, and how many characters it has.
    """

    worse: dict[int, str] = field(default_factory=dict)
    less: list[int] = field(default_factory=list)
    unlike: dict[int, Counter[str]] = field(default_factory=dict)
    doubtful: list[int] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    blank: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Read:
    """The pages of a PDF, and where its readers differ.

    Attributes:
        source: Name of the file.
        pages: All of them, each by the reader that is believed; without their glyphs.
        words: What the glyphs of each make.
        other: How many of them are PDFium's.
        warnings: What is doubtful for it.
        differ: Where the readers differ.
    """

    source: str
    pages: list[Page] = field(default_factory=list)
    words: list[list[Word]] = field(default_factory=list)
    other: int = 0
    warnings: list[Failure] = field(default_factory=list)
    differ: Differ = field(default_factory=Differ)

    def add(self, page: Page, other: Pdfium | None) -> None:
        """Keep a page: of its glyphs, which are many, the words that they make."""
        unseen = _unseen(page, other) if other is not None else set()
        if unseen and len(unseen) == _signs(page):
            self.differ.blank[page.number] = len(unseen)
        elif unseen:
            leave_out(page, unseen)
        told = words(page.glyphs)
        page.stamped = other is not None and _is_stamped(page, told, other)
        self.pages.append(page)
        self.words.append(told)
        page.glyphs = []

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
    read = Read(source)
    other: Pdfium | None = None
    closed: Unreadable | None = None
    try:
        other = Pdfium(content, deadline)
    except Unreadable as unreadable:
        closed = unreadable
    try:
        if other is not None and other.has(limits.max_pages + 1):
            raise too_long(source, limits)  # before any of them is read
        error = _read_ours(read, content, limits, deadline, other)
        if any(page.looped for page in read.pages):
            read.warn("has forms that draw themselves; each is read once")
        elif other is None:
            if error is not None or not any(read.words):
                assert closed is not None
                raise _refusal(source, error or closed, closed.locked)
            read.warn("is read by pdfminer.six alone; PDFium does not open it")
        else:
            found = len(other)
            if found > limits.max_pages:  # so it says, and has not
                found = len(read.pages)
            if error is not None or len(read.pages) != found:
                _exchange(read, other, error, found)
            _tell(read)
            _settle_blank(read)
            if limits.ocr:
                _read_pictures(read, other, limits.seconds)
    finally:
        if other is not None:
            other.close()
    return read


def too_long(source: str, limits: Limits) -> IngestError:
    """The error for a file of more pages than are allowed."""
    problem = f"has more than the {limits.max_pages:,} pages allowed"
    return IngestError(source, problem, "split it into smaller files")


def _read_ours(
    read: Read,
    content: bytes,
    limits: Limits,
    deadline: Deadline,
    other: Pdfium | None,
) -> Exception | None:
    """Every page by pdfminer.six, each set beside PDFium's; why it gives up."""
    try:
        pages = pdfminer_reader.read_pages(content, deadline, limits.max_pages + 1)
        for page in pages:
            if page.looped:
                other = None  # which cannot bear it
            if other is not None:
                page = _compare(read, page, other)
            read.add(page, other)
    except IngestError:
        raise
    except MemoryError:
        raise too_big(read.source) from None
    except Exception as raised:  # pdfminer.six lets low-level errors through
        return raised
    return None


def _refusal(source: str, error: Exception, locked: bool) -> IngestError:
    if locked or isinstance(error, PDFPasswordIncorrect):
        return IngestError(
            source, "needs a password", "remove the password and try again"
        )
    detail = f"{type(error).__name__}: {error}".rstrip(": ")
    return IngestError(source, f"is broken ({detail[:200]})", _ANEW)


def _exchange(read: Read, other: Pdfium, error: Exception | None, most: int) -> None:
    """Set all of PDFium's pages in place of ours, if they are not less."""
    theirs = Read(read.source)
    for number in range(1, most + 1):
        theirs.add(other.page(number), other)
    if error is None and _size(theirs) < _size(read):
        read.warn(f"has {len(read.pages)} pages; PDFium finds {len(other)}")
        return
    why = type(error).__name__ if error else f"finds {len(read.pages)} pages"
    read.pages, read.words, read.differ = theirs.pages, theirs.words, theirs.differ
    read.other = most
    read.warn(f"is read by PDFium alone: pdfminer.six gives up ({why})")


def _compare(read: Read, page: Page, other: Pdfium) -> Page:
    """A page, or PDFium's in its place where pdfminer.six reads it worse."""
    differ = read.differ
    agreed = Agreement.of(page, other.text(page.number))
    if page.replaced and (agreed.finds_less or agreed.misreads):
        differ.told.append(page.number)
    elif agreed.finds_less or agreed.misreads:
        better = other.page(page.number)
        if why := _why(page, better, agreed):
            better.redacted = page.redacted
            leave_redacted(better)
            read.other += 1
            differ.worse[page.number] = why
            return better
        differ.doubtful.append(page.number)
    elif agreed.finds_more:
        differ.less.append(page.number)
    elif agreed.unlike:
        differ.unlike[page.number] = agreed.unlike
    return page


def _tell(read: Read) -> None:
    """Warn of where the readers differ."""
    differ = read.differ
    for why in dict.fromkeys(differ.worse.values()):
        where = on(n for n, told in differ.worse.items() if told == why)
        read.warn(f"{where}: read by PDFium, as pdfminer.six {why}")
    if differ.doubtful:
        read.warn(f"{on(differ.doubtful)}: the readers differ, neither is better")
    if differ.told:
        told = "its hidden text differs from what is seen, and is left out"
        read.warn(f"{on(differ.told)}: {told}")
    if differ.less:
        read.warn(f"{on(differ.less)}: PDFium finds fewer characters")
    if differ.unlike:
        signs = sum(differ.unlike.values(), Counter[str]())
        most = " ".join(sign for sign, _ in signs.most_common(_SIGNS))
        told = f"PDFium reads some characters otherwise: {most}"
        read.warn(f"{on(differ.unlike)}: {told}")


def _unseen(page: Page, other: Pdfium) -> set[int]:
    """The numbers of a page's glyphs that are not seen, where that is in doubt."""
    if not page.glyphs or not page.doubtful or page.scanned:
        return set()
    painted = other.painted(page.number, scale_of(page))
    return unseen(page, painted) if painted is not None else set()


def _is_stamped(page: Page, told: list[Word], other: Pdfium) -> bool:
    """Whether a page shows print that its few words are not."""
    if not may_be_stamped(page, told):
        return False
    painted = other.painted(page.number, scale_of(page))
    return painted is not None and shows_print(without(painted, told, scale_of(page)))


def _settle_blank(read: Read) -> None:
    """Leave out the text of pages of which nothing is seen.

    Where nothing is seen of all the text there is, it may be PDFium that cannot paint.
    """
    blank = read.differ.blank
    each = list(zip(read.pages, read.words, strict=True))
    if blank and all(page.number in blank or not told for page, told in each):
        read.warn(f"{on(blank)}: nothing of the text is seen where it is painted")
        return
    for page, told in each:
        if page.number in blank:
            told.clear()
            hide(page, blank[page.number])


def _read_pictures(read: Read, other: Pdfium, seconds: float) -> None:
    """Read the pages that are pictures of text, as long as time is left."""
    if why := ocr.missing():
        raise IngestError(read.source, "is not read by OCR", why)
    begun = children_seconds()
    failed: dict[str, list[int]] = defaultdict(list)
    for page, told in zip(read.pages, read.words, strict=True):
        if told and not page.stamped:
            continue
        if children_seconds() - begun > _PATIENCE * seconds:
            failed["too long to be read by OCR"].append(page.number)
            continue
        painted = other.painted(page.number, ocr.scale_of(page))
        if painted is not None and told:
            painted = without(painted, told, ocr.scale_of(page))
        if painted is None or ocr.is_blank(painted):
            continue
        try:
            ocr.read_picture(page, painted, seconds)
        except ocr.NotRead as error:
            failed[f"not read by OCR ({error})"].append(page.number)
        told += words(page.glyphs)
        page.glyphs = []
    for problem, numbers in failed.items():
        said = f"{on(numbers)}: {problem}"
        mend = "split it into smaller files, or allow more time with --seconds"
        read.warnings.append(Failure(read.source, said, mend, "warning"))


def _why(page: Page, better: Page, agreed: Agreement) -> str | None:
    """Why PDFium's page is the better one; None if it is not."""
    if agreed.finds_less:
        letters = sum(g.text.isalnum() for g in better.glyphs)
        if letters > agreed.common - sum(page.hidden.values()):
            return "finds too few of the characters"
    elif better.unmapped <= page.unmapped + agreed.unlike.total():
        return "takes many characters for others"
    return None


def _signs(page: Page) -> int:
    return sum(not glyph.text.isspace() for glyph in page.glyphs)


def _size(read: Read) -> int:
    """How many characters the pages have that are known."""
    each = (word.text for told in read.words for word in told)
    return sum(len(text) - text.count(UNMAPPED) for text in each)
