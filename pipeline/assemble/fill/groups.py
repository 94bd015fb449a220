"""Groups, each with how it is tied to the incident."""

from __future__ import annotations

from dataclasses import replace

from incidents.pipeline.assemble.telling import Telling
from incidents.pipeline.records import Citation, GroupLink, Incident


def groups(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """Groups that belong to it, each with its likeliest link."""
    chosen = telling.of("GROUP")
    links = tuple(GroupLink(c.value, c.link) for c in chosen)
    cited = [telling.cite(f"groups[{n}]", c.best) for n, c in enumerate(chosen)]
    return replace(incident, groups=links), cited
