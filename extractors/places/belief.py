"""Belief over namesakes, from size and from the other names of a report.

Each name starts with a distribution over its places that follows their size. The
other names then pull: the same state or province, a country that is named, nearness;
names far off in the text pull less. One share is kept for a place that the table lacks,
so that a hamlet on another continent is not taken for want of a better one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, log, radians, sin, sqrt

import numpy as np
from numpy.typing import NDArray

from incidents.extractors.places.names import OTHER
from incidents.extractors.places.table import Option, Place

_Matrix = NDArray[np.float64]
_EARTH = 6371.0
_UNKNOWN = 20_000  # inhabitants that the place outside the table counts for
_SINGLE = 2_000  # the same, where the table has the name once
_SIZE = 0.6
_KIND = {"country": 4.0, "region": 3.0, "admin1": 0.5, "admin2": -1.0, "city": 0.0}
_REGION = 5_000_000  # regions have no population in the table
_CAPITAL = 2.5
_ALTERNATE = -1.5
_PULL = 2.5
_FADE = 5_000.0  # characters over which company loses its weight
_NEAR = 120.0  # km
_ROUNDS = 3
_PLENTY = 1_200  # options that are weighed together: memory grows with their square


@dataclass(frozen=True, slots=True)
class Belief:
    """What is believed of one name.

    Attributes:
        options: The places it may stand for.
        shares: Belief in each; what is missing to 1 is belief in another place.
        friend: Number of the name that pulled most, where size did not decide.
    """

    options: tuple[Option, ...]
    shares: tuple[float, ...]
    friend: int | None


def believe(
    keys: Sequence[str],
    options: Sequence[tuple[Option, ...]],
    where: Sequence[Sequence[int]],
) -> list[Belief]:
    """Belief for each name, from its options and the offsets of its mentions.

    The same key twice is a name that the report uses in two ways; it is no company to
    itself.
    """
    if sum(map(len, options)) > _PLENTY:
        keep = max(3, _PLENTY // len(options))
        options = [tuple(sorted(os, key=_by_prior)[:keep]) for os in options]
    flat = [o for os in options for o in os]
    unit = np.repeat(np.arange(len(options)), [len(o) for o in options])
    prior = np.array([_prior(o) for o in flat], dtype=np.float64)
    ties = _ties(flat) * _closeness(where)[np.ix_(unit, unit)]
    ties[_same(_codes([*keys])[unit]) > 0] = 0.0
    other = np.array([_other(os) for os in options], dtype=np.float64)
    start = shares = _share(prior, unit, other)
    for _ in range(_ROUNDS):
        shares = _share(prior + _PULL * np.log1p(ties @ shares), unit, other)
    beliefs = []
    for n, os in enumerate(options):
        mine = np.flatnonzero(unit == n)
        friend = None
        if len(mine):
            best = mine[int(np.argmax(shares[mine]))]
            pulls = np.bincount(unit, ties[best] * shares, minlength=len(options))
            if start[best] < 0.6 and pulls.max() > 0:
                friend = int(np.argmax(pulls))
        beliefs.append(Belief(tuple(os), tuple(map(float, shares[mine])), friend))
    return beliefs


def _by_prior(option: Option) -> tuple[float, int]:
    return -_prior(option), option.place.id


def _prior(option: Option) -> float:
    place = option.place
    size = _REGION if place.kind == "region" else place.population
    weight = _SIZE * log(size + 500) + _KIND[place.kind] + _CAPITAL * place.capital
    return weight + (_ALTERNATE if option.how == OTHER else 0.0)


def _other(options: Sequence[Option]) -> float:
    """Score of the place outside the table."""
    places = [o.place for o in options]
    alone = all(distance(places[0], p) < _NEAR for p in places)
    return _SIZE * log(_SINGLE if alone else _UNKNOWN)


def _share(score: _Matrix, unit: NDArray[np.int64], other: _Matrix) -> _Matrix:
    """Scores as shares within each name, against the place outside the table."""
    top = other.copy()
    np.maximum.at(top, unit, score)
    weight = np.exp(score - top[unit])
    total = np.bincount(unit, weight, minlength=len(other)) + np.exp(other - top)
    return np.asarray(weight / total[unit], dtype=np.float64)


def _ties(options: Sequence[Option]) -> _Matrix:
    """How much each option (column) speaks for each other (row)."""
    places = [o.place for o in options]
    country = _codes([p.country for p in places])
    state = _codes([p.id if p.kind == "admin1" else p.admin1 or 0 for p in places])
    county = _codes([p.id if p.kind == "admin2" else p.admin2 or 0 for p in places])
    is_country = np.array([p.kind == "country" for p in places], dtype=np.float64)
    is_state = np.array([p.kind == "admin1" for p in places], dtype=np.float64)
    ties: _Matrix = _same(country) * (0.3 + 0.7 * is_country)[None, :]
    ties += _same(state) * (1.0 + is_state)[None, :]
    ties += _same(county)
    near: _Matrix = np.exp(-_distances(places) / _NEAR)
    return ties + near


def _codes(values: Sequence[str | int]) -> NDArray[np.int64]:
    """Values as numbers, the missing as 0."""
    numbers = {v: n for n, v in enumerate(dict.fromkeys(v for v in values if v), 1)}
    return np.array([numbers.get(v, 0) for v in values], dtype=np.int64)


def _same(codes: NDArray[np.int64]) -> _Matrix:
    same = (codes[:, None] == codes[None, :]) & (codes > 0)[None, :]
    return np.asarray(same, dtype=np.float64)


def _distances(places: Sequence[Place]) -> _Matrix:
    """Kilometres between all places, through the earth: near enough where near."""
    lat = np.radians(np.array([p.lat for p in places], dtype=np.float64))
    lon = np.radians(np.array([p.lon for p in places], dtype=np.float64))
    points = np.stack(
        [np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]
    )
    chords: _Matrix = np.sqrt(np.maximum(0.0, 2.0 - 2.0 * (points.T @ points)))
    return _EARTH * chords


def _closeness(where: Sequence[Sequence[int]]) -> _Matrix:
    """How near the mentions of two names come, from 1 down to 0."""
    offsets = np.array([o for os in where for o in os], dtype=np.float64)
    if not len(offsets):
        return np.zeros((0, 0), dtype=np.float64)
    heads = np.cumsum([0, *map(len, where[:-1])])
    gaps = np.abs(offsets[:, None] - offsets[None, :])
    nearest = np.minimum.reduceat(np.minimum.reduceat(gaps, heads, 0), heads, 1)
    return np.asarray(np.exp(-nearest / _FADE), dtype=np.float64)


def distance(a: Place, b: Place) -> float:
    """Kilometres between two places of the table."""
    return kilometres((a.lat, a.lon), (b.lat, b.lon))


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two points, each latitude and longitude in degrees."""
    (lat_a, lon_a), (lat_b, lon_b) = (map(radians, point) for point in (a, b))
    half = (
        sin((lat_b - lat_a) / 2) ** 2
        + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    )
    return 2 * _EARTH * asin(sqrt(min(1.0, half)))
