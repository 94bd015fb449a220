"""What is read by itself: a file, or a line of a JSONL file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from incidents.pipeline.ingest.jsonl import Line, split
from incidents.pipeline.ingest.limits import Limits
from incidents.pipeline.plan import Task


@dataclass(frozen=True, slots=True)
class Unit:
    """A file, or a line of one.

    Attributes:
        path: The file.
        doc_id: The id that no other file of the run has.
        size: Bytes.
        line: Which line, if it is one.
    """

    path: Path
    doc_id: str
    size: int
    line: Line | None = None

    @property
    def name(self) -> str:
        """What a user knows it by."""
        return f"{self.path.name}:{self.line.number}" if self.line else self.path.name

    @property
    def place(self) -> tuple[str, int]:
        """Where it is, in the order in which a run's documents stand."""
        return str(self.path), self.line.number if self.line else 0

    def digest(self, limits: Limits) -> str:
        """The SHA-256 of its bytes; empty where they cannot or need not be read."""
        if self.size > limits.max_bytes or not self.path.is_file():
            return ""
        try:
            with self.path.open("rb") as file:
                file.seek(self.line.start if self.line else 0)
                return sha256(file.read(self.size)).hexdigest()
        except OSError:
            return ""


def units(tasks: Sequence[Task], limits: Limits) -> Iterator[Unit]:
    """What there is to read, in order; a JSONL file is gone through as it is needed."""
    for task in tasks:
        if task.path.suffix.lower() == ".jsonl" and task.path.is_file():
            try:
                for line in split(task.path, limits):
                    yield Unit(task.path, task.doc_id, line.size, line)
                continue
            except OSError:
                pass  # whoever reads it says why it cannot be
        yield Unit(task.path, task.doc_id, _size(task.path))


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
