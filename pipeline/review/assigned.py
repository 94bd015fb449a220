"""Who reads which documents: decisions of the team, folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import (
    DOCUMENTS,
    TEAM,
    TEAM_KINDS,
    Decision,
    standing,
)
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.guard import tidy
from incidents.pipeline.review.store import Store


def assigned(store: Store) -> dict[str, tuple[str, ...]]:
    """Of each document that is assigned, to whom, in order of their names."""
    held: dict[str, set[str]] = {}
    for decision in standing(store.read(TEAM, DOCUMENTS)):
        name = decision.payload["to"]
        for doc_id in decision.payload["these"]:
            people = held.setdefault(doc_id, set())
            (people.add if decision.kind == "assign" else people.discard)(name)
    return {doc_id: tuple(sorted(people)) for doc_id, people in held.items() if people}


def documents_of(
    name: str, people: Mapping[str, tuple[str, ...]], ids: Iterable[str]
) -> list[str]:
    """Those of ``ids`` that are assigned to ``name``."""
    return [id for id in ids if name in people.get(id, ())]


def assign(
    desk: Desk, by: str, kind: str, doc_ids: Iterable[str], to: str, seen: int
) -> Decision:
    """Assign documents to a person, or take them off; one decision, to undo as one.

    Raises:
        Refused: It says no person, no document of the run, or neither of the two.
        Conflict: One of the documents was assigned anew since ``seen``.
    """
    ids, name = list(dict.fromkeys(doc_ids)), tidy(to)
    if kind not in TEAM_KINDS:
        raise Refused("there is no such decision")
    if not ids:
        raise Refused("mark the documents first")
    if not name:
        raise Refused("say to whom")
    for id in ids:
        desk.document(id)
    payload = {"these": ids, "to": name}
    decision = Decision(
        kind, DOCUMENTS, ids[0], payload=payload, reviewer=by, layer=TEAM
    )
    return desk.store.append(decision, seen)
