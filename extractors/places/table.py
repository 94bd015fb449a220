"""The table of places, ``gazetteers/places.sqlite``, opened for reading only."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from incidents.extractors.places.names import DEGREE, KINDS, OTHER, SHORT, untyped

_COLUMNS = (
    "p.id, name, lat, lon, country, admin1, admin2, kind, population, capital, slug"
)
#: Forms of the Arabic article, and the countries whose names have it.
ARTICLES = "al el ar as ash ad az an at ath adh".split()
_ARABIC = frozenset(
    "AE BH DZ EG IL IQ IR JO KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE".split()
)
_ENGLISH = frozenset(("as", "at", "an"))
_NAME = 3  # letters of the shortest name that is looked for with another article
_MOST = 40  # namesakes looked at: the largest


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the table.

    Attributes:
        id: GeoNames id; below zero for a region that only ``places.toml`` has.
        name: Canonical name.
        lat: Degrees north.
        lon: Degrees east.
        country: ISO 3166-1 alpha-2; empty for a region in several countries.
        admin1: Id of the first-order subdivision it lies in.
        admin2: Id of the second-order subdivision.
        kind: One of ``country``, ``admin1``, ``admin2``, ``city``, ``region``.
        population: Inhabitants, 0 where unknown.
        capital: Whether it is the capital of its country.
        slug: Key in ``places.toml`` of a region without GeoNames id.
    """

    id: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: int | None
    admin2: int | None
    kind: str
    population: int
    capital: bool
    slug: str | None

    @property
    def value(self) -> str:
        """What a mention of this place has as value."""
        return self.slug or str(self.id)

    def within(self, other: Place) -> bool:
        """Whether this place lies in ``other`` by the table's hierarchy."""
        if other.kind == "country":
            return self.country == other.country and self.id != other.id
        return other.id in (self.admin1, self.admin2)


@dataclass(frozen=True, slots=True)
class Option:
    """A place that a name may stand for, and how the name names it."""

    place: Place
    how: int


@lru_cache(maxsize=20_000)
def named(key: str) -> tuple[Option, ...]:
    """Places that the folded name ``key`` may stand for.

    Countries, states and regions come first, then the largest. A name with its type
    (``cook county``) stands for subdivisions only; abbreviations of states are left
    out (``shortened`` has them).
    """
    found = tuple(o for o in _rows(key) if o.how != SHORT) or _articled(key)
    bare = untyped(key)
    if bare != key:
        known = {o.place.id for o in found}
        found += tuple(
            Option(o.place, 0)
            for o in _rows(bare) or _articled(bare)
            if o.place.kind.startswith("admin") and o.place.id not in known
        )
    return found


def _articled(key: str) -> tuple[Option, ...]:
    """Places that ``key`` names with or without the Arabic article that they have."""
    first, _, rest = key.partition(" ")
    if first in _ENGLISH:
        return ()  # "As Mosul fell" has no article
    if len(rest) >= _NAME and first in ARTICLES:
        keys = [rest]
    else:
        keys = [f"{article} {key}" for article in ARTICLES if len(key) >= _NAME]
    found = {
        o.place.id: Option(o.place, OTHER)
        for k in keys
        for o in _rows(k)
        if o.place.country in _ARABIC and o.place.kind != "country"
    }
    return tuple(sorted(found.values(), key=_rank))


def _rank(option: Option) -> tuple[bool, int, int]:
    place = option.place
    return place.kind in ("admin2", "city"), -place.population, place.id


@lru_cache(maxsize=2_000)
def shortened(key: str) -> tuple[Option, ...]:
    """States and provinces that ``key`` abbreviates: ``wva``, ``calif``, ``oh``."""
    return tuple(o for o in _rows(key) if o.how == SHORT or o.place.kind == "admin1")


@lru_cache(maxsize=5_000)
def place(id: int) -> Place | None:
    """The place with this id."""
    row = _connection(os.getpid()).execute(
        f"SELECT {_COLUMNS} FROM places p WHERE id = ?", (id,)
    )
    found = row.fetchone()
    return _place(found) if found else None


def _rows(key: str) -> tuple[Option, ...]:
    rows = _connection(os.getpid()).execute(
        f"SELECT {_COLUMNS}, how FROM names n JOIN places p USING (id) WHERE n.key = ?"
        " ORDER BY kind IN (2, 3), population DESC, id LIMIT ?",
        (key.encode("utf-8", "replace").decode(), _MOST),  # no lone surrogate
    )
    return tuple(Option(_place(row[:-1]), row[-1]) for row in rows)


def _place(row: tuple[Any, ...]) -> Place:
    id, name, lat, lon, country, admin1, admin2, kind, population, capital, slug = row
    return Place(
        id,
        name,
        lat / DEGREE,
        lon / DEGREE,
        country,
        admin1,
        admin2,
        KINDS[kind],
        population,
        bool(capital),
        slug,
    )


@cache
def _connection(process: int) -> sqlite3.Connection:
    """One connection a process: SQLite's may not be carried over a fork."""
    path = Path(str(files("incidents.gazetteers") / "places.sqlite"))
    return sqlite3.connect(
        f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
