"""A run's folder: its files, made of what its documents gave."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from incidents.pipeline import files
from incidents.pipeline.account import Account, Summary
from incidents.pipeline.kept import Document, Kept
from incidents.pipeline.merge.claims import Record, Source
from incidents.pipeline.merge.join import Joined, join
from incidents.pipeline.merge.rows import keys, marked, rows, shared, source, unsure
from incidents.pipeline.merge.weights import learned, load
from incidents.pipeline.records import to_json
from incidents.pipeline.seal import sealed


def write(out: Path, account: Account, kept: Kept) -> Summary:
    """The files of the run, ``run.json`` last: a folder without it is no whole run."""
    (out / "run.json").unlink(missing_ok=True)
    joined = _joined(kept, account.settings.event_weights)
    told = _write_documents(out, kept, keys(joined))
    files.write_lines(out / "events.jsonl", _events(kept, joined))
    files.write_lines(out / "unsure.jsonl", unsure(joined))
    files.write_lines(out / "failures.jsonl", map(to_json, kept.failures))
    summary = _summary(kept, told.records, account.interrupted)
    files.write_json(out / "run.json", _account(out, account, kept, summary, told))
    return summary


@dataclass(slots=True)
class _Told:
    """What is counted of the documents as they are written.

    Attributes:
        records: How many there are.
        dropped: Values without support, by field.
        left_out: Event words in no record, by reason.
        inputs: By document, where it lies and its hash.
    """

    records: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    inputs: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, document: Document) -> None:
        head = document.part.head
        self.records += len(head["incidents"])
        self.dropped.update(head["dropped"])
        self.left_out.update(head["left_out"])
        path = os.path.realpath(document.place[0])
        self.inputs[document.doc_id] = {"path": path, "sha256": head["told"]["sha256"]}


#: The file that a section of each document goes into.
_WRITTEN = {"mentions": "mentions.jsonl", "document": "documents.jsonl"}


def _write_documents(out: Path, kept: Kept, event_of: Mapping[str, str]) -> _Told:
    """The files of which each document has its part; what is kept is gone to once."""
    told, layouts = _Told(), _Layouts(out / "layout")
    with ExitStack() as stack:
        records = stack.enter_context(files.whole_bytes(out / "records.jsonl"))
        opened = {
            section: stack.enter_context(files.whole_bytes(out / name))
            for section, name in _WRITTEN.items()
        }
        for document in kept.documents:
            told.add(document)
            for line in _records(document, event_of):
                records.write(line + b"\n")
            for section, file in opened.items():
                file.write(document.part.section(section) + b"\n")
            layouts.write(document)
    layouts.tidy()
    return told


def _summary(kept: Kept, records: int, interrupted: bool) -> Summary:
    errors = sum(f.severity == "error" for f in kept.failures)
    return Summary(
        len(kept.documents),
        records,
        errors,
        len(kept.failures) - errors,
        interrupted,
        kept.unread,
    )


def _records(document: Document, event_of: Mapping[str, str]) -> Iterator[bytes]:
    """The records of a document, each with the key of its event."""
    for id, line in zip(document.incidents, document.lines(), strict=True):
        if event_of[id] == id:  # as it is written already
            yield line
        else:
            row = json.loads(line) | {"event_key": event_of[id]}
            yield files.line(row).encode()


def _joined(kept: Kept, weights: Path | None) -> Joined:
    """The records of all documents, sorted into events."""
    return join(
        (
            marked(record, source(document.told, with_text=False))
            for document in kept.documents
            for record in document.records()
        ),
        load(weights) if weights else learned(),
    )


def _events(kept: Kept, joined: Joined) -> Iterator[dict[str, Any]]:
    """The events; only documents that tell one with others are held."""
    several = shared(joined)
    sources: dict[str, Source] = {}

    def passing() -> Iterator[Record]:
        for document in kept.documents:
            alone = several.isdisjoint(document.incidents)
            row = document.told if alone else document.row()
            sources[document.doc_id] = source(row)
            yield from document.records()

    return rows(passing(), sources, joined)


@dataclass(slots=True)
class _Layouts:
    """A file for each document with pages, where it does not stand there already."""

    folder: Path
    written: set[Path] = field(default_factory=set)

    def write(self, document: Document) -> None:
        """That of one document."""
        self.folder.mkdir(exist_ok=True)
        if content := document.part.section("layout"):
            path = self.folder / f"{document.doc_id}.json"
            self.written.add(path)
            if not path.is_file() or path.read_bytes() != content:
                with files.whole_bytes(path) as file:
                    file.write(content)

    def tidy(self) -> None:
        """Leave none that no document has."""
        self.folder.mkdir(exist_ok=True)
        for path in set(self.folder.iterdir()) - self.written:
            path.unlink()


def _account(
    out: Path, account: Account, kept: Kept, summary: Summary, told: _Told
) -> dict[str, Any]:
    """What the run was: versions, settings, inputs, counts, and time."""
    made_by = account.told()
    return {
        **made_by,
        "settings": {**made_by["settings"], "workers": account.settings.workers},
        "inputs": told.inputs,
        "counts": asdict(summary),
        "values_without_support": dict(sorted(told.dropped.items())),
        "event_words_in_no_record": dict(sorted(told.left_out.items())),
        "files": sealed(out),
        "made_of": kept.made_of(made_by),
        "seconds": round(time.monotonic() - account.begun, 2),
    }
