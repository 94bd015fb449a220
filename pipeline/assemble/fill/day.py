"""The day of an incident, among all that its events reach."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from pipeline import edtf
from pipeline.assemble.event import ARREST, ATTACK
from pipeline.assemble.fill.belongs import belongs
from pipeline.assemble.telling import Found, Telling
from pipeline.records import Citation, Incident


def day(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """The day that the events favour, in the most exact words that give it."""
    chosen = _favoured(telling)
    if not chosen:
        return incident, []
    value = min((m.value for m, _ in chosen), key=lambda v: (edtf.days(v), v))
    basis = {ATTACK: "attack", ARREST: "arrest"}.get(incident.incident_type)
    if basis is None:
        basis = "foiled" if incident.outcome == "foiled" else "planned"
    cited = [telling.citer.cite("date", m, e) for m, e in chosen if m.value == value]
    cited += [replace(c, field="date_basis") for c in cited]
    return replace(incident, date=value, date_basis=basis), cited


def days(telling: Telling) -> list[tuple[float, Found]]:
    """Days that the events reach, each with how surely it is of the incident."""
    return [
        (weight / (1 + 0.1 * order), (m, event))
        for order, event in enumerate(telling.core)
        for m in event.of("DATE")
        if (weight := belongs(m, event, telling.reader)) > 0
    ]


def _favoured(telling: Telling) -> list[Found]:
    """Mentions of the likeliest day, all of them compatible with it."""
    found = days(telling)
    weights: dict[str, float] = defaultdict(float)
    for weight, (mention, _) in found:
        weights[mention.value] += weight
    if not found:
        return []
    best = max(weights, key=lambda v: (_support(v, weights), -edtf.days(v), v))
    return [f for _, f in found if edtf.overlap(f[0].value, best)]


def _support(value: str, weights: dict[str, float]) -> float:
    """The weight of a day with that of the months and years that hold it."""
    return sum(
        w if v == value else 0.5 * w
        for v, w in weights.items()
        if edtf.overlap(v, value)
    )
