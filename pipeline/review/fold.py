"""The records of a document after every decision: the run and its decisions, folded."""

from __future__ import annotations

from collections.abc import Iterable

from incidents.pipeline.review.decisions import Decision, standing
from incidents.pipeline.review.effects import EFFECTS, OF_DOCUMENT, record_of
from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.refit import Unfit
from incidents.pipeline.review.state import Folded, Stale, State


def fold(document: Document, decisions: Iterable[Decision]) -> Folded:
    """Apply one layer's decisions on ``document``, in order."""
    decisions = list(decisions)
    folded = Folded(
        {r.id: State(r.id, document.id, r.row) for r in document.records},
        seq=max((d.seq for d in decisions), default=0),
    )
    for decision in standing(decisions):
        try:
            _apply(decision, document, folded)
        except Unfit as unfit:
            folded.stale.append(Stale(decision, str(unfit)))
    for state in folded.records.values():
        state.settle()
    return folded


def _apply(decision: Decision, document: Document, folded: Folded) -> None:
    if not decision.subject:
        OF_DOCUMENT[decision.kind](decision, document, folded)
        return
    state = record_of(decision, decision.subject, "incident", document, folded)
    EFFECTS[decision.kind](decision, state, folded, document)
    state.decisions.append(decision)
