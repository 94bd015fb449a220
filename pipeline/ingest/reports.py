"""One file to its reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePath

from incidents.pipeline.ingest import text as text_files
from incidents.pipeline.ingest.archive import unpacked
from incidents.pipeline.ingest.docx import read_docx
from incidents.pipeline.ingest.head import (
    Found,
    find_in_name,
    find_published,
    find_title,
)
from incidents.pipeline.ingest.html import read_html
from incidents.pipeline.ingest.imprint import find_issued, find_publisher
from incidents.pipeline.ingest.jsonl import Entry, Line, read_line, read_lines
from incidents.pipeline.ingest.language import ENGLISH, language
from incidents.pipeline.ingest.limits import (
    Deadline,
    IngestError,
    Limits,
    check_size,
    check_text,
)
from incidents.pipeline.ingest.mail import attached, read_mail
from incidents.pipeline.ingest.markdown import read_markdown
from incidents.pipeline.ingest.names import safe_id
from incidents.pipeline.ingest.odt import read_odt
from incidents.pipeline.ingest.reading import Reading
from incidents.pipeline.ingest.rows import ReportRow, day_of, read_issued
from incidents.pipeline.ingest.rtf import read_rtf
from incidents.pipeline.ingest.walk import ROWS, not_read
from incidents.pipeline.records import Failure, Report

#: Where what a file's own markup says comes from, and its text does not print.
_MARKUP = "markup"
#: Files in files in files.
_DEEPEST = 3
_ARCHIVE = ".zip"

Reader = Callable[[str, bytes, Limits, Deadline], Reading]


def read(
    path: Path,
    rows: Mapping[str, ReportRow] | None = None,
    limits: Limits | None = None,
    line: Line | None = None,
) -> Iterator[Report | Failure]:
    """Read a file: one report, for JSONL one a line, and those that a file holds.

    Args:
        path: The file; its ending says how it is read.
        rows: What ``reports.csv`` says, by file name; it has the last word.
        limits: Bounds on one document.
        line: The only line that is read of a JSONL file; all, if none is given.

    Yields:
        Reports, each followed by its warnings; a line of a JSONL file that cannot be
        read gives a failure, and the lines after it are read.

    Raises:
        IngestError: The file cannot be read.
    """
    limits = limits or Limits()
    row = (rows or {}).get(path.name, ReportRow())
    if path.exists() and not path.is_file():  # a device or a pipe may have no end
        raise IngestError(path.name, "is no regular file", "copy it into a file")
    try:
        if path.suffix.lower() == ".jsonl":
            yield from _read_jsonl(path, row, limits, line)
        else:
            yield from _read_file(path, row, limits)
    except OSError as error:
        raise IngestError(
            path.name,
            f"cannot be opened ({error.strerror or error})",
            "check its name and that you may read it",
        ) from None


def _read_file(
    path: Path, row: ReportRow, limits: Limits
) -> Iterator[Report | Failure]:
    if path.suffix.lower() != _ARCHIVE:
        _reader(path.name)  # or it is refused before it is opened
    check_size(path.name, path.stat().st_size, limits)
    doc_id = row.doc_id or safe_id(path.stem)
    yield from _read_bytes(path.name, path.read_bytes(), doc_id, row, limits, 0)


def _read_bytes(
    source: str, content: bytes, doc_id: str, row: ReportRow, limits: Limits, depth: int
) -> Iterator[Report | Failure]:
    """The reports of one file, and of those in it."""
    deadline = Deadline(source, limits.seconds)
    ending = PurePath(source).suffix.lower()
    if ending == _ARCHIVE:
        yield from _read_each(
            source, unpacked(source, content, limits, deadline), doc_id, limits, depth
        )
        return
    media_type, reader = _reader(source)
    reading = reader(source, content, limits, deadline)
    check_text(source, reading.text, limits)
    report = Report(
        doc_id=doc_id,
        source=source,
        sha256=sha256(content).hexdigest(),
        media_type=media_type,
        text=reading.text,
        layout=reading.layout,
        page_sizes=reading.page_sizes,
        reader=reading.reader,
        ocr=reading.ocr,
        url=row.url or reading.url,
        licence=row.licence,
        language=language(reading.text),
    )
    report = _headed(report, row, reading, ROWS, PurePath(source).name)
    yield report
    yield from (*reading.warnings, *_foreign(report))
    if ending == ".eml":
        yield from _read_each(source, attached(source, content), doc_id, limits, depth)


def _read_each(
    source: str,
    members: Iterator[tuple[str, bytes | IngestError]],
    doc_id: str,
    limits: Limits,
    depth: int,
) -> Iterator[Report | Failure]:
    """The reports of the files that another holds; what cannot be read is named."""
    taken: set[str] = set()
    for name, content in members:
        inner = f"{source}/{name}"
        if PurePath(name).suffix.lower() not in _HELD:
            yield replace(not_read(PurePath(name)), source=inner)
            continue
        own = safe_id(f"{doc_id}-{PurePath(name).with_suffix('')}")
        if own in taken:
            own = safe_id(f"{doc_id}-{name.replace('.', '-')}")
        taken.add(own)
        try:
            if isinstance(content, IngestError):
                raise content
            if depth >= _DEEPEST:
                raise IngestError(inner, "is packed too deep", "unpack it")
            check_size(inner, len(content), limits)
            row = ReportRow()
            yield from _read_bytes(inner, content, own, row, limits, depth + 1)
        except IngestError as error:
            yield error.failure


def _foreign(report: Report) -> Iterator[Failure]:
    """A warning where a report is in a language that nothing here reads."""
    if report.language not in (None, ENGLISH):
        problem = f"is not in English ({report.language}); only English is read"
        mend = "leave it out, or give a translation"
        yield Failure(report.source, problem, mend, "warning")


def _headed(
    report: Report, row: ReportRow, reading: Reading, outside: str, name: str = ""
) -> Report:
    """``report`` with title, publisher and day of publication.

    Args:
        report: The report as read.
        row: What is given from ``outside``; it has the last word.
        reading: What the file's markup says.
        outside: Where the row is from.
        name: The file's name, in which the day may stand.
    """
    report = _titled(report, row.title, reading.title, outside)
    report = _dated(report, row.published, reading.published, outside, name)
    given = row.publisher or reading.publisher
    if given:
        source = outside if row.publisher else _MARKUP
        return replace(
            report, publisher=given, given=_with(report, "publisher", source)
        )
    found = find_publisher(report.text, report.title)
    return _found(report, "publisher", found) if found else report


def _titled(
    report: Report, given: str | None, marked: str | None, outside: str
) -> Report:
    """``report`` with its title: as given, as marked up, or as its head prints it."""
    if given:
        return replace(report, title=given, given=_with(report, "title", outside))
    if not marked:
        found = find_title(report.text)
        return _found(report, "title", found) if found else report
    start = report.text.find(marked)
    if start < 0:
        return replace(report, title=marked, given=_with(report, "title", _MARKUP))
    return _found(report, "title", Found(marked, start, start + len(marked)))


def _dated(
    report: Report, given: str | None, marked: Found | None, outside: str, name: str
) -> Report:
    """``report`` with its day of publication, or the month or year."""
    found = Found(given, 0, 0) if given else marked or find_published(report.text)
    source = outside if given else _MARKUP
    if found is None:
        found = find_issued(report.text)
        named = find_in_name(name)
        if named and named.value.startswith(found.value if found else ""):
            found, source = named, "file name"
    if found is None:
        return report
    value = read_issued(report.source, found.value)
    day = day_of(value)
    report = replace(report, published=day, issued=None if day else value)
    return _found(report, "published", found, source)


def _found(report: Report, field: str, found: Found, outside: str = "") -> Report:
    """``report`` with what is found in its text, cited, or else marked as given."""
    if field == "title":
        report = replace(report, title=found.value)
    elif field == "publisher":
        report = replace(report, publisher=found.value)
    if found.start == found.end:
        return replace(report, given=_with(report, field, outside))
    citation = report.cite(field, found.start, found.end)
    return replace(report, citations=(*report.citations, citation))


def _with(report: Report, field: str, source: str) -> tuple[tuple[str, str], ...]:
    return (*report.given, (field, source))


def _read_jsonl(
    path: Path, row: ReportRow, limits: Limits, line: Line | None
) -> Iterator[Report | Failure]:
    taken: dict[str, str] = {}
    given = iter([read_line(path, line, limits)]) if line else read_lines(path, limits)
    for entry in given:
        try:
            if isinstance(entry, IngestError):
                raise entry
            report = _entry(entry, row)
            if report.doc_id in taken:
                raise IngestError(
                    entry.source,
                    f"has the doc_id of {taken[report.doc_id]}",
                    "give each document its own doc_id",
                )
        except IngestError as error:
            yield error.failure
            continue
        taken[report.doc_id] = entry.source
        yield report
        if report.doc_id != entry.doc_id:
            problem = f"has a doc_id that cannot name a file; {report.doc_id!r} is used"
            yield Failure(entry.source, problem, "change the doc_id", "warning")
        yield from _foreign(report)


def _entry(entry: Entry, row: ReportRow) -> Report:
    keys = entry.keys
    own = ReportRow(
        title=keys.get("title"),
        publisher=keys.get("publisher"),
        published=read_issued(entry.source, keys.get("published")),
    )
    report = Report(
        doc_id=safe_id(entry.doc_id),
        source=entry.source,
        sha256=entry.sha256,
        media_type="application/jsonl",
        text=entry.text,
        url=keys.get("url") or row.url,
        licence=keys.get("licence") or row.licence,
        language=language(entry.text),
    )
    # what the row says of the whole file stands where the line says nothing
    given = replace(
        own,
        publisher=own.publisher or row.publisher,
        published=own.published or row.published,
    )
    return _headed(report, given, Reading(entry.text), "jsonl")


def _read_text(
    source: str, content: bytes, limits: Limits, deadline: Deadline
) -> Reading:
    text, warnings = text_files.decode(source, content)
    return Reading(text, (*warnings, *text_files.unseen(source, text)))


def _read_pdf(
    source: str, content: bytes, limits: Limits, deadline: Deadline
) -> Reading:
    from incidents.pipeline.ingest.pdf import (
        read_pdf,  # the libraries take long to load
    )

    return read_pdf(source, content, limits, deadline)


_READERS: dict[str, tuple[str, Reader]] = {
    ".txt": ("text/plain", _read_text),
    ".md": ("text/markdown", read_markdown),
    ".docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        read_docx,
    ),
    ".odt": ("application/vnd.oasis.opendocument.text", read_odt),
    ".rtf": ("application/rtf", read_rtf),
    ".eml": ("message/rfc822", read_mail),
    ".html": ("text/html", read_html),
    ".htm": ("text/html", read_html),
    ".pdf": ("application/pdf", _read_pdf),
}


#: What is read of the files that others hold.
_HELD = frozenset({*_READERS, _ARCHIVE})


def _reader(source: str) -> tuple[str, Reader]:
    ending = PurePath(source).suffix.lower()
    if ending not in _READERS:
        raise IngestError(
            source,
            f"has the ending {ending or '(none)'}, which is not read",
            f"save it as one of {', '.join(sorted({*_HELD, '.jsonl'}))}",
        )
    return _READERS[ending]
