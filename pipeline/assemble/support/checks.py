"""Which check holds for which field, and what stands where one fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from incidents.pipeline.assemble.support import (
    attack_types,
    dates,
    groups,
    kind,
    legal,
    names,
    outcome,
    people,
    places,
    stance,
    suspects,
    targets,
    tolls,
    weapons,
    where,
)
from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.fields import FIELDS
from incidents.pipeline.kinds import Kind

#: Whether what is cited bears a value out.
Check = Callable[[Any, Case], bool]


def _toll(field: str) -> Check:
    return lambda value, case: tolls.bears(value, field, case)


def _always(value: Any, case: Case) -> bool:
    return True


CHECKS: Mapping[str, Check] = {
    "incident_type": kind.bears,
    "outcome": outcome.bears,
    "date": dates.bears,
    "date_basis": _always,
    "countries": where.country,
    "places": places.bears,
    "attack_types": attack_types.bears,
    "targets": targets.bears,
    "groups": groups.bears,
    "suspects.count": lambda v, c: suspects.counts(v.min, v.max, c),
    "suspects.nationalities": suspects.nationality,
    "suspects.ages": suspects.age,
    "suspects.names": names.bears,
    "suspects.people": people.bears,
    "weapons": weapons.bears,
    **{f.name: _toll(f.name) for f in FIELDS if f.kind is Kind.FIGURE and not f.part},
    "legal": legal.bears,
    "assertion": stance.bears,
}


def _assertion(case: Case) -> str:
    """What is told as untrue is denied, what nothing tells alleged.

    A doubt or a denial that has no words of its own leaves what the document says.
    """
    if case.incident.assertion != "asserted":
        return "asserted"
    return "denied" if stance.taken_back(case) else "alleged"


def _outcome(case: Case) -> str | None:
    """Of a plot whose end no quote tells it is unknown."""
    return "unknown" if case.incident.incident_type == "plot" else None


#: What a record says where no quote bears out what it said, of what it has to say.
INSTEAD: Mapping[str, Callable[[Case], Any]] = {
    "incident_type": lambda case: case.incident.incident_type,
    "outcome": _outcome,
    "assertion": _assertion,
}

#: What of a value is borne out, of those that may say too much.
WEAKER: Mapping[str, Callable[[Any, Case], Any]] = {"groups": groups.weaker}
