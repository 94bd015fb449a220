"""Record files, read as they are: a line that is no record stops the reading."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

_TEXTS = ("incident_type", "outcome", "date", "event_key", "incident_id")
_TEXT_LISTS = ("countries", "places", "attack_types", "legal")
_OBJECTS = ("suspects", "killed", "injured", "casualties")
_OBJECT_LISTS = {
    "targets": ("text", "category"),
    "groups": ("name", "link"),
    "weapons": ("text", "category"),
    "citations": ("field", "quote"),
}
#: What a gold record must have, for a report of gains and losses to name it.
GOLD_KEYS = ("doc_id", "incident_id")


def load(path: Path, required: Collection[str] = ("doc_id",)) -> list[dict[str, Any]]:
    """Read records, one JSON object a line; blank lines are passed over.

    Args:
        path: Such as ``records.jsonl`` of a run.
        required: Keys that must hold text; ``GOLD_KEYS`` for a gold file.

    Raises:
        ValueError: A line is no record; says file, line and what is wrong.
    """
    return [
        _record(line, f"{path}, line {number}", required)
        for number, line in enumerate(path.read_bytes().splitlines(), 1)
        if line.strip()
    ]


def _record(line: bytes, where: str, required: Collection[str]) -> dict[str, Any]:
    record = _json(line, where)
    for fault in _faults(record, required):
        raise ValueError(f"{where}: {fault}")
    return dict(record)


def _json(line: bytes, where: str) -> Any:
    try:
        return json.loads(line.decode())
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{where}: no JSON: {error}") from error


def _faults(record: Any, required: Iterable[str]) -> Iterator[str]:
    if not isinstance(record, dict):
        yield "a record is a JSON object"
        return
    for key in required:
        if not isinstance(record.get(key), str) or not record[key]:
            yield f"no {key}"
    for key in _TEXTS:
        if not isinstance(record.get(key), str | None):
            yield f"{key} is neither text nor null"
    for key in _OBJECTS:
        if not isinstance(record.get(key), dict | None):
            yield f"{key} is neither an object nor null"
    for key in _TEXT_LISTS:
        if not _is_list(record.get(key), str):
            yield f"{key} is no list of texts"
    for key, parts in _OBJECT_LISTS.items():
        if not _is_list(record.get(key), dict):
            yield f"{key} is no list of objects"
        elif fault := _entry_fault(record.get(key) or [], parts):
            yield f"{key}: {fault}"
    yield from _suspect_faults(record.get("suspects") or {})
    yield from _citation_faults(record.get("citations") or [])


def _is_list(value: Any, kind: type) -> bool:
    if value is None:
        return True
    return isinstance(value, list) and all(isinstance(v, kind) for v in value)


def _entry_fault(entries: list[dict[str, Any]], parts: Iterable[str]) -> str | None:
    wrong = (k for e in entries for k in parts if not isinstance(e.get(k), str | None))
    return next((f"{key} is neither text nor null" for key in wrong), None)


def _suspect_faults(suspects: dict[str, Any]) -> Iterator[str]:
    for key, kind in (("nationalities", str), ("names", str), ("ages", int)):
        if not _is_list(suspects.get(key), kind):
            yield f"suspects: {key} is no list of {kind.__name__}"


def _citation_faults(citations: list[dict[str, Any]]) -> Iterator[str]:
    for citation in citations:
        for key in ("start", "end"):
            if type(citation.get(key)) is not int:  # nor a bool, which is an int
                yield f"a citation's {key} is no whole number"


def load_texts(paths: Iterable[Path], doc_ids: Collection[str]) -> dict[str, str]:
    """Read the canonical texts that citations count in.

    Args:
        paths: Files such as ``documents.jsonl``, and folders of ``<doc_id>.txt``; a
            file goes before a folder, and a folder before the next.
        doc_ids: Documents wanted; one that stands nowhere is left out.

    Raises:
        ValueError: A text cannot be read; says where.
    """
    texts: dict[str, str] = {}
    files = [path for path in paths if path.is_file()]
    for path in paths:
        if not path.is_file():
            texts = {**_folder(path, doc_ids), **texts}
    for path in files:
        for line in load_documents(path):
            texts[line["doc_id"]] = line["text"]
    return {doc_id: text for doc_id, text in texts.items() if doc_id in doc_ids}


def load_documents(path: Path) -> list[dict[str, Any]]:
    """Read ``documents.jsonl``, of which ``doc_id`` and ``text`` are looked at.

    Raises:
        ValueError: A line lacks one of them; says file and line.
    """
    documents = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        document = _json(line, f"{path}, line {number}")
        if not isinstance(document, dict) or not all(
            isinstance(document.get(key), str) for key in ("doc_id", "text")
        ):
            raise ValueError(f"{path}, line {number}: no doc_id or no text")
        documents.append(document)
    return documents


def _folder(path: Path, doc_ids: Collection[str]) -> dict[str, str]:
    if not path.is_dir():
        raise ValueError(f"{path}: no such file or folder")
    texts = {}
    for file in sorted(path.glob("*.txt")):
        if file.stem in doc_ids:
            try:
                texts[file.stem] = file.read_text(encoding="utf-8")
            except ValueError as error:
                raise ValueError(f"{file}: no UTF-8: {error}") from error
    return texts
