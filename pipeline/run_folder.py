"""A run's folder: its files, made of what its documents gave."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from incidents.pipeline import files
from incidents.pipeline.account import Account, Summary
from incidents.pipeline.kept import Kept
from incidents.pipeline.merge.join import Joined, join
from incidents.pipeline.merge.rows import keys, marked, rows, shared, source, unsure
from incidents.pipeline.merge.weights import learned, load
from incidents.pipeline.records import to_json
from incidents.pipeline.seal import sealed


def write(out: Path, account: Account, kept: Kept) -> Summary:
    """The files of the run, ``run.json`` last: a folder without it is no whole run."""
    (out / "run.json").unlink(missing_ok=True)
    joined = _joined(kept, account.settings.event_weights)
    records = files.write_bytes(out / "records.jsonl", _records(kept, keys(joined)))
    files.write_lines(out / "events.jsonl", _events(kept, joined))
    files.write_lines(out / "unsure.jsonl", unsure(joined))
    for name in ("mentions", "document"):
        sections = (d.part.section(name) for d in kept.documents)
        files.write_bytes(out / _WRITTEN[name], sections)
    files.write_lines(out / "failures.jsonl", map(to_json, kept.failures))
    _write_layouts(out / "layout", kept)
    summary = _summary(kept, records, account.interrupted)
    files.write_json(out / "run.json", _account(out, account, kept, summary))
    return summary


#: The file that a section of each document goes into.
_WRITTEN = {"mentions": "mentions.jsonl", "document": "documents.jsonl"}


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


def _records(kept: Kept, event_of: Mapping[str, str]) -> Iterator[bytes]:
    """The records, each with the key of its event."""
    for document in kept.documents:
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
    sources = {
        d.doc_id: source(d.told if several.isdisjoint(d.incidents) else d.row())
        for d in kept.documents
    }
    return rows(kept.rows(), sources, joined)


def _write_layouts(folder: Path, kept: Kept) -> None:
    """A file for each document with pages, where it does not stand there already."""
    folder.mkdir(exist_ok=True)
    written = set()
    for document in kept.documents:
        if content := document.part.section("layout"):
            path = folder / f"{document.doc_id}.json"
            written.add(path)
            if not path.is_file() or path.read_bytes() != content:
                files.write_bytes(path, [content], end="")
    for path in set(folder.iterdir()) - written:
        path.unlink()


def _account(
    out: Path, account: Account, kept: Kept, summary: Summary
) -> dict[str, Any]:
    """What the run was: versions, settings, inputs, counts, and time."""
    dropped: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    inputs: dict[str, dict[str, str]] = {}
    for document in kept.documents:
        head = document.part.head
        dropped.update(head["dropped"])
        left_out.update(head["left_out"])
        path = str(Path(document.place[0]).resolve())
        inputs[document.doc_id] = {"path": path, "sha256": head["told"]["sha256"]}
    told = account.told()
    return {
        **told,
        "settings": {**told["settings"], "workers": account.settings.workers},
        "inputs": inputs,
        "counts": asdict(summary),
        "values_without_support": dict(sorted(dropped.items())),
        "event_words_in_no_record": dict(sorted(left_out.items())),
        "files": sealed(out),
        "made_of": kept.made_of(told),
        "seconds": round(time.monotonic() - account.begun, 2),
    }
