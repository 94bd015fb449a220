"""Record files, read as they are: a line that is no record stops the reading."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from incidents.pipeline.fields import FIELDS, Field
from incidents.pipeline.kinds import OBJECTS, TEXTS, Kind

#: What a gold record must have, for a report of gains and losses to name it.
GOLD_KEYS = ("doc_id", "incident_id")
#: What a value is in JSON, one and several in words.
_HOLDS: Mapping[Kind, tuple[type, str, str]] = {
    **dict.fromkeys(TEXTS, (str, "text", "texts")),
    Kind.NUMBER: (int, "a whole number", "whole numbers"),
    **dict.fromkeys(OBJECTS, (dict, "an object", "objects")),
}


def load(path: Path, required: Collection[str] = ("doc_id",)) -> list[dict[str, Any]]:
    """Read records, one JSON object a line; blank lines are passed over.

    Args:
        path: Such as ``records.jsonl`` of a run.
        required: Keys that must hold text; ``GOLD_KEYS`` for a gold file.

    Raises:
        ValueError: A line is no record; says file, line and what is wrong.
    """
    return list(read(path, required))


def read(path: Path, required: Collection[str] = ("doc_id",)) -> Iterator[Any]:
    """The same, one record at a time."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _record(line, f"{path}, line {number}", required)


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
    for key in ("event_key", "incident_id"):
        if not isinstance(record.get(key), str | None):
            yield f"{key} is neither text nor null"
    for field in FIELDS:
        holder = record.get(field.head) if field.part else record
        if not isinstance(holder, dict | None):
            yield f"{field.head} is neither an object nor null"
        elif not field.ends:
            yield from _field_faults(
                field, (holder or {}).get(field.part or field.head)
            )
    if not _is_list(record.get("citations"), dict):
        yield "citations is no list of objects"
    else:
        yield from _citation_faults(record.get("citations") or [])


def _field_faults(field: Field, held: Any) -> Iterator[str]:
    kind, one, several = _HOLDS[field.kind]
    if field.many and not _is_list(held, kind):
        yield f"{field.name} is no list of {several}"
    elif not field.many and not isinstance(held, kind | None):
        yield f"{field.name} is neither {one} nor null"
    elif field.kind is Kind.NAMED and (fault := _entry_fault(held or [], field.parts)):
        yield f"{field.name}: {fault}"
    elif field.kind is Kind.PEOPLE:
        yield from _people_faults(field.name, held or [])


def _people_faults(name: str, people: list[dict[str, Any]]) -> Iterator[str]:
    if fault := _entry_fault(people, ("name", "nationality")):
        yield f"{name}: {fault}"
    for person in people:
        if not _is_list(person.get("legal"), str):
            yield f"{name}: legal is no list of texts"
        if not isinstance(person.get("age"), int | None):
            yield f"{name}: age is neither a whole number nor null"


def _is_list(value: Any, kind: type) -> bool:
    if value is None:
        return True
    return isinstance(value, list) and all(isinstance(v, kind) for v in value)


def _entry_fault(entries: list[dict[str, Any]], parts: Iterable[str]) -> str | None:
    wrong = (k for e in entries for k in parts if not isinstance(e.get(k), str | None))
    return next((f"{key} is neither text nor null" for key in wrong), None)


def _citation_faults(citations: list[dict[str, Any]]) -> Iterator[str]:
    if fault := _entry_fault(citations, ("field", "quote")):
        yield f"citations: {fault}"
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
