"""Weapons used, bought or sought: one of each category."""

from __future__ import annotations

from dataclasses import replace

from incidents.pipeline.assemble.telling import Telling
from incidents.pipeline.records import Citation, Incident, Weapon


def weapons(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """The first named weapon of each category; by the manner told, if none is named."""
    chosen = telling.of("WEAPON")
    told = tuple(Weapon(c.best.mention.text, c.value) for c in chosen)
    cited = [telling.cite(f"weapons[{n}]", c.best) for n, c in enumerate(chosen)]
    return replace(incident, weapons=told), cited
