"""What a document may cost, and the error that names what went wrong with one."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field

from incidents.pipeline.records import Failure


class IngestError(ValueError):
    """A document that cannot be read: which, why, and what its owner can do.

    Attributes:
        source: File name; for JSONL with ``:`` and the line.
        problem: What was found to be wrong.
        mend: What a user can do about it.
    """

    def __init__(self, source: str, problem: str, mend: str) -> None:
        super().__init__(f"{source}: {problem}; {mend}")
        self.source = source
        self.problem = problem
        self.mend = mend

    def __reduce__(self) -> tuple[type[IngestError], tuple[str, str, str]]:
        # worker processes send it home pickled, which calls the class anew
        return type(self), (self.source, self.problem, self.mend)

    @property
    def failure(self) -> Failure:
        """The same as a row of ``failures.jsonl``."""
        return Failure(self.source, self.problem, self.mend)


class Exhausted(IngestError):
    """A document that took too long or too much, and elsewhere may not."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one document.

    Attributes:
        max_bytes: Size of the file, or of one line of a JSONL file.
        max_chars: Length of the canonical text.
        max_pages: Pages of a PDF.
        seconds: Processor time to read it, looked at between steps.
        ocr: Whether pages without text may be read from their picture, which takes
            seconds each.
    """

    max_bytes: int = 50_000_000
    max_chars: int = 5_000_000
    max_pages: int = 2000
    seconds: float = 60.0
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment by which ``source`` must have been read."""

    source: str
    seconds: float
    started: float = field(default_factory=time.process_time)

    def check(self) -> None:
        """Raise IngestError when the time is up."""
        if time.process_time() - self.started > self.seconds:
            raise Exhausted(
                self.source,
                f"took longer than {self.seconds:g} s to read",
                "split it into smaller files, or allow more time",
            )


def too_big(source: str) -> IngestError:
    """The error for a document that needs more memory than a process may have."""
    mend = "split it into smaller files, or leave it out"
    return Exhausted(source, "needs too much memory", mend)


def check_size(source: str, size: int, limits: Limits) -> None:
    """Raise IngestError for a file of more than ``limits.max_bytes``."""
    if size > limits.max_bytes:
        raise IngestError(
            source,
            f"has {size:,} bytes, more than the {limits.max_bytes:,} allowed",
            "split it into smaller files",
        )


#: Words and signs of one document: each costs memory until it is done.
_SIGNS = 1_500_000
_SIGN = re.compile(r"\w+|[^\w\s]")


def check_text(source: str, text: str, limits: Limits) -> None:
    """Raise IngestError for a text that is blank or longer than allowed."""
    if not text.strip():
        raise IngestError(source, "has no text", "check that the file is complete")
    if len(text) > limits.max_chars:
        raise IngestError(
            source,
            f"has {len(text):,} characters, more than the {limits.max_chars:,} allowed",
            "split it into smaller files",
        )
    signs = sum(1 for _ in _SIGN.finditer(text)) if len(text) > _SIGNS else 0
    if signs > _SIGNS:
        raise IngestError(
            source,
            f"has {signs:,} words and signs, more than the {_SIGNS:,} allowed",
            "split it into smaller files",
        )
