"""What a run is told, and what it would read of that and what not."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from incidents.pipeline.ingest import (
    Limits,
    ReportRow,
    not_read,
    read_rows,
    survey,
    unique_ids,
)
from incidents.pipeline.ingest.walk import ROWS
from incidents.pipeline.model import MODEL
from incidents.pipeline.records import Failure


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is told.

    Attributes:
        inputs: Files, and folders that are walked.
        out: Folder for the run's files; made if need be.
        workers: Processes; the records are the same for any number.
        reports: ``reports.csv``; None looks for one beside the inputs.
        model: Name or path of a spaCy model.
        gazetteers: Folder of the user's own gazetteers, added to ours.
        weights: Weights of assembly's decisions, instead of those that ship.
        event_weights: What joins records to events, instead of what ships.
        force: Whether ``out`` may hold another run, which is then replaced, and what
            was kept there of it forgotten.
        cache: Folder in which is kept what documents give; ``out``, if none is named.
        remember: Whether it is kept, and used.
        scheduler: Address of a dask scheduler whose machines read, instead of
            processes of this one.
        limits: Bounds on one document.
    """

    inputs: tuple[Path, ...]
    out: Path
    workers: int = 1
    reports: Path | None = None
    model: str = MODEL
    gazetteers: Path | None = None
    weights: Path | None = None
    event_weights: Path | None = None
    force: bool = False
    cache: Path | None = None
    remember: bool = True
    scheduler: str | None = None
    limits: Limits = field(default_factory=Limits)


class RunError(ValueError):
    """A run that cannot begin: wrong use, said in a sentence."""


class NotWritten(RuntimeError):
    """A run whose files cannot be written: where, and why."""


@dataclass(frozen=True, slots=True, order=True)
class Task:
    """One file, and the id that no other file of the run has."""

    path: Path
    doc_id: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is to do.

    Attributes:
        tasks: The files that are read.
        unread: Files of the folders that are not.
        runs: Folders that are not, as they hold earlier runs.
        rows: What ``reports.csv`` says of each file, by its name.
        strays: Rows of it whose file is nowhere.
    """

    tasks: tuple[Task, ...]
    unread: tuple[Path, ...]
    runs: tuple[Path, ...]
    rows: Mapping[str, ReportRow]
    strays: tuple[str, ...]

    def remarks(self) -> Iterator[Failure]:
        """A warning for each file that is not read, and each row without a file."""
        yield from map(not_read, self.unread)
        for folder in self.runs:
            mend = "move it out of the folder that is read, or leave it"
            yield Failure(str(folder), "is not read: a run's folder", mend, "warning")
        for name in self.strays:
            problem = f"names {name}, which is not among the files"
            mend = "give the file's name as it is, or leave the row out"
            yield Failure(ROWS, problem, mend, "warning")


def plan(settings: Settings) -> Plan:
    """What a run would read and what not; nothing is written.

    Raises:
        RunError: An input is not there or ``out`` would hold it, there is nothing to
            read, or ``reports.csv`` cannot be used.
    """
    ours = settings.out.resolve()
    _check_inputs(settings.inputs, ours)
    found = survey(settings.inputs)
    paths, unread = _outside(found.read, ours), _outside(found.unread, ours)
    if not paths:
        given = ", ".join(map(str, settings.inputs))
        others = f", and {len(unread)} of others" if unread else ""
        earlier = f", and {len(found.runs)} folders of earlier runs"
        raise RunError(
            f"nothing to read in {given}: no file of a known ending there{others}"
            + earlier * bool(found.runs)
        )
    try:
        rows = _rows(settings)
    except (ValueError, OSError) as error:
        raise RunError(str(error)) from error
    named = {p: rows[p.name].doc_id or "" for p in paths if p.name in rows}
    ids = unique_ids([str(p) for p in paths if not named.get(p)])
    return Plan(
        tuple(Task(p, named.get(p) or ids[str(p)]) for p in paths),
        unread,
        tuple(p for p in found.runs if p.resolve() != ours),
        rows,
        tuple(sorted(rows.keys() - _names_beside(settings.inputs, paths, unread))),
    )


def _outside(paths: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """The files that are not in ``folder``: what a run wrote is no input."""
    within = os.path.join(folder, "")  # noqa: PTH118, as paths here are very many
    if not folder.is_dir():
        return tuple(paths)
    return tuple(p for p in paths if not os.path.realpath(p).startswith(within))


def _check_inputs(inputs: Sequence[Path], out: Path) -> None:
    """Refuse an input that is not there, or that lies in the folder to be written."""
    for path in inputs:
        if not path.exists():
            raise RunError(f"no such file or folder: {path}")
        if not out.is_file() and path.resolve().is_relative_to(out):
            where = "is" if path.resolve() == out else "lies in"
            raise RunError(
                f"the input {path} {where} the folder to be written, {out}:"
                " name another folder with --out"
            )


def _names_beside(
    inputs: Sequence[Path], paths: Sequence[Path], unread: Sequence[Path]
) -> set[str]:
    """Names of the files of the inputs, and of those beside a file that is one."""
    names = {path.name for path in (*paths, *unread)}
    for folder in {p.parent for p in inputs if p.is_file()}:
        names.update(path.name for path in folder.iterdir())
    return names


def _rows(settings: Settings) -> Mapping[str, ReportRow]:
    """What ``reports.csv`` says: the one named, or the one beside or above an input."""
    if settings.reports is not None:
        return read_rows(settings.reports)
    folders = [p if p.is_dir() else p.parent for p in settings.inputs]
    for folder in dict.fromkeys([*folders, *(f.parent for f in folders)]):
        if (folder / ROWS).is_file():
            return read_rows(folder / ROWS)
    return {}
