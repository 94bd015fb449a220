"""What each kind of decision does to the records of a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from incidents.pipeline.fields import SINGLE
from incidents.pipeline.review.decisions import Decision
from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.refit import NO_RECORD, TEXT_CHANGED, Unfit, find, locate
from incidents.pipeline.review.state import Folded, Stale, State
from incidents.pipeline.review.values import Value

VALUE_CHANGED = "the value or its quote is no longer the same"
NO_PART = "the decision that made its record was undone, or does not fit"


def record_of(
    decision: Decision, subject: str, shown: str, document: Document, folded: Folded
) -> State:
    """The record in this run that was shown as ``subject``.

    Raises:
        Unfit: There is none.
    """
    if subject.startswith("#"):
        id = subject
    elif shown == "incident":
        id = locate(decision, document)
    else:
        id = find(decision, subject, decision.shown.get(shown), document)
    if id not in folded.records:
        raise Unfit(NO_PART)
    return folded.records[id]


def make(decision: Decision, document: Document, folded: Folded) -> None:
    """A record of an incident that the run missed."""
    if decision.text_sha256 != document.text_sha256:
        raise Unfit(TEXT_CHANGED)
    id = f"#{decision.id}"
    row = {"doc_id": document.id, "incident_id": id, "event_key": id}
    kind = _added(decision, decision.payload)
    made = State(id, document.id, row, [kind])
    if stance := decision.payload.get("assertion"):
        told = {"field": "assertion", "value": stance, "citations": kind.citations}
        made.values.append(replace(_added(decision, told), id=f"{id}.assertion"))
    made.decisions.append(decision)
    folded.records[id] = made


def read(decision: Decision, document: Document, folded: Folded) -> None:
    """The whole document was read, as its text was then."""
    if decision.text_sha256 != document.text_sha256:
        raise Unfit(TEXT_CHANGED)
    folded.read_by = decision.reviewer


def make_settled(decision: Decision, document: Document, folded: Folded) -> None:
    """A record that a coder made, as it was settled between two."""
    if decision.text_sha256 != document.text_sha256:
        raise Unfit(TEXT_CHANGED)
    id, given = f"#{decision.id}", decision.payload["values"]
    row = {"doc_id": document.id, "incident_id": id, "event_key": id}
    made = State(id, document.id, row, [])
    made.values = [_settled(decision, n, g) for n, g in enumerate(given)]
    made.status = decision.payload["status"] or "begun"
    made.decisions.append(decision)
    folded.records[id] = made


def _added(decision: Decision, given: Mapping[str, Any]) -> Value:
    return Value(
        f"#{decision.id}",
        given["field"],
        given["value"],
        tuple(given.get("citations", ())),
        status="added",
        by=decision.reviewer,
    )


def _change(state: State, id: str, change: Callable[[Value], Value]) -> None:
    for n, value in enumerate(state.values):
        if value.id == id:
            state.values[n] = change(value)
            return
    raise Unfit(VALUE_CHANGED)


def _accept(decision: Decision, state: State, *_: object) -> None:
    by = decision.reviewer
    _change(state, decision.value_id, lambda v: replace(v, status="accepted", by=by))


def _reject(decision: Decision, state: State, *_: object) -> None:
    by = decision.reviewer
    _change(state, decision.value_id, lambda v: replace(v, status="rejected", by=by))


def _fix(decision: Decision, state: State, *_: object) -> None:
    given = decision.payload

    def fixed(value: Value) -> Value:
        return replace(
            value,
            value=given["value"],
            citations=tuple(given.get("citations") or value.citations),
            status="fixed",
            was=value.value if value.was is None else value.was,
            by=decision.reviewer,
        )

    _change(state, decision.value_id, fixed)


def _add(decision: Decision, state: State, *_: object) -> None:
    state.values.append(_added(decision, decision.payload))


def _accept_record(
    decision: Decision, state: State, folded: Folded, _: Document
) -> None:
    """Each value that was shown and still open; a re-run's new ones stay open."""
    ids = set(decision.payload["values"])
    missing = ids - {v.id for v in state.values}
    if missing:
        folded.stale.append(Stale(decision, _lost(decision, missing)))
    if state.status == "no_incident":
        state.status = "begun"  # on second thoughts
    state.values = [
        replace(v, status="accepted", by=decision.reviewer)
        if v.id in ids and v.status == "open"
        else v
        for v in state.values
    ]


def _lost(decision: Decision, missing: set[str]) -> str:
    """Which of the values that were shown are no longer the same."""
    shown = decision.shown.get("values", ())
    fields = sorted({v["field"] for v in shown if v["id"] in missing})
    return f"{VALUE_CHANGED}: {', '.join(fields)}"


def _no_incident(_: Decision, state: State, *__: object) -> None:
    if state.status == "merged":
        raise Unfit(NO_RECORD)
    state.status = "no_incident"


def _note(decision: Decision, state: State, *_: object) -> None:
    said = {
        "by": decision.reviewer,
        "at": decision.at,
        "text": decision.payload["text"],
    }
    state.notes.append(said)


def _split(decision: Decision, state: State, folded: Folded, *_: object) -> None:
    stay, go = set(decision.payload["stay"]), set(decision.payload["go"])
    if not (stay | go) <= {v.id for v in state.values}:
        raise Unfit(VALUE_CHANGED)
    made = replace(state, id=f"#{decision.id}", notes=[], decisions=[decision])
    made.values = [v for v in state.values if v.id in go]
    state.values = [v for v in state.values if v.id not in go or v.id in stay]
    folded.records = _after(folded.records, state.id, made)


def _after(records: dict[str, State], id: str, made: State) -> dict[str, State]:
    """``records`` with ``made`` after the one that it came from."""
    placed: dict[str, State] = {}
    for key, state in records.items():
        placed[key] = state
        if key == id:
            placed[made.id] = made
    return placed


def _merge(
    decision: Decision, state: State, folded: Folded, document: Document
) -> None:
    other = record_of(decision, decision.payload["other"], "other", document, folded)
    if other is state or "merged" in (state.status, other.status):
        raise Unfit(NO_RECORD)
    left, instead = (decision.payload.get(how, ()) for how in ("leave", "instead"))
    for value in other.values:
        if value.id in left or value.id in {v.id for v in state.values}:
            continue
        if value.id in instead:
            _put_before(state, value)
        else:
            _take_in(state, value)
    other.status, other.merged_into = "merged", state.id
    other.decisions.append(decision)


def _take_in(state: State, value: Value) -> None:
    """Add a value of another record; beside a single one it is an alternative."""
    for n, own in enumerate(state.values):
        if own.field == value.field and own.stands:
            if own.value == value.value:
                cited = (*own.citations, *value.citations)
                state.values[n] = replace(own, citations=cited)
                return
            if value.field in SINGLE:
                other = {"value": value.value, "citations": list(value.citations)}
                others = (*own.alternatives, other)
                state.values[n] = replace(own, alternatives=others)
                return
    state.values.append(value)


def _put_before(state: State, value: Value) -> None:
    """Put a value of another record in the place of its own, now an alternative."""
    for n, own in enumerate(state.values):
        if own.field == value.field and own.stands and value.field in SINGLE:
            was = {"value": own.value, "citations": list(own.citations)}
            state.values[n] = replace(value, alternatives=(*value.alternatives, was))
            return
    _take_in(state, value)


def _settle(decision: Decision, state: State, *_: object) -> None:
    """The record as it was settled between two coders, or no incident."""
    if state.status == "merged":
        raise Unfit(NO_RECORD)
    if decision.payload["status"]:
        state.status = decision.payload["status"]
        return
    state.status = "begun"  # also where it was no incident before
    taken = list(enumerate(decision.payload["values"]))
    own = {v.id: v for v in state.values}
    same = [g for _, g in taken if g["id"] in own and own[g["id"]].value == g["value"]]
    kept = {given["id"] for given in same}
    state.values = [
        replace(
            v,
            status="accepted" if v.id in kept else "rejected",
            by=decision.reviewer,
        )
        for v in state.values
    ]
    state.values += [_settled(decision, n, g) for n, g in taken if g not in same]


def _settled(decision: Decision, n: int, given: Mapping[str, Any]) -> Value:
    """The ``n``-th value of a record as it was settled."""
    return replace(_added(decision, given), id=f"#{decision.id}.{n}")


EFFECTS: Mapping[str, Callable[[Decision, State, Folded, Document], None]] = {
    "accept": _accept,
    "reject": _reject,
    "fix": _fix,
    "add": _add,
    "accept_record": _accept_record,
    "accept_values": _accept_record,
    "no_incident": _no_incident,
    "note": _note,
    "split": _split,
    "merge": _merge,
    "settle": _settle,
}
#: What those do that are about no record that there is yet.
OF_DOCUMENT: Mapping[str, Callable[[Decision, Document, Folded], None]] = {
    "new": make,
    "settle": make_settled,
    "read": read,
}
