"""Which check holds for which field, and what stands where one fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pipeline.assemble.support import (
    dates,
    groups,
    names,
    people,
    places,
    suspects,
    terms,
    tolls,
    where,
)
from pipeline.assemble.support.case import Case
from pipeline.assemble.support.evidence import prints
from pipeline.fields import FIELDS
from pipeline.kinds import Kind

#: Whether what is cited bears a value out.
Check = Callable[[Any, Case], bool]


def _toll(field: str) -> Check:
    return lambda value, case: tolls.bears(value, field, case.evidence())


def _always(value: Any, case: Case) -> bool:
    return True


CHECKS: Mapping[str, Check] = {
    "incident_type": lambda v, c: terms.incident_type(v, c.evidence()),
    "outcome": lambda v, c: terms.outcome(
        v, c.incident.incident_type, c.evidence("outcome", "incident_type")
    ),
    "date": lambda v, c: dates.bears(v, c.evidence()),
    "date_basis": _always,
    "countries": lambda v, c: where.country(v, c.evidence(), c.trial.report.text),
    "places": places.bears,
    "attack_types": lambda v, c: terms.attack_type(v, c.evidence()),
    "targets": lambda v, c: prints(v.text, c.evidence()),
    "groups": lambda v, c: groups.bears(v, c.evidence()),
    "suspects.count": lambda v, c: suspects.counts(
        v.min, v.max, c.incident.suspects.names, c.evidence("suspects")
    ),
    "suspects.nationalities": lambda v, c: suspects.nationality(v, c.evidence()),
    "suspects.ages": lambda v, c: suspects.age(v, c.evidence()),
    "suspects.names": names.bears,
    "suspects.people": lambda v, c: people.bears(
        v, [one.name for one in c.incident.suspects.people], c.evidence("suspects")
    ),
    "weapons": lambda v, c: (
        prints(v.text, c.evidence()) and terms.weapon(v.text, v.category)
    ),
    **{f.name: _toll(f.name) for f in FIELDS if f.kind is Kind.FIGURE and not f.part},
    "legal": lambda v, c: terms.legal(v, c.evidence()),
    "assertion": lambda v, c: terms.assertion(
        v, c.evidence("assertion", "incident_type", "outcome", "groups")
    ),
}


def _assertion(case: Case) -> str:
    return "asserted"


def _outcome(case: Case) -> str | None:
    """Of a plot whose end no quote tells it is unknown."""
    return "unknown" if case.incident.incident_type == "plot" else None


#: What a record says where no quote bears out what it said, of what it has to say.
INSTEAD: Mapping[str, Callable[[Case], Any]] = {
    "incident_type": lambda case: case.incident.incident_type,
    "outcome": _outcome,
    "assertion": _assertion,
}
