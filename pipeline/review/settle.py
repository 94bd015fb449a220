"""Adjudication: what of two blind codings becomes the team's, one decision a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from incidents.pipeline.review.cases import Case, Row, team_record
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import FINAL, Decision
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.state import State
from incidents.pipeline.review.values import Value
from incidents.pipeline.review.words import label

CHANGED = "a coder decided anew since it was shown: look at it, then settle it again"
#: How a case is settled: as one of the two has it, value by value, or as no incident.
HOWS = ("one", "two", "chosen", "none")
#: Before the name of a row, in the name of what is picked of it.
PICK = "pick."
Coding = Mapping[str, Any]


def settle(
    desk: Desk,
    by: str,
    coders: tuple[str, str],
    case: Case,
    form: Mapping[str, str],
    seen: int,
) -> Decision:
    """Keep how a case is settled.

    Args:
        desk: Whose run and decisions they are.
        by: Who adjudicates.
        coders: The two whose codings they are.
        case: As it is now.
        form: ``how`` it is settled, ``as`` what it was shown, and for ``chosen`` of
            each row which of the two to take, or none.
        seen: The last number of the document's decisions when it was shown.

    Raises:
        Refused: It does not say all that is needed, or the case is another by now.
        Conflict: The record was decided on since ``seen``.
    """
    if form.get("as") != case.digest:
        raise Refused(CHANGED)
    how = form.get("how", "")
    if how not in HOWS:
        raise Refused("there is no such decision")
    values = list(_values(case, coders, how, form))
    if how == "chosen" and not values:
        raise Refused("no value of it is taken: then it is no incident")
    ours = team_record(case, coders, desk.folded(FINAL, case.doc_id))
    decision = Decision(
        "settle",
        case.doc_id,
        ours.id if ours else "",
        payload={
            "status": "no_incident" if how == "none" else "",
            "values": values,
            "these": case.names(coders),
            "of": list(coders),
        },
        shown=_shown(case, coders, ours),
        text_sha256=desk.document(case.doc_id).text_sha256,
        reviewer=by,
    )
    return desk.store.append(decision, seen)


def settle_agreed(desk: Desk, by: str, coders: tuple[str, str], case: Case) -> None:
    """Keep a case on which the two agree."""
    how = "one" if all(case.has) else "none"
    seen = desk.folded(FINAL, case.doc_id).seq
    settle(desk, by, coders, case, {"how": how, "as": case.digest}, seen)


def _values(
    case: Case, coders: tuple[str, str], how: str, form: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    """The values that are taken, each with whose it is."""
    if how in ("one", "two") and not case.has[how == "two"]:
        raise Refused(f"{coders[how == 'two']} has no record of it")
    missing = []
    for row in case.rows:
        pick = {"none": "one", "chosen": form.get(PICK + row.name, "")}.get(how, how)
        if row.agrees:
            pick = "one"
        if pick not in ("one", "two", "none"):
            missing.append(label(row.field))
        elif (value := {"one": row.one, "two": row.two}.get(pick)) is not None:
            yield _taken(row, value, coders)
    if missing:
        raise Refused(f"choose for {', '.join(dict.fromkeys(missing))}")


def _taken(row: Row, value: Value, coders: tuple[str, str]) -> dict[str, Any]:
    """A value with what either cites for it, and who has it."""
    sides = zip(coders, (row.one, row.two), strict=True)
    whose = {name: v for name, v in sides if v is not None and v.value == value.value}
    cited = {
        (c["start"], c["end"], str(c.get("field", ""))): dict(c)
        for v in (value, *whose.values())
        for c in v.citations
    }
    return {
        "id": value.id,
        "field": value.field,
        "value": value.value,
        "citations": list(cited.values()),
        "of": list(whose),
    }


def _shown(case: Case, coders: tuple[str, str], ours: State | None) -> dict[str, Any]:
    """What was on the screen, by which a re-run finds the record again."""
    sides = zip(coders, (case.one, case.two), strict=True)
    codings = {name: coding(state) for name, state in sides}
    if ours is None:
        return {"codings": codings}
    values = [asdict(v) for v in ours.values]
    return {"incident": dict(ours.row), "values": values, "codings": codings}


def coding(state: State | None) -> Coding:
    """What a coder has of a case: the status, empty where none is, and the values."""
    held = [v for v in state.values if v.stands] if state else []
    values = [{"field": v.field, "value": v.value} for v in held]
    return {"status": state.status if state else "", "values": values}
