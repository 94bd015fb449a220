"""What became of it: launched or stopped, done or failed."""

from __future__ import annotations

from dataclasses import replace

from pipeline.assemble.event import ARREST, ATTACK
from pipeline.assemble.telling import Telling
from pipeline.records import Citation, Derivation, Incident

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
    """Completed, unless a passage says that the device failed and nobody was hurt."""
    harm = telling.found("KILLED", "INJURED", "CASUALTIES", core=False)
    hurt = any(m.value != "0" for m, _ in harm)
    failed = None if hurt else _cued(telling, "failed")
    return ("failed", failed) if failed else ("completed", None)


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
