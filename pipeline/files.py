"""Files that are written whole or not at all, and the forms that ours have."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import file_digest
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, TextIO

_ENCODER = json.JSONEncoder(ensure_ascii=False)


@contextmanager
def whole(path: Path) -> Iterator[TextIO]:
    """A file to write that takes its name only when all of it is on the disk."""
    with whole_bytes(path) as file:
        text = TextIOWrapper(file, encoding="utf-8", newline="\n", write_through=True)
        yield text
        text.detach()


@contextmanager
def whole_bytes(path: Path) -> Iterator[BinaryIO]:
    """The same, of bytes."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def toml(tables: Mapping[str, Mapping[str, float]], head: Iterable[str]) -> str:
    """Tables of numbers as readable TOML, the same for the same numbers.

    Args:
        tables: By name, numbers by key.
        head: Lines of comment before them.
    """
    lines = [f"# {line}".rstrip() for line in head]
    for name, table in tables.items():
        lines += ["", f"[{name}]"]
        lines += [f'"{key}" = {number}' for key, number in sorted(table.items())]
    return "\n".join(lines) + "\n"


def line(row: Any) -> str:
    """``row`` as one line of JSON; a lone surrogate is escaped, to be readable."""
    return _readable(_ENCODER.encode(row))


def parts(row: Mapping[str, Any]) -> Iterator[str]:
    """``line(row)`` bit by bit: what is long in it is never held as text at once."""
    yield "{"
    for number, (key, value) in enumerate(row.items()):
        yield f"{', ' if number else ''}{line(key)}: "
        if not isinstance(value, list):
            yield line(value)
            continue
        yield "["
        for place, item in enumerate(value):
            yield f"{', ' if place else ''}{line(item)}"
        yield "]"
    yield "}"


def _readable(text: str) -> str:
    """JSON without lone surrogates, such as a file name that is no UTF-8 brings."""
    return text.encode("utf-8", "backslashreplace").decode()


def write_lines(path: Path, rows: Iterable[Any]) -> int:
    """Write ``rows`` as JSON lines; returns how many."""
    count = 0
    with whole(path) as file:
        for count, row in enumerate(rows, 1):  # noqa: B007
            file.write(line(row) + "\n")
    return count


def indented(content: Any) -> str:
    """One JSON object as a file of its own."""
    return _readable(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def write_json(path: Path, content: Any) -> None:
    """Write one JSON object, indented."""
    with whole(path) as file:
        file.write(indented(content))


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def read_lines(path: Path) -> Iterator[Any]:
    """The rows of a file that ``write_lines`` wrote."""
    with path.open(encoding="utf-8") as file:
        for text in file:
            yield json.loads(text)
