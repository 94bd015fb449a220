"""Legal steps against suspects."""

from __future__ import annotations

from dataclasses import replace

from pipeline.assemble.telling import Telling
from pipeline.records import LEGAL_STEPS, Citation, Incident


def legal(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """Each step that was taken, in the codebook's order."""
    taken = sorted(telling.of("LEGAL"), key=lambda c: LEGAL_STEPS.index(c.value))
    cited = [telling.cite(f"legal[{n}]", step.best) for n, step in enumerate(taken)]
    return replace(incident, legal=tuple(step.value for step in taken)), cited
