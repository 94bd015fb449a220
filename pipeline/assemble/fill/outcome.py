"""What became of it: launched or stopped, done or failed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from incidents.pipeline.assemble.aftermath import nobody_hurt
from incidents.pipeline.assemble.event import ARREST, ATTACK, Event
from incidents.pipeline.assemble.telling import Found, Telling
from incidents.pipeline.records import Citation, Derivation, Incident

_LEARNED = ("KILLED", "INJURED")
_HARM = (*_LEARNED, "CASUALTIES")
#: Of whom none says that nobody came to harm: the dead may be none of many hurt.
_UNHURT = ("INJURED", "CASUALTIES")
#: Harm to things: the event word, and the types of attack that are never without.
_DAMAGED = "damaged"
_DAMAGING = ("facility_attack", "hijacking", "kidnapping")
#: As the event is told: launched and not said to have failed, or its end not told.
_TOLD = Derivation("event")


def outcome(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """The outcome of an attack or plot; an arrest has none."""
    if incident.incident_type == ARREST:
        return incident, []
    read = _launched if incident.incident_type == ATTACK else _planned
    value, cited = read(telling)
    if cited is None:
        told = next(c for c in incident.citations if c.field == "incident_type")
        cited = replace(told, field="outcome", derived_from=_TOLD)
    return replace(incident, outcome=value), [cited]


def _launched(telling: Telling) -> tuple[str, Citation | None]:
    """Completed, unless nobody was hurt and it failed, or did no harm at all."""
    harm = [*telling.found(*_HARM, core=False), *_after(telling)]
    if any(m.value != "0" for m, _ in harm):
        return "completed", None
    failed = _cued(telling, "failed") or _stopped(telling) or _harmless(telling, harm)
    return ("failed", failed) if failed else ("completed", None)


def _stopped(telling: Telling) -> Citation | None:
    """What says that an attack was stopped, where each word of it is told so."""
    words = [w for e in telling.core for w in e.told() if w.get("kind") == ATTACK]
    stopped = bool(words) and all(word.reached("foiled") for word in words)
    return _cued(telling, "foiled") if stopped else None


def _after(telling: Telling) -> Iterator[Found]:
    """The toll that a sentence beside the events gives."""
    for label in _LEARNED:
        for chosen in telling.of(label):
            yield chosen.best.mention, chosen.best.event
    for event in telling.core[:1]:
        if none := nobody_hurt(telling.reader, event):
            yield none, event


def _harmless(telling: Telling, harm: Sequence[Found]) -> Citation | None:
    """What says that nobody was hurt, where prose tells of no damage either."""
    none = next((f for f in harm if f[0].label in _UNHURT), None)
    if none is None or any(e.structured or _damaged(e) for e in telling.core):
        return None
    return telling.cite_beside("outcome", *none)


def _damaged(event: Event) -> bool:
    """Whether an event tells that something was damaged, burned or seized."""
    return any(
        m.value == _DAMAGED or m.get("attack_type") in _DAMAGING
        for m in event.of("EVENT", "WEAPON")
    )


def _planned(telling: Telling) -> tuple[str, Citation | None]:
    """Foiled, where it was stopped or those who planned it were arrested."""
    for mention, event in telling.found("EVENT", "LEGAL"):
        stopped = mention.label == "EVENT" and mention.get("kind") == "foil"
        arrested = mention.label == "LEGAL" and mention.value in ("arrested", "charged")
        undone = map(mention.get, ("negated", "hypothetical", "modality"))
        if (stopped or arrested) and not any(undone):
            return "foiled", telling.citer.cite("outcome", mention, event)
    for value in ("foiled", "abandoned"):
        if cited := _cued(telling, value):
            return value, cited
    return "unknown", None


def _cued(telling: Telling, value: str) -> Citation | None:
    """The first words of the core that say so, cited."""
    for event in telling.core:
        for cue in telling.reader.cued(event.start, event.end, value):
            if not cue.reached("negation"):
                return telling.citer.cite("outcome", cue, event)
    return None
