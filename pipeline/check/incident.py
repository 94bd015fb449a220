"""A row of ``records.jsonl`` as the record that it was, to the last citation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from incidents.pipeline.records import Alternative, Incident, Passage
from incidents.pipeline.review.borne import citation, incident

Row = Mapping[str, Any]


def incident_of(row: Row) -> Incident:
    """The record of a row that keeps to the schema."""
    return replace(
        incident(row),
        alternatives=tuple(map(_alternative, row["alternatives"])),
        passages=tuple(Passage(**told) for told in row["passages"]),
    )


def _alternative(row: Row) -> Alternative:
    cited = citation({**row["citation"], "field": row["field"]})
    return Alternative(row["field"], row["value"], cited)
