"""What a record or event is, in terms that rules of data files ask for."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from incidents import gazetteers
from incidents.pipeline.export.bundle import Event, Told
from incidents.pipeline.fields import FIELDS, Field
from incidents.pipeline.kinds import Kind

Facts = Mapping[str, Set[str]]


def facts(unit: Told | Event) -> Facts:
    """By field the terms that hold of it: ``none`` where it says nothing.

    A figure is ``none``, ``zero`` or ``some``; a date its precision; a target, weapon
    or group its category or link; ``ideologies`` are those of its groups.
    """
    told = {field.name: _terms(field, unit.of(field.name)) for field in FIELDS}
    days = unit.dated
    ideologies = {i for g in unit.of("groups") if (i := ideology(g["name"]))}
    return told | {
        "date": {days.precision} if days else {"none"},
        "acled_date": {"none"} if days is None or days.acled is None else {"some"},
        "ideologies": ideologies or {"none"},
    }


def holds(when: Mapping[str, list[str]], known: Facts) -> bool:
    """Whether of each field that a rule names one of its terms holds."""
    return all(known[field] & set(terms) for field, terms in when.items())


def ideology(group: str) -> str:
    """The gazetteer's word for a group's ideology; empty where it has none."""
    return _ideologies().get(group, "")


def _terms(field: Field, values: list[Any]) -> set[str]:
    if not values:
        return {"none"}
    if field.kind is Kind.FIGURE:
        some = any(v["min"] or v["max"] for v in values)
        return {"some" if some else "zero"}
    if field.kind is Kind.NAMED:
        return {str(v[field.parts[1]]) for v in values}
    return {str(v) for v in values} if field.kind is not Kind.PEOPLE else {"some"}


def _ideologies() -> Mapping[str, str]:
    entries = gazetteers.load("groups").values()
    return {e.name: str(e.fields.get("ideology") or "") for e in entries}
