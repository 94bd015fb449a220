"""How near the days and the places of two records are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import product

from incidents.extractors.places.belief import distance
from incidents.extractors.places.table import Place
from incidents.pipeline import edtf
from incidents.pipeline.merge.marks import Marks, Spot

#: The gap of two dates of which one is no date.
NEVER = 1_000_000
#: Kinds of places that have little breadth.
_NARROW = frozenset({"city", "admin2"})


@lru_cache(maxsize=65_536)
def gap(a: str, b: str) -> int:
    """Days between two EDTF dates; 0 where they can be one day."""
    x, y = edtf.bounds(a), edtf.bounds(b)
    if not x or not y:
        return NEVER
    return max(0, (y[0] - x[1]).days, (x[0] - y[1]).days)


def same_but_year(a: str, b: str) -> bool:
    """Whether two days differ in their year alone, as a slip of the pen would."""
    x, y = edtf.bounds(a), edtf.bounds(b)
    if not x or not y or x[0] != x[1] or y[0] != y[1]:
        return False
    return x[0].year != y[0].year and _in_year(x[0]) == _in_year(y[0])


def _in_year(day: date) -> tuple[int, int]:
    return day.month, day.day


def kilometres(a: Marks, b: Marks) -> float | None:
    """How far apart the two are at the least, whatever their names stand for.

    None where either names no place of the table, or one that lies in the other.
    """
    return _least(a.spots, b.spots)


def _least(some: Iterable[Spot], others: Iterable[Spot]) -> float | None:
    pairs = product(some, others)
    found = (d for x, y in pairs if (d := _apart(x, y)) is not None)
    return min(found, default=None)


def narrow(marks: Marks) -> tuple[Spot, ...]:
    """Its places that are towns or districts whatever they stand for: no breadth."""
    return tuple(spot for spot in marks.spots if _is_narrow(spot))


@lru_cache(maxsize=65_536)
def _is_narrow(spot: Spot) -> bool:
    return bool(spot.options) and all(p.kind in _NARROW for p in spot.options)


def elsewhere(a: Marks, b: Marks) -> float | None:
    """How far apart the towns of the two are at the least.

    None where either names no town, or the two share one.
    """
    return _least(narrow(a), narrow(b)) or None


def inside(a: Marks, b: Marks) -> bool:
    """Whether a place of one may lie in a place of the other."""
    return any(
        x.within(y) or y.within(x)
        for s in a.spots
        for t in b.spots
        for x in s.options
        for y in t.options
    )


@lru_cache(maxsize=65_536)
def _apart(a: Spot, b: Spot) -> float | None:
    if a.name == b.name:
        return 0.0
    return min((_km(x, y) for x in a.options for y in b.options), default=None)


def _km(a: Place, b: Place) -> float:
    return 0.0 if a.id == b.id or a.within(b) or b.within(a) else distance(a, b)
