"""MUC-4's template score (``muc4_score``), counted a document at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from incidents.pipeline.benchmark.figures import Figure, Row, Tally, f1_figures
from incidents.pipeline.benchmark.muc4 import ROLES
from incidents.pipeline.benchmark.muc4_score import FIELDS
from incidents.pipeline.benchmark.muc4_score import score as score_gtt

Template = dict[str, Any]

#: Roles of the full format by those of the GTT format.
_FULL = {
    "PerpInd": "perp_ind",
    "PerpOrg": "perp_org",
    "Target": "target",
    "Victim": "victim",
    "Weapon": "weapon",
}


def score_templates(
    gold: Sequence[Row], answers: Sequence[Row], mode: str = ""
) -> list[Figure]:
    """F1 over type and roles together (``micro``), then of each.

    Args:
        gold: Rows of the GTT format, or of the full one, of which named victims count.
        answers: Rows of the GTT format.
        mode: Makes no difference.
    """
    given = {row["doc_id"]: row["templates"] for row in answers}
    return f1_figures(
        [
            _tallies([_gtt(t) for t in row.get("templates") or ()], templates)
            for row in gold
            for templates in [given.get(row["doc_id"], [])]
        ]
    )


def _gtt(template: Mapping[str, Any]) -> Template:
    kind = (template.get("incident_type") or "").lower().strip()
    return {"incident_type": kind} | {
        role: _named(template[full]) if full in template else template.get(role) or []
        for role, full in _FULL.items()
    }


def _named(entities: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """Mentions of each entity; the GTT format knows no victim but by name."""
    return [e["mentions"] for e in entities if e.get("kind") != "description"]


def _tallies(gold: list[Template], given: list[Template]) -> dict[str, Tally]:
    """The counts behind one document's shares: shares cannot be added up."""
    once = [t for n, t in enumerate(gold) if t not in gold[:n]]
    row, answer = ({"doc_id": "", "templates": ts} for ts in (gold, given))
    shares = score_gtt([row], [answer])
    tallies: dict[str, Tally] = {}
    for field in ("micro", *FIELDS):
        answered, asked = _size(given, field), _size(once, field)
        precision, recall, _ = shares[field]
        right, found = round(precision * answered), round(recall * asked)
        tallies[field] = (right, answered, found, asked)
    return tallies


def _size(templates: Sequence[Template], field: str) -> int:
    if field == "incident_type":
        return len(templates)
    roles = ROLES if field == "micro" else (field,)
    own = len(templates) if field == "micro" else 0
    return own + sum(len(t.get(role) or ()) for t in templates for role in roles)
