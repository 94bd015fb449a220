"""Extractors: each module here reads one kind of thing in a report.

A module joins by defining ``extract``; nothing else lists it.
"""

from __future__ import annotations

import pkgutil
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import import_module
from math import inf
from typing import TYPE_CHECKING, Protocol

from incidents.extractors.cues import with_reached
from incidents.extractors.mention import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Extractor", "Mention", "extract", "extractors"]


class Extractor(Protocol):
    """A function that yields the mentions of one kind in a report."""

    def __call__(self, doc: Doc, published: date | None) -> Iterator[Mention]:
        """Yield mentions; ``published`` anchors words such as *yesterday*."""
        ...


@cache
def extractors() -> dict[str, Extractor]:
    """Every extractor in this package, by module name."""
    modules = (
        import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__)
    )
    return {m.__name__: m.extract for m in modules if hasattr(m, "extract")}


def extract(doc: Doc, published: date | None = None) -> tuple[Mention, ...]:
    """Run every extractor over a report.

    Args:
        doc: The whole report, parsed; ``doc.text`` is its canonical text.
        published: Day the report appeared; without it, relative dates stay unresolved.

    Returns:
        Mentions in reading order. Mentions of different labels may overlap; a place
        that is only part of a group's name is none. Each has the cues that reach it
        (``Mention.reached``).
    """
    found = sorted(m for e in extractors().values() for m in e(doc, published))
    names = [(m.start, m.end) for m in found if m.label == "GROUP"]
    kept = [m for m in found if m.label != "PLACE" or not _inside(m, names)]
    return tuple(with_reached(kept))


def _inside(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (mention.start, inf))
    return any(mention.end <= end for _, end in spans[max(0, at - 2) : at])
