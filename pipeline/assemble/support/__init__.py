"""The first law: a value that its quotes do not bear out is dropped, and counted.

Each check reads the quotes anew, with patterns of its own, and knows nothing of how the
value was found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pipeline.assemble.support import (
    dates,
    groups,
    people,
    suspects,
    terms,
    tolls,
    where,
)
from pipeline.assemble.support.evidence import Evidence, evidence, prints
from pipeline.fields import FIELDS
from pipeline.kinds import Kind
from pipeline.paths import base, cites, renumber, valued
from pipeline.records import Citation, Incident, Range, Report, Suspects

__all__ = ["Drop", "supported"]

T = TypeVar("T")
Shown = list[Evidence]


@dataclass(frozen=True, slots=True)
class Drop:
    """A value that was left out, with why."""

    field: str
    value: str
    reason: str


class _Checked:
    """One incident's citations by field, and what has been dropped so far."""

    def __init__(self, incident: Incident, report: Report) -> None:
        self.citations = [
            c for c in incident.citations if report.text[c.start : c.end] == c.quote
        ]
        self.drops: list[Drop] = []
        self._shown: dict[str, Shown] = {}
        for citation in self.citations:
            shown = self._shown.setdefault(base(citation.field), [])
            shown.append(evidence(citation, report))

    def shown(self, *fields: str) -> Shown:
        """What the citations of ``fields`` show."""
        return [e for field in fields for e in self._shown.get(field, ())]

    def keep(
        self, field: str, values: Sequence[T], bears: Callable[[T, Shown], bool]
    ) -> tuple[T, ...]:
        """The values that citations of ``field`` bear out; the others are dropped."""
        shown = self.shown(base(field))
        kept = [bool(shown) and bears(value, shown) for value in values]
        for value, borne in zip(values, kept, strict=True):
            if not borne:
                self.drop(base(field), value)
        self.citations = list(renumber(self.citations, field, kept))
        return tuple(v for v, borne in zip(values, kept, strict=True) if borne)

    def one(
        self, field: str, value: T | None, bears: Callable[[T, Shown], bool]
    ) -> T | None:
        """``value`` if it is borne out, else None."""
        kept = self.keep(field, () if value is None else (value,), bears)
        return kept[0] if kept else None

    def drop(self, field: str, value: object) -> None:
        """Count ``value`` as left out."""
        self.drops.append(Drop(field, str(value), "not borne out by its quotes"))


def supported(incident: Incident, report: Report) -> tuple[Incident, tuple[Drop, ...]]:
    """``incident`` without what its quotes do not bear out, and what went.

    The type of the incident cannot be left out: where no quote bears it out it stays,
    with a drop of that field, for the caller to judge.
    """
    checked = _Checked(incident, report)
    keep, one = checked.keep, checked.one
    date = one("date", incident.date, dates.bears)
    kept = replace(
        incident,
        date=date,
        date_basis=incident.date_basis if date else None,
        countries=keep(
            "countries",
            incident.countries,
            lambda v, s: where.country(v, s, report.text),
        ),
        places=keep("places", incident.places, prints),
        targets=keep("targets", incident.targets, lambda t, s: prints(t.text, s)),
        weapons=keep(
            "weapons",
            incident.weapons,
            lambda w, s: prints(w.text, s) and terms.weapon(w.text, w.category),
        ),
        groups=keep("groups", incident.groups, groups.bears),
        attack_types=keep("attack_types", incident.attack_types, terms.attack_type),
        legal=keep("legal", incident.legal, terms.legal),
        suspects=_suspects(incident.suspects, checked),
        outcome=_outcome(incident, checked),
        assertion=_assertion(incident, checked),
    )
    kept = replace(kept, **_figures(incident, checked))
    _type(incident, checked)
    return replace(kept, citations=_needed(kept, checked.citations)), tuple(
        checked.drops
    )


def _figures(incident: Incident, checked: _Checked) -> dict[str, Any]:
    """Each figure of a record but those of suspects, if it is borne out."""
    return {
        f.name: checked.one(f.name, getattr(incident, f.name), _toll(f.name))
        for f in FIELDS
        if f.kind is Kind.FIGURE and not f.part
    }


def _toll(field: str) -> Callable[[Range, Shown], bool]:
    return lambda value, shown: tolls.bears(value, field, shown)


def _suspects(told: Suspects, checked: _Checked) -> Suspects:
    keep = checked.keep
    count = (told.count_min, told.count_max)
    counted = count == (None, None) or keep(
        "suspects.count", (count,), lambda c, s: suspects.counts(*c, told.names, s)
    )
    return Suspects(
        told.count_min if counted else None,
        told.count_max if counted else None,
        keep("suspects.nationalities", told.nationalities, suspects.nationality),
        keep("suspects.ages", told.ages, suspects.age),
        keep("suspects.names", told.names, prints),
        keep(
            "suspects.people",
            told.people,
            lambda p, s: people.bears(p, [q.name for q in told.people], s),
        ),
    )


def _outcome(incident: Incident, checked: _Checked) -> str | None:
    """The outcome; of a plot whose end no quote tells it is unknown."""
    if incident.outcome is None:
        return None
    shown = checked.shown("outcome", "incident_type")
    if terms.outcome(incident.outcome, incident.incident_type, shown):
        return incident.outcome
    checked.drop("outcome", incident.outcome)
    return "unknown" if incident.incident_type == "plot" else None


def _assertion(incident: Incident, checked: _Checked) -> str:
    shown = checked.shown("assertion", "incident_type", "outcome", "groups")
    if terms.assertion(incident.assertion, shown):
        return incident.assertion
    checked.drop("assertion", incident.assertion)
    return "asserted"


def _type(incident: Incident, checked: _Checked) -> None:
    if not terms.incident_type(incident.incident_type, checked.shown("incident_type")):
        checked.drop("incident_type", incident.incident_type)


def _needed(incident: Incident, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Citations of what still has a value."""
    stand = [path for path, _ in valued(incident)]
    return tuple(
        c
        for c in citations
        if any(cites(c.field, path) or cites(path, c.field) for path in stand)
    )
