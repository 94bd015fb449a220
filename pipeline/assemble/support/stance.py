"""The stance: whether the words tell it, doubt it or deny it."""

from __future__ import annotations

from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.assemble.support.passage import HARM, Passage

#: What says that others tell it, or that it is not sure.
_HEDGED = ("claim", "court", "denied", "hedge", "speech", "suspected", "attributed")
_REFUSED = ("denied", "negation", "refuted")


def bears(term: str, case: Case) -> bool:
    """Whether the stance is in the words; an assertion needs none but no denial."""
    shown = case.trial.passages("assertion", "incident_type", "outcome", "groups")
    if term == "denied":
        return any(_denied(p) for p in shown)
    if term == "asserted":
        return not _all_undone(case)
    return any(p.cues(*_HEDGED) or p.of("LEGAL") for p in shown)


def _denied(passage: Passage) -> bool:
    return (
        bool(passage.undone)
        or any(c.value in _REFUSED for c in passage.of("CUE"))
        or any(m.get("modality") == "negated" for m in passage.of("EVENT"))
    )


def _all_undone(case: Case) -> bool:
    """Whether nothing cited is told as what was or was to be."""
    shown = case.shown or case.event
    told = [m for p in shown for m in p.told("EVENT", "WEAPON", *HARM)]
    undone = bool(shown) and all(p.all_undone for p in shown)
    return undone or (bool(told) and not any(case.real(m) for m in told))
