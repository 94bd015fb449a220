"""Nouns for people, and for what is counted beside them: ``gazetteers/people.toml``.

A noun is looked up in either number; *gunmen* is an attacker's, *sheep* a thing's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from incidents.extractors._gazetteer import load

ATTACKER, SUSPECT, VICTIM, OFFICER, OFFICIAL, SPEAKER, KIN, GENERIC, CIVILIAN, THING = (
    "attacker",
    "suspect",
    "victim",
    "officer",
    "official",
    "speaker",
    "kin",
    "generic",
    "civilian",
    "thing",
)


@lru_cache(maxsize=20_000)
def role(noun: str) -> str | None:
    """The side that people called ``noun`` stand on, ``thing``, or None if unknown.

    Args:
        noun: In lower case, singular or plural.
    """
    one = singular(noun)
    known = _roles().get(one)
    if known is None and one.endswith(_endings()):
        return CIVILIAN
    return known


def singular(noun: str) -> str:
    """``noun`` in lower case without its plural ending."""
    if noun in _plurals():
        return _plurals()[noun]
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def is_plural(noun: str) -> bool:
    """Whether ``noun`` names several; read off its form."""
    return noun in _plurals() or (noun.endswith("s") and not noun.endswith("ss"))


def is_person(noun: str) -> bool:
    """Whether ``noun``, in either number, names a person."""
    return role(noun) not in (None, THING)


def is_attacker(noun: str) -> bool:
    """Whether ``noun`` names one who attacks, or is suspected of it."""
    return role(noun) in (ATTACKER, SUSPECT)


def is_thing(noun: str) -> bool:
    """Whether ``noun`` is no person, though numbers often stand before it."""
    return role(noun) == THING


def is_state(noun: str) -> bool:
    """Whether ``noun`` names police, soldiers, or what a state acts with."""
    return singular(noun) in _of_states()


@cache
def beside_names(kind: str) -> frozenset[str]:
    """What stands beside a name: ``titles``, or ``offices``, whose holders speak.

    ``chosen`` are those who are attacked for who they are.
    """
    return frozenset(load("people")["official"].fields[kind])


def is_chosen(noun: str) -> bool:
    """Whether ``noun`` names one who is attacked for who he or she is."""
    return singular(noun) in beside_names("chosen")


@cache
def beside_suspects(kind: str) -> frozenset[str]:
    """Words that show people to be suspects: what was done to them, what they did.

    ``arrested`` and ``arrests`` (nouns), ``deeds``, ``bands``; of ``anyone`` only a
    deed beside shows it, and those who ``suffered`` one are none.
    """
    return frozenset(load("people")["suspect"].fields[kind])


@cache
def nouns(*roles: str) -> frozenset[str]:
    """The nouns of ``roles``, singular and plural, in lower case."""
    singulars = {one for one, role in _roles().items() if role in roles}
    irregular = {many for many, one in _plurals().items() if one in singulars}
    return frozenset(singulars | irregular | {_plural(one) for one in singulars})


def pattern(*roles: str) -> str:
    """A regular expression for the nouns of ``roles``, the longest first."""
    found = sorted(nouns(*roles), key=lambda noun: (-len(noun), noun))
    return f"(?:{'|'.join(map(re.escape, found))})"


def _plural(one: str) -> str:
    if one.endswith("man"):
        return one[:-2] + "en"
    if re.search(r"[^aeiou]y$", one):
        return one[:-1] + "ies"
    return one + ("es" if one.endswith(("ch", "sh", "s", "x")) else "s")


@cache
def _of_states() -> frozenset[str]:
    return frozenset(
        name
        for entry in load("people").values()
        if entry.fields.get("state")
        for name in (entry.name, *entry.aliases)
    )


@cache
def _roles() -> Mapping[str, str]:
    return {
        name: entry.fields["role"]
        for entry in load("people").values()
        for name in (entry.name, *entry.aliases)
        if not name.startswith("-")
    }


@cache
def _plurals() -> Mapping[str, str]:
    """Plurals that no rule makes, with their singulars."""
    return {
        plural: one
        for entry in load("people").values()
        for plural, one in entry.fields.get("plurals", {}).items()
    }


@cache
def _endings() -> tuple[str, ...]:
    return tuple(
        name[1:]
        for entry in load("people").values()
        for name in (entry.name, *entry.aliases)
        if name.startswith("-")
    )
