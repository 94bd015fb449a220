"""Which sentences tell of an incident, and of which of MUC-4's types."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from spacy.tokens import Span

from extractors import Mention
from pipeline import edtf
from pipeline.benchmark.reading import Read

ATTACK, BOMBING, KIDNAPPING = "attack", "bombing", "kidnapping"
ARSON, ROBBERY = "arson", "robbery"
#: Reports tell of incidents of the last weeks; older ones are background.
_RECENT = timedelta(days=100)
_ARSON = re.compile(
    r"\b(?:set (?:\w+ ){0,4}(?:on fire|ablaze|afire)|set fire|torch(?:ed|ing)|arson"
    r"|burn(?:ed|t|ing)(?: down)?|firebomb\w*)\b",
    re.IGNORECASE,
)
_ROBBERY = re.compile(
    r"\b(?:robbed|robbery|robbing|looted|stole|holdup|bank assault)\b", re.IGNORECASE
)
_ABDUCTED = re.compile(r"\b(?:kidnap\w*|abduct\w*|hostages?)\b", re.IGNORECASE)
_BOMBED = re.compile(
    r"\b(?:bomb(?:s|ed|ing|ings)?|car[- ]?bombs?|dynamite[ds]?|dynamiting|explo\w+"
    r"|blast|detonat\w+|blew up|blown up|blow up|mines?|booby[- ]trap\w*)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:plant(?:ed|ing)|plac(?:ed|ing)|set off|explod\w+|went off|machine-?gunned"
    r"|threw|thrown|hurled|fired|destroy\w+|damag\w+|strafed|launched|activated)\b",
    re.IGNORECASE,
)
#: What armies do to each other is war, no terrorist act.
_COMBAT = re.compile(
    r"\b(?:clash(?:es|ed)?|combats?|fighting|battles?|skirmish\w*|confrontations?"
    r"|firefights?|air ?force|bombard\w+|air ?raids?|offensives?|repell\w+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells of an incident.

    Attributes:
        sentence: The sentence.
        kind: The type of the incident, one of MUC-4's.
        mentions: What was read in it.
        events: Its words of violence that took place.
        order: Its number among the sentences of the document.
    """

    sentence: Span
    kind: str
    mentions: tuple[Mention, ...]
    events: tuple[Mention, ...]
    order: int

    def of(self, *labels: str) -> list[Mention]:
        """Its mentions of ``labels``."""
        return [m for m in self.mentions if m.label in labels]

    @property
    def combat(self) -> bool:
        """Whether it tells of armies that fight."""
        return _COMBAT.search(self.sentence.text) is not None


def tellings(seen: Read) -> list[Telling]:
    """The sentences of a document that tell of incidents, in reading order.

    What has no word of violence (*the bomb was placed in a bus*) and what only points
    back (*the attack*) is of the kind that was told of before.
    """
    found: list[Telling] = []
    for order, sentence in enumerate(seen.doc.sents):
        first, last = sentence.start_char, sentence.end_char
        mentions = tuple(m for m in seen.mentions if first <= m.start < last)
        events = tuple(m for m in mentions if m.label == "EVENT" and _real(m))
        if not (events or (found and _goes_on(sentence.text, mentions))):
            continue
        if _old(mentions, seen):
            continue
        kind = _kind(sentence.text, events)
        if found and (kind != found[-1].kind) and not _says_kind(events, kind):
            kind = found[-1].kind
        found.append(Telling(sentence, kind, mentions, events, order))
    return found


def _goes_on(text: str, mentions: tuple[Mention, ...]) -> bool:
    """Whether a sentence without a word of violence is about what one did."""
    harmed = any(
        m.label in ("KILLED", "INJURED")
        and m.get("role") != "attacker"
        and not (m.get("negated") or m.get("aggregate"))
        for m in mentions
    )
    armed = any(m.label == "WEAPON" and not m.get("weak") for m in mentions)
    return harmed or (armed and _DONE.search(text) is not None)


def _says_kind(events: tuple[Mention, ...], kind: str) -> bool:
    """Whether a sentence says by itself what kind of incident it tells of."""
    if kind != ATTACK:
        return bool(events)
    return any(e.get("reference") != "definite" for e in events)


def _real(event: Mention) -> bool:
    return (
        event.get("kind") == "attack"
        and event.get("modality") is None
        and event.get("agent") != "state"
    )


def _old(mentions: tuple[Mention, ...], seen: Read) -> bool:
    """Whether every day that the sentence names is long past."""
    published = seen.report.published
    days = [m.value for m in mentions if m.label == "DATE" and m.value]
    ends = [b[1] for d in days if (b := edtf.bounds(d)) is not None]
    if published is None or not ends:
        return False
    return max(ends) < published - _RECENT


def _kind(text: str, events: tuple[Mention, ...]) -> str:
    types = {e.get("attack_type") for e in events}
    if "kidnapping" in types or _ABDUCTED.search(text):
        return KIDNAPPING
    if _ARSON.search(text):
        return ARSON
    if "bombing" in types or _BOMBED.search(text):
        return BOMBING
    if _ROBBERY.search(text):
        return ROBBERY
    return ATTACK
