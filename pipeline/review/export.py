"""Reviewed records as JSONL, CSV and gold."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from incidents.pipeline import files
from incidents.pipeline.fields import FIELDS, HEADS, values
from incidents.pipeline.review.decisions import FINAL
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.events import EventDesk
from incidents.pipeline.review.folder import check_run
from incidents.pipeline.review.state import State
from incidents.pipeline.review.store import Store, address
from incidents.pipeline.review.values import READING
from incidents.pipeline.review.words import say

_COLUMNS = (
    "doc_id",
    "incident_id",
    "event_key",
    "status",
    *HEADS,
    "reviewers",
    "notes",
    "readings",
    "quotes",
)
#: Signs by which a spreadsheet takes a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")


def reviewed(
    states: Iterable[State], key_of: Mapping[str, str] | None = None
) -> Iterator[dict[str, Any]]:
    """The records that stand, with their status, notes and who decided.

    Args:
        states: Records as decided so far.
        key_of: By id, the event of each as reviewed; else that of the run.
    """
    for state in states:
        if state.stands:
            record = state.record
            yield {
                **record,
                "event_key": (key_of or {}).get(state.known_as, record["event_key"]),
                "incident_id": state.known_as,
                "review": {
                    "status": state.status,
                    "reviewers": sorted({d.reviewer for d in state.decisions}),
                    "coders": _coders(state),
                    "at": max((d.at[:10] for d in state.decisions), default=None),
                    "notes": [dict(note) for note in state.notes],
                },
            }


def _coders(state: State) -> list[str]:
    """Whose codings it was settled of; empty where it was not."""
    settled = (d.payload["of"] for d in state.decisions if d.kind == "settle")
    return sorted({name for of in settled for name in of})


def gold(
    states: Iterable[State], key_of: Mapping[str, str] | None = None
) -> Iterator[dict[str, Any]]:
    """The records of which every value was decided, as a gold file has them."""
    for record in reviewed(states, key_of):
        review = record.pop("review")
        if review["status"] == "done":
            yield record | {"reviewed": {"by": review["reviewers"], "at": review["at"]}}


def reviewed_gold(run: Path, database: str | None = None) -> Iterator[dict[str, Any]]:
    """Gold records of a reviewed run.

    Args:
        run: The run's folder.
        database: URL of the decisions; without it ``reviews.sqlite`` in the folder.

    Raises:
        ValueError: There is no such run, or its decisions cannot be read.
    """
    check_run(run)
    store = Store(address(database, run))
    try:
        desk = Desk(run, store)
        yield from gold(desk.states(FINAL), EventDesk(desk).of(FINAL).key_of)
    finally:
        store.close()


def jsonl(records: Iterable[Mapping[str, Any]]) -> str:
    """Records, one a line."""
    return "".join(files.line(record) + "\n" for record in records)


def table(states: Iterable[State], key_of: Mapping[str, str] | None = None) -> str:
    """Records as CSV, one a row; no cell is a formula."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for record in reviewed(states, key_of):
        writer.writerow([cell(_say(record, name)) for name in _COLUMNS])
    return held.getvalue()


def cell(text: str) -> str:
    """``text``, with a quote before it where a spreadsheet would calculate.

    >>> cell("=1+1"), cell(" @SUM(A1)"), cell("12")
    ("'=1+1", "' @SUM(A1)", '12')
    """
    text = _UNFIT.sub("\ufffd", text) if _UNFIT.search(text[1:]) else text
    return f"'{text}" if text.lstrip(" \n").startswith(_FORMULA) else text


def _say(record: dict[str, Any], name: str) -> str:
    review = record["review"]
    if name == "status":
        return str(review["status"])
    if name == "reviewers":
        return "; ".join(review["reviewers"])
    if name == "notes":
        return "; ".join(f"{note['by']}: {note['text']}" for note in review["notes"])
    if name == "readings":
        told = ((c["field"], str(c.get("derived_from"))) for c in record["citations"])
        return "; ".join(f"{f}: {why}" for f, why in told if why.startswith(READING))
    if name == "quotes":
        return " | ".join(f"{c['field']}: {c['quote']}" for c in record["citations"])
    if name not in HEADS:
        return str(record.get(name, ""))
    parts = [values(record, field) for field in FIELDS if field.head == name]
    if len(parts) > 1:
        return "; ".join(say(part) for part in parts if part)
    return "; ".join(map(say, parts[0]))
