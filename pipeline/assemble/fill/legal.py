"""Legal steps against suspects."""

from __future__ import annotations

from dataclasses import replace

from incidents.pipeline.assemble.telling import Telling
from incidents.pipeline.records import LEGAL_STEPS, Citation, Incident


def legal(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """Each step that was taken, those against one who is named among them."""
    taken = {step.value: step for step in telling.of("LEGAL")}
    people = _of_people(incident)
    steps = tuple(step for step in LEGAL_STEPS if step in taken or step in people)
    cited = [
        telling.cite(f"legal[{n}]", taken[step].best)
        if step in taken
        else replace(people[step], field=f"legal[{n}]")
        for n, step in enumerate(steps)
    ]
    return replace(incident, legal=steps), cited


def _of_people(incident: Incident) -> dict[str, Citation]:
    """By step, what is cited for its having been taken against one who is named."""
    told = {c.field: c for c in incident.citations}
    paths = (
        (step, f"suspects.people[{n}].legal[{k}]")
        for n, person in enumerate(incident.suspects.people)
        for k, step in enumerate(person.legal)
    )
    return {step: told[path] for step, path in paths if path in told}
