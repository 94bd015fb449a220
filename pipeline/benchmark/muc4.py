"""MUC-4's templates from records: types and five roles, in the words of the report.

Fields are mapped, nothing is read anew, so that the figure is that of the records. What
attackers are called (*guerrillas*), robberies and work stoppages have no field.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from incidents.pipeline.benchmark.muc4_nouns import instrument, person, thing, uncounted
from incidents.pipeline.benchmark.reading import read, rows
from incidents.pipeline.parse import load
from incidents.pipeline.records import Incident, Report

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
#: MUC-4's type by attack type; the others are attacks, or arson by their weapon.
_BY_TYPE = {
    "kidnapping": "kidnapping",
    "barricade": "kidnapping",
    "bombing": "bombing",
}


def predictions(path: Path, split: str = "dev") -> Iterator[dict[str, Any]]:
    """Fill templates for each document, as ``score_muc4.py`` reads them.

    Args:
        path: A file of documents, or the folder that has one for each split.
        split: ``train``, ``dev`` or ``test``.
    """
    nlp = load()
    for row in rows(path, split):
        day = row.get("dateline_date")
        seen = read(row, nlp, date.fromisoformat(day) if day else None)
        found = templates(seen.incidents, seen.report)
        yield {"doc_id": row["doc_id"], "templates": found}


def templates(incidents: Iterable[Incident], report: Report) -> list[dict[str, Any]]:
    """The templates of one document: one for each type of each attack and plot."""
    return [
        _template(incident, report, kind)
        for incident in incidents
        if incident.incident_type != "arrest" and incident.assertion != "denied"
        for kind in _kinds(incident)
    ]


def _kinds(incident: Incident) -> list[str]:
    """MUC-4's types. Of rockets and mortars, a bombing to GTD, it makes an attack."""
    armed = {w.category for w in incident.weapons}
    told = [_BY_TYPE[t] for t in incident.attack_types if t in _BY_TYPE]
    kinds = [k for k in told if k != "bombing" or armed != {"missile"}]
    if "incendiary" in armed:
        kinds.append("arson")
    return list(dict.fromkeys(kinds)) or ["attack"]


def _template(incident: Incident, report: Report, kind: str) -> dict[str, Any]:
    targets, people = incident.targets, incident.suspects
    counted = _printed("suspects.count", incident, report)
    roles = {
        "PerpInd": [*people.names, *map(uncounted, counted)],
        "PerpOrg": _organisations(incident, report),
        "Target": [text for t in targets if (text := thing(t))],
        "Victim": [text for t in targets if (text := person(t))],
        "Weapon": [text for w in incident.weapons if (text := instrument(w))],
    }
    once = {role: list(dict.fromkeys(texts)) for role, texts in roles.items()}
    return {"incident_type": kind} | {r: [[t] for t in ts] for r, ts in once.items()}


def _organisations(incident: Incident, report: Report) -> list[str]:
    """Groups that were not cleared, as printed where a citation shows it."""
    names = []
    for n, group in enumerate(incident.groups):
        if group.link != "denied":
            names += _printed(f"groups[{n}]", incident, report)[:1] or [group.name]
    return names


def _printed(path: str, incident: Incident, report: Report) -> list[str]:
    """The words that citations of ``path`` are about."""
    return [
        report.text[slice(*c.focus)]
        for c in incident.citations
        if c.field == path and c.focus is not None
    ]
