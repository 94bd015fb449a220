"""A story to one incident: each field's value, with its citations.

A reader a field; each takes the incident as read so far, and gives it with its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from incidents.pipeline.assemble.fill.attack_types import attack_types
from incidents.pipeline.assemble.fill.day import day
from incidents.pipeline.assemble.fill.groups import groups
from incidents.pipeline.assemble.fill.kind import kind
from incidents.pipeline.assemble.fill.legal import legal
from incidents.pipeline.assemble.fill.outcome import outcome
from incidents.pipeline.assemble.fill.stance import stance
from incidents.pipeline.assemble.fill.suspects import suspects
from incidents.pipeline.assemble.fill.targets import targets
from incidents.pipeline.assemble.fill.tolls import tolls
from incidents.pipeline.assemble.fill.weapons import weapons
from incidents.pipeline.assemble.fill.where import where
from incidents.pipeline.assemble.telling import Telling
from incidents.pipeline.records import Citation, Incident

Filled = tuple[Incident, list[Citation]]
#: In this order: the day of a plot hangs on its outcome.
READERS: tuple[Callable[[Telling, Incident], Filled], ...] = (
    outcome,
    day,
    where,
    attack_types,
    targets,
    groups,
    suspects,
    weapons,
    tolls,
    legal,
    stance,
)


def fill(telling: Telling) -> Incident:
    """The incident that ``telling`` tells of; unsupported values are still in it."""
    incident, citations = kind(telling)
    for read in READERS:
        incident, cited = read(telling, replace(incident, citations=tuple(citations)))
        citations += cited
    return replace(incident, citations=tuple(dict.fromkeys(citations)))
