"""What became of it: told by a word, by the harm, or by who was held."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.assemble.support.legal import held
from incidents.pipeline.assemble.support.passage import HARM, Passage


def bears(term: str, case: Case) -> bool:
    """Whether what became of it is told; a completed attack needs no word for it."""
    kind = case.incident.incident_type
    shown = [p for p in case.shown or case.event if not case.undone(p)]
    if term == "unknown":
        return kind == "plot"
    if term == "completed":
        return kind == "attack" and _launched(shown, case)
    if kind == "arrest" or (term == "foiled" and kind == "attack"):
        return False
    return any(_ENDS[term](p, case) for p in shown)


def _launched(shown: Sequence[Passage], case: Case) -> bool:
    """An act that nothing says did not work; who was hurt was hurt."""
    told = [m for p in shown for m in p.of("EVENT", "HOSTAGES", "WEAPON", *HARM)]
    real = [m for m in told if case.real(m, *case.unless_denied("negation"))]
    harmed = any(m.label in HARM and m.value not in ("", "0") for m in real)
    ended = any(m.reached("abandoned", "failed", "foiled") for m in real)
    return bool(real) and (harmed or not ended)


def _failed(passage: Passage, case: Case) -> bool:
    cues = passage.cues("attempt", "failed", "foiled", "negation")
    unharmed = any(m.value == "0" for m in passage.of(*HARM))
    return unharmed or any(case.told(passage, (c.start, c.end)) for c in cues)


def _foiled(passage: Passage, case: Case) -> bool:
    foils = [m for m in passage.of("EVENT") if m.get("kind") == "foil"]
    stopped = any(m.get("modality") != "negated" and case.real(m) for m in foils)
    cues = (case.told(passage, (c.start, c.end)) for c in passage.cues("foiled"))
    return stopped or held(passage, case) or any(cues)


def _abandoned(passage: Passage, case: Case) -> bool:
    return bool(passage.cues("abandoned"))


_ENDS: dict[str, Callable[[Passage, Case], bool]] = {
    "failed": _failed,
    "foiled": _foiled,
    "abandoned": _abandoned,
}
