"""The day of an incident, among all that is told beside it."""

from __future__ import annotations

from dataclasses import replace

from incidents.pipeline.assemble.event import ARREST, ATTACK
from incidents.pipeline.assemble.telling import Telling
from incidents.pipeline.records import Citation, Incident


def day(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """The day that belongs to it, with what it is the day of."""
    chosen = telling.one("DATE")
    if chosen is None:
        return incident, []
    basis = {ATTACK: "attack", ARREST: "arrest"}.get(incident.incident_type)
    if basis is None:
        basis = "foiled" if incident.outcome == "foiled" else "planned"
    cited = telling.cited("date", chosen)
    cited += [replace(c, field="date_basis") for c in cited]
    return replace(incident, date=chosen.value, date_basis=basis), cited
