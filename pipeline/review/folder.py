"""A run's folder as the desk reads it: records, documents, and where pages lie.

The folder may come from a stranger. Nothing in it names a file that is opened, but for
the source in ``run.json``, which is read only where its bytes have the SHA-256 given.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from incidents.pipeline.recordfile import load, load_documents
from incidents.pipeline.review.mentions import Mentions
from incidents.pipeline.review.values import Value, read_values

#: Ids that the desk itself gives begin so.
DERIVED = "#"


@dataclass(frozen=True)
class Record:
    """A row of ``records.jsonl``, and its values."""

    row: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The incident's id."""
        return str(self.row["incident_id"])

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """Its values, each with its id."""
        return read_values(self.row)


@dataclass(frozen=True)
class Document:
    """A row of ``documents.jsonl``, its records, and the file it was read from."""

    row: Mapping[str, Any]
    records: tuple[Record, ...]
    source: Path | None = None
    source_sha256: str = ""
    layout_path: Path | None = None

    @property
    def id(self) -> str:
        """The document's id."""
        return str(self.row["doc_id"])

    @property
    def text(self) -> str:
        """The canonical text."""
        return str(self.row["text"])

    @property
    def title(self) -> str:
        """Its title, or its id."""
        return str(self.row.get("title") or self.id)

    @property
    def ocr(self) -> tuple[int, ...]:
        """The pages that are pictures, of which the text was read by OCR."""
        given = self.row.get("ocr")
        told = given if isinstance(given, list) else []
        return tuple(page for page in told if type(page) is int)

    @cached_property
    def text_sha256(self) -> str:
        """Of the canonical text: what a decision is tied to."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def layout(self) -> Layout:
        """Where its words stand on its pages; empty where it has none."""
        return _layout(self.layout_path)

    def page(self, offset: int) -> int:
        """Page on which the character at ``offset`` stands, the first being 1."""
        return 1 + self.text.count("\f", 0, offset)


@dataclass(frozen=True)
class Layout:
    """Sizes of the pages, and on each the words: ``start, end, x0, y0, x1, y1``."""

    pages: tuple[tuple[float, float], ...] = ()
    words: Mapping[int, tuple[tuple[float, ...], ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Run:
    """A run's folder."""

    folder: Path
    documents: Mapping[str, Document]

    @cached_property
    def mentions(self) -> Mentions:
        """What was read in its documents."""
        return Mentions(self.folder / "mentions.jsonl")

    @cached_property
    def home(self) -> Mapping[str, str]:
        """The document of each incident."""
        return {r.id: d.id for d in self.documents.values() for r in d.records}


def read_run(folder: Path) -> Run:
    """Read a run.

    Raises:
        ValueError: ``folder`` holds no run, or one that cannot be read; says why.
    """
    check_run(folder)
    inputs = read_inputs(account(folder))
    records = load(folder / "records.jsonl", ("doc_id", "incident_id"))
    _check_ids([r["incident_id"] for r in records], folder / "records.jsonl")
    rows = load_documents(folder / "documents.jsonl")
    _check_ids([d["doc_id"] for d in rows], folder / "documents.jsonl")
    layouts = {
        path.stem: path
        for path in (folder / "layout").glob("*.json")
        if not path.is_symlink()
    }
    own: dict[str, list[Record]] = {}
    for row in records:
        own.setdefault(row["doc_id"], []).append(Record(row))
    documents = {}
    for row in rows:
        id = row["doc_id"]
        path, digest = inputs.get(id, (None, ""))
        own_records = tuple(own.get(id, ()))
        documents[id] = Document(row, own_records, path, digest, layouts.get(id))
    if strays := sorted(own.keys() - documents.keys()):
        raise ValueError(
            f"{folder}: records of {strays[0]!r}, which is no document of it"
        )
    return Run(folder, documents)


def check_run(folder: Path) -> None:
    """Refuse a folder that holds no run, before anything is written into it.

    Raises:
        ValueError: It holds none.
    """
    if not account(folder).is_file():
        raise ValueError(f"{folder} holds no run: there is no run.json in it")


def account(folder: Path) -> Path:
    """The file that is written last: of a run, or of runs that were merged."""
    merged = folder / "merge.json"
    return merged if merged.is_file() else folder / "run.json"


def _check_ids(ids: Iterable[str], path: Path) -> None:
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            raise ValueError(f"{path}: the id {id!r} is given twice")
        if id.startswith(DERIVED) or any(unicodedata.category(c) in _UNFIT for c in id):
            raise ValueError(f"{path}: {id!r} is no id")
        seen.add(id)


_UNFIT = ("Cc", "Cs")  # a database takes neither control characters nor surrogates


def read_inputs(path: Path) -> dict[str, tuple[Path, str]]:
    """By document, the file that it was read from; of merged runs none is opened.

    Raises:
        ValueError: The file is not as a run writes it.
    """
    if path.name != "run.json":
        return {}
    try:
        inputs = json.loads(path.read_bytes())["inputs"]
        return {
            doc_id: (Path(given["path"]), str(given["sha256"]))
            for doc_id, given in inputs.items()
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"{path}: not as a run writes it: {error!r}") from error


def _layout(path: Path | None) -> Layout:
    if path is None:
        return Layout()
    try:
        given = json.loads(path.read_bytes())
        pages = tuple((float(w), float(h)) for w, h in given["pages"])
        words: dict[int, list[tuple[float, ...]]] = {}
        for page, start, end, *box in given["lines"]:
            x0, y0, x1, y1 = map(float, box)
            words.setdefault(int(page), []).append(
                (int(start), int(end), x0, y0, x1, y1)
            )
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return Layout()  # the text is shown instead
    return Layout(pages, {page: tuple(found) for page, found in words.items()})
