"""Types of attack: the manner of an act, of its harm, or of its weapon."""

from __future__ import annotations

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.assemble.support.passage import HARM, Passage

#: The types of attack that a category of weapon tells, by the codebook's ruling 1.
BY_WEAPON = {
    "explosives": ("bombing",),
    "missile": ("bombing",),
    "firearms": ("armed_assault", "assassination"),
    "melee": ("armed_assault", "assassination"),
    "vehicle": ("armed_assault",),
    "incendiary": ("facility_attack",),
    "sabotage": ("facility_attack",),
    "chemical": ("unarmed_assault",),
    "biological": ("unarmed_assault",),
    "radiological": ("bombing", "unarmed_assault"),
}
#: Categories of targets that are chosen for who they are.
OFFICES = (
    *("diplomatic", "government", "media", "militia", "military", "ngo", "police"),
    *("political_party", "religious"),
)
#: Types that all begin with people or a vehicle being seized.
_SEIZED = ("barricade", "hijacking", "kidnapping")


def bears(term: str, case: Case) -> bool:
    """Whether a quote tells the manner of attack, by its words or by the weapon."""
    if term == "unknown":
        return True
    return any(
        _is_manner(m, term, p, case)
        for p in case.shown
        for m in p.of("EVENT", "HOSTAGES", "WEAPON", *HARM)
        if not case.undone(p, m.start)
    )


def _is_manner(mention: Mention, term: str, passage: Passage, case: Case) -> bool:
    if not case.real(mention, *case.unless_denied("negation")):
        return False
    by_weapon = BY_WEAPON.get(str(mention.get("category")), ())
    if term in (mention.get("attack_type"), *by_weapon):
        return True
    seized = mention.label == "HOSTAGES" or mention.get("attack_type") in _SEIZED
    if term in _SEIZED:
        return seized
    return term == "assassination" and _chosen(mention, passage)


def _chosen(mention: Mention, passage: Passage) -> bool:
    """Whether somebody was harmed who was chosen: by name, or for an office."""
    if mention.label != "KILLED" and mention.get("kind") != "attack":
        return False
    named = any(m.get("role") == "victim" for m in passage.of("PERSON"))
    hit = [m for m in passage.of("TARGET") if m.get("victim") or m.get("object")]
    return named or any(m.value in OFFICES and not m.get("generic") for m in hit)
