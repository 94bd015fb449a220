"""What is altered: one value of a record, with its citations."""

import re
from dataclasses import dataclass, replace
from typing import Any

from incidents.pipeline.paths import base, cites, valued
from incidents.pipeline.records import Citation, Incident, Report

Element = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class Altered:
    """An incident with one value that its citations do not bear out.

    Attributes:
        family: What was done.
        element: The field, and the value that must be refused.
        incident: With the value in it.
        report: Its report, whose text may be altered too.
    """

    family: str
    element: Element
    incident: Incident
    report: Report


def elements(incident: Incident) -> list[Element]:
    """Every value of ``incident`` that the support check judges, with its field."""
    found: list[Element] = [("incident_type", incident.incident_type)]
    single = ("outcome", "date", "killed", "injured", "casualties", "hostages")
    for field in (*single, "assertion"):
        if getattr(incident, field) is not None:
            found.append((field, getattr(incident, field)))
    for field in ("countries", "places", "attack_types", "legal", "targets", "weapons"):
        found += [(field, v) for v in getattr(incident, field)]
    found += [("groups", g) for g in incident.groups]
    told = incident.suspects
    if (told.count_min, told.count_max) != (None, None):
        found.append(("suspects.count", (told.count_min, told.count_max)))
    for part in ("nationalities", "ages", "names", "people"):
        found += [(f"suspects.{part}", v) for v in getattr(told, part)]
    return found


def put(incident: Incident, field: str, old: Any, new: Any) -> Incident:
    """``incident`` with ``new`` in place of ``old``."""
    name, _, part = field.partition(".")
    if part == "count":
        return replace(
            incident,
            suspects=replace(incident.suspects, count_min=new[0], count_max=new[1]),
        )
    if part:
        values = tuple(new if v == old else v for v in getattr(incident.suspects, part))
        return replace(incident, suspects=replace(incident.suspects, **{part: values}))
    if isinstance(getattr(incident, name), tuple):
        values = tuple(new if v == old else v for v in getattr(incident, name))
        return replace(incident, **{name: values})
    return replace(incident, **{name: new})


def cited(incident: Incident, field: str, value: Any = None) -> list[Citation]:
    """The citations of ``field``; with ``value``, those that speak for it."""
    name = "incident_type" if field == "outcome" else field.partition(".")[0]
    found = [c for c in incident.citations if base(c.field) == name]
    paths = [
        p
        for p, v in valued(incident)
        if re.sub(r"\[\d+\]$", "", p) == field and v == value
    ]
    own = [c for c in found if any(cites(c.field, p) for p in paths)]
    return own or found
