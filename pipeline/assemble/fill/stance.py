"""The document's own stance on whether it happened or was planned."""

from __future__ import annotations

from dataclasses import replace

from incidents.pipeline.assemble.event import PLOT, Event
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.telling import Telling
from incidents.pipeline.records import Citation, Derivation, Incident


def stance(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """Denied, where all is told as untrue; alleged, where every plot is hedged."""
    open_ = [e for e in telling.core if not _hedged(telling.reader, e)]
    alleged = incident.incident_type == PLOT and not open_
    told = next(c for c in incident.citations if c.field == "incident_type")
    cited = replace(told, field="assertion", derived_from=Derivation("event"))
    stance = "alleged" if alleged else "asserted"
    if _untrue(telling):
        stance = "denied"
    return replace(incident, assertion=stance), [cited]


def _untrue(telling: Telling) -> bool:
    """Whether prose tells of nothing but what is said not to have happened."""
    told = [word for event in telling.core for word in event.told()]
    listed = any(event.structured for event in telling.core)
    return bool(told) and not listed and all(w.reached("refuted") for w in told)


def _hedged(reader: Reader, event: Event) -> bool:
    """Whether an event is told as what others say or suspect."""
    return bool(reader.cued(event.start, event.end, "hedge", "suspected"))
