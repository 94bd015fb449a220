"""How well PDFs are read, in the form that the scorer of reference texts takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from pipeline.ingest import IngestError, read, walk
from pipeline.records import Report


def predictions(folder: Path) -> Iterator[dict[str, Any]]:
    """What is read of each PDF of ``folder``.

    Yields:
        ``doc_id``, ``text`` (empty where it cannot be read), ``problems`` (errors and
        warnings) and ``seconds``.
    """
    for path in walk([folder]):
        if path.suffix.lower() == ".pdf":
            yield _prediction(path)


def _prediction(path: Path) -> dict[str, Any]:
    started = perf_counter()
    text, pages = "", 0
    problems: list[str] = []
    try:
        for found in read(path):
            if isinstance(found, Report):
                text, pages = found.text, found.pages
            else:
                problems.append(found.problem)
    except IngestError as error:
        problems.append(error.problem)
    return {
        "doc_id": path.stem,
        "text": text,
        "pages": pages,
        "problems": problems,
        "seconds": perf_counter() - started,
    }
