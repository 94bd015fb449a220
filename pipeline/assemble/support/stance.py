"""The stance: whether the words tell it, doubt it or deny it."""

from __future__ import annotations

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.support.case import TAKEN_BACK, Case
from incidents.pipeline.assemble.support.passage import Passage

#: What says that others tell it, or that it is not sure.
_HEDGED = ("claim", "court", "denied", "hedge", "speech", "suspected", "attributed")
_REFUSED = ("denied", "negation", "refuted")


def bears(term: str, case: Case) -> bool:
    """Whether the stance is in the words; an assertion needs what is told."""
    shown = case.trial.passages("assertion", "incident_type", "outcome", "groups")
    if term == "denied":
        return any(_denied(p) for p in shown)
    if term == "asserted":
        return any(_tells(p, case) for p in case.shown or case.event)
    return any(p.cues(*_HEDGED) or any(map(_is_open, p.of("LEGAL"))) for p in shown)


def _is_open(step: Mention) -> bool:
    """Whether a step leaves open what happened: *charged*, and not *convicted*."""
    return step.value not in ("convicted", "executed", "killed")


def _denied(passage: Passage) -> bool:
    return (
        bool(passage.undone)
        or any(c.value in _REFUSED for c in passage.of("CUE"))
        or any(m.get("modality") == "negated" for m in passage.of("EVENT"))
    )


def taken_back(case: Case) -> bool:
    """Whether any of the words are told as what never was."""
    return any(_is_undone(p) for p in case.shown or case.event)


def _tells(passage: Passage, case: Case) -> bool:
    """Whether a passage tells of something as what was or was to be."""
    told = (m for m in passage.mentions if m.label != "CUE")
    return any(case.real(m) for m in told) and not _is_undone(passage)


def _is_undone(passage: Passage) -> bool:
    """Whether what follows takes it back, or a tale or denial an act in it."""
    acts = passage.of("EVENT")
    return passage.all_undone or any(m.reached(*TAKEN_BACK) for m in acts)
