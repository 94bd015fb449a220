"""Values altered by script, one at a time, to try a check of support on them.

Each alteration is made by what the codebook and the text say, never by asking the
checker; some change the value, some the text.
"""

from collections.abc import Iterable, Iterator
from random import Random

from incidents.pipeline.assemble.support import Reading, supported
from incidents.pipeline.records import Incident, Report
from tests.pipeline.assemble.alterations import roles, texts, values
from tests.pipeline.assemble.alterations.record import (
    Altered,
    Element,
    cited,
    elements,
    put,
)
from tests.pipeline.assemble.read import mentions

__all__ = [
    "UNSEEN",
    "Altered",
    "Element",
    "altered",
    "borne",
    "cited",
    "elements",
    "put",
    "refused",
    "tried",
]

#: Families that the checker was not written for.
UNSEEN = (
    "bounds flipped",
    "country made a neighbour",
    "figure changed in the quote",
    "name changed in the quote",
    "quote of another sentence",
)


def altered(
    incident: Incident,
    report: Report,
    element: Element,
    others: Iterable[Incident],
) -> Iterator[Altered]:
    """Every alteration of ``element``; ``others`` are the report's other records."""
    field, value = element
    random = Random(f"{report.doc_id} {field} {value}")
    quotes = " ".join(c.quote for c in cited(incident, field, value))
    for family, new in values.altered(incident, element, quotes, list(others), random):
        if new != value:
            changed = put(incident, field, value, new)
            yield Altered(family, (field, new), changed, report)
    for family, new in roles.altered(
        incident, report, element, quotes, list(others), random
    ):
        if new != value and (field, new) not in elements(incident):
            changed = put(incident, field, value, new)
            yield Altered(family, (field, new), changed, report)
    for family, changed, text in texts.altered(incident, report, element, random):
        yield Altered(family, element, changed, text)


def borne(incident: Incident, report: Report) -> list[Element]:
    """The values that stand after the check."""
    kept, drops = supported(incident, Reading(report, mentions(report)))
    typeless = any(d.field == "incident_type" for d in drops)
    return [e for e in elements(kept) if not (typeless and e[0] == "incident_type")]


def tried(
    incidents: list[Incident],
    report: Report,
    truth: list[set[Element]] | None = None,
    most: int = 6,
) -> Iterator[Altered]:
    """Each alteration of at most so many of the true values that stand."""
    told = [
        (incident, element)
        for n, incident in enumerate(incidents)
        for element in elements(incident)
        if truth is None or element in truth[n]
    ]
    random = Random(report.doc_id)
    for incident, element in random.sample(told, min(most, len(told))):
        if element in borne(incident, report):
            yield from altered(incident, report, element, incidents)


def refused(one: Altered) -> bool:
    """Whether the altered value does not stand."""
    return one.element not in borne(one.incident, one.report)
