"""Which record of this run a decision on an earlier run is about.

A decision fits where the document's text is the same, character for character, and the
record is told by the same words: the same id, the same citation of its kind, or most of
its values. Where two records would do, none does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from incidents.pipeline.review.decisions import Decision
from incidents.pipeline.review.folder import Document, Record
from incidents.pipeline.review.values import read_values

TEXT_CHANGED = "the text of the document has changed"
NO_RECORD = "no record is told by the same words"
SEVERAL = "several records are told by the same words"


class Unfit(Exception):
    """A decision has nothing in this run to be about; says why."""


def locate(decision: Decision, document: Document) -> str:
    """The id in this run of the record that ``decision`` was about.

    Raises:
        Unfit: There is none, or more than one.
    """
    return find(decision, decision.subject, decision.shown.get("incident"), document)


def find(
    decision: Decision, id: str, row: Mapping[str, Any] | None, document: Document
) -> str:
    """The id in this run of the record shown as ``row`` under ``id``."""
    if decision.text_sha256 != document.text_sha256:
        raise Unfit(TEXT_CHANGED)
    if any(record.id == id for record in document.records):
        return id
    if not row:
        raise Unfit(NO_RECORD)
    values = read_values(row)
    told = [
        {v.id for v in values if v.field == "incident_type" and v.citations},
        {v.id for v in values if v.citations},
    ]
    return _only(_same_kind(told[0], document.records)) or _alike(
        told[1], document.records
    )


def _same_kind(anchor: set[str], records: Sequence[Record]) -> list[str]:
    return [r.id for r in records if anchor and anchor <= {v.id for v in r.values}]


def _only(ids: Sequence[str]) -> str | None:
    return ids[0] if len(ids) == 1 else None


def _alike(values: set[str], records: Sequence[Record]) -> str:
    """The one record that has at least half of ``values``, and more than any other."""
    scored = sorted(
        ((len(values & {v.id for v in r.values}), r.id) for r in records), reverse=True
    )
    if not scored or not values or 2 * scored[0][0] < len(values):
        raise Unfit(NO_RECORD)
    if len(scored) > 1 and scored[0][0] == scored[1][0]:
        raise Unfit(SEVERAL)
    return scored[0][1]
