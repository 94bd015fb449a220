"""A run in Python: made, kept, and its tables as DataFrames."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from incidents.pipeline import files
from incidents.pipeline.export.bundle import Bundle
from incidents.pipeline.export.choice import Choice
from incidents.pipeline.export.frames import frame
from incidents.pipeline.export.reading import read_bundle
from incidents.pipeline.export.tables import tables
from incidents.pipeline.model import MODEL
from incidents.pipeline.plan import Settings
from incidents.pipeline.records import Failure
from incidents.record import Record

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Failure", "Run", "load", "read", "run"]

AnyPath = str | os.PathLike[str]


@dataclass(frozen=True, repr=False)
class Run:
    """What was read in some reports; iterate over it for the records.

    Attributes:
        bundle: The records as decided so far, located and dated.
        failures: What was not read, or is doubtful, and what can be done about it.
    """

    bundle: Bundle
    failures: tuple[Failure, ...] = ()

    @cached_property
    def records(self) -> DataFrame:
        """A row a record: the codebook's fields, the place, the first quote's page."""
        return self._table("records")

    @cached_property
    def values(self) -> DataFrame:
        """A row for each quote of each value, with offsets, support, confidence."""
        return self._table("values")

    @cached_property
    def events(self) -> DataFrame:
        """A row an event, over all reports that tell it."""
        return self._table("events")

    @cached_property
    def documents(self) -> DataFrame:
        """A row a document."""
        return self._table("documents")

    @cached_property
    def codebook(self) -> DataFrame:
        """A row a field: what it is, and the terms that it may have."""
        return self._table("codebook")

    def _table(self, name: str) -> DataFrame:
        return next(frame(t) for t in tables(self.bundle) if t.name == name)

    @cached_property
    def _by_id(self) -> dict[str, Record]:
        texts = {} if self.bundle.choice.pseudonyms else self.bundle.texts
        found = (Record(t, texts.get(t.row["doc_id"])) for t in self.bundle.told)
        return {record.id: record for record in found}

    def __iter__(self) -> Iterator[Record]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __getitem__(self, incident_id: str) -> Record:
        return self._by_id[incident_id]

    def __repr__(self) -> str:
        events, documents = len(self.bundle.events), len(self.bundle.documents)
        return f"<Run: {len(self)} records, {events} events, {documents} documents>"


def read(path: AnyPath, *, model: str = MODEL) -> Run:
    """Read a report, or a folder of them; nothing is kept on the disk.

    Args:
        path: A file, or a folder, which is walked.
        model: Name or path of an installed spaCy model.

    Raises:
        ValueError: There is nothing to read, or nothing of it could be read.
    """
    with TemporaryDirectory() as folder:
        made = run(path, Path(folder) / "run", model=model)
    if not made.bundle.documents:
        said = (f"{f.source}: {f.problem}; {f.mend}" for f in made.failures)
        raise ValueError("; ".join(said))
    return made


def run(
    paths: AnyPath | Iterable[AnyPath],
    out: AnyPath,
    *,
    workers: int = 1,
    reports: AnyPath | None = None,
    model: str = MODEL,
    weights: AnyPath | None = None,
    event_weights: AnyPath | None = None,
    force: bool = False,
) -> Run:
    """Read reports and keep what they tell in a folder, as ``incidents run`` does.

    Args:
        paths: Files, and folders that are walked.
        out: The folder; made if it is missing.
        workers: Processes; the records are the same for any number.
        reports: ``reports.csv``; without it one beside or above an input is found.
        model: Name or path of an installed spaCy model.
        weights: Decisions that ``incidents learn`` fitted, instead of those that ship.
        event_weights: What ``incidents learn --events`` fitted, to join records by.
        force: Whether a run that ``out`` holds is replaced.

    Raises:
        ValueError: There is nothing to read, or an argument cannot be used. A document
            that cannot be read is no error: ``Run.failures`` names it.
        NotWritten: A disk has no room, or a folder is gone (a ``RuntimeError``).
        KeyboardInterrupt: It was stopped; what was done is in ``out``.
    """
    from incidents.pipeline.run import run as make

    inputs = [paths] if isinstance(paths, str | os.PathLike) else paths
    settings = Settings(
        inputs=tuple(map(Path, inputs)),
        out=Path(out),
        workers=workers,
        reports=None if reports is None else Path(reports),
        model=model,
        weights=None if weights is None else Path(weights),
        event_weights=None if event_weights is None else Path(event_weights),
        force=force,
    )
    if make(settings).interrupted:
        raise KeyboardInterrupt
    return load(out)


def load(
    folder: AnyPath,
    *,
    reviewed: bool = False,
    pseudonyms: AnyPath | None = None,
    database: str | None = None,
) -> Run:
    """Take up a run that was kept, with what was decided at the desk.

    Args:
        folder: Of the run, or of several that were merged.
        reviewed: Whether only records of which every value was decided are taken.
        pseudonyms: A file with a key, made if it is missing, by which suspects' names
            are replaced; those of acquitted people are left out.
        database: Where decisions are, if not in ``reviews.sqlite`` in the folder.

    Raises:
        ValueError: There is no such run, or it cannot be read.
    """
    key = None if pseudonyms is None else Path(pseudonyms)
    choice = Choice(reviewed=reviewed, pseudonyms=key)
    return Run(read_bundle(Path(folder), choice, database), _failures(Path(folder)))


def _failures(folder: Path) -> tuple[Failure, ...]:
    path = folder / "failures.jsonl"
    if not path.is_file():
        return ()
    try:
        return tuple(Failure(**row) for row in files.read_lines(path))
    except (TypeError, ValueError) as error:
        raise ValueError(f"{path}: not as a run writes it: {error}") from error
