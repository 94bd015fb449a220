"""A run: every input through every stage, into one folder.

What a document gives is put aside in the folder as soon as it is made, and the run's
files are made of that at the end, in the order of ``doc_id``: so memory stays flat, the
order of inputs and the number of workers do not show, and an interrupted run still
writes what it has.
"""

from __future__ import annotations

import os
import platform
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from gazetteers import FILES, FIXED, SETTING
from gazetteers import load as load_gazetteer
from pipeline import files, workers
from pipeline.assemble.weights import Weights
from pipeline.assemble.weights import load as load_weights
from pipeline.document import Reading, read_report
from pipeline.ingest import (
    IngestError,
    Limits,
    ReportRow,
    not_read,
    read,
    read_rows,
    survey,
    unique_ids,
)
from pipeline.ingest.walk import ROWS
from pipeline.merge.join import Joined, join
from pipeline.merge.rows import keys, marked, rows, shared, source, unsure
from pipeline.merge.weights import learned as merge_weights
from pipeline.parse import MODEL, load
from pipeline.records import Failure, Report, to_json

_PACKAGES = ("incident-pipeline", "spacy", "dateparser", "pdfminer.six", "numpy")
_PARTS = ".parts"
#: Where an interrupted run goes that was to replace another.
_ASIDE = "interrupted"
#: Time that parsing and assembly may take beyond reading, until a worker is stopped:
#: so many seconds, and one for so many bytes (a tenth of the usual pace), bounded.
_GRACE, _BYTES_A_SECOND, _LONGEST = 60.0, 1_500, 3_600.0


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
        force: Whether ``out`` may hold another run, which is then replaced.
        limits: Bounds on one document.
    """

    inputs: tuple[Path, ...]
    out: Path
    workers: int = 1
    reports: Path | None = None
    model: str = MODEL
    gazetteers: Path | None = None
    weights: Path | None = None
    force: bool = False
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a run; also the ``counts`` of ``run.json``."""

    documents: int
    records: int
    failures: int
    warnings: int
    interrupted: bool
    unread: int = 0


class RunError(ValueError):
    """A run that cannot begin: wrong use, said in a sentence."""


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
        rows: What ``reports.csv`` says of each file, by its name.
        strays: Rows of it whose file is nowhere.
    """

    tasks: tuple[Task, ...]
    unread: tuple[Path, ...]
    rows: Mapping[str, ReportRow]
    strays: tuple[str, ...]

    def remarks(self) -> Iterator[Failure]:
        """A warning for each file that is not read, and each row without a file."""
        yield from map(not_read, self.unread)
        for name in self.strays:
            problem = f"names {name}, which is not among the files"
            mend = "give the file's name as it is, or leave the row out"
            yield Failure(ROWS, problem, mend, "warning")


@dataclass(slots=True)
class _Kept:
    """What is put aside: for each document its id, its file and its place in that."""

    folder: Path
    unread: int = 0
    parts: list[tuple[str, str, int, Path]] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def add(self, task: Task, reading: Reading) -> None:
        """Put ``reading`` on the disk."""
        number = len(self.parts)
        path = self.folder / f"{number:07}.json"
        path.write_text(files.line(asdict(reading)), encoding="utf-8")
        self.parts.append((reading.doc_id, str(task.path), number, path))

    def readings(self) -> Iterator[Reading]:
        """Each document once, by id."""
        for _, _, _, path in self.parts:
            yield Reading(**next(files.read_lines(path)))


def run(
    settings: Settings, heard: Callable[[str, Failure | None], None] = lambda *_: None
) -> Summary:
    """Read every input and write the run's folder.

    Args:
        settings: What to read, and how.
        heard: Called with the name of each document or file done, and its failure.

    Raises:
        RunError: ``out`` holds another run, there is nothing to read, or the model,
            the weights or ``reports.csv`` cannot be used.
    """
    begun = time.monotonic()
    told = plan(settings)
    try:
        load(settings.model)
        _weights(settings.weights)
        _add_gazetteers(settings.gazetteers)
    except (ValueError, OSError) as error:
        raise RunError(str(error)) from error
    kept = _Kept(_prepare(settings), len(told.unread))
    out, interrupted = settings.out, False
    for remark in told.remarks():
        kept.failures.append(remark)
        heard(remark.source, remark)
    try:
        _read_all(settings, told.tasks, told.rows, kept, heard)
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # what is done is written first
        interrupted = True
        mend = "run it again for the documents left out"
        kept.failures.append(Failure("run", "was interrupted", mend))
        if (out / "run.json").exists():
            out = out / _ASIDE  # the run that was to be replaced stays
            out.mkdir(exist_ok=True)
    for failure in _settle_ids(kept):
        heard(failure.source, failure)
    summary = _write(replace(settings, out=out), kept, interrupted, begun)
    shutil.rmtree(kept.folder)
    return summary


def plan(settings: Settings) -> Plan:
    """What a run would read and what not; nothing is written.

    Raises:
        RunError: An input is not there or ``out`` would hold it, there is nothing to
            read, or ``reports.csv`` cannot be used.
    """
    ours = settings.out.resolve()
    _check_inputs(settings.inputs, ours)
    found = survey(settings.inputs)
    # what a run wrote is no input
    paths = [p for p in found.read if not _within(p, ours)]
    unread = tuple(p for p in found.unread if not _within(p, ours))
    if not paths:
        given = ", ".join(map(str, settings.inputs))
        others = f", and {len(unread)} of others" if unread else ""
        raise RunError(
            f"nothing to read in {given}: no file of a known ending there{others}"
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
        rows,
        tuple(sorted(rows.keys() - _names_beside(settings.inputs, paths, unread))),
    )


def _within(path: Path, folder: Path) -> bool:
    return folder.is_dir() and path.resolve().is_relative_to(folder)


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


def _add_gazetteers(folder: Path | None) -> None:
    """Let this process and its workers read the user's own gazetteers as well.

    Raises:
        ValueError: The folder holds no gazetteer of ours to add to, or a bad one.
    """
    if folder is None:
        return
    known = {p.name for p in FILES.iterdir() if p.name.endswith(".toml")}
    known -= {f"{name}.toml" for name in FIXED}
    found = {p.name for p in folder.glob("*.toml")}
    if not found or found - known:
        names = ", ".join(sorted(found - known)) or "nothing"
        raise ValueError(
            f"{folder} holds {names}; name files like {', '.join(sorted(known))}"
        )
    os.environ[SETTING] = str(folder.resolve())
    for name in found:
        load_gazetteer.cache_clear()
        load_gazetteer(name.removesuffix(".toml"))


def _weights(path: Path | None) -> Weights | None:
    """The weights of ``path``, or None for those that ship.

    Raises:
        ValueError: They cannot be used; says why.
    """
    return load_weights(path) if path else None


def _rows(settings: Settings) -> Mapping[str, ReportRow]:
    """What ``reports.csv`` says: the one named, or the one beside or above an input."""
    if settings.reports is not None:
        return read_rows(settings.reports)
    folders = [p if p.is_dir() else p.parent for p in settings.inputs]
    for folder in dict.fromkeys([*folders, *(f.parent for f in folders)]):
        if (folder / ROWS).is_file():
            return read_rows(folder / ROWS)
    return {}


def _prepare(settings: Settings) -> Path:
    """The folder, with room for what is put aside."""
    out = settings.out
    if out.exists() and not out.is_dir():
        raise RunError(f"{out} is a file: name a folder")
    if (out / "run.json").exists() and not settings.force:
        raise RunError(f"{out} holds another run: name another folder, or add --force")
    parts = out / _PARTS
    shutil.rmtree(parts, ignore_errors=True)
    parts.mkdir(parents=True)
    return parts


def _read_all(
    settings: Settings,
    tasks: Sequence[Task],
    rows: Mapping[str, ReportRow],
    kept: _Kept,
    heard: Callable[[str, Failure | None], None],
) -> None:
    """Do every document; put aside what it gives, or why it gives nothing."""
    made = workers.each(
        tasks,
        _work,
        (settings.model, dict(rows), settings.limits, settings.weights),
        settings.workers,
        lambda task: settings.limits.seconds + _grace(task.path),
    )
    for task, result in made:
        failure = None
        if isinstance(result, Reading):
            kept.add(task, result)
        elif isinstance(result, workers.Lost):
            mend = "split it, allow more time, or leave it out"
            failure = Failure(task.path.name, result.problem, mend)
        elif isinstance(result, Failure):
            failure = result
        if failure is not None:
            kept.failures.append(failure)
        if result is not None:
            heard(task.path.name, failure)


def _grace(path: Path) -> float:
    """Seconds for parsing and assembling what is read from ``path``."""
    size = path.stat().st_size if path.is_file() else 0
    return min(_LONGEST, _GRACE + size / _BYTES_A_SECOND)


def _work(
    model: str, rows: Mapping[str, ReportRow], limits: Limits, weights: Path | None
) -> Callable[[Task], Iterator[Reading | Failure]]:
    """What a worker does with a file, its model loaded once."""
    nlp, decided = load(model), _weights(weights)

    def work(task: Task) -> Iterator[Reading | Failure]:
        try:
            for made in read(task.path, rows, limits):
                if isinstance(made, Report):
                    lone = task.path.suffix.lower() != ".jsonl"
                    report = replace(made, doc_id=task.doc_id) if lone else made
                    yield read_report(report, nlp, decided)
                else:
                    yield made
        except IngestError as error:
            yield error.failure
        except Exception as error:  # one document must not end the batch
            problem = f"stopped the pipeline ({type(error).__name__}: {error})"
            mend = "this is a fault of the program: report it, with the file"
            yield Failure(task.path.name, problem[:500], mend)

    return work


def _settle_ids(kept: _Kept) -> list[Failure]:
    """Sort by id; of documents of one id the first file's stands, others fail."""
    kept.parts.sort()
    seen: dict[str, str] = {}
    parts, failures = [], []
    for part in kept.parts:
        doc_id, source = part[:2]
        if doc_id in seen:
            problem = f"has the doc_id {doc_id!r} of {seen[doc_id]}"
            failures.append(Failure(source, problem, "give it another doc_id"))
        else:
            seen[doc_id] = source
            parts.append(part)
    kept.parts = parts
    kept.failures += failures
    kept.failures.sort(key=lambda f: (f.source, f.severity, f.problem))
    return failures


def _write(settings: Settings, kept: _Kept, interrupted: bool, begun: float) -> Summary:
    """The files of the run, ``run.json`` last: a folder without it is no whole run."""
    out = settings.out
    (out / "run.json").unlink(missing_ok=True)
    joined = _joined(kept)
    event_of = keys(joined)
    records = files.write_lines(
        out / "records.jsonl",
        (row | {"event_key": event_of[row["incident_id"]]} for row in _records(kept)),
    )
    files.write_lines(out / "events.jsonl", _events(kept, joined))
    files.write_lines(out / "unsure.jsonl", unsure(joined))
    files.write_lines(out / "mentions.jsonl", (r.mentions for r in kept.readings()))
    files.write_lines(out / "documents.jsonl", (r.document for r in kept.readings()))
    files.write_lines(out / "failures.jsonl", map(to_json, kept.failures))
    _write_layouts(out / "layout", kept)
    errors = sum(f.severity == "error" for f in kept.failures)
    summary = Summary(
        len(kept.parts),
        records,
        errors,
        len(kept.failures) - errors,
        interrupted,
        kept.unread,
    )
    files.write_json(out / "run.json", _account(settings, kept, summary, begun))
    return summary


def _records(kept: _Kept) -> Iterator[dict[str, Any]]:
    for reading in kept.readings():
        yield from reading.records


def _joined(kept: _Kept) -> Joined:
    """The records of all documents, sorted into events."""
    return join(
        (
            marked(record, source(reading.document, with_text=False))
            for reading in kept.readings()
            for record in reading.records
        ),
        merge_weights(),
    )


def _events(kept: _Kept, joined: Joined) -> Iterator[dict[str, Any]]:
    """The events; only documents that tell one with others are held."""
    several = shared(joined)
    sources = {
        r.doc_id: source(
            r.document, any(row["incident_id"] in several for row in r.records)
        )
        for r in kept.readings()
    }
    return rows(_records(kept), sources, joined)


def _write_layouts(folder: Path, kept: _Kept) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for reading in kept.readings():
        if reading.layout:
            files.write_json(folder / f"{reading.doc_id}.json", reading.layout)


def _named(path: Path | None) -> dict[str, str]:
    """A file that a run was given, by name and content."""
    if path is None:
        return {}
    return {"path": str(path), "sha256": sha256(path.read_bytes()).hexdigest()}


def _account(
    settings: Settings, kept: _Kept, summary: Summary, begun: float
) -> dict[str, Any]:
    """What the run was: versions, settings, inputs, counts, and time."""
    dropped: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    inputs: dict[str, dict[str, str]] = {}
    paths = [str(Path(part[1]).resolve()) for part in kept.parts]
    for path, reading in zip(paths, kept.readings(), strict=True):
        dropped.update(reading.dropped)
        left_out.update(e["reason"] for e in reading.mentions["left_out"])
        inputs[reading.doc_id] = {"path": path, "sha256": reading.document["sha256"]}
    return {
        "versions": {
            "python": platform.python_version(),
            **{name: version(name) for name in _PACKAGES},
        },
        "settings": {
            "inputs": [str(p) for p in settings.inputs],
            "workers": settings.workers,
            "model": settings.model,
            "gazetteers": str(settings.gazetteers or ""),
            "weights": _named(settings.weights),
            "limits": asdict(settings.limits),
        },
        "inputs": inputs,
        "counts": asdict(summary),
        "values_without_support": dict(sorted(dropped.items())),
        "event_words_in_no_record": dict(sorted(left_out.items())),
        "seconds": round(time.monotonic() - begun, 2),
    }
