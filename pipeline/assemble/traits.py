"""What tells one incident from another: day, place, target, toll, kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from incidents.extractors.mention import Mention
from incidents.gazetteers import words
from incidents.pipeline import edtf
from incidents.pipeline.assemble.event import ARREST, DETAIL, NONE, Event
from incidents.pipeline.assemble.home import HOME

#: Words that tell no target from another.
_COMMON = words("words", "joints", "closed", "articles", "particles")


@dataclass(frozen=True, slots=True)
class Traits:
    """The marks of one event, or of several joined.

    Attributes:
        dates: EDTF values, finest first.
        places: Names or ids below the country, folded.
        countries: ISO codes.
        targets: Content words of the targets.
        struck: Those of them that tell one incident from another by nothing (*people*).
        tolls: Numbers killed, as printed.
        counts: Numbers of suspects, as printed.
        categories: GTD categories of the targets.
        types: GTD attack types.
        weapons: GTD categories of the weapons.
        groups: Canonical names.
        kinds: ``attack``, ``plot``, ``arrest``.
        names: Names of suspects and victims.
    """

    dates: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()
    tolls: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @property
    def evidence(self) -> int:
        """How many of day, place and target are known: a record needs two.

        Of an arrest, the names of people tell as much as a target.
        """
        return (
            bool(self.dates)
            + bool(self.places or self.countries)
            + bool(self.targets or self.struck or (self.names and ARREST in self.kinds))
        )


def of_event(event: Event) -> Traits:
    """The traits of ``event``."""
    places = [m for m in event.of("PLACE") if m.get("kind") != "venue"]
    targets = [m for m in event.of("TARGET") if m.get("object") or m.get("victim")]
    return Traits(
        dates=_finest(m.value for m in event.of("DATE")),
        places=frozenset(
            place_key(m)
            for m in places
            if m.get("kind") not in ("country", "region", HOME)
        ),
        countries=frozenset(c for m in places if (c := m.get("country"))),
        targets=frozenset(
            w for m in targets if not m.get("generic") for w in content(m.text)
        ),
        struck=frozenset(m.text for m in targets if m.get("generic")),
        tolls=frozenset(
            m.value
            for m in event.of("KILLED")
            if m.get("role") != "attacker" and not m.get("aggregate")
        ),
        counts=frozenset(m.value for m in event.of("SUSPECTS")),
        categories=frozenset(m.value for m in targets if m.value != "unknown"),
        types=frozenset(t for m in event.told() if (t := m.get("attack_type"))),
        weapons=frozenset(c for m in event.of("WEAPON") if (c := m.get("category"))),
        groups=frozenset(n for m in event.of("GROUP") if (n := m.get("name"))),
        kinds=frozenset({event.kind} - {DETAIL, NONE}),
        names=frozenset(m.value or m.text for m in event.of("PERSON")),
    )


def joined(traits: Sequence[Traits]) -> Traits:
    """The traits of several events of one incident."""
    sets = [f.name for f in fields(Traits) if f.name != "dates"]
    return Traits(
        _finest(d for t in traits for d in t.dates),
        **{
            name: frozenset().union(*(getattr(t, name) for t in traits))
            for name in sets
        },
    )


def place_key(place: Mention) -> str:
    """What makes two mentions one place: the id, or the name where there is none."""
    return place.value or place.text.casefold()


def content(text: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    found = re.findall(r"\w+", text.casefold())
    return frozenset(w.rstrip("s") for w in found if w not in _COMMON) - {""}


def _finest(values: Iterable[str]) -> tuple[str, ...]:
    known = {v for v in values if edtf.bounds(v)}
    return tuple(sorted(known, key=lambda v: (edtf.days(v), v)))


def is_known(key: str) -> bool:
    """Whether a ``place_key`` is that of a place in the table."""
    return key.isdigit()
