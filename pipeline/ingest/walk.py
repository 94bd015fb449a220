"""Which files a run reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

ENDINGS = frozenset({".pdf", ".txt", ".md", ".html", ".htm", ".docx", ".jsonl"})


def walk(inputs: Sequence[Path]) -> list[Path]:
    """Every document under ``inputs``, sorted, each once.

    Folders give their files of a known ending, however deep; hidden files and folders
    are passed over. A file named outright is kept whatever its ending, and whether it
    exists or not, so that reading it says what is wrong.
    """
    found = {path.resolve(): path for given in inputs for path in _files(given)}
    return sorted(found.values())


def _files(given: Path) -> Iterator[Path]:
    if not given.is_dir():
        yield given
        return
    for path in given.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(given).parts)
        if not hidden and path.suffix.lower() in ENDINGS and path.is_file():
            yield path
