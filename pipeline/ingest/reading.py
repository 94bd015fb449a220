"""What each reader makes of a file, before it becomes a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from incidents.pipeline.ingest.head import Found
from incidents.pipeline.records import Failure, Line


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's canonical text, and what its form says besides.

    Attributes:
        text: Canonical text; pages are parted by form feeds.
        warnings: What was left out or had to be guessed.
        layout: For a PDF, each line's place on its page.
        page_sizes: For a PDF, width and height of each page in points.
        reader: For a PDF, the library that found its characters, or the two that did.
        ocr: Pages that were read from their picture.
        title: As the file's own markup gives it.
        publisher: Likewise.
        url: Likewise.
        published: Likewise; an ISO date, found at ``start:end`` of ``text``, or at
            ``0:0`` where the text does not print it.
    """

    text: str
    warnings: tuple[Failure, ...] = ()
    layout: Sequence[Line] = ()
    page_sizes: tuple[tuple[float, float], ...] = ()
    reader: str | None = None
    ocr: tuple[int, ...] = ()
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: Found | None = None
