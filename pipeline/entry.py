"""What one document gives, as bytes that are kept and found whole or not at all.

An entry is its own SHA-256, a head in JSON, and after that what goes into the run's
files as it stands, each section compressed by itself, so that one is read without the
others.
"""

from __future__ import annotations

import json
import os
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from errno import EIO
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from incidents.pipeline import files
from incidents.pipeline.ingest.names import safe_id
from incidents.pipeline.layout import written
from incidents.pipeline.records import Failure, to_json

#: What a reading is kept as; ``layout`` is empty where it has no pages.
SECTIONS = ("document", "mentions", "records", "layout")
#: What a document's row says that is needed without its text.
_TOLD = ("doc_id", "publisher", "published", "sha256")
_HASH = 64  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class Piece:
    """One reading, or one failure, of a document.

    Attributes:
        head: What is known of it without opening it: ``failure``; or ``doc_id``,
            ``told``, what its row says of where it is from, ``incidents``, the ids of
            its records, ``dropped``, ``left_out`` and ``sizes``, of its sections.
        body: Its sections.
    """

    head: Mapping[str, Any]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Spent:
    """The end of a document, and the processor time that it took."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Part:
    """A reading that is kept: where it lies, as there may be very many.

    Attributes:
        doc_id: The document's id.
        file: The entry.
        number: Which of its readings.
        source: What the document is named now, where that is another name.
    """

    doc_id: str
    file: str
    number: int
    source: str = ""

    @property
    def head(self) -> Mapping[str, Any]:
        """As of the piece."""
        return self._reading()[0]

    def _reading(self) -> tuple[Mapping[str, Any], int]:
        stat = os.stat(self.file)  # noqa: PTH116, as it is asked for very often
        return _readings(self.file, stat.st_ino, stat.st_mtime_ns)[self.number]

    def section(self, name: str) -> bytes:
        """One of ``SECTIONS``.

        Raises:
            OSError: It is gone, or was changed since it was looked at.
        """
        head, start = self._reading()
        number, sizes = SECTIONS.index(name), head["sizes"]
        with Path(self.file).open("rb") as file:
            file.seek(start + sum(sizes[:number]))
            packed = file.read(sizes[number])
        try:
            told = zlib.decompress(packed)
        except zlib.error as error:
            raise OSError(EIO, f"was changed ({error})", self.file) from error
        if self.source and name == "document":
            told = files.line(json.loads(told) | {"source": self.source}).encode()
        return told


@lru_cache(maxsize=4)  # those of one archive are asked for one after another
def _readings(file: str, *_: int) -> list[tuple[Mapping[str, Any], int]]:
    """Of each reading of an entry the head, and where its sections begin.

    Args:
        file: The entry.
        _: What tells it from another of that name.
    """
    with Path(file).open("rb") as opened:
        start = _HASH + 1
        opened.seek(start)
        told = opened.readline()
    start += len(told)
    found = []
    for piece in json.loads(told)["pieces"]:
        if "failure" not in piece:
            found.append((piece, start))
            start += sum(piece["sizes"])
    return found


@dataclass(frozen=True, slots=True)
class Entry:
    """What was kept of one document.

    Attributes:
        file: Where it lies.
        parts: Its readings.
        failures: What could not be read of it, or was read with a warning.
        line: The line of a JSONL file that it was; 0 of a file.
        seconds: Processor time that it took.
    """

    file: str
    parts: tuple[Part, ...]
    failures: tuple[Failure, ...]
    line: int
    seconds: float

    def at(self, source: str, line: int) -> Entry | None:
        """The same for ``line``, to which it may have moved, now named ``source``.

        None where the document's id was made of the line's number.
        """
        if line == self.line:
            return self
        name = source.rpartition(":")[0]
        if any(part.doc_id == safe_id(f"{name}-{self.line}") for part in self.parts):
            return None
        parts = tuple(replace(part, source=source) for part in self.parts)
        failures = tuple(replace(f, source=source) for f in self.failures)
        return replace(self, parts=parts, failures=failures, line=line)


def failed(failure: Failure, passing: bool = False) -> Piece:
    """The piece that a failure is; one that is ``passing`` may not be found again."""
    return Piece({"failure": to_json(failure), "passing": passing})


def read_piece(
    doc_id: str,
    document: Mapping[str, Any],
    mentions: Mapping[str, Any],
    records: Sequence[Mapping[str, Any]],
    layout: Mapping[str, Any],
    dropped: Mapping[str, int],
) -> Piece:
    """The piece that a reading is: its rows as they will be written."""
    packed = [
        _packed(files.parts(document)),
        _packed(files.parts(mentions)),
        _packed(["\n".join(map(files.line, records))]),
        _packed(written(layout) if layout else ()),
    ]
    head = {
        "doc_id": doc_id,
        "told": {key: document.get(key) for key in _TOLD},
        "incidents": [record["incident_id"] for record in records],
        "dropped": dict(dropped),
        "left_out": Counter(e["reason"] for e in mentions.get("left_out", ())),
        "sizes": [len(section) for section in packed],
    }
    return Piece(head, b"".join(packed))


def _packed(parts: Iterable[str]) -> bytes:
    """Text compressed as it comes, as it may be very long."""
    packer = zlib.compressobj(1)
    packed = [some for part in parts if (some := packer.compress(part.encode()))]
    return b"".join([*packed, packer.flush()])


def pack(pieces: Sequence[Piece], line: int, seconds: float) -> bytes:
    """An entry of these pieces."""
    head = {
        "line": line,
        "seconds": round(seconds, 3),
        "pieces": [piece.head for piece in pieces],
    }
    content = b"".join(
        (files.line(head).encode(), b"\n", *(piece.body for piece in pieces))
    )
    return sha256(content).hexdigest().encode() + b"\n" + content


def unpack(content: bytes, file: Path) -> Entry | None:
    """The entry that lies in ``file``; None where a byte of it is not as written."""
    seal, rest = content[:_HASH], content[_HASH + 1 :]
    if sha256(rest).hexdigest().encode() != seal:
        return None
    head = json.loads(rest.partition(b"\n")[0])
    failures = [Failure(**p["failure"]) for p in head["pieces"] if "failure" in p]
    ids = [p["doc_id"] for p in head["pieces"] if "failure" not in p]
    parts = tuple(Part(id, str(file), number) for number, id in enumerate(ids))
    return Entry(str(file), parts, tuple(failures), head["line"], head["seconds"])
