"""One file to its reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from pipeline.ingest import text as text_files
from pipeline.ingest.docx import read_docx
from pipeline.ingest.head import Found, find_published, find_title
from pipeline.ingest.html import read_html
from pipeline.ingest.jsonl import Entry, read_lines
from pipeline.ingest.limits import (
    Deadline,
    IngestError,
    Limits,
    check_size,
    check_text,
)
from pipeline.ingest.markdown import read_markdown
from pipeline.ingest.names import safe_id
from pipeline.ingest.pdf import read_pdf
from pipeline.ingest.reading import Reading
from pipeline.ingest.rows import ReportRow, read_day
from pipeline.records import Failure, Report

Reader = Callable[[str, bytes, Limits, Deadline], Reading]


def read(
    path: Path,
    rows: Mapping[str, ReportRow] | None = None,
    limits: Limits | None = None,
) -> Iterator[Report | Failure]:
    """Read a file: one report, or for JSONL one a line.

    Args:
        path: The file; its ending says how it is read.
        rows: What ``reports.csv`` says, by file name; it has the last word.
        limits: Bounds on one document.

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
            yield from _read_jsonl(path, row, limits)
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
    source = path.name
    media_type, reader = _reader(source, path.suffix.lower())
    check_size(source, path.stat().st_size, limits)
    content = path.read_bytes()
    reading = reader(source, content, limits, Deadline(source, limits.seconds))
    check_text(source, reading.text, limits)
    report = Report(
        doc_id=row.doc_id or safe_id(path.stem),
        source=source,
        sha256=sha256(content).hexdigest(),
        media_type=media_type,
        text=reading.text,
        layout=reading.layout,
        page_sizes=reading.page_sizes,
        reader=reading.reader,
        publisher=row.publisher or reading.publisher,
        url=row.url or reading.url,
        licence=row.licence,
    )
    report = _titled(report, row.title, reading.title)
    yield _dated(report, row, reading.published)
    yield from reading.warnings


def _titled(report: Report, given: str | None, marked: str | None) -> Report:
    """``report`` with its title: as given, as marked up, or as its head prints it."""
    if given:
        return replace(report, title=given)
    if marked:
        start = report.text.find(marked)
        found = Found(marked, start, start + len(marked)) if start >= 0 else None
        report = replace(report, title=marked)
    else:
        found = find_title(report.text)
    if found is None:
        return report
    citation = report.cite("title", found.start, found.end)
    return replace(report, title=found.value, citations=(*report.citations, citation))


def _dated(report: Report, row: ReportRow, marked: Found | None) -> Report:
    """``report`` with its day of publication, found as its title is."""
    if row.published:
        return replace(report, published=row.published)
    found = marked or find_published(report.text)
    if found is None:
        return report
    report = replace(report, published=read_day(report.source, found.value))
    if found.start == found.end:
        return report
    citation = report.cite("published", found.start, found.end)
    return replace(report, citations=(*report.citations, citation))


def _read_jsonl(
    path: Path, row: ReportRow, limits: Limits
) -> Iterator[Report | Failure]:
    taken: dict[str, str] = {}
    for entry in read_lines(path, limits):
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


def _entry(entry: Entry, row: ReportRow) -> Report:
    keys = entry.keys
    given = replace(
        row,
        published=read_day(entry.source, keys.get("published")) or row.published,
    )
    report = Report(
        doc_id=safe_id(entry.doc_id),
        source=entry.source,
        sha256=entry.sha256,
        media_type="application/jsonl",
        text=entry.text,
        publisher=keys.get("publisher") or row.publisher,
        url=keys.get("url") or row.url,
        licence=keys.get("licence") or row.licence,
    )
    return _dated(_titled(report, keys.get("title"), None), given, None)


def _read_text(
    source: str, content: bytes, limits: Limits, deadline: Deadline
) -> Reading:
    text, warnings = text_files.decode(source, content)
    return Reading(text, (*warnings, *text_files.unseen(source, text)))


_READERS: dict[str, tuple[str, Reader]] = {
    ".txt": ("text/plain", _read_text),
    ".md": ("text/markdown", read_markdown),
    ".docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        read_docx,
    ),
    ".html": ("text/html", read_html),
    ".htm": ("text/html", read_html),
    ".pdf": ("application/pdf", read_pdf),
}


def _reader(source: str, ending: str) -> tuple[str, Reader]:
    if ending not in _READERS:
        raise IngestError(
            source,
            f"has the ending {ending or '(none)'}, which is not read",
            f"save it as one of {', '.join(sorted({*_READERS, '.jsonl'}))}",
        )
    return _READERS[ending]
