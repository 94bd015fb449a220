"""JSONL files: one document a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.ingest.limits import IngestError, Limits, check_size, check_text

_KEYS = ("title", "publisher", "published", "url", "licence")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a JSONL file: its text, and what its other keys say."""

    source: str
    sha256: str
    doc_id: str
    text: str
    keys: dict[str, str]


def read_lines(
    path: Path, limits: Limits, after: int = 0
) -> Iterator[Entry | IngestError]:
    """Each line that is not blank, or the error that says what is wrong with it.

    Lines up to that of the number ``after`` are passed over.
    """
    with path.open("rb") as file:
        number = 0
        while line := file.readline(limits.max_bytes + 1):
            number += 1
            source = f"{path.name}:{number}"
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            try:
                if number > after:
                    check_size(source, len(line), limits)
                if number > after and line.strip():
                    yield _entry(source, line, limits)
            except IngestError as error:
                yield error
            while len(line) > limits.max_bytes and not line.endswith(b"\n"):
                line = file.readline(limits.max_bytes + 1)


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
