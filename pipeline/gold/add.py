"""Reviewed records made gold, with who accepted them and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incidents.pipeline.fields import HEADS
from incidents.pipeline.gold.check import Fault, check
from incidents.pipeline.reconcile import Judgement, reconcile
from incidents.pipeline.reconcile.score import Record
from incidents.pipeline.schema import IDS


@dataclass(frozen=True, slots=True)
class Added:
    """What became of reviewed records.

    Attributes:
        records: The gold set with what was added, by document and id.
        new: Ids of the records added.
        known: By id of a record left out, the gold record that tells the same.
        faults: What keeps the records that are left out from being gold.
    """

    records: tuple[Record, ...]
    new: tuple[str, ...]
    known: Mapping[str, str]
    faults: tuple[Fault, ...]


def add(
    gold: Sequence[Record],
    reviewed: Iterable[Record],
    day: str,
    by: Sequence[str] = (),
    texts: Mapping[str, str] | None = None,
) -> Added:
    """Add reviewed records to a gold set.

    A record's own ``review`` says who accepted it (``reviewers``) and that it is done;
    one without is of those named in ``by``. What the gold set already tells, by id or
    as the same incident of the same document, is left out.

    Args:
        gold: The gold set so far.
        reviewed: Records that reviewers went over.
        day: ISO date for those whose review has none.
        by: Who accepted the records that do not say.
        texts: Canonical text by ``doc_id``, to look quotes up in.
    """
    reviewed = list(reviewed)
    problems = {r["incident_id"]: _problem(r, by, day) for r in reviewed}
    faults = [Fault(id, problem) for id, problem in problems.items() if problem]
    ids = {record["incident_id"]: record["incident_id"] for record in gold}
    known = {r["incident_id"]: ids.get(r["incident_id"]) for r in reviewed}
    rest = [
        r
        for r in reviewed
        if not known[r["incident_id"]] and not problems[r["incident_id"]]
    ]
    known |= _told(gold, rest)
    new = [_accepted(r, by, day) for r in rest if known[r["incident_id"]] is None]
    faults += [f for f in check(new, texts) if f.severity == "error"]
    unsound = {fault.where for fault in faults}
    new = [record for record in new if record["incident_id"] not in unsound]
    whole = sorted([*gold, *new], key=lambda r: (r["doc_id"], r["incident_id"]))
    return Added(
        tuple(whole),
        tuple(record["incident_id"] for record in new),
        {id: other for id, other in known.items() if other is not None},
        tuple(faults),
    )


def _told(gold: Sequence[Record], rest: Sequence[Record]) -> dict[str, str]:
    """Records that the gold set tells under another id, each of it once."""
    return {
        match.candidate["incident_id"]: match.gold["incident_id"]
        for match in reconcile(gold, rest)
        if match.judgement is Judgement.SAME and match.candidate and match.gold
    }


def _problem(record: Record, by: Sequence[str], day: str) -> str | None:
    status = (record.get("review") or {}).get("status", "done")
    if status != "done":
        return f"review: is {status}, not done"
    who, when = _review(record, by, day)
    if not who:
        return "review: names nobody: say who accepted it with --by"
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", when):
        return f"review: {when!r} is no day"
    return None


def _review(record: Record, by: Sequence[str], day: str) -> tuple[list[str], str]:
    """Who accepted a record, and when."""
    given = record.get("reviewed") or {}
    review = record.get("review") or {}
    who = given.get("by") or review.get("reviewers") or by
    return sorted(set(map(str, who))), str(given.get("at") or review.get("at") or day)


def _accepted(record: Record, by: Sequence[str], day: str) -> dict[str, Any]:
    who, when = _review(record, by, day)
    kept = {k: record[k] for k in (*IDS, *HEADS, "citations") if k in record}
    return {**kept, "reviewed": {"by": who, "at": when}}
