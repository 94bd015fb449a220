"""What of a field is scored: its values as texts and numbers that can be compared.

These readings are part of the definitions that the field's figures rest on; nothing
here repairs a record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Compare(Enum):
    """How two values of a slot are held against each other."""

    EXACT = "exact"
    WORDS = "words"  # by the words they share
    DAY = "day"  # as EDTF dates


@dataclass(frozen=True, slots=True)
class Slot:
    """One list of comparable values.

    Attributes:
        name: Such as ``target_categories``.
        read: Reads it off the field's values.
        compare: How its values are compared.
        noun: What a reason calls a value of it; empty where reasons leave it out.
        decides: Whether the field's values are right where the slot's are.
    """

    name: str
    read: Callable[[Iterable[Any]], list[Any]] = list
    compare: Compare = Compare.EXACT
    noun: str = ""
    decides: bool = True


def known(values: Iterable[Any]) -> list[Any]:
    """Those that are no admission of ignorance."""
    return [v for v in values if v not in ("", "unknown")]


def told(values: Iterable[Any]) -> list[Any]:
    """Those that are not said to be unknown."""
    return [v for v in values if v != "unknown"]


def distinct(values: Iterable[Any]) -> list[Any]:
    """Each once."""
    return sorted(set(values))


def spans(values: Iterable[Mapping[str, Any]]) -> list[str]:
    """Ranges as texts, ``81-None`` for 81 or more."""
    return [f"{v.get('min')}-{v.get('max')}" for v in values if v]


def texts(values: Iterable[Mapping[str, Any]]) -> list[str]:
    """The words of targets."""
    return [v["text"] for v in values if v.get("text")]


def named_categories(values: Iterable[Mapping[str, Any]]) -> list[str]:
    """The categories of targets that have words."""
    return categories(v for v in values if v.get("text"))


def categories(values: Iterable[Mapping[str, Any]]) -> list[str]:
    """The categories, each once."""
    return distinct(
        v["category"] for v in values if v.get("category") not in (None, "unknown")
    )


def names(values: Iterable[Mapping[str, Any]]) -> list[str]:
    """The names of groups, each once."""
    return distinct(v["name"] for v in values if v.get("name"))


def links(values: Iterable[Mapping[str, Any]]) -> list[str]:
    """Groups with how they are linked."""
    return distinct(f"{v.get('name')}={v['link']}" for v in values if v.get("link"))


def steps(values: Iterable[Mapping[str, Any]]) -> list[str]:
    """Who was charged and who acquitted: one for each person named and step."""
    told = [(str(v.get("name") or "").split(), v.get("legal") or ()) for v in values]
    return distinct(
        f"{n[-1].lower()}={step}" for n, legal in told if n for step in legal
    )
