"""The folders of several runs, merged into one of events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from incidents.pipeline import files
from incidents.pipeline.merge import mentions
from incidents.pipeline.merge.claims import Source
from incidents.pipeline.merge.doubts import edited, made_otherwise, stands
from incidents.pipeline.merge.join import Joined, join
from incidents.pipeline.merge.packed import Packed
from incidents.pipeline.merge.rows import keys, marked, rows, source, unsure
from incidents.pipeline.merge.weights import given, learned, load
from incidents.pipeline.recordfile import GOLD_KEYS, load_documents, read
from incidents.pipeline.seal import sealed

#: What a merge writes.
WRITTEN = (
    *("records.jsonl", "events.jsonl", "unsure.jsonl"),
    *("documents.jsonl", mentions.NAME),
)


class MergeError(ValueError):
    """Runs that cannot be merged: said in a sentence."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge.

    Attributes:
        documents: How many there are.
        records: How many there are.
        events: How many there are.
        several: How many of them have several reports.
        unsure: Pairs for a person to decide.
        undated: Records without a date, which no day joins or parts.
        remarks: What a user should know of the runs.
    """

    documents: int
    records: int
    events: int
    several: int
    unsure: int
    undated: int
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Runs:
    """What several runs hold, each document once."""

    records: Packed
    documents: Mapping[str, Mapping[str, Any]]
    remarks: tuple[str, ...]


def merge(
    folders: Sequence[Path],
    out: Path,
    weights: Path | None = None,
    as_of: date | None = None,
) -> Merged:
    """Merge the runs of ``folders`` and write the events into ``out``.

    Args:
        folders: Of runs.
        out: Made if it is missing.
        weights: What ``incidents learn --events`` fitted, instead of what ships.
        as_of: Leave out what was published later, or nobody knows when.

    Raises:
        MergeError: A folder holds no run, or two hold a document in two versions.
        ValueError: A file of records cannot be read; says where.
    """
    decided = load(weights) if weights else learned()
    runs = _until(_read(folders), as_of) if as_of else _read(folders)
    if any(out.resolve() == f.resolve() for f in folders):
        raise MergeError(f"{out} is one of the runs: name another folder with --out")
    sources = {id: source(d) for id, d in runs.documents.items()}
    marks = [marked(r, sources[r["doc_id"]]) for r in runs.records]
    joined = join(marks, decided)
    out.mkdir(parents=True, exist_ok=True)
    _write(out, runs, sources, joined, folders)
    merged = Merged(
        len(runs.documents),
        len(runs.records),
        len(joined.events),
        sum(len(ids) > 1 for ids in joined.events),
        len(joined.unsure),
        sum(m.date is None for m in marks),
        runs.remarks,
    )
    told = {
        "as_of": as_of.isoformat() if as_of else None,
        "settings": {"event_weights": given(weights)},
    }
    files.write_json(out / "merge.json", _account(folders, merged, told, out))
    return merged


def _write(
    out: Path,
    runs: _Runs,
    sources: Mapping[str, Source],
    joined: Joined,
    folders: Iterable[Path],
) -> None:
    (out / "merge.json").unlink(missing_ok=True)
    with files.whole_bytes(out / "records.jsonl") as file:
        file.writelines(line + b"\n" for line in runs.records.lines(keys(joined)))
    files.write_lines(out / "events.jsonl", rows(runs.records, sources, joined))
    files.write_lines(out / "unsure.jsonl", unsure(joined))
    documents = (runs.documents[id] for id in sorted(runs.documents))
    files.write_lines(out / "documents.jsonl", documents)
    mentions.carry(folders, runs.documents, out)


def _until(runs: _Runs, as_of: date) -> _Runs:
    """What was published by ``as_of``; how much is left out is remarked."""
    days = {id: source(d, False).published for id, d in runs.documents.items()}
    known = {id for id, day in days.items() if day and day <= as_of.isoformat()}
    undated = sum(day is None for day in days.values())
    later = len(days) - len(known) - undated
    return _Runs(
        runs.records.of(frozenset(known)),
        {id: d for id, d in runs.documents.items() if id in known},
        (
            *runs.remarks,
            f"as of {as_of}: {_documents(later)} published later and"
            f" {_documents(undated)} without a day of publication are left out",
        ),
    )


def _documents(count: int) -> str:
    return "1 document" if count == 1 else f"{count} documents"


def _account(
    folders: Iterable[Path], merged: Merged, told: Mapping[str, Any], out: Path
) -> dict[str, Any]:
    return {
        "runs": [str(folder) for folder in folders],
        **told,
        "counts": {name: getattr(merged, name) for name in Merged.__slots__[:-1]},
        "remarks": list(merged.remarks),
        "files": sealed(out, WRITTEN),
    }


def _read(folders: Iterable[Path]) -> _Runs:
    records = Packed()
    documents: dict[str, Mapping[str, Any]] = {}
    where: dict[str, Path] = {}
    remarks: list[str] = []
    folders = list(folders)
    remarks += made_otherwise(folders)
    for folder in folders:
        own = _documents_of(folder)
        for id, document in own.items():
            if id in documents:
                remarks.append(_again(documents[id], document, where[id], folder))
            documents[id], where[id] = document, folder
        changed: list[str] = []
        for record in read(folder / "records.jsonl", GOLD_KEYS):
            if record["doc_id"] not in own:
                raise MergeError(
                    f"{folder}: record {record['incident_id']} is of"
                    f" {record['doc_id']}, which documents.jsonl does not have"
                )
            if not records.add(record):
                raise MergeError(
                    f"{folder}: record {record['incident_id']} says something else than"
                    " in another run: it was edited; merge only one of the two"
                )
            if not stands(record, own[record["doc_id"]]):
                changed.append(record["incident_id"])
        remarks += edited(folder, changed)
    return _Runs(records, documents, (*remarks, *_same_files(documents)))


def _documents_of(folder: Path) -> dict[str, Mapping[str, Any]]:
    for name in ("records.jsonl", "documents.jsonl"):
        if not (folder / name).is_file():
            raise MergeError(f"{folder} holds no run: it has no {name}")
    return {d["doc_id"]: d for d in load_documents(folder / "documents.jsonl")}


def _again(
    one: Mapping[str, Any], other: Mapping[str, Any], first: Path, second: Path
) -> str:
    """What to say of a document that two runs hold.

    Raises:
        MergeError: They hold it in two versions.
    """
    if one["text"] != other["text"]:
        raise MergeError(
            f"{first} and {second} hold {one['doc_id']} in two versions: give one of"
            " them another doc_id, or merge only one"
        )
    return f"{one['doc_id']} is in {first} and in {second}: it counts once"


def _same_files(documents: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """A remark for each file that stands under several ids."""
    by_file: dict[str, list[str]] = {}
    for id, document in sorted(documents.items()):
        if document.get("sha256"):
            by_file.setdefault(document["sha256"], []).append(id)
    for ids in by_file.values():
        if len(ids) > 1:
            yield f"{', '.join(ids)} are one file: they count as one origin"
