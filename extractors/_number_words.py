"""Words for numbers, and what they are worth: ``gazetteers/numbers.toml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from extractors._gazetteer import Entry, load

#: Kinds that have values: *seven*, *forty*, *hundred*, *half a dozen*, *dozens* (the
#: least that it means), *third*.
UNIT, TEN, POWER, PHRASE, VAGUE, ORDINAL = (
    "unit",
    "ten",
    "power",
    "phrase",
    "vague",
    "ordinal",
)
#: Kinds of words around a number that is no count: *km*, *flight*.
MEASURE, NAMING = "measure", "naming"


@cache
def values(kind: str) -> Mapping[str, int]:
    """What the words of ``kind`` are worth, from the least on."""
    found = {w: n for e in _entries(kind) for w, n in e.fields["values"].items()}
    return dict(sorted(found.items(), key=lambda item: item[1]))


@cache
def words(kind: str) -> frozenset[str]:
    """The words of ``kind``."""
    return frozenset(w for e in _entries(kind) for w in (e.name, *e.aliases))


@cache
def bounds() -> Mapping[str, str]:
    """Words before a number, and what they make of it.

    Returns:
        ``over``, ``least``, ``most``, ``under``, or ``about`` for no bound at all.
    """
    return {
        w: e.fields["bound"] for e in _entries("bound") for w in (e.name, *e.aliases)
    }


def _entries(kind: str) -> Iterator[Entry]:
    return (e for e in load("numbers").values() if e.fields["kind"] == kind)
