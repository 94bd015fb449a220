"""What ``reports.csv`` says of each file; it has the last word."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path, PurePath

from incidents.pipeline.ingest.limits import IngestError
from incidents.pipeline.ingest.names import safe_id

_PART = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_DAY = len("2025-09-03")
COLUMNS = ("doc_id", "file", "title", "publisher", "published", "url", "licence")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One row of ``reports.csv``; what it leaves empty is None."""

    doc_id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    licence: str | None = None


def read_rows(path: Path) -> dict[str, ReportRow]:
    """The rows of a ``reports.csv``, by file name.

    Raises:
        IngestError: The table cannot be read; names the row.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise IngestError(
            path.name, f"cannot be read ({error})", "save it as CSV in UTF-8"
        ) from None
    table = csv.DictReader(StringIO(text, newline=""))
    rows: dict[str, ReportRow] = {}
    try:
        _check_columns(path.name, table.fieldnames or [])
        for row in table:
            source = f"{path.name} row {table.line_num}"
            file = PurePath((row["file"] or "").strip().replace("\\", "/")).name
            if not file or file in rows:
                problem = f"names {file} again" if file else "names no file"
                raise IngestError(source, problem, "give each file one row")
            rows[file] = _row(source, row)
    except csv.Error as error:
        source = f"{path.name} row {table.line_num}"
        raise IngestError(source, f"is no CSV ({error})", "mend the row") from None
    return rows


def _check_columns(source: str, names: Sequence[str]) -> None:
    wrong = sorted(set(names) - set(COLUMNS), key=str)
    if "file" not in names or wrong:
        problem = f"has unknown columns: {', '.join(wrong)}" if wrong else "lacks file"
        raise IngestError(source, problem, f"use the columns {', '.join(COLUMNS)}")


def _row(source: str, row: dict[str, str | None]) -> ReportRow:
    if None in row:
        raise IngestError(
            source, "has more cells than columns", "put quotes around commas"
        )
    values = {key: (value or "").strip() or None for key, value in row.items()}
    doc_id = values.get("doc_id")
    if doc_id is not None and safe_id(doc_id) != doc_id:
        raise IngestError(
            source,
            f"gives the doc_id {doc_id!r}, which cannot name a file",
            f"use {safe_id(doc_id)!r}",
        )
    return ReportRow(
        doc_id=doc_id,
        title=values.get("title"),
        publisher=values.get("publisher"),
        published=read_issued(source, values.get("published")),
        url=values.get("url"),
        licence=values.get("licence"),
    )


def read_issued(source: str, value: str | None) -> str | None:
    """An ISO 8601 day, of a date or of a date and time; or a month, or a year.

    Raises:
        IngestError: It is something else.
    """
    if value is None:
        return None
    if _PART.fullmatch(value):
        return value
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        day = None
    if day is None or value[4:5] != "-" or value[10:11] not in ("", "T", " "):
        raise IngestError(
            source,
            f"gives {value!r} as day of publication",
            "write it as YYYY-MM-DD, YYYY-MM or YYYY, or leave it empty",
        )
    return day.isoformat()


def day_of(issued: str | None) -> date | None:
    """The day that an EDTF date names, if it names one."""
    return date.fromisoformat(issued) if issued and len(issued) == _DAY else None
