"""Legal steps against suspects."""

from __future__ import annotations

from dataclasses import replace

from pipeline.assemble.telling import Found, Telling
from pipeline.records import LEGAL_STEPS, Citation, Incident


def legal(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """Each step that was taken, in the codebook's order."""
    found: dict[str, Found] = {}
    for mention, event in telling.found("LEGAL", core=False):
        if not mention.get("negated") and not mention.get("hypothetical"):
            found.setdefault(mention.value, (mention, event))
    steps = tuple(step for step in LEGAL_STEPS if step in found)
    cited = [
        telling.citer.cite(f"legal[{n}]", *found[step]) for n, step in enumerate(steps)
    ]
    return replace(incident, legal=steps), cited
