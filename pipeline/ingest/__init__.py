"""Files to reports: one canonical text each, that every citation points into."""

from pipeline.ingest.limits import IngestError, Limits, too_big
from pipeline.ingest.names import safe_id, unique_ids
from pipeline.ingest.read import read
from pipeline.ingest.rows import ReportRow, read_rows
from pipeline.ingest.walk import not_read, survey, walk

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
