"""What a record lacks before it is done: what the codebook asks of every record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from incidents.pipeline.fields import BY_NAME, FIELDS, values
from incidents.pipeline.gold.check import uncited
from incidents.pipeline.gold.codebook import breaches


def lacks(record: Mapping[str, Any]) -> Iterator[str]:
    """Say what is missing, or at odds with the codebook, in a reader's words."""
    for field in FIELDS:
        if field.required and not values(record, field):
            yield f"{field.label}: every record has one"
    for problem in (*breaches(record), *uncited(record)):
        name, _, said = problem.partition(": ")
        known = BY_NAME.get(name)
        yield f"{known.label}: {said}" if known else problem
