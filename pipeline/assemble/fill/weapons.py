"""Weapons used, bought or sought: one of each category."""

from __future__ import annotations

from dataclasses import replace

from pipeline.assemble.telling import Found, Telling
from pipeline.records import Citation, Incident, Weapon


def weapons(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """The first named weapon of each category; by the manner told, if none is named."""
    found = list(telling.found("WEAPON"))
    named = [f for f in found if not f[0].get("weak")] or found
    chosen: dict[str, Found] = {}
    for mention, event in named:
        chosen.setdefault(str(mention.get("category")), (mention, event))
    told = tuple(Weapon(m.text, category) for category, (m, _) in chosen.items())
    cited = [
        telling.citer.cite(f"weapons[{n}]", *where)
        for n, where in enumerate(chosen.values())
    ]
    return replace(incident, weapons=told), cited
