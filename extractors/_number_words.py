"""Words for numbers, and what they are worth: ``gazetteers/numbers.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from incidents import gazetteers

#: Entries whose words have values: *seven*, *forty*, *hundred*, *half a dozen*,
#: *dozens* (the least that it means), *third*.
UNIT, TEN, POWER, PHRASE, VAGUE, ORDINAL = (
    "units",
    "tens",
    "powers",
    "phrases",
    "plurals",
    "ordinals",
)
#: Words around a number that is no count: *km*, *flight*.
MEASURE, NAMING = "measures", "naming"
#: Verbs of who gives one: *said*.
GIVING = "giving"


def values(entry: str) -> Mapping[str, int]:
    """What the words of ``entry`` are worth, from the least on."""
    return gazetteers.values("numbers", entry)


def words(entry: str) -> frozenset[str]:
    """The words of ``entry``."""
    return gazetteers.words("numbers", entry)


@cache
def bounds() -> Mapping[str, str]:
    """Words before a number, and what they make of it.

    Returns:
        ``over``, ``least``, ``most``, ``under``, or ``about`` for no bound at all.
    """
    return {
        word: entry.fields["bound"]
        for entry in gazetteers.load("numbers").values()
        if "bound" in entry.fields
        for word in (entry.name, *entry.aliases)
    }
