"""Legal steps: a mention of that step, and that it was taken."""

from __future__ import annotations

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.realis import was_taken
from incidents.pipeline.assemble.support.case import AHEAD, Case
from incidents.pipeline.assemble.support.passage import Passage


def bears(step: str, case: Case) -> bool:
    """Whether a quote tells the legal step, and that it was taken."""
    return any(
        is_step(m, step, p, case)
        for p in case.shown
        for m in p.told("LEGAL", "KILLED")
        if not case.undone(p, m.start)
    )


def is_step(mention: Mention, step: str, passage: Passage, case: Case) -> bool:
    """Whether a mention is of the legal step, and says that it was taken."""
    if mention.label == "KILLED":
        return (
            step == "killed" and _of_suspects(mention, passage) and case.real(mention)
        )
    return mention.value == step and taken(mention, case)


def _of_suspects(mention: Mention, passage: Passage) -> bool:
    """Whether those who died may be the suspects."""
    if mention.get("role") in ("attacker", "both"):
        return True
    people = passage.of("SUSPECTS", "PERSON")
    named = any(m.get("role") not in ("official", "victim") for m in people)
    return named or bool(passage.over((mention.start, mention.end), "GROUP"))


def taken(mention: Mention, case: Case) -> bool:
    """Whether a step was taken: neither denied nor awaited."""
    return was_taken(mention) and case.real(mention, *AHEAD, "negation")


def held(passage: Passage, case: Case) -> bool:
    """Whether a legal step was taken, or people were arrested."""
    arrested = [m for m in passage.of("SUSPECTS") if m.get("kind") == "arrested"]
    steps = any(taken(m, case) for m in passage.of("LEGAL"))
    return steps or any(case.real(m, "negation") for m in arrested)
