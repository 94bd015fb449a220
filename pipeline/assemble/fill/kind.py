"""Attack, plot or arrest, by the events that know most."""

from __future__ import annotations

from incidents.pipeline.assemble.event import ARREST, ATTACK, PLOT
from incidents.pipeline.assemble.telling import Telling
from incidents.pipeline.records import Citation, Incident

#: What tells of an act without a word for it, in a row or form.
_HARM = ("KILLED", "INJURED", "CASUALTIES")


def kind(telling: Telling) -> tuple[Incident, list[Citation]]:
    """The incident with its type and no more, and the words that tell it."""
    told = _kind(telling)
    core = telling.core
    event = next((e for e in core if e.kind == told), core[0])
    harm = event.of(*_HARM) or event.of("WEAPON")
    words = event.told() or event.of("LEGAL") or harm or event.mentions
    word = next(iter(words))
    incident = Incident(telling.citer.report.doc_id, told)
    return incident, [telling.citer.cite("incident_type", word, event)]


def _kind(telling: Telling) -> str:
    structured = [e.kind for e in telling.core if e.structured]
    if structured:
        return structured[0]
    kinds = [e.kind for e in telling.core]
    if kinds.count(PLOT) and kinds.count(PLOT) >= kinds.count(ATTACK):
        return PLOT
    return ATTACK if ATTACK in kinds else ARREST
