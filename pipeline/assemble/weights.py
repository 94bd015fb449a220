"""The weights of assembly's decisions, as they were learned."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

#: Log odds beyond which nothing is surer.
_SUREST = 30.0
#: Signs that a reason names at most, the weightiest first.
_NAMED = 5


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
    """

    kinds: Mapping[str, Mapping[str, float]]
    join: Mapping[str, float]
    thresholds: Mapping[str, float]
    belongs: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    links: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    worth: Mapping[str, float] = field(default_factory=dict)


@cache
def learned() -> Weights:
    """The weights that ship: ``weights.toml``."""
    text = (files("pipeline.assemble") / "weights.toml").read_text("utf-8")
    return read(tomllib.loads(text))


def read(tables: Mapping[str, Mapping[str, float]]) -> Weights:
    """Weights of the tables ``kind.*``, ``belongs.*``, ``link.*`` and the others."""
    names = ("kind", "join", "thresholds", "belongs", "link", "worth")
    return Weights(*(tables.get(name, {}) for name in names))  # type: ignore[arg-type]


def probability(weighed: Mapping[str, float], signs: Iterable[str]) -> float:
    """How likely the decision is, by a logistic sum; an unknown sign counts nothing."""
    score = math.fsum(weighed.get(sign, 0.0) for sign in signs)  # in any order
    return 1 / (1 + math.exp(-max(-_SUREST, min(_SUREST, score))))


def reason(weighed: Mapping[str, float], signs: Iterable[str]) -> str:
    """The weightiest of ``signs``, in words with their weights."""
    told = [(weighed[s], s) for s in signs if weighed.get(s)]
    told.sort(key=lambda t: (-abs(t[0]), t[1]))
    return "; ".join(f"{sign} {weight:+.1f}" for weight, sign in told[:_NAMED])
