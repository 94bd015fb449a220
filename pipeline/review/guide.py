"""The codebook as coders have it beside each field, from ``guide.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Ruling:
    """What decides where coders read the rules differently."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What the codebook says of one field.

    Attributes:
        what: What is coded, and how.
        terms: Its terms, each with what it means.
        rulings: Those that concern it.
    """

    what: str
    terms: Mapping[str, str]
    rulings: tuple[Ruling, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """The codebook: what an incident is, and what of it is coded."""

    unit: str
    fields: Mapping[str, Entry]
    rulings: Mapping[str, Ruling]


@cache
def guide() -> Guide:
    """The codebook."""
    text = (files("incidents.pipeline.review") / "guide.toml").read_text("utf-8")
    told = tomllib.loads(text)
    rulings = {id: Ruling(r["title"], r["text"]) for id, r in told["rulings"].items()}
    fields = {
        name: Entry(
            entry["what"],
            entry.get("terms", {}),
            tuple(rulings[id] for id in entry["rulings"]),
        )
        for name, entry in told["fields"].items()
    }
    return Guide(told["unit"], fields, rulings)
