"""How it was done, by its event words and weapons."""

from __future__ import annotations

from dataclasses import replace

from extractors.mention import Mention
from pipeline.assemble.event import ARREST, Event
from pipeline.assemble.telling import Telling
from pipeline.records import Citation, Incident


def attack_types(
    telling: Telling, incident: Incident
) -> tuple[Incident, list[Citation]]:
    """The types that the words fix, in the order of reading."""
    if incident.incident_type == ARREST:
        return incident, []
    found: dict[str, tuple[Mention, Event]] = {}
    for event in telling.core:
        for mention in (*event.told(), *event.of("WEAPON")):
            told = mention.get("attack_type")
            if told:
                found.setdefault(told, (mention, event))
    cited = [
        telling.citer.cite(f"attack_types[{n}]", *where)
        for n, where in enumerate(found.values())
    ]
    return replace(incident, attack_types=tuple(found)), cited
