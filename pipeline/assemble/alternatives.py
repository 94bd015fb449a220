"""What the document says otherwise: another day or toll, each with its citation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from incidents.extractors._numbers import bounds
from incidents.pipeline import edtf
from incidents.pipeline.assemble.fill.tolls import stated
from incidents.pipeline.assemble.support import Reading, supported
from incidents.pipeline.assemble.telling import Telling
from incidents.pipeline.records import Alternative, Citation, Incident, Range


def alternatives(
    telling: Telling, incident: Incident, read: Reading
) -> tuple[Alternative, ...]:
    """Other days and figures that the passages of ``incident`` give and support.

    Args:
        telling: What the incident was read from.
        incident: The record.
        read: All that was read in the report.
    """
    found: dict[tuple[str, str], Alternative] = {}
    for alternative in (*_dates(telling, incident), *_tolls(telling, incident)):
        key = (alternative.field, alternative.value)
        if key not in found and _stands(alternative, incident, read):
            found[key] = alternative
    return tuple(found[key] for key in sorted(found))


def _dates(telling: Telling, incident: Incident) -> Iterator[Alternative]:
    """Other days that are likely enough to be its own."""
    for chosen in telling.of("DATE"):
        other = not incident.date or not edtf.overlap(chosen.value, incident.date)
        if other and edtf.bounds(chosen.value):
            cited = telling.cite("date", chosen.best)
            yield Alternative("date", chosen.value, cited)


def _tolls(telling: Telling, incident: Incident) -> Iterator[Alternative]:
    for field, found in stated(telling).items():
        for mention, event in found:
            value = bounds(mention.value)
            if getattr(incident, field) not in (None, Range(*value)):
                cited = telling.citer.cite(field, mention, event)
                yield Alternative(field, mention.value, cited)


def _stands(alternative: Alternative, incident: Incident, read: Reading) -> bool:
    """Whether the quote bears out the other value, by the check of every value."""
    cited: tuple[Citation, ...] = (alternative.citation,)
    value: Any = alternative.value
    if alternative.field != "date":
        value = Range(*bounds(alternative.value))
    trial = replace(incident, citations=cited, **{alternative.field: value})
    checked, _ = supported(trial, read)
    return bool(getattr(checked, alternative.field) == value)
