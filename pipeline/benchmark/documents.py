"""The files of a benchmark: the documents of a split, and their answers beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from incidents.pipeline.benchmark.figures import Row

SPLITS = ("dev", "test", "train")


def documents_file(data: Path, split: str = "dev") -> Path:
    """The file to read: of the split, or the only one that the set has.

    Raises:
        ValueError: There is none.
    """
    if data.is_file():
        return data
    names = [f"{n}.jsonl" for n in (split, "docs", "cases", f"gtt_{split}")]
    for name in names:
        if (data / name).is_file():
            return data / name
    if not data.is_dir():
        raise ValueError(f"{data} is no file and no folder")
    raise ValueError(f"{data} has none of {', '.join(names)}")


def answers_file(documents: Path) -> Path:
    """Where the answers are: in GTT's format beside the documents, else with them."""
    beside = documents.with_name(f"gtt_{documents.name}")
    return beside if beside.is_file() else documents


def read_documents(path: Path) -> list[Row]:
    """The rows of a file, each with an id of its own and a text.

    Raises:
        ValueError: Naming the line that is otherwise, or an empty file.
    """
    found: dict[str, Row] = {}
    for where, row in _rows(path):
        if not isinstance(row, dict) or not all(
            isinstance(row.get(key), str) for key in ("doc_id", "text")
        ):
            raise ValueError(f"{where}: no object with a doc_id and a text")
        if row["doc_id"] in found:
            raise ValueError(f"{where}: {row['doc_id']} is there already")
        found[row["doc_id"]] = row
    if not found:
        raise ValueError(f"{path} has no documents")
    return list(found.values())


def _rows(path: Path) -> Iterator[tuple[str, object]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            where = f"{path} line {number}"
            if not line.strip():
                continue
            try:
                yield where, json.loads(line)
            except json.JSONDecodeError as error:
                raise ValueError(f"{where}: no JSON: {error.msg}") from None
