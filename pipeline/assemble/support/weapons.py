"""Weapons: words that are read as one of that category, or as its manner."""

from __future__ import annotations

from collections.abc import Iterator

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.support.attack_types import BY_WEAPON
from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.records import Weapon


def bears(weapon: Weapon, case: Case) -> bool:
    """Whether the words are read as a weapon of the category."""
    for passage, span in case.printed(weapon.text):
        read = passage.over(span, "WEAPON")
        known = {str(m.get("category")) for m in read}
        if weapon.category in known:
            return True
        manner = passage.over(span, "EVENT")
        if not read and any(weapon.category in _weapons(m) for m in manner):
            return True
        if weapon.category in ("other", "unknown") and known <= {"other", "unknown"}:
            return True
    return False


def _weapons(manner: Mention) -> Iterator[str]:
    """Categories of weapon that a manner of attack goes with."""
    told = manner.get("attack_type")
    return (c for c, types in BY_WEAPON.items() if told in types)
