"""Whether a document tells of an incident at all, or speaks of violence in general.

Two in five reports of MUC-4 have no template: speeches, background, wars. What sets the
others apart is that they are particular: a day, a place, a name, a weapon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors import Mention
from pipeline.benchmark.muc4_roles import targets, victims, weapons
from pipeline.benchmark.muc4_tell import BOMBING, KIDNAPPING, Telling
from pipeline.benchmark.reading import Read

#: Points from which on a kind of incident is held to be told.
ENOUGH = 2
_SPEAKS = re.compile(r"\b(?:we|our|us|my)\b", re.IGNORECASE)
_FIGHTERS = re.compile(
    r"\b(?:soldiers?|troops|guerrillas?|rebels?|terrorists?|subversives?|fighters"
    r"|insurgents?|lieutenants?|sergeants?|extremists?|corporals?|contras)\b",
    re.IGNORECASE,
)
_MANY = 0.005  # of the words; more is a speech or an interview
_TYPES = {BOMBING: "bombing", KIDNAPPING: "kidnapping"}


def relevance(seen: Read, kind: str, told: Sequence[Telling]) -> int:
    """Points for how particular the tellings of one kind are."""
    mentions = [m for t in told for m in t.mentions]
    events = [e for t in told for e in t.events]
    days = any(m.label == "DATE" and len(m.value) == 10 for m in mentions)
    attackers_only = any(
        m.label in ("KILLED", "INJURED") and m.get("role") == "attacker"
        for m in mentions
    )
    return (
        2 * any(True for t in told for _ in victims(t))
        + 2 * days
        + any(True for t in told for _ in weapons(t))
        + any(True for t in told for _ in targets(t))
        + any(m.label == "PLACE" for m in mentions)
        + (len(told) > 1)
        + (min(t.order for t in told) < 5)
        + any(
            _TYPES.get(kind, "armed_assault") in i.attack_types for i in seen.incidents
        )
        - (bool(events) and all(e.get("number") == "plural" for e in events))
        - attackers_only
        - 2 * all(t.combat for t in told)
        - 2 * _among_armies(mentions)
        - _speech(seen.report.text)
    )


def _among_armies(mentions: Sequence[Mention]) -> bool:
    """Whether all who were struck are soldiers or fighters: war, no terrorist act."""
    struck = [m.get("category") or m.value for m in mentions if m.get("object")]
    struck += [
        "military" if _FIGHTERS.search(m.text) else "others"
        for m in mentions
        if m.label in ("KILLED", "INJURED") and not m.get("negated")
    ]
    return bool(struck) and all(s in ("military", "militia") for s in struck)


def _speech(text: str) -> bool:
    return len(_SPEAKS.findall(text)) > _MANY * len(text.split())
