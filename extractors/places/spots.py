"""A stretch of text that may name a place, and what the table knows of its name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from incidents.extractors._gazetteer import load
from incidents.extractors.places.names import OTHER, fold
from incidents.extractors.places.table import Option, named, shortened
from incidents.extractors.places.words import COMMON, SIDES, TYPES


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of text that may name a place.

    Attributes:
        start: First character.
        end: One past the last.
        text: The words.
        options: What the table knows by this name; empty for an unknown place.
        weight: How much speaks for a place; from 2 on it is taken for one.
        typed: ``city``, ``admin`` or ``area``, where the words around say so.
        part_of: ``venue`` or ``org``, where the name is part of theirs.
    """

    start: int
    end: int
    text: str
    options: tuple[Option, ...]
    weight: float = 0.0
    typed: str | None = None
    part_of: str | None = None

    @property
    def key(self) -> str:
        """The folded name."""
        return fold(self.text)


def contains(outer: Spot, inner: Spot) -> bool:
    """Whether some reading of ``inner`` lies in some reading of ``outer``."""
    return any(i.place.within(o.place) for o in outer.options for i in inner.options)


def homes_of(sure: Iterable[Spot]) -> frozenset[str]:
    """Countries that the report is about beyond doubt."""
    found = set()
    for spot in sure:
        countries = {o.place.country for o in spot.options}
        nations = {o.place.country for o in spot.options if o.place.kind == "country"}
        found |= nations or (countries if len(countries) == 1 else set())
    return frozenset(found)


def is_at_home(spot: Spot, homes: frozenset[str]) -> bool:
    """Whether some reading of ``spot`` lies in a country that the report is about."""
    own = " " in spot.key  # a second name of several words is seldom another thing
    return any(
        o.place.country in homes and (own or o.how != OTHER) for o in spot.options
    )


@lru_cache(maxsize=1_000)
def abbreviated(text: str) -> tuple[Option, ...]:
    """Countries, or else states, behind ``US``, ``U.K.``, ``W.Va.`` as printed."""
    key = fold(text)
    return tuple(o for o in named(key) if o.place.kind == "country") or shortened(key)


def worth_of(options: tuple[Option, ...]) -> float:
    """What the best known place of the name is worth."""
    return max((_worth(o) for o in options), default=-1.0)


def _worth(option: Option) -> float:
    place, less = option.place, 0.7 if option.how == OTHER else 0.0
    if place.kind in ("country", "region"):
        return 2.5 - less
    if place.kind == "admin1":
        return (2.0 if place.population > 1_000_000 else 1.0) - less
    if place.capital:
        return 2.0 - less
    sizes = ((1_000_000, 1.6), (200_000, 1.0), (20_000, 0.5))
    return next((w for size, w in sizes if place.population >= size), 0.0) - less


def is_wide(options: tuple[Option, ...]) -> bool:
    """Whether the name is that of a country, region or state, such as West Bank."""
    wide = ("country", "region", "admin1")
    return any(o.place.kind in wide and o.how != OTHER for o in options)


def is_plain(word: str) -> bool:
    """Whether a word is one of the language, or of places in general, and no name."""
    return word in COMMON or word in TYPES or word in SIDES


@cache
def _demonyms() -> frozenset[str]:
    """Adjectives and nouns for the people of a country."""
    words = {a for e in load("nationalities").values() for a in e.aliases}
    return frozenset(w.lower() for w in words if "." not in w and len(w) > 2)


def is_demonym(text: str) -> bool:
    """Whether ``text`` names people by their country."""
    return text.lower() in _demonyms()


def is_large(options: tuple[Option, ...]) -> bool:
    """Whether the name is that of a country or a capital."""
    return any(o.place.kind == "country" or o.place.capital for o in options)
