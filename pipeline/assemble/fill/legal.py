"""Legal steps against suspects."""

from __future__ import annotations

from dataclasses import replace

from incidents.pipeline.assemble.telling import Telling
from incidents.pipeline.records import LEGAL_STEPS, Citation, Incident


def legal(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """Each step that was taken, in the codebook's order."""
    taken = {step.value: step for step in telling.of("LEGAL")}
    steps = tuple(step for step in LEGAL_STEPS if step in taken)
    cited = [
        telling.cite(f"legal[{n}]", taken[step].best) for n, step in enumerate(steps)
    ]
    return replace(incident, legal=steps), cited
