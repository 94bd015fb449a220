"""What each sign of two records counts for, as it was learned."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from incidents.pipeline.files import digest, toml

#: From which probability on two records are one event, a pair is shown as unsure, and
#: below which no pair of an event's records may be.
THRESHOLDS = ("join", "unsure", "least")


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for and against two records' being of one event.

    Attributes:
        likeness: Weights by sign.
        thresholds: By name, those of ``THRESHOLDS``.
    """

    likeness: Mapping[str, float]
    thresholds: Mapping[str, float]


@cache
def learned() -> Weights:
    """The weights that ship: ``weights.toml``."""
    text = (files("incidents.pipeline.merge") / "weights.toml").read_text("utf-8")
    return read(tomllib.loads(text))


def load(path: Path) -> Weights:
    """Weights of a file that ``incidents learn --events`` wrote.

    Raises:
        ValueError: It is none; says file and what is missing.
    """
    try:
        return read(tomllib.loads(path.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise ValueError(f"{path}: no weights of events: {error}") from error


def given(path: Path | None) -> dict[str, Any]:
    """What an account says of the weights that were given: their file, and all of them.

    Raises:
        ValueError: The file holds none.
    """
    if path is None:
        return {}
    weights = load(path)
    return {
        "path": str(path),
        "sha256": digest(path),
        "likeness": dict(weights.likeness),
        "thresholds": dict(weights.thresholds),
    }


def of_account(account: Path) -> Weights:
    """What the events of a run were joined by: what it was given, else what ships.

    Args:
        account: ``run.json``, or ``merge.json`` of runs that were merged.

    Raises:
        ValueError: The account cannot be read, or has weights that are none.
    """
    try:
        told = json.loads(account.read_bytes()).get("settings") or {}
        held = told.get("event_weights")
        return read(held) if held else learned()
    except (OSError, ValueError, AttributeError, RecursionError) as error:
        raise ValueError(f"{account}: no weights of events: {error}") from error


def read(tables: Mapping[str, Any]) -> Weights:
    """Weights of the tables ``likeness`` and ``thresholds``.

    Raises:
        ValueError: A table or threshold is missing, or holds what is no number.
    """
    for name in ("likeness", "thresholds"):
        table = tables.get(name)
        if not isinstance(table, dict):
            raise ValueError(f"no table {name}")
        for key, value in table.items():
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise ValueError(f"{name}, {key!r} is no number")
    if missing := [t for t in THRESHOLDS if t not in tables["thresholds"]]:
        raise ValueError(f"thresholds, no {missing[0]}")
    return Weights(tables["likeness"], tables["thresholds"])


def to_toml(weights: Weights, head: Iterable[str]) -> str:
    """The weights as a readable file, the same for the same weights."""
    tables = {"likeness": weights.likeness, "thresholds": weights.thresholds}
    return toml(tables, head)
