"""The type of an incident: an act, a plan of one, or what was done about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.outside import by_state, otherwise_moved
from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.assemble.support.legal import held
from incidents.pipeline.assemble.support.passage import HARM, Passage

#: What says that an event is only meant to be.
_MEANT = ("attempt", "foiled", "hypothetical", "planned", "threat")
#: Between an act and one that its doer did as well, and how many characters at most.
_TIED = re.compile(r"\b(?:and|then)\s$")
_JOINT = 8
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
    told = passage.of("EVENT", "HOSTAGES", *HARM)
    acts = [m for m in told if _took_place(m, case)]
    used = [m for m in passage.of("WEAPON") if _used(m) and case.real(m, "negation")]
    ended = bool(passage.cues("abandoned", "foiled"))
    if _is_row(passage):
        return bool(acts) or not ended
    if acts:
        return not _is_outside(acts, used, passage, case)
    hit = bool(used) and bool(passage.of("DATE", "PLACE", "TARGET"))
    return hit and not ended and not _is_outside(used, used, passage, case)


def _is_outside(
    acts: Sequence[Mention], used: Sequence[Mention], passage: Passage, case: Case
) -> bool:
    """Whether all that is told was a state's doing, or had another motive.

    An act that is tied to the one before has the same doer: *fired and killed ten*; of
    harm, the word for the act says whose doing it was.
    """
    groups = passage.of("GROUP")
    free = not (groups or case.incident.groups)
    words = [m for m in acts if m.label == "EVENT"] or acts
    if free and all(map(otherwise_moved, (*words, *used))):
        return True
    if any(g.start < words[-1].start and not _is_harmed(g, passage) for g in groups):
        return False
    first = [m for m in words if not _is_tied(m, passage)]
    return all(by_state(m, groups) for m in first or words)


def _is_harmed(group: Mention, passage: Passage) -> bool:
    """Whether a group's name stands in the words for who was killed or hurt."""
    return bool(passage.over((group.start, group.end), "SUSPECTS", *HARM))


def _is_tied(act: Mention, passage: Passage) -> bool:
    before = max(passage.start, act.start - _JOINT)
    return bool(_TIED.search(passage.text, before, act.start))


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
