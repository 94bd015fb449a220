"""Values of one field in many records, accepted by one decision and undone by one.

In the database it is a row for each record, so that each document has its decisions,
which fit again after a re-run; all are kept together, or none.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import Decision
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.state import State
from incidents.pipeline.review.values import Value

#: Records of one decision.
MOST = 500
CHANGED = "these records have changed since they were shown: look at them again"


@dataclass(frozen=True, slots=True)
class Sure:
    """A record, and its open values of a field that are sure enough."""

    state: State
    values: tuple[Value, ...]


def sure(states: Iterable[State], field: str, above: float) -> list[Sure]:
    """The open values of a field surer than ``above``, in ``MOST`` records at most."""
    found: list[Sure] = []
    for state in states:
        if len(found) == MOST or not state.stands or not state.first(field):
            continue
        values = tuple(
            v
            for v in state.values
            if v.field == field and v.status == "open" and (v.confidence or 0) > above
        )
        if values:
            found.append(Sure(state, values))
    return found


def digest(found: Iterable[Sure]) -> str:
    """Stands for what was shown, so that no other is accepted in its place."""
    told = repr([(s.state.id, [v.id for v in s.values]) for s in found])
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def accept(
    desk: Desk,
    reviewer: str,
    layer: str,
    found: Sequence[Sure],
    seen: Mapping[str, int],
) -> Sequence[Decision]:
    """Accept what was found, all of it or nothing.

    Args:
        desk: The desk.
        reviewer: Who.
        layer: Where it goes.
        found: What to accept.
        seen: For each document the last number, asked for before ``found`` was.

    Raises:
        Refused: There is nothing to accept.
        Conflict: One of the records was decided on meanwhile.
    """
    if not found:
        raise Refused("there is nothing to accept")
    batch = secrets.token_hex(8)
    decisions = [_decision(desk, reviewer, layer, one, batch) for one in found]
    return desk.store.append_all(decisions, seen)


def _decision(desk: Desk, reviewer: str, layer: str, one: Sure, batch: str) -> Decision:
    state, ids = one.state, [v.id for v in one.values]
    return Decision(
        "accept_values",
        state.doc_id,
        state.id,
        payload={"field": one.values[0].field, "values": ids, "batch": batch},
        shown={
            "incident": dict(state.row),
            "values": [asdict(v) for v in one.values],
        },
        text_sha256=desk.document(state.doc_id).text_sha256,
        reviewer=reviewer,
        layer=layer,
    )
