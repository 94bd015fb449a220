"""Comments on a document, a record or a value: what people say to each other.

They are rows that are only ever added, as decisions are, in a layer beside that of the
decisions: a comment changes no record, and hinders nobody's save. Who codes blind talks
to nobody but whoever settles the codings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from incidents.pipeline.review import refit
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import Decision
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.refit import Unfit
from incidents.pipeline.review.state import State
from incidents.pipeline.review.words import reading

LONGEST = 5_000


def talk(layer: str) -> str:
    """The layer of comments that belongs to one of decisions."""
    return f"talk:{layer}"


@dataclass(frozen=True, slots=True)
class Comment:
    """What someone said.

    Attributes:
        by: Who.
        at: When, in UTC.
        text: What.
        doc_id: Of which document.
        record: Of which record of this run; empty where it is of the document.
        value_id: Of which value of it; empty where it is of the whole.
        field: The value's field.
        said: The value, in words, as it was then.
        is_lost: Whether its record is no longer in this run.
    """

    by: str
    at: str
    text: str
    doc_id: str
    record: str = ""
    value_id: str = ""
    field: str = ""
    said: str = ""
    is_lost: bool = False


def comments(desk: Desk, layer: str, doc_id: str | None = None) -> list[Comment]:
    """What was said in a layer, of one document or of all, in order."""
    known = desk.run.documents
    decisions = desk.store.read(talk(layer), doc_id)
    return [_comment(desk, layer, d) for d in decisions if d.doc_id in known]


def about(found: Iterable[Comment], record: str) -> list[Comment]:
    """Those on a record; without one, those on the document and on what is gone."""
    return [c for c in found if c.record == record]


def say(desk: Desk, by: str, layer: str, form: Mapping[str, str]) -> Decision:
    """Keep a comment.

    Raises:
        Refused: It says nothing, or of nothing that is there.
        Busy: The database did not take it.
    """
    text = form.get("text", "").strip()[:LONGEST]
    document = desk.document(form.get("doc", ""))
    if not text:
        raise Refused("the comment is empty")
    payload: dict[str, str] = {"text": text}
    shown: dict[str, object] = {}
    if form.get("record"):
        state = desk.state(layer, form["record"], document.id)
        payload |= {"of": state.id, **_value(state, form.get("value_id", ""))}
        shown = {"incident": dict(state.row)}
    decision = Decision(
        "comment",
        document.id,
        "",  # of no record, so that no other decision stands against it
        payload=payload,
        shown=shown,
        text_sha256=document.text_sha256,
        reviewer=by,
        layer=talk(layer),
    )
    return desk.store.append(decision, 0)


def _value(state: State, id: str) -> dict[str, str]:
    if not id:
        return {}
    for value in state.values:
        if value.id == id:
            return {"value_id": id, "field": value.field, "said": reading(value)}
    raise Refused("there is no such value in this record")


def _comment(desk: Desk, layer: str, decision: Decision) -> Comment:
    payload = decision.payload
    told = {k: payload.get(k, "") for k in ("value_id", "field", "said")}
    said = Comment(
        decision.reviewer, decision.at, payload["text"], decision.doc_id, **told
    )
    if not payload.get("of"):
        return said
    try:
        return replace(said, record=_located(desk, layer, decision))
    except Unfit:
        return replace(said, is_lost=True)


def _located(desk: Desk, layer: str, decision: Decision) -> str:
    """The id in this run of the record that was spoken of."""
    id = str(decision.payload["of"])
    records = desk.folded(layer, decision.doc_id).records
    if id not in records and not id.startswith("#"):
        row, document = decision.shown.get("incident"), desk.document(decision.doc_id)
        id = refit.find(decision, id, row, document)
    if id not in records:
        raise Unfit(refit.NO_RECORD)
    return id
