"""What a form says, checked and made a decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from incidents.pipeline.fields import BY_NAME, FIELDS, SINGLE
from incidents.pipeline.review import codebook
from incidents.pipeline.review.borne import bears
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import VALUE_KINDS, Decision
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.state import State
from incidents.pipeline.review.values import READING, Value, build
from incidents.pipeline.review.words import label, say

_LONGEST_NOTE = 5_000
_CITE = "say which words of the source support it: select or type them"


def save(desk: Desk, reviewer: str, layer: str, form: Mapping[str, str]) -> Decision:
    """Keep what a form says.

    Raises:
        Refused: It says nothing that can be kept; says why.
        Conflict: The record was decided on since it was shown.
    """
    decision = read_decision(desk, reviewer, layer, {**form, "layer": layer})
    return desk.store.append(decision, whole(form.get("seen", "")))


def read_decision(
    desk: Desk, reviewer: str, layer: str, form: Mapping[str, str]
) -> Decision:
    """The decision that a form gives.

    Raises:
        Refused: It gives none; says why.
    """
    kind = form.get("kind", "")
    document = desk.document(form.get("doc", ""))
    maker = _MAKERS.get(kind)
    if maker is None:
        raise Refused("there is no such decision")
    if kind in ("new", "read"):
        payload = _new(desk, document, form) if kind == "new" else {}
        state = None
    else:
        state = desk.state(layer, form.get("record", ""), document.id)
        payload = maker(desk, state, document, form)
    return Decision(
        kind,
        document.id,
        state.id if state else "",
        form.get("value_id", "") if kind in VALUE_KINDS else "",
        payload,
        _shown(desk, layer, state, payload) if state else {},
        document.text_sha256,
        reviewer,
        layer,
    )


def _shown(
    desk: Desk, layer: str, state: State, payload: Mapping[str, Any]
) -> dict[str, Any]:
    """What was on the screen, by which a re-run finds the record again."""
    shown = {"incident": dict(state.row), "values": [asdict(v) for v in state.values]}
    if "other" in payload:
        other = desk.state(layer, payload["other"], state.doc_id)
        shown["other"] = dict(other.row)
    return shown


def _value(state: State, form: Mapping[str, str]) -> Value:
    for value in state.values:
        if value.id == form.get("value_id"):
            return value
    raise Refused("there is no such value in this record")


def _judge(
    desk: Desk, state: State, document: Document, form: Mapping[str, str]
) -> dict[str, Any]:
    return {"field": _value(state, form).field}


def _fix(
    desk: Desk, state: State, document: Document, form: Mapping[str, str]
) -> dict[str, Any]:
    value = _value(state, form)
    given = _reading(document, form, value.field)
    given["citations"] = given["citations"] or _as_read(value.citations, form)
    fixed = replace(value, value=given["value"], citations=tuple(given["citations"]))
    _check(desk, document, [v for v in state.values if v is not value], fixed, form)
    return given


def _add(
    desk: Desk, state: State, document: Document, form: Mapping[str, str]
) -> dict[str, Any]:
    given = _reading(document, form, form.get("field", ""))
    name = given["field"]
    if name in SINGLE and state.first(name) is not None:
        raise Refused("the record has that already: fix it, or reject it first")
    if not given["citations"]:
        raise Refused(_CITE)
    added = Value("", name, given["value"], tuple(given["citations"]))
    _check(desk, document, state.values, added, form)
    return given


def _new(desk: Desk, document: Document, form: Mapping[str, str]) -> dict[str, Any]:
    """A record of an incident that was missed: its type, and the document's stance."""
    given = _reading(document, form, "incident_type")
    if not given["citations"]:
        raise Refused(_CITE)
    kind = Value("", "incident_type", given["value"], tuple(given["citations"]))
    try:
        _check(desk, document, (), kind, form)
    except Refused:
        if not form.get("otherwise"):  # the reason for which the program left it out
            raise
        note = {"reading": f"taken up, though {form['otherwise']}"}
        given["citations"] = _as_read(given["citations"], note)
    stance = form.get("assertion") or "asserted"
    if stance not in BY_NAME["assertion"].terms:
        raise Refused("choose an assertion")
    return {**given, "assertion": stance}


def _reading(document: Document, form: Mapping[str, str], field: str) -> dict[str, Any]:
    if field not in BY_NAME:
        raise Refused("choose a field")
    return {
        "field": field,
        "value": codebook.read_value(field, form),
        "citations": _as_read(_citations(document, form, field), form),
    }


def _as_read(
    citations: Iterable[Mapping[str, Any]], form: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The citations, marked where the reviewer says that more than they was read."""
    note = " ".join(form.get("reading", "").split())[: codebook.LONGEST]
    mark = {"derived_from": f"{READING}: {note}"} if note else {}
    return [{**cited, **mark} for cited in citations]


def _check(
    desk: Desk,
    document: Document,
    others: Iterable[Value],
    value: Value,
    form: Mapping[str, str],
) -> None:
    """Let a value pass that its words bear out, or that is marked as a reading.

    Raises:
        Refused: It is neither.
    """
    if form.get("reading", "").strip() and value.citations:
        return
    record = build({"doc_id": document.id}, [*others, value])
    mentions = desk.run.mentions.of(document.id)
    if not bears(record, value, document.row, mentions):
        raise Refused(
            f"the words cited do not bear out “{say(value.value)}” as"
            f" {label(value.field).lower()}: cite words that do, or say under"
            " “Reviewer's reading” why you read it so"
        )


def _citations(
    document: Document, form: Mapping[str, str], field: str
) -> list[dict[str, Any]]:
    """The words of the source that were selected, or typed and found."""
    text = document.text
    quote = form.get("quote", "")
    start, end = whole(form.get("start", "")), whole(form.get("end", ""))
    if not end and quote.strip():
        start, end = _find(text, quote, max(1, whole(form.get("nth", "1"))))
    if not end:
        return []
    if not 0 <= start < end <= len(text):
        raise Refused("the words selected are not in the text")
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        raise Refused("the words selected are blank")
    cited = {"field": field, "page": document.page(start), "start": start, "end": end}
    own = [whole(form.get(end, "")) for end in ("from", "to")]
    focus = {"focus": own} if start <= own[0] < own[1] <= end else {}
    return [{**cited, "quote": text[start:end], **focus}]


def _find(text: str, quote: str, nth: int) -> tuple[int, int]:
    """The ``nth`` place where the text has ``quote``."""
    start = -1
    for _ in range(min(nth, 10_000)):
        start = text.find(quote, start + 1)
        if start < 0:
            raise Refused("these words are not in the source as they are typed")
    return start, start + len(quote)


def _accept_record(
    desk: Desk, state: State, document: Document, form: Mapping[str, str]
) -> dict[str, Any]:
    return {"values": [v.id for v in state.values if v.status == "open"]}


def _nothing(
    desk: Desk, state: State, document: Document, form: Mapping[str, str]
) -> dict[str, Any]:
    return {}


def _note(
    desk: Desk, state: State, document: Document, form: Mapping[str, str]
) -> dict[str, Any]:
    text = form.get("text", "").strip()[:_LONGEST_NOTE]
    if not text:
        raise Refused("the note is empty")
    return {"text": text}


#: What each of two records made from one needs; both have it unless told otherwise.
BOTH = frozenset(field.name for field in FIELDS if field.required)


def _split(
    desk: Desk, state: State, document: Document, form: Mapping[str, str]
) -> dict[str, Any]:
    to = {
        v.id: form.get(f"to.{v.id}", "both" if v.field in BOTH else "stay")
        for v in state.values
    }
    stay = [id for id in to if to[id] in ("stay", "both")]
    go = [id for id in to if to[id] in ("go", "both")]
    needed = BOTH & {v.field for v in state.values}
    for ids in (stay, go):
        held = {v.field for v in state.values if v.id in ids}
        if not needed <= held or not held - BOTH:
            raise Refused(
                "each of the two records needs its type and a value of its own"
            )
    return {"stay": stay, "go": go}


#: A value of a record that is merged into another: dropped, or put before its own.
HOW_TO_TAKE = ("leave", "instead")


def _merge(
    desk: Desk, state: State, document: Document, form: Mapping[str, str]
) -> dict[str, Any]:
    other = form.get("other", "")
    records = desk.folded(form["layer"], document.id).records
    if other == state.id or other not in records:
        raise Refused("choose another record of the document")
    if "merged" in (state.status, records[other].status):
        raise Refused("that record is merged already")
    chosen = {v.id: form.get(f"take.{v.id}", "take") for v in records[other].values}
    told = {how: [id for id in chosen if chosen[id] == how] for how in HOW_TO_TAKE}
    return {"other": other, **{how: ids for how, ids in told.items() if ids}}


def whole(text: str) -> int:
    """A whole number of a form; 0 if it is none."""
    return int(text[:12]) if text.isascii() and text.isdecimal() else 0


_MAKERS = {
    "accept": _judge,
    "reject": _judge,
    "fix": _fix,
    "add": _add,
    "accept_record": _accept_record,
    "no_incident": _nothing,
    "note": _note,
    "split": _split,
    "merge": _merge,
    "new": _nothing,
    "read": _nothing,
}
