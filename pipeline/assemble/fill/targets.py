"""What was or was to be hit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from incidents.pipeline.assemble.belonging import Chosen
from incidents.pipeline.assemble.event import ARREST
from incidents.pipeline.assemble.office import named
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.telling import Telling
from incidents.pipeline.records import Citation, Incident, Target

#: Targets that one incident has at most.
_MOST = 3
#: Characters between a name and what is said of it: a comma and a blank.
_BESIDE = 3
_SMALL = {"the", "a", "an", "of", "in", "at", "and", "two", "three", "several"}


def targets(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """Those that belong to it, each once."""
    chosen: list[Chosen] = []
    for target in telling.of("TARGET"):
        if incident.incident_type != ARREST and not _told(target, chosen):
            chosen.append(target)
    del chosen[_MOST:]
    told = tuple(
        Target(c.best.mention.text, _category(c, telling.reader)) for c in chosen
    )
    cited = [telling.cite(f"targets[{n}]", c.best) for n, c in enumerate(chosen)]
    return replace(incident, targets=told), cited


def _told(target: Chosen, others: Sequence[Chosen]) -> bool:
    """Whether one of ``others`` names the same thing in more or fewer words."""
    words = {*target.value.split()} - _SMALL
    return any(words & {*other.value.split()} for other in others)


def _category(target: Chosen, reader: Reader) -> str:
    """What it is; of somebody named, what stands beside the name, or their office.

    *Cain, a judge* is of the government, and so is *Cain*, a judge elsewhere.
    """
    mention, event = target.best.mention, target.best.event
    beside = [mention] if mention.label == "TARGET" else event.of("TARGET")
    found = [
        m.value
        for m in beside
        if m.start - _BESIDE <= mention.end and mention.start <= m.end + _BESIDE
    ]
    found += [named(m, reader.text) for m in reader.within(mention.start, mention.end)]
    return next((c for c in found if c not in ("", "unknown")), "unknown")
