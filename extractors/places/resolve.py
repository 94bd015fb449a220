"""Which place a name stands for: the words that contain it, its company, its size."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from incidents.extractors._gazetteer import load
from incidents.extractors.places.belief import Belief, believe, distance
from incidents.extractors.places.datelines import is_dateline
from incidents.extractors.places.names import OTHER
from incidents.extractors.places.spots import Spot, contains
from incidents.extractors.places.table import Option, Place, place

_TYPE = (
    r"(?:city|town|village|state|province|district|county|region|department|republic"
    r"|area|capital|governorate|island|suburb|municipality|neighbou?rhood)"
)
_SIDE = (
    r"(?:(?:far |mid)?(?:north|south|east|west|cent)[a-z-]*|upper|lower|remote|rural)"
)
# Solingen, western Germany; Grata village in Adamawa; Akuressa, in Matara; Ures (Peru)
_INSIDE = re.compile(
    rf"(?: {_TYPE})?(?:, ?| ?\(| |, ?\n)(?:(?:in|of) )?(?:the )?(?:{_SIDE} )?"
    rf"(?:{_TYPE} of )?(?:the )?",
    re.IGNORECASE,
)
# Nigeria's north-eastern Borno, Turkey's capital, Ankara
_OWNS = re.compile(
    rf"['’]s (?:[a-z]+ )?(?:{_SIDE} )?(?:{_TYPE},? )?(?:of )?", re.IGNORECASE
)
_ADJECTIVE = re.compile(r"\b[A-Z][A-Za-z]{3,}\b")
_SURE = 0.6  # share of belief from which a name is settled
_CERTAIN = 0.85  # share in one country from which it is given though the place is not
_LIKELY = 0.05  # share from which a namesake is worth showing
_SAME = 80.0  # km within which a city and its province are one answer
_LESSER = 10  # times that a namesake elsewhere may be larger than a wire's own town
_CHUNK = 400  # spots resolved together, so that long reports take linear time


@dataclass(frozen=True, slots=True)
class Reading:
    """What a spot was resolved to.

    Attributes:
        place: The place, or None where it stayed open.
        country: Country of the place, or of what contains it.
        candidates: Places that stayed open, likeliest first.
        evidence: Spot that decided, where size alone did not.
    """

    place: Place | None = None
    country: str = ""
    candidates: tuple[Place, ...] = ()
    evidence: Spot | None = None


def resolve(text: str, spots: Sequence[Spot]) -> list[Reading]:
    """A reading for every spot, in their order."""
    readings: list[Reading] = []
    for start in range(0, len(spots), _CHUNK):
        readings += _resolve(text, spots[start : start + _CHUNK])
    return readings


def _resolve(text: str, spots: Sequence[Spot]) -> list[Reading]:
    outer = _containers(text, spots)
    spots = at_datelines(text, _narrowed(spots, outer), {*outer, *outer.values()})
    units = _units(spots, outer)
    members: dict[tuple[str, int], list[int]] = {}
    for n, unit in enumerate(units):
        members.setdefault(unit, []).append(n)
    names = sorted(members)
    hints = _hints(text, spots)
    beliefs = believe(
        [*(key for key, _ in names), *hints],
        [*(spots[unit[1]].options for unit in names), *(o for o, _ in hints.values())],
        [
            *([spots[n].start for n in members[unit]] for unit in names),
            *(where for _, where in hints.values()),
        ],
    )[: len(names)]
    read = {unit: _read(b) for unit, b in zip(names, beliefs, strict=True)}
    friends = {
        unit: members[names[b.friend]]
        for unit, b in zip(names, beliefs, strict=True)
        if b.friend is not None and b.friend < len(names)
    }
    return [
        _explained(n, read[unit], spots, outer, friends.get(unit), read, units)
        for n, unit in enumerate(units)
    ]


def _hints(
    text: str, spots: Sequence[Spot]
) -> dict[str, tuple[tuple[Option, ...], list[int]]]:
    """Countries that adjectives name, as company for the places."""
    hints: dict[str, tuple[tuple[Option, ...], list[int]]] = {}
    start, end = (spots[0].start - 500, spots[-1].end + 500) if spots else (0, 0)
    for match in _ADJECTIVE.finditer(text, max(0, start), end):
        option = _countries().get(match[0].lower())
        if option:
            hints.setdefault(f"~{option.place.country}", ((option,), []))[1].append(
                match.start()
            )
    return hints


@cache
def _countries() -> dict[str, Option]:
    """The country of each demonym of one word."""
    found = {}
    for entry in load("nationalities").values():
        country = place(entry.fields["geonameid"]) if entry.fields["iso"] else None
        for alias in entry.aliases:
            if country and alias.isalpha() and len(alias) > 3:
                found[alias.lower()] = Option(country, 0)
    return found


def at_datelines(text: str, spots: Sequence[Spot], held: Set[int]) -> list[Spot]:
    """Spots with the options of the country that a wire writes from, where it may be.

    Not where the text names a country that has such a place, nor for a village of its
    own that a far larger town elsewhere shares its name with.
    """
    named = {key.strip("~") for key in _hints(text, spots)}
    named |= {o.place.country for s in spots for o in s.options[:1] if _is_country(o)}
    home = ""
    found = []
    for n, spot in enumerate(spots):
        if is_dateline(text, spot.start, spot.end):
            largest = max(spot.options, key=_size, default=None)
            home = largest.place.country if largest else ""
        elif home and n not in held:
            spot = replace(spot, options=_of_home(spot.options, home, named - {home}))
        found.append(spot)
    return found


def _of_home(
    options: tuple[Option, ...], home: str, named: Set[str]
) -> tuple[Option, ...]:
    own = tuple(o for o in options if o.place.country == home and o.how != OTHER)
    largest = max(map(_size, options), default=0)
    if any(o.place.country in named or _is_country(o) for o in options):
        return options
    return own if own and _LESSER * max(map(_size, own)) >= largest else options


def _is_country(option: Option) -> bool:
    return option.place.kind in ("country", "region")


def _size(option: Option) -> int:
    return option.place.population


def _containers(text: str, spots: Sequence[Spot]) -> dict[int, int]:
    """For each spot that the words put inside a neighbour, that neighbour."""
    outer = {}
    for n in range(len(spots) - 1):
        left, right = spots[n], spots[n + 1]
        gap = text[left.end : right.start]
        if len(gap) > 50 or left.key == right.key:
            continue
        if _OWNS.fullmatch(gap) and _may_hold(left, right, gap):
            outer[n + 1] = n
        elif gap.strip() and _INSIDE.fullmatch(gap) and _may_hold(right, left, gap):
            outer.setdefault(n, n + 1)
    return outer


def _may_hold(outer: Spot, inner: Spot, gap: str) -> bool:
    """Whether the words can mean that ``inner`` lies in ``outer``."""
    if contains(outer, inner):
        return True
    whole = any(o.place.kind in ("country", "admin1", "admin2") for o in outer.options)
    country = any(o.place.kind == "country" for o in inner.options)
    return whole and not country and (not inner.options or " in " in gap)


def _narrowed(spots: Sequence[Spot], outer: dict[int, int]) -> list[Spot]:
    """Spots with the options that fit their type, their container and their content."""
    narrow = [_of_type(spot) for spot in spots]
    for _ in range(2):  # Lima, Ohio, USA: from the right, and back
        for n, m in sorted(outer.items(), reverse=True):
            if not contains(narrow[m], narrow[n]):
                narrow[n] = replace(narrow[n], options=())  # unknown to the table
                continue
            inside = [
                o
                for o in narrow[n].options
                if any(o.place.within(c.place) for c in narrow[m].options)
            ]
            around = [
                c
                for c in narrow[m].options
                if any(o.place.within(c.place) for o in inside)
            ]
            narrow[n] = replace(narrow[n], options=tuple(inside))
            narrow[m] = replace(narrow[m], options=tuple(around))
    return narrow


def _of_type(spot: Spot) -> Spot:
    """Drop the province from ``the city of X``, the city from ``X province``."""
    kinds = {"city": ("city",), "admin": ("admin1", "admin2", "region")}
    fitting = tuple(
        o for o in spot.options if o.place.kind in kinds.get(spot.typed or "", ())
    )
    return replace(spot, options=fitting) if fitting else spot


def _units(spots: Sequence[Spot], outer: dict[int, int]) -> list[tuple[str, int]]:
    """A name for each spot: its key, and the spot whose options it goes by.

    Within a report a name has one reading; words that contain it hold for its
    repetitions too, and where they differ each repetition takes the last before it.
    """
    firsts: dict[tuple[str, tuple[int, ...]], int] = {}
    lead: dict[str, int] = {}
    held = set(outer) | set(outer.values())
    ahead = {spots[n].key: n for n in sorted(held, reverse=True)}
    units = []
    for n, spot in enumerate(spots):
        if n in held:
            lead[spot.key] = n
        chosen = n if spot.typed else lead.get(spot.key, ahead.get(spot.key, n))
        ids = tuple(o.place.id for o in spots[chosen].options)
        units.append((spot.key, firsts.setdefault((spot.key, ids), chosen)))
    return units


def _read(belief: Belief) -> Reading:
    """The reading that a distribution over namesakes supports."""
    if not belief.options:
        return Reading()
    ranked = sorted(
        zip(belief.shares, belief.options, strict=True),
        key=lambda pair: (-pair[0], pair[1].place.id),
    )
    best = ranked[0][1].place
    same = [(s, o) for s, o in ranked if _one_answer(best, o.place)]
    if sum(s for s, _ in same) >= _SURE:
        place = _finest(best, same)
        return Reading(place, place.country)
    likely = tuple(o.place for s, o in ranked if s >= _LIKELY)[:5]
    return Reading(country=_country(ranked), candidates=likely)


def _country(ranked: Sequence[tuple[float, Option]]) -> str:
    """The country that nearly all belief lies in, whichever the place."""
    shares: dict[str, float] = {}
    for share, option in ranked:
        country = option.place.country
        shares[country] = shares.get(country, 0.0) + share
    country, share = max(shares.items(), key=lambda pair: (pair[1], pair[0]))
    return country if share >= _CERTAIN else ""


def _one_answer(best: Place, other: Place) -> bool:
    if best.country != other.country or "country" in (best.kind, other.kind):
        return best == other
    return best == other or distance(best, other) < _SAME or other.within(best)


def _finest(best: Place, same: Sequence[tuple[float, Option]]) -> Place:
    """The city rather than the district of that name around it."""
    cities = [
        o.place
        for s, o in same
        if o.place.kind == "city" and o.how != OTHER and s >= _LIKELY
    ]
    return cities[0] if cities and best.kind.startswith("admin") else best


def _explained(
    n: int,
    reading: Reading,
    spots: Sequence[Spot],
    outer: dict[int, int],
    friends: list[int] | None,
    read: dict[tuple[str, int], Reading],
    units: Sequence[tuple[str, int]],
) -> Reading:
    """The reading with its evidence, and the country of what contains the spot."""
    if n in outer:
        country = reading.country or read[units[outer[n]]].country
        return replace(reading, country=country, evidence=spots[outer[n]])
    if friends:
        near = min(friends, key=lambda m: (abs(m - n), m))
        return replace(reading, evidence=spots[near])
    return reading
