"""Where two who coded blind agree, field by field, and where they do not."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.review.decisions import blind
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.state import State
from incidents.pipeline.review.values import Value

_PREFIX = blind("")
CLOSED = ("done", "no_incident", "merged")


@dataclass(frozen=True, slots=True)
class Row:
    """One field of one record, as two reviewers have it."""

    field: str
    one: tuple[Value, ...]
    two: tuple[Value, ...]

    @property
    def agrees(self) -> bool:
        """Whether the readings are the same, in any order."""
        return _readings(self.one) == _readings(self.two)


@dataclass(frozen=True, slots=True)
class Pair:
    """One record that both have decided on.

    Attributes:
        id: The incident's id.
        one: The first reviewer's record.
        two: The second's.
        parts: How many records each made of it.
        rows: The fields that either has.
    """

    id: str
    one: State
    two: State
    parts: tuple[int, int]
    rows: tuple[Row, ...]

    @property
    def agrees_on_record(self) -> bool:
        """Whether it is an incident to both, or to neither, and one record."""
        return self.one.status == self.two.status and self.parts[0] == self.parts[1]

    @property
    def agrees(self) -> bool:
        """Whether nothing is left to settle."""
        if not self.agrees_on_record or self.parts != (1, 1):
            return False
        return self.one.status != "done" or all(row.agrees for row in self.rows)


@dataclass(frozen=True, slots=True)
class Figure:
    """Agreement on one field: of ``both`` records, ``same`` are coded alike.

    ``kappa`` is Cohen's, which takes out what chance gives; None where it says nothing.
    """

    field: str
    same: int
    both: int
    kappa: float | None

    @property
    def share(self) -> float:
        """The share coded alike."""
        return self.same / self.both


def reviewers(desk: Desk) -> list[str]:
    """Who coded blind."""
    layers = desk.store.layers()
    return [name.removeprefix(_PREFIX) for name in layers if name.startswith(_PREFIX)]


def pairs(desk: Desk, one: str, two: str) -> list[Pair]:
    """The records that both have finished, in the order of the run."""
    first, second = (_by_root(desk.states(blind(name))) for name in (one, two))
    return [
        _pair(id, first[id], second[id])
        for id in first
        if id in second and all(m[0].status in CLOSED for m in (first[id], second[id]))
    ]


def _by_root(states: Iterable[State]) -> dict[str, list[State]]:
    """Each record of the run, and after it those split off it."""
    found: dict[str, list[State]] = {}
    for state in states:
        found.setdefault(str(state.row["incident_id"]), []).append(state)
    return found


def _pair(id: str, one: Sequence[State], two: Sequence[State]) -> Pair:
    rows = tuple(
        row
        for name in BY_NAME
        if (row := Row(name, _standing(one[0], name), _standing(two[0], name))).one
        or row.two
    )
    return Pair(id, one[0], two[0], (len(one), len(two)), rows)


def _standing(state: State, field: str) -> tuple[Value, ...]:
    return tuple(v for v in state.values if v.field == field and v.stands)


def _readings(values: Iterable[Value]) -> tuple[str, ...]:
    return tuple(sorted(json.dumps(v.value, sort_keys=True) for v in values))


def figures(found: Iterable[Pair]) -> list[Figure]:
    """Agreement on the record as such, and on each field of those that stand."""
    found = list(found)
    judged: dict[str, list[tuple[Any, Any]]] = {"record": []}
    for pair in found:
        outcomes = [
            (s.status, n) for s, n in zip((pair.one, pair.two), pair.parts, strict=True)
        ]
        judged["record"].append((outcomes[0], outcomes[1]))
        if pair.one.status == pair.two.status == "done":
            for row in pair.rows:
                readings = (_readings(row.one), _readings(row.two))
                judged.setdefault(row.field, []).append(readings)
    return [
        Figure(name, sum(a == b for a, b in said), len(said), kappa(said))
        for name in ("record", *BY_NAME)
        if (said := judged.get(name))
    ]


def kappa(said: Sequence[tuple[Any, Any]]) -> float | None:
    """Cohen's kappa of two coders; None where both said one thing throughout.

    >>> kappa([("a", "a"), ("b", "b"), ("a", "b"), ("b", "a")])
    0.0
    """
    size = len(said)
    one, two = Counter(a for a, _ in said), Counter(b for _, b in said)
    expected = sum(one[name] * two[name] for name in one) / size**2
    if expected == 1:
        return None
    observed: float = sum(a == b for a, b in said) / size
    return (observed - expected) / (1 - expected)


def disputed(desk: Desk) -> set[str]:
    """Records on which any two who coded blind differ."""
    names = reviewers(desk)
    return {
        pair.id
        for n, one in enumerate(names)
        for two in names[n + 1 :]
        for pair in pairs(desk, one, two)
        if not pair.agrees
    }


def progress(states: Iterable[State]) -> Mapping[str, int]:
    """How many records have each status."""
    return Counter(state.status for state in states)
