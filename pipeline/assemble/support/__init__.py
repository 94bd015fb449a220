"""The first law: a value that its quotes do not bear out is dropped, and counted.

A quote is read as the extractors read it, with what reaches each of its words. Which
check holds for which field is a table (``checks.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from incidents.pipeline.assemble.support.case import Case, Trial
from incidents.pipeline.assemble.support.checks import CHECKS, INSTEAD, WEAKER
from incidents.pipeline.assemble.support.reading import Reading
from incidents.pipeline.fields import FIELDS, Field, path_of, values
from incidents.pipeline.paths import cites, renumber, valued
from incidents.pipeline.records import Citation, Incident, Range

__all__ = ["Drop", "Reading", "supported"]


@dataclass(frozen=True, slots=True)
class Drop:
    """A value that was left out, with why."""

    field: str
    value: str
    reason: str


def supported(incident: Incident, read: Reading) -> tuple[Incident, tuple[Drop, ...]]:
    """``incident`` without what its quotes do not bear out, and what went.

    What every record has to have is not left out: an assertion that is not borne out is
    made what the words tell, and a type stays, with a drop of that field, for the
    caller to judge.

    Args:
        incident: The record.
        read: What was read in the report that it cites, its tables among it.
    """
    trial = Trial(incident, read)
    kept, citations = incident, trial.citations
    drops: list[Drop] = []
    for field in FIELDS:
        told = values(incident, field)
        tried = [(v, _case(trial, field, n)) for n, v in enumerate(told)]
        found = [_borne(field, value, case) for value, case in tried]
        drops += (
            Drop(field.head, str(value), "not borne out by its quotes")
            for value, stands in zip(told, found, strict=True)
            if stands != value
        )
        if found == told:
            continue
        left = [stands for stands in found if stands is not None]
        if field.name in INSTEAD:
            left = left or [INSTEAD[field.name](_case(trial, field, 0))]
        else:
            stay = [stands is not None for stands in found]
            citations = renumber(citations, field.name, stay)
        kept = _with(kept, field, left)
    if not kept.date:
        kept = replace(kept, date_basis=None)
    return replace(kept, citations=_needed(kept, citations)), tuple(drops)


def _borne(field: Field, value: Any, case: Case) -> Any:
    """``value``, or what of it the quotes bear out; None where they do not."""
    if CHECKS[field.name](value, case):
        return value
    weaker = WEAKER.get(field.name)
    return weaker(value, case) if weaker else None


def _case(trial: Trial, field: Field, n: int) -> Case:
    """The ``n``-th value of ``field``, with its own citations or those it follows."""
    path = path_of(field, n)
    if field.follows and not trial.passages(path):
        path = field.follows[0]
    return Case(trial.incident, trial.passages(path), trial, path_of(field, n))


def _with(incident: Incident, field: Field, left: list[Any]) -> Incident:
    """``incident`` with ``left`` as its values of ``field``."""
    value: Any = tuple(left) if field.many else next(iter(left), None)
    told: dict[str, Any] = {field.part or field.name: value}
    if field.ends:
        ends = value or Range(None, None)
        told = dict(zip(field.ends, (ends.min, ends.max), strict=True))
    if field.part:
        told = {"suspects": replace(incident.suspects, **told)}
    return replace(incident, **told)


def _needed(incident: Incident, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Citations of what still has a value."""
    stand = [path for path, _ in valued(incident)]
    return tuple(
        c
        for c in citations
        if any(cites(c.field, path) or cites(path, c.field) for path in stand)
    )
