"""What the run read in a document, from ``mentions.jsonl``, as it is asked for."""

from __future__ import annotations

import json
import re
from functools import cached_property
from pathlib import Path
from typing import Any

_DOC = re.compile(rb'\{"doc_id": ("(?:[^"\\]|\\.)*")')
_TEXTS = ("label", "text", "value", "extractor")


class Mentions:
    """The mentions of a run; where each document's line is, and no more, is held."""

    def __init__(self, path: Path) -> None:
        """Read ``path``, if it is there."""
        self._path = path

    @cached_property
    def _places(self) -> dict[str, int]:
        places: dict[str, int] = {}
        if self._path.is_file():
            with self._path.open("rb") as file:
                at = 0
                for line in file:
                    if match := _DOC.match(line):
                        places[json.loads(match[1])] = at
                    at += len(line)
        return places

    def of(self, doc_id: str) -> list[dict[str, Any]]:
        """The mentions of a document that are as a run writes them."""
        return self._rows(doc_id, "mentions", _TEXTS)

    def left_out(self, doc_id: str) -> list[dict[str, Any]]:
        """The event words of a document that are in no record, with the reason."""
        return self._rows(doc_id, "left_out", ("reason",))

    def _rows(
        self, doc_id: str, key: str, texts: tuple[str, ...]
    ) -> list[dict[str, Any]]:
        if doc_id not in self._places:
            return []
        with self._path.open("rb") as file:
            file.seek(self._places[doc_id])
            line = file.readline()
        try:
            return [row for row in json.loads(line)[key] if _sound(row, texts)]
        except (ValueError, TypeError, KeyError, RecursionError):
            return []


def _sound(row: Any, texts: tuple[str, ...]) -> bool:
    return (
        isinstance(row, dict)
        and all(type(row.get(key)) is int for key in ("start", "end"))
        and all(isinstance(row.get(key), str) for key in texts)
    )
