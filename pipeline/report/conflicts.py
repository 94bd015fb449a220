"""Where sources differ: reports of one event, and readings of one document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from incidents.pipeline.export.bundle import Event, Told
from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.merge.claims import agreement
from incidents.pipeline.review.words import say

#: A field, its value to use, the rule, and the values that contradict it: the numbers
#: of each in the event's records and in the record's values.
Differing = tuple[str, str, str, list[tuple[int, int]]]


def differing(event: Event, told: Sequence[Told]) -> Iterator[Differing]:
    """The fields in which two records of an event differ, or one has another reading.

    Args:
        event: The event.
        told: Its records, in the order in which they are shown.
    """
    for name in BY_NAME:
        held = event.row["fields"].get(name)
        if held and (name in event.row["disagree"] or _several(held)):
            against = {
                agreement(v["value"]) for v in held["values"] if v.get("contradicts")
            }
            yield (
                name,
                say(held["best"]),
                str(held["rule"]),
                list(_against(name, against, told)),
            )


def _against(
    name: str, against: set[str], told: Sequence[Told]
) -> Iterator[tuple[int, int]]:
    for r, record in enumerate(told):
        for v, value in enumerate(record.values):
            if value.field == name and agreement(value.value) in against:
                yield r, v


def _several(held: Mapping[str, Any]) -> bool:
    """Whether a record has another reading of the field."""
    return any(c.get("alternative") for v in held["values"] for c in v["claims"])
