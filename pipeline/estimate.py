"""How long a run will take, by a sample of its documents that is read for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from incidents.pipeline import run
from incidents.pipeline.entry import Entry
from incidents.pipeline.plan import Settings
from incidents.pipeline.progress import in_words
from incidents.pipeline.unit import Unit

#: Of each kind of file, how many parts it is divided into by size; one of each is read.
_PARTS = 6


@dataclass(frozen=True, slots=True)
class Estimate:
    """How long a run will take.

    Attributes:
        documents: Files and lines to read.
        known: How many more need not be read, as it is kept what they give.
        sampled: How many were read to tell.
        seconds: Processor time that all of them take.
        workers: How many processes share that.
    """

    documents: int
    known: int
    sampled: int
    seconds: float
    workers: int

    def said(self) -> str:
        """The same in a sentence."""
        known = f" ({self.known} more are known)" if self.known else ""
        return (
            f"about {in_words(self.seconds / self.workers)} with"
            f" {self.workers} {'process' if self.workers == 1 else 'processes'} for"
            f" {self.documents} documents{known}, as {self.sampled} of them took"
        )


def estimate(settings: Settings) -> Estimate:
    """Read a few documents of each kind, and count on from them by size.

    What they give is kept, so that a run does not read them again.
    """
    known, unknown = run.look(settings)
    parts = [part for of_kind in _kinds(unknown) for part in divide(of_kind)]
    took: dict[Unit, float] = {}

    def taken(unit: Unit, key: str | None, entry: Entry) -> None:
        took[unit] = entry.seconds

    run.read_some(settings, [part[len(part) // 2] for part in parts], taken)
    seconds = sum(_seconds(part, took[part[len(part) // 2]]) for part in parts)
    return Estimate(len(unknown), known, len(parts), seconds, settings.workers)


def divide(units: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    """Parts of the units by size, of about as many each."""
    count = min(_PARTS, len(units))
    for n in range(count):
        yield units[n * len(units) // count : (n + 1) * len(units) // count]


def _kinds(units: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    """The units by ending, smallest first."""
    ordered = sorted(units, key=lambda u: (u.path.suffix.lower(), u.size, u.place))
    for _, found in groupby(ordered, key=lambda u: u.path.suffix.lower()):
        yield list(found)


def _seconds(part: Sequence[Unit], one: float) -> float:
    """What a part takes of which the middle one took so long."""
    size = part[len(part) // 2].size
    return one * sum(u.size for u in part) / size if size else one * len(part)
