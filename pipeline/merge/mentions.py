"""What was read in the documents of several runs, carried over line by line."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from incidents.pipeline import files

NAME = "mentions.jsonl"


@dataclass(frozen=True, slots=True)
class _Line:
    """Where the mentions of a document stand."""

    path: Path
    start: int
    length: int


def carry(folders: Iterable[Path], doc_ids: Collection[str], out: Path) -> None:
    """Write the mentions of some documents into ``out``, sorted by document.

    Only places of lines are held, as all of many documents are large.

    Raises:
        ValueError: A line is not as a run writes it; says where.
    """
    found: dict[str, _Line] = {}
    for folder in folders:
        for doc_id, line in _lines(folder / NAME):
            if doc_id in doc_ids:
                found.setdefault(doc_id, line)
    with files.whole_bytes(out / NAME) as file:
        for doc_id in sorted(found):
            file.write(_read(found[doc_id]) + b"\n")


def _lines(path: Path) -> Iterator[tuple[str, _Line]]:
    """Each document, and where it stands; none where a run has no such file."""
    if not path.is_file():
        return
    start = 0
    with path.open("rb") as held:
        for number, line in enumerate(held, 1):
            if text := line.strip():
                yield (
                    _doc_id(text, f"{path}, line {number}"),
                    _Line(path, start, len(line)),
                )
            start += len(line)


def _doc_id(line: bytes, where: str) -> str:
    try:
        return str(json.loads(line)["doc_id"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ValueError(f"{where}: not as a run writes it: {error!r}") from error


def _read(line: _Line) -> bytes:
    with line.path.open("rb") as held:
        held.seek(line.start)
        return held.read(line.length).strip()
