"""What documents gave before, kept by what it was made of.

An entry is a file, written whole, whose name is the hash of all that decides what is in
it. One that is damaged is none.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from incidents.pipeline import files
from incidents.pipeline.entry import Entry, Piece, pack, unpack
from incidents.pipeline.fingerprint import Fingerprint
from incidents.pipeline.ingest.limits import Limits
from incidents.pipeline.ingest.rows import ReportRow
from incidents.pipeline.unit import Unit

#: The folder of entries, in a run's folder or in that of ``--cache``.
HOME = ".cache"
#: Says to programs that make backups that the folder can be made again.
_TAG, _SIGN = "CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n"
_ENTRY = re.compile(r"[0-9a-f]{64}")
#: An entry that another run must not find, such as of a document not read to its end.
_LOST = ".lost"


@dataclass(frozen=True)
class Keys:
    """Names what a document gives, before it is read."""

    fingerprint: Fingerprint
    rows: Mapping[str, ReportRow]
    limits: Limits

    @cached_property
    def _made_with(self) -> tuple[dict[str, str], dict[str, object]]:
        return asdict(self.fingerprint), asdict(self.limits)

    def of(self, unit: Unit) -> str | None:
        """The key of its entry; None where its bytes cannot be read.

        The number of a line is no part of it: a line may move.
        """
        digest = unit.digest(self.limits)
        if not digest:
            return None
        row = self.rows.get(unit.path.name)
        told = (
            *self._made_with,
            digest,
            unit.path.name,
            None if unit.line else unit.doc_id,
            asdict(row) if row else None,
        )
        return sha256(files.line(told).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Size:
    """What a cache holds."""

    entries: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Cache:
    """The entries under ``folder``."""

    folder: Path

    def find(self, key: str | None, unit: Unit) -> Entry | None:
        """The entry of a key, if there is one that is whole, for where it is now."""
        if key is None:
            return None
        for path in self._paths(key, unit):
            entry = _entry(path)
            if entry and (here := entry.at(unit.name, unit.place[1])):
                return here
        return None

    def keep(
        self, key: str | None, pieces: Sequence[Piece], unit: Unit, seconds: float
    ) -> Entry:
        """Write an entry, which takes its name only when all of it is written.

        Args:
            key: Its key; without one it is for this run alone.
            pieces: What the document gave.
            unit: The document.
            seconds: Processor time that it took.
        """
        if known := self.find(key, unit):
            return known  # a line of the same words, read at the same time
        content = pack(pieces, unit.place[1], seconds)
        if key:
            first, *others = self._paths(key, unit)
            path = others[0] if others and _entry(first) else first
        else:
            path = self._path(sha256(content).hexdigest()).with_suffix(_LOST)
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            temporary.write_bytes(content)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        entry = unpack(content, path)
        assert entry is not None
        return entry

    def open(self) -> None:
        """Make the folder, without what killed runs left in it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(OSError):  # a cache may be one that is only read
            (self.folder / _TAG).write_text(_SIGN)

    def size(self) -> Size:
        """How much there is."""
        sizes = [path.stat().st_size for path in self._files()]
        return Size(len(sizes), sum(sizes))

    def clear(self, keep: Collection[str] = ()) -> None:
        """Remove every entry but those of ``keep``; nothing else is touched."""
        kept = set(keep)
        for path in self._files():
            if str(path) not in kept:
                path.unlink(missing_ok=True)
        for folder in self.folder.glob("??"):
            with contextlib.suppress(OSError):  # it is not empty
                folder.rmdir()

    def forget(self, entries: Collection[str]) -> None:
        """Remove those of ``entries`` that were for one run alone."""
        for path in entries:
            if path.endswith(_LOST):
                Path(path).unlink(missing_ok=True)

    def _paths(self, key: str, unit: Unit) -> list[Path]:
        """Where an entry may lie: of a line whose id is its number, beside others'."""
        own = sha256(f"{key}:{unit.place[1]}".encode()).hexdigest()
        return [self._path(key), *([self._path(own)] if unit.line else [])]

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key

    def _files(self) -> Iterator[Path]:
        """Entries, and what is left of those that were not written to their end."""
        for path in sorted(self.folder.glob("??/*")):
            if _ENTRY.match(path.name.lstrip(".")):
                yield path


def _entry(path: Path) -> Entry | None:
    try:
        return unpack(path.read_bytes(), path)
    except OSError:
        return None
