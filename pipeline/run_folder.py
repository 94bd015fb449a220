"""A run's folder: what is put aside while documents are read, and its files."""

from __future__ import annotations

import platform
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline import files
from pipeline.document import Reading
from pipeline.merge.join import Joined, join
from pipeline.merge.rows import keys, marked, rows, shared, source, unsure
from pipeline.merge.weights import learned as merge_weights
from pipeline.plan import Settings, Task
from pipeline.records import Failure, to_json

_PACKAGES = ("incident-pipeline", "spacy", "dateparser", "pdfminer.six", "numpy")


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a run; also the ``counts`` of ``run.json``."""

    documents: int
    records: int
    failures: int
    warnings: int
    interrupted: bool
    unread: int = 0


@dataclass(slots=True)
class Kept:
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


def settle_ids(kept: Kept) -> list[Failure]:
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


def write(settings: Settings, kept: Kept, interrupted: bool, begun: float) -> Summary:
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


def _records(kept: Kept) -> Iterator[dict[str, Any]]:
    for reading in kept.readings():
        yield from reading.records


def _joined(kept: Kept) -> Joined:
    """The records of all documents, sorted into events."""
    return join(
        (
            marked(record, source(reading.document, with_text=False))
            for reading in kept.readings()
            for record in reading.records
        ),
        merge_weights(),
    )


def _events(kept: Kept, joined: Joined) -> Iterator[dict[str, Any]]:
    """The events; only documents that tell one with others are held."""
    several = shared(joined)
    sources = {
        r.doc_id: source(
            r.document, any(row["incident_id"] in several for row in r.records)
        )
        for r in kept.readings()
    }
    return rows(_records(kept), sources, joined)


def _write_layouts(folder: Path, kept: Kept) -> None:
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
    settings: Settings, kept: Kept, summary: Summary, begun: float
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
