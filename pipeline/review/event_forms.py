"""What a form says of events, checked and made a decision."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import Any

from incidents.pipeline.fields import SINGLE
from incidents.pipeline.merge.claims import agreement
from incidents.pipeline.review.chosen import readings
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import EVENTS, Decision
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.events import EventDesk, Events, Member
from incidents.pipeline.review.forms import whole

_CHANGED = "the event is no longer as it was shown: look at it, then decide again"
Form = Mapping[str, str]
Row = Mapping[str, Any]


def save_event(desk: EventDesk, reviewer: str, layer: str, form: Form) -> Decision:
    """Keep what a form says of events.

    Raises:
        Refused: It says nothing that can be kept; says why.
        Conflict: One of its records was ruled on since it was shown.
    """
    kind = form.get("kind", "")
    if kind not in _MAKERS:
        raise Refused("there is no such decision")
    events = desk.of(layer)
    payload = _MAKERS[kind](events, form)
    told = [events.members[id] for id in (*payload["these"], *payload["those"])]
    decision = Decision(
        kind,
        EVENTS,
        told[0].state.id,
        payload=_by_state(payload, told),
        shown={"records": {m.state.id: _shown(desk.desk, m) for m in told}},
        reviewer=reviewer,
        layer=layer,
    )
    return desk.desk.store.append(decision, whole(form.get("seen", "")))


def _by_state(payload: Row, told: Iterable[Member]) -> dict[str, Any]:
    """``payload`` with the ids that records have at the desk."""
    ids = {m.state.known_as: m.state.id for m in told}
    sides = {side: [ids[id] for id in payload[side]] for side in ("these", "those")}
    of = {"of": ids[payload["of"]]} if "of" in payload else {}
    return {**payload, **sides, **of}


def _shown(desk: Desk, member: Member) -> Row:
    """What was on the screen of a record, by which a re-run finds it again."""
    document = desk.document(member.state.doc_id)
    return {
        "doc_id": document.id,
        "text_sha256": document.text_sha256,
        "incident": dict(member.state.row),
    }


def digest(rows: Iterable[Row]) -> str:
    """What a form carries of the events shown: their records, and what these say."""
    told = [
        [row["incident_ids"], {n: readings(f) for n, f in row["fields"].items()}]
        for row in rows
    ]
    return sha256(json.dumps(told).encode()).hexdigest()[:16]


def _check(rows: Iterable[Row], form: Form) -> None:
    if digest(rows) != form.get("as"):
        raise Refused(_CHANGED)


def _two(events: Events, form: Form) -> dict[str, Any]:
    """Two events are one, or are not: each record of either with each of the other."""
    one, other = (events.of(form.get(key, "").strip()) for key in ("one", "other"))
    if one is other:
        raise Refused("the two are one event already")
    if "as" in form:
        _check((one, other), form)
    return {"these": one["incident_ids"], "those": other["incident_ids"]}


def _split(events: Events, form: Form) -> dict[str, Any]:
    """Some records of an event are of another."""
    row = events.of(form.get("one", ""))
    _check((row,), form)
    go = [id for id in row["incident_ids"] if form.get(f"go.{id}")]
    stay = [id for id in row["incident_ids"] if id not in go]
    if not go or not stay:
        raise Refused("mark the reports that tell of another event, and leave one")
    return {"these": stay, "those": go}


def _use(events: Events, form: Form) -> dict[str, Any]:
    """The value of a field to use is the one that a record gives."""
    row = events.of(form.get("one", ""))
    _check((row,), form)
    name, of = form.get("field", ""), form.get("of", "")
    told = row["fields"].get(name)
    if told is None or name not in SINGLE:
        raise Refused("choose a field that has one value")
    for reading in told["values"]:
        given = any(c["incident_id"] == of for c in reading["claims"])
        if given and agreement(reading["value"]) == form.get("reading"):
            return {
                "these": row["incident_ids"],
                "those": [],
                "of": of,
                "field": name,
                "value": reading["value"],
                "readings": readings(told),
            }
    raise Refused("choose a value that a report gives")


_MAKERS: Mapping[str, Callable[[Events, Form], dict[str, Any]]] = {
    "join": _two,
    "apart": _two,
    "split": _split,
    "use": _use,
}
