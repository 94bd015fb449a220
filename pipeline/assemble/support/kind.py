"""The type of an incident: an act, a plan of one, or what was done about it."""

from __future__ import annotations

from collections.abc import Callable

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.assemble.support.legal import held
from incidents.pipeline.assemble.support.passage import HARM, Passage

#: What says that an event is only meant to be.
_MEANT = ("attempt", "foiled", "hypothetical", "planned", "threat")
#: So many columns of day, place and target make a row one of incidents.
_COLUMNS = 2
#: What says of an event that it was none.
_UNREAL = ("negated", "threat", "hypothetical")


def bears(kind: str, case: Case) -> bool:
    """Whether a quote tells of what the record is."""
    tells = _TYPES[kind]
    return any(tells(p, case) for p in case.shown if not case.undone(p))


def _attack(passage: Passage, case: Case) -> bool:
    """An act, its harm, or a weapon with where, when or whom it hit."""
    if any(_took_place(m, case) for m in passage.of("EVENT", "HOSTAGES", *HARM)):
        return True
    if passage.cues("abandoned", "foiled"):
        return False
    if _is_row(passage):
        return True
    weapons = [m for m in passage.of("WEAPON") if _used(m)]
    hit = passage.of("DATE", "PLACE", "TARGET")
    return any(case.real(m, "negation") for m in weapons) and bool(hit)


def _is_row(passage: Passage) -> bool:
    """Whether it is a row whose columns say when, where and what was hit, or two."""
    columns = {m.label for m in passage.mentions if m.get("column")}
    return len(columns & {"DATE", "PLACE", "TARGET"}) >= _COLUMNS


def _used(weapon: Mention) -> bool:
    """Whether a weapon fixes the attack; one that is feigned is used to frighten."""
    return bool(weapon.get("attack_type")) or weapon.get("category") == "fake"


def _took_place(mention: Mention, case: Case) -> bool:
    modality = mention.get("modality")
    if modality == "negated" and mention.reached("failed"):  # "did not explode"
        return case.real(mention)
    if mention.label == "EVENT" and modality in _UNREAL:
        return case.incident.assertion == "denied"
    barring = () if mention.value == "0" else case.unless_denied("negation")
    return mention.get("kind") != "plot" and case.real(mention, *barring)


def _plot(passage: Passage, case: Case) -> bool:
    """A plan by its own word, or an act or weapon that was meant.

    A legal step says so of an act that harmed nobody; one that did was no plan.
    """
    events = passage.of("EVENT")
    if any(m.get("kind") in ("plot", "foil") and case.real(m) for m in events):
        return True
    acts = [m for m in passage.of("EVENT", "WEAPON", "TARGET") if case.real(m)]
    meant = any(m.reached(*_MEANT) or m.get("modality") in _UNREAL for m in acts)
    cued = any(c.value in (*_MEANT, "abandoned") for c in passage.of("CUE"))
    tried = passage.of("LEGAL") and not _harmed(passage, case)
    return bool(acts) and (meant or cued or bool(tried))


def _harmed(passage: Passage, case: Case) -> bool:
    """Whether others than attackers came to harm."""
    return any(
        m.value not in ("", "0") and m.get("role") != "attacker" and case.real(m)
        for m in passage.of(*HARM)
    )


def _arrest(passage: Passage, case: Case) -> bool:
    """A legal step, people who are held, or what a court says."""
    court = [m for m in passage.of("CUE") if m.value == "court"]
    court = [c for c in court if case.told(passage, (c.start, c.end))]
    return bool(court) or held(passage, case)


_TYPES: dict[str, Callable[[Passage, Case], bool]] = {
    "attack": _attack,
    "plot": _plot,
    "arrest": _arrest,
}
