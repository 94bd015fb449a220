"""What was or was to be hit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.mention import Mention
from pipeline.assemble.event import ARREST, ROW
from pipeline.assemble.telling import Found, Telling
from pipeline.records import Citation, Incident, Target

#: Targets that one incident has at most.
_MOST = 3
_SITE = re.compile(
    r"\b(?:at|in|inside|outside|near|into|on|onto|against|aboard)\s+(?:[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)
_SMALL = {"the", "a", "an", "of", "in", "at", "and", "two", "three", "several"}


def targets(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """Those of a row, or those said to be struck, or where it happened."""
    if incident.incident_type == ARREST:
        return incident, []
    struck = _struck(telling)
    listed = [f for f in struck if f[1].origin == ROW]
    particular = [f for f in struck if not f[0].get("generic")]
    chosen = (
        listed or particular or _sites(telling) or _named_victims(telling) or struck
    )[:_MOST]
    told = tuple(Target(m.text, m.value or "unknown") for m, _ in chosen)
    cited = [telling.citer.cite(f"targets[{n}]", *f) for n, f in enumerate(chosen)]
    return replace(incident, targets=told), cited


def _struck(telling: Telling) -> list[Found]:
    """Each thing or person that words say was attacked, once."""
    seen: list[Found] = []
    for m, event in telling.found("TARGET"):
        if (m.get("object") or m.get("victim")) and not _told(m, [s for s, _ in seen]):
            seen.append((m, event))
    return seen


def _sites(telling: Telling) -> list[Found]:
    """Where it happened: *at a market*, *outside the mosque*."""
    text = telling.reader.text
    return [
        (m, e)
        for m, e in telling.found("TARGET")
        if not m.get("generic") and _SITE.search(text, e.start, m.start)
    ][:1]


def _named_victims(telling: Telling) -> list[Found]:
    """People who were attacked by name; what they stand for is not known."""
    return [
        (replace(m, value="unknown"), e)
        for m, e in telling.found("PERSON")
        if m.get("role") == "victim"
    ]


def _told(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether one of ``others`` names the same thing in more or fewer words."""
    words = set(mention.text.casefold().split())
    return any(words & set(o.text.casefold().split()) - _SMALL for o in others)
