"""Whether what a word tells took place: happened, planned, feared, denied; taken."""

from __future__ import annotations

from incidents.extractors.mention import Mention

HAPPENED, PLANNED = "happened", "planned"
#: What cues and the grammar say, the strongest first: what is denied in a novel is
#: denied, what is planned in one is fiction.
_TOLD_AS = {
    "refuted": "denied",
    "negation": "denied",
    "negated": "denied",
    "fiction": "fiction",
    "exercise": "exercise",
    "threat": "threatened",
    "fear": "feared",
    "hypothetical": "supposed",
    "generic": "general",
    "planned": PLANNED,
    "attempt": "attempted",
}


def realis(word: Mention) -> str:
    """How ``word``, an event's, is told."""
    said = {cue.category for cue in word.reached()} | {str(word.get("modality"))}
    return next((told for cue, told in _TOLD_AS.items() if cue in said), HAPPENED)


def was_taken(step: Mention) -> bool:
    """Whether a legal step is told as taken: neither denied nor only possible."""
    return not step.get("negated") and not step.get("hypothetical")
