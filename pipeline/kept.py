"""What a run has of each document until its files are written: where it lies."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from incidents.pipeline import files
from incidents.pipeline.entry import Entry, Part
from incidents.pipeline.records import Failure, to_json
from incidents.pipeline.unit import Unit


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the run.

    Attributes:
        place: The file it is of, the line in that, and which document of that it is.
        part: What it gave.
    """

    place: tuple[str, int, int]
    part: Part

    @property
    def doc_id(self) -> str:
        """Its id."""
        return self.part.doc_id

    @property
    def source(self) -> str:
        """The file it is of, and the line."""
        path, line, _ = self.place
        return f"{path}:{line}" if line else path

    @property
    def told(self) -> Mapping[str, Any]:
        """What its row of ``documents.jsonl`` says of where it is from."""
        return dict(self.part.head["told"])

    def row(self) -> dict[str, Any]:
        """Its row of ``documents.jsonl``."""
        return dict(json.loads(self.part.section("document")))

    @property
    def incidents(self) -> list[str]:
        """The ids of its records."""
        return list(self.part.head["incidents"])

    def lines(self) -> list[bytes]:
        """Its rows of ``records.jsonl``, as they are written."""
        return self.part.section("records").split(b"\n") if self.incidents else []

    def records(self) -> Iterator[dict[str, Any]]:
        """The same, each an event of its own."""
        return map(json.loads, self.lines())


@dataclass(slots=True)
class Kept:
    """The documents of a run, and what could not be read.

    Attributes:
        unread: How many files are of no ending that is read.
        documents: What was read.
        failures: What was not, and warnings.
        keys: Of each file and line, by what its entry was found.
        entries: Where what they gave lies.
    """

    unread: int = 0
    documents: list[Document] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    keys: list[tuple[str, int, str]] = field(default_factory=list)
    entries: set[str] = field(default_factory=set)

    def add(self, unit: Unit, key: str | None, entry: Entry) -> None:
        """Take what a file or a line gave."""
        path, line = unit.place
        self.documents += [
            Document((path, line, number), part)
            for number, part in enumerate(entry.parts)
        ]
        self.failures += entry.failures
        self.keys.append((path, line, key or ""))
        self.entries.add(entry.file)

    def settle(self) -> list[Failure]:
        """Sort by id; of documents of one id the first file's stands, others fail."""
        self.documents.sort(key=lambda d: (d.doc_id, d.place))
        first: dict[str, Document] = {}
        failures = []
        for document in self.documents:
            stands = first.setdefault(document.doc_id, document)
            if stands is not document:
                problem = f"has the doc_id {document.doc_id!r} of {stands.source}"
                mend = "give it another doc_id"
                failures.append(Failure(document.source, problem, mend))
        self.documents = list(first.values())
        self.failures += failures
        self.failures.sort(key=lambda f: (f.source, f.severity, f.problem))
        return failures

    def made_of(self, account: Any) -> str | None:
        """A hash of all that the run's files follow from; None if some cannot be told.

        Args:
            account: What the run is told, and what it reads with.
        """
        if not all(key for _, _, key in self.keys):
            return None
        told = [account, sorted(self.keys), [to_json(f) for f in self.failures]]
        return sha256(files.line(told).encode()).hexdigest()

    def rows(self) -> Iterator[dict[str, Any]]:
        """The records of all documents."""
        for document in self.documents:
            yield from document.records()
