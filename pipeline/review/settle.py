"""Adjudication: what of two blind codings becomes the team's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import FINAL, Decision, blind, standing
from incidents.pipeline.review.desk import Desk


def take(
    desk: Desk, reviewer: str, id: str, field: str, source: str, seen: int
) -> None:
    """Make one field of a record the team's as ``source`` coded it.

    Raises:
        Refused: There is no such record.
        Conflict: The record was decided on since ``seen``.
    """
    theirs, ours = desk.state(blind(source), id), desk.state(FINAL, id)
    values = [
        {"id": v.id, "value": v.value, "citations": list(v.citations)}
        for v in theirs.values
        if v.field == field and v.stands
    ]
    decision = Decision(
        "take",
        ours.doc_id,
        ours.id,
        payload={"field": field, "values": values, "of": source},
        shown={"incident": dict(ours.row), "values": [asdict(v) for v in ours.values]},
        text_sha256=desk.document(ours.doc_id).text_sha256,
        reviewer=reviewer,
    )
    desk.store.append(decision, seen)


def adopt(desk: Desk, reviewer: str, id: str, source: str, seen: int) -> int:
    """Make every decision of ``source`` on a record the team's; returns how many.

    Raises:
        Refused: There are none.
        Conflict: The record was decided on since ``seen``.
    """
    doc_id = desk.state(FINAL, id).doc_id
    about = {id}
    new_ids: dict[str, str] = {}
    copied = 0
    for decision in standing(desk.store.read(blind(source), doc_id)):
        if decision.subject not in about:
            continue
        copy = _copy(decision, reviewer, source, new_ids)
        kept = desk.store.append(
            copy, max(seen, desk.store.heads(FINAL).get(doc_id, 0)) if copied else seen
        )
        new_ids[f"#{decision.id}"] = f"#{kept.id}"
        about |= {s for s in decision.subjects if s.startswith("#")}
        copied += 1
    if not copied:
        raise Refused(f"{source} decided nothing on this record")
    return copied


def _copy(
    decision: Decision, reviewer: str, source: str, new_ids: Mapping[str, str]
) -> Decision:
    def renamed(given: Any) -> Any:
        if isinstance(given, list):
            return [renamed(g) for g in given]
        return new_ids.get(given, given) if isinstance(given, str) else given

    payload = {key: renamed(value) for key, value in decision.payload.items()}
    return replace(
        decision,
        subject=renamed(decision.subject),
        value_id=renamed(decision.value_id),
        payload={**payload, "of": source},
        reviewer=reviewer,
        layer=FINAL,
    )
