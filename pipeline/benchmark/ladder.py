"""Results of others and of baselines on the same sets, from ``ladder.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Rung:
    """A result of another system.

    Attributes:
        set: The set, by the name of its folder.
        measure: As our own figure is named.
        system: What was measured.
        value: As published: in per cent, an area as it is.
        source: Where the value is from.
        comparable: What is the same and what is not.
        mode: The one way of answering that it can be compared with; empty: all.
    """

    set: str
    measure: str
    system: str
    value: float
    source: str
    comparable: str
    mode: str = ""


def ladder(benchmark: str, name: str, mode: str) -> list[Rung]:
    """The rungs of a set, best first in each measure.

    Args:
        benchmark: Its benchmark.
        name: The set; all of the benchmark where nothing is known of it.
        mode: The way of answering.
    """
    held = files("incidents.pipeline.benchmark") / "ladder.toml"
    sets = tomllib.loads(held.read_text("utf-8")).get(benchmark, {})
    chosen = {name: sets[name]} if name in sets else sets
    rungs = [r for s, rows in chosen.items() for row in rows for r in _rungs(s, row)]
    return ranked(r for r in rungs if r.mode in ("", mode))


def ranked(rungs: Iterable[Rung]) -> list[Rung]:
    """By set and measure, the best first."""
    return sorted(rungs, key=lambda r: (r.set, r.measure, _worse(r), r.system))


def _rungs(name: str, row: Mapping[str, Any]) -> Iterator[Rung]:
    """One for each measure of a system: what else is said of it holds for all."""
    said = {key: text for key, text in row.items() if key != "values"}
    for measure, value in row["values"].items():
        yield Rung(set=name, measure=measure, value=value, **said)


def _worse(rung: Rung) -> float:
    """Less is better for an area under the curve of distances."""
    return rung.value if rung.measure.startswith("AUC") else -rung.value
