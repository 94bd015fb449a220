"""Texts that stand once in the page, however often they are quoted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from incidents.pipeline.review.words import parted


class Strings:
    """Texts by number, in the order in which they were first asked for."""

    def __init__(self) -> None:
        """Hold none."""
        self._number: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number of a text."""
        return self._number.setdefault(text, len(self._number))

    @property
    def all(self) -> list[str]:
        """The texts, each at its number."""
        return list(self._number)

    def quote(self, citation: Mapping[str, Any]) -> tuple[int, int, int]:
        """A quote's number, and where in it the value's own words begin and end.

        Places count as a browser does, in units of UTF-16.
        """
        before, own, after = parted(citation)
        start = _units(before) if own else 0
        return self.number(before + own + after), start, start + _units(own)


def _units(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
