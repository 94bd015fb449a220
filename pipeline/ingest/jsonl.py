"""JSONL files: one document a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from incidents.pipeline.ingest.limits import IngestError, Limits, check_size, check_text

_KEYS = ("title", "publisher", "published", "url", "licence")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a JSONL file: its text, and what its other keys say."""

    source: str
    sha256: str
    doc_id: str
    text: str
    keys: dict[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file: its number, its first byte, and how many bytes it has."""

    number: int
    start: int
    size: int


def split(path: Path, limits: Limits) -> Iterator[Line]:
    """Where each line lies that is not blank."""
    with path.open("rb") as file:
        number, start = 0, 0
        while line := file.readline(limits.max_bytes + 1):
            number, size, blank = number + 1, len(line), not line.strip()
            while len(line) > limits.max_bytes and not line.endswith(b"\n"):
                line = file.readline(limits.max_bytes + 1)
                size += len(line)
            if not blank:
                yield Line(number, start, size)
            start += size


def read_lines(path: Path, limits: Limits) -> Iterator[Entry | IngestError]:
    """What each line gives, or the error that says what is wrong with it."""
    for line in split(path, limits):
        try:
            yield read_line(path, line, limits)
        except IngestError as error:
            yield error


def read_line(path: Path, line: Line, limits: Limits) -> Entry:
    """What one line gives.

    Raises:
        IngestError: It cannot be read; says why.
    """
    source = f"{path.name}:{line.number}"
    check_size(source, line.size, limits)
    with path.open("rb") as file:
        file.seek(line.start)
        content = file.read(line.size)
    if line.number == 1:
        content = content.removeprefix(b"\xef\xbb\xbf")
    return _entry(source, content, limits)


def _entry(source: str, line: bytes, limits: Limits) -> Entry:
    values = _load(source, line)
    text = values.get("text")
    if not isinstance(text, str):
        raise IngestError(source, "has no text", 'give the document under "text"')
    try:
        text.encode()
    except UnicodeEncodeError:
        raise IngestError(
            source, "has half a character (a lone surrogate)", "mend the escapes"
        ) from None
    check_text(source, text, limits)
    keys = {key: _string(source, key, values.get(key)) for key in ("doc_id", *_KEYS)}
    doc_id = keys.pop("doc_id") or source.replace(":", "-")
    kept = {key: value for key, value in keys.items() if value}
    return Entry(source, sha256(line.rstrip(b"\r\n")).hexdigest(), doc_id, text, kept)


def _load(source: str, line: bytes) -> dict[str, Any]:
    try:
        values = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise IngestError(
            source, f"is no JSON in UTF-8 ({error})", "mend the line"
        ) from None
    if not isinstance(values, dict):
        raise IngestError(source, "is no JSON object", "write one object a line")
    return values


def _string(source: str, key: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value).strip()
    raise IngestError(source, f"gives no string as {key}", "write it in quotes")
