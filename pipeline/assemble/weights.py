"""The weights of assembly's decisions, as they were learned."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import repeat
from pathlib import Path
from typing import Any

#: Log odds beyond which nothing is surer.
_SUREST = 30.0
#: Signs that a reason names at most, the weightiest first.
_NAMED = 5
#: The tables of a file of weights, in the order of ``Weights``.
_TABLES = ("kind", "join", "thresholds", "belongs", "link", "worth", "confidence")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign counts for, decision by decision.

    Attributes:
        kinds: For each kind of event, weights by sign.
        join: Weights of what speaks for and against an event's being of a story.
        belongs: For each kind of value, what speaks for and against its being of an
            incident.
        links: For each link of a group, weights by sign.
        worth: What speaks for and against a story's being a record.
        thresholds: By name, from which probability on a decision falls so.
        confidence: Of the regressions of ``confidence.py``, coefficients by feature.
    """

    kinds: Mapping[str, Mapping[str, float]]
    join: Mapping[str, float]
    thresholds: Mapping[str, float]
    belongs: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    links: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    worth: Mapping[str, float] = field(default_factory=dict)
    confidence: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


@cache
def learned() -> Weights:
    """The weights that ship: ``weights.toml``."""
    return read(_shipped())


def load(path: Path) -> Weights:
    """Weights of a file that ``incidents learn`` wrote.

    Raises:
        ValueError: It is none, or lacks a decision; says file and table.
    """
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"{path}: no weights: {error}") from error
    given, ours = _flat(tables), _flat(_shipped())
    for name in sorted(ours):
        if name not in given:
            raise ValueError(f"{path}: no {name}; make it with incidents learn")
    for name, table in given.items():
        for sign, weight in table.items():
            if not isinstance(weight, int | float):
                raise ValueError(f"{path}: {name}, {sign!r} is no number")
    if missing := sorted(ours["thresholds"].keys() - given["thresholds"].keys()):
        raise ValueError(f"{path}: thresholds, no {missing[0]}")
    return read(tables)


def _flat(tables: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Each table of weights, by its name in the file."""
    found: dict[str, Mapping[str, Any]] = {}
    for name in _TABLES:
        table = tables.get(name)
        if isinstance(table, dict):
            inner = {
                f"{name}.{key}": t for key, t in table.items() if isinstance(t, dict)
            }
            found.update(inner or {name: table})
    return found


def _shipped() -> dict[str, Any]:
    text = (files("incidents.pipeline.assemble") / "weights.toml").read_text("utf-8")
    return tomllib.loads(text)


def read(tables: Mapping[str, Mapping[str, float]]) -> Weights:
    """Weights of the tables ``kind.*``, ``belongs.*``, ``link.*`` and the others."""
    return Weights(*(tables.get(name, {}) for name in _TABLES))  # type: ignore[arg-type]


def probability(weighed: Mapping[str, float], signs: Iterable[str]) -> float:
    """How likely the decision is, by a logistic sum; an unknown sign counts nothing."""
    score = math.fsum(map(weighed.get, signs, repeat(0.0)))  # in any order
    return 1 / (1 + math.exp(-max(-_SUREST, min(_SUREST, score))))


def reason(weighed: Mapping[str, float], signs: Iterable[str]) -> str:
    """The weightiest of ``signs``, in words with their weights."""
    told = [(weighed[s], s) for s in signs if weighed.get(s)]
    told.sort(key=lambda t: (-abs(t[0]), t[1]))
    return "; ".join(f"{sign} {weight:+.1f}" for weight, sign in told[:_NAMED])
