"""How it was done, by its event words and weapons, and by whom it was done to."""

from __future__ import annotations

from dataclasses import replace

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.event import ARREST, Event
from incidents.pipeline.assemble.manner import TYPE
from incidents.pipeline.assemble.telling import Telling
from incidents.pipeline.records import Citation, Derivation, Incident


def attack_types(
    telling: Telling, incident: Incident
) -> tuple[Incident, list[Citation]]:
    """The types that belong to it; one that no word tells is fixed by the manner."""
    if incident.incident_type == ARREST:
        return incident, []
    told: dict[str, tuple[Mention, Event]] = {}
    for event in telling.core:
        for mention in (*event.told(), *event.of("WEAPON")):
            told.setdefault(str(mention.get("attack_type")), (mention, event))
    found = [chosen.value for chosen in telling.of(TYPE)]
    typed = next(c for c in incident.citations if c.field == "incident_type")
    by_manner = replace(typed, derived_from=Derivation("manner"))
    cited = [
        telling.citer.cite(f"attack_types[{n}]", *told[value])
        if value in told
        else replace(by_manner, field=f"attack_types[{n}]")
        for n, value in enumerate(found)
    ]
    return replace(incident, attack_types=tuple(found)), cited
