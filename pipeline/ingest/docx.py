"""Word files to canonical text."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, normpath
from typing import Protocol

from incidents.pipeline.ingest.clean import Cleaner, single_spaced
from incidents.pipeline.ingest.docx_text import Body, Notes, Styles
from incidents.pipeline.ingest.limits import Deadline, Limits
from incidents.pipeline.ingest.package import Package
from incidents.pipeline.ingest.reading import Reading
from incidents.pipeline.records import Failure

_MAIN = "word/document.xml"
LONGEST_TITLE = 500
_LOOK = "show hidden text in Word to see it"


def read_docx(
    source: str, content: bytes, limits: Limits, deadline: Deadline
) -> Reading:
    """Read a Word file: paragraphs, tables as rows, then the notes.

    Raises:
        IngestError: It is broken, encrypted, or a trap.
    """
    package = Package(source, content, deadline)
    main = _main_part(package)
    folder = dirname(main)
    styles = Styles()
    if f"{folder}/styles.xml" in package.names:
        package.parse(f"{folder}/styles.xml", styles)
    clean = Cleaner()
    body = Body(clean, styles)
    package.parse(main, body)
    for part in (f"{folder}/footnotes.xml", f"{folder}/endnotes.xml"):
        if part in package.names:
            package.parse(part, Notes(body))
    title = single_spaced(clean(body.title))[:LONGEST_TITLE]
    return Reading(
        body.writer.text(),
        warnings=tuple(left_out(source, body, clean)),
        title=title or None,
    )


def _main_part(package: Package) -> str:
    """The part that the package says is its document."""
    relations = _Relations()
    if "_rels/.rels" in package.names:
        package.parse("_rels/.rels", relations)
    target = normpath(relations.document.lstrip("/"))
    return target if target in package.names else _MAIN


class _Relations:
    def __init__(self) -> None:
        self.document = _MAIN

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if attributes.get("Type", "").endswith("/officeDocument"):
            self.document = attributes.get("Target", _MAIN)

    def end(self, name: str) -> None:
        pass

    def characters(self, text: str) -> None:
        pass


class LeftOut(Protocol):
    """How many characters of a text are none that is seen, by the reason."""

    hidden: int
    deleted: int
    struck: int


def left_out(source: str, body: LeftOut, clean: Cleaner) -> Iterator[Failure]:
    """A warning for each reason for which characters are left out."""
    if body.hidden:
        problem = f"{body.hidden} characters left out, hidden by their format"
        yield Failure(source, problem, _LOOK, "warning")
    if body.deleted:
        problem = f"{body.deleted} characters left out, deleted under tracked changes"
        yield Failure(source, problem, "accept or reject the changes", "warning")
    if body.struck:
        problem = f"{body.struck} characters left out, struck out"
        yield Failure(source, problem, "look at what stands beside them", "warning")
    if clean.hidden:
        problem = f"{clean.hidden} characters left out that print nothing"
        yield Failure(source, problem, "look for them in Word", "warning")
