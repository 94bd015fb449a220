"""Values on trial, made by hand: quotes with their mentions marked, and no model.

    case("places", "A [bomb](EVENT bomb; kind=attack) hit [Riga](PLACE 456172).")

Mentions are marked as in ``tests/pipeline/assemble/fill/made.py``. A cue reaches all of
its passage, or the words that it says: ``[planned](CUE planned; reach=planned mall)``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from incidents.extractors.cues import with_reached
from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.support import Drop, supported
from incidents.pipeline.assemble.support.case import Case, Trial
from incidents.pipeline.assemble.support.passage import Passage, Span
from incidents.pipeline.assemble.support.reading import Reading
from incidents.pipeline.records import Derivation, Incident, Report
from tests.pipeline.assemble.fill.made import passage as marked_passage

#: A passage that tells of an attack, where a case is not about that.
ATTACK = "It was [hit](EVENT attack; kind=attack)."


def read(
    *passages: str,
    also: Mapping[str, str] | None = None,
    published: date | None = None,
) -> tuple[Report, list[Mention], list[Span]]:
    """A report of ``passages``, a line each, what is marked in it, and where each is.

    Args:
        passages: Marked.
        also: More mentions, which may overlap those: words, and how they are marked.
        published: Day the report appeared.
    """
    made = [marked_passage(p) for p in passages]
    text = "\n".join(p.text for p in made)
    found, spans, at = [], [], 0
    for one in made:
        found += [_reaching(m, one.text, at) for m in one.mentions(at)]
        spans.append((at, at + len(one.text)))
        at += len(one.text) + 1
    for words, mark in (also or {}).items():
        found += marked_passage(f"[{words}]({mark})").mentions(text.index(words))
    assert all(text[m.start : m.end] == m.text for m in found)
    report = Report("d", "d.txt", "0", "text/plain", text, published=published)
    return report, list(with_reached(sorted(found))), spans


def _reaching(mention: Mention, text: str, at: int) -> Mention:
    if mention.label != "CUE":
        return mention
    words = str(mention.get("reach") or text)
    start = at + text.index(words)
    others = (a for a in mention.attributes if a[0] != "reach")
    bare = replace(mention, attributes=tuple(others))
    return bare.with_attribute("reach", f"{start}:{start + len(words)}")


def case(
    field: str,
    *quotes: str,
    event: str = "",
    beside: str = "",
    cited: str = "",
    focus: str = "",
    derived: str | Derivation | None = None,
    also: Mapping[str, str] | None = None,
    published: date | None = None,
    **values: Any,
) -> Case:
    """The trial of a value of ``field``, which every one of ``quotes`` is cited for.

    Args:
        field: The path of the value.
        quotes: Marked, a line of the report each.
        event: What is cited for the type of the incident.
        beside: What the report says besides, uncited.
        cited: The words of the first quote that are cited alone.
        focus: The words in the first that are the value's own.
        derived: A kind of derivation, or a whole one.
        also: Mentions that overlap those marked: words, and how they are marked.
        published: Day the report appeared.
        values: What else the incident has; it is an attack.
    """
    told = *quotes, event, beside
    report, mentions, spans = read(*told, also=also, published=published)
    own = spans[: len(quotes)]
    if cited:
        start = report.text.index(cited)
        own[0] = start, start + len(cited)
    at = report.text.index(focus, own[0][0]) if focus else 0
    place = (at, at + len(focus)) if focus else None
    basis = Derivation(derived) if isinstance(derived, str) else derived
    citations = [
        report.cite(field, *span, basis, None if n else place)
        for n, span in enumerate(own)
    ]
    if event:
        citations.append(report.cite("incident_type", *spans[len(quotes)]))
    given = {"incident_type": "attack", **values}
    incident = Incident("d", **given, citations=tuple(citations))
    trial = Trial(incident, Reading(report, mentions))
    return Case(incident, trial.passages(field), trial, field)


def passage(marked: str, **more: Any) -> Passage:
    """The one passage of a case of places."""
    (one,) = case("places", marked, **more).shown
    return one


def checked(
    *cited: tuple[str | Sequence[str], str], **values: Any
) -> tuple[Incident, tuple[Drop, ...]]:
    """What stands of an attack with ``values``, and what does not.

    Args:
        cited: Of each passage of the report the paths that it is cited for, and it.
        values: What the incident has.
    """
    report, mentions, spans = read(*(marked for _, marked in cited))
    citations = [
        report.cite(path, *span)
        for (paths, _), span in zip(cited, spans, strict=True)
        for path in ([paths] if isinstance(paths, str) else paths)
    ]
    given = {"incident_type": "attack", **values}
    incident = Incident("d", **given, citations=tuple(citations))
    return supported(incident, Reading(report, mentions))
