"""CSL-JSON: the documents that records are told in, for Zotero and pandoc."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from incidents.pipeline.export.bundle import Bundle, Row
from incidents.pipeline.export.json_array import write_members

SUFFIX = ".json"
#: By media type, the kind of item; anything else is a document.
_KINDS = {"application/pdf": "report", "text/html": "webpage"}


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write an item for each document."""
    said = {"annote": f"Exported: {bundle.choice}."}
    write_members(out, (_item(r) | said for r in bundle.cited.values()), {}, "")
    return []


def _item(row: Row) -> dict[str, Any]:
    told = {
        "title": row.get("title"),
        "publisher": row.get("publisher"),
        "URL": row.get("url"),
        "language": row.get("language"),
        "issued": issued(row.get("published")),
        "note": row.get("licence"),
    }
    kind = _KINDS.get(str(row.get("media_type")), "document")
    return {
        "id": row["doc_id"],
        "type": kind,
        **{key: value for key, value in told.items() if value},
    }


def issued(published: Any) -> dict[str, Any] | None:
    """A day, month or year as CSL has it.

    >>> issued("2014-03"), issued("soon")
    ({'date-parts': [[2014, 3]]}, None)
    """
    parts = str(published or "").split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts) > 3:
        return None
    return {"date-parts": [[int(part) for part in parts]]}
