"""Nouns for people, and for what is counted beside them: ``gazetteers/people.toml``.

A noun is looked up in either number; *gunmen* is an attacker's, *sheep* a thing's.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from extractors._gazetteer import load

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
