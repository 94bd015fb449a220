"""Cases made by hand: a text with its mentions marked, and what is cited of it.

    case("A bomb hit [Riga](PLACE 456172).", "places")

A cue reaches the whole text, or what ``reach`` says.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from extractors.cues import with_reached
from extractors.mention import Mention, pack
from pipeline.assemble.support.case import Case, Trial
from pipeline.records import Derivation, Incident, Report
from tests.marked import unmark

Attributes = dict[str, dict[str, Any]]


def case(
    marked: str,
    field: str,
    *,
    cited: str = "",
    focus: str = "",
    derived: str | Derivation | None = None,
    published: date | None = None,
    told: Attributes | None = None,
    **values: Any,
) -> Case:
    """A case with one citation.

    Args:
        marked: The report, its mentions marked as in ``tests/marked.py``.
        field: What the citation is of.
        cited: Its quote; the whole text if empty.
        focus: The words that are the value's own.
        derived: A kind of derivation, or a whole one.
        published: Day the report appeared.
        told: Attributes of mentions, by their words.
        values: What else the incident has.
    """
    text, found = unmark(marked, "hand")
    report = Report("d", "d.txt", "0", "text/plain", text, published=published)
    mentions = list(with_reached(sorted(_with(m, text, told or {}) for m in found)))
    start = text.index(cited)
    end = start + len(cited) if cited else len(text)
    basis = Derivation(derived) if isinstance(derived, str) else derived
    place = (text.index(focus, start), text.index(focus, start) + len(focus))
    citation = report.cite(field, start, end, basis, place if focus else None)
    given = {"incident_type": "attack", **values}
    incident = replace(Incident("d", **given), citations=(citation,))
    trial = Trial(incident, report, mentions)
    return Case(incident, trial.passages(field), trial, (field,))


def _with(mention: Mention, text: str, told: Attributes) -> Mention:
    attributes = dict(told.get(mention.text, {}))
    if mention.label == "CUE":
        attributes.setdefault("reach", f"0:{len(text)}")
    return replace(mention, attributes=pack(**attributes))
