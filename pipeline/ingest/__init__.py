"""Files to reports: one canonical text each, that every citation points into.

What reads them is loaded when it is first asked for: a run that knows of each document
what it gives has no use for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from incidents.pipeline.ingest.limits import IngestError, Limits, too_big
from incidents.pipeline.ingest.names import safe_id, unique_ids
from incidents.pipeline.ingest.rows import ReportRow, read_rows
from incidents.pipeline.ingest.walk import not_read, survey, walk

if TYPE_CHECKING:
    from incidents.pipeline.ingest.reports import read

__all__ = [
    "IngestError",
    "Limits",
    "ReportRow",
    "not_read",
    "read",
    "read_rows",
    "safe_id",
    "survey",
    "too_big",
    "unique_ids",
    "walk",
]


def __getattr__(name: str) -> Any:
    if name != "read":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from incidents.pipeline.ingest.reports import read

    return read
