"""Documents that a reviewer went through at the desk, as coded documents.

A document teaches once all of its records are decided: what was accepted, fixed and
added is its gold, what was found to be no incident is none. One of which a record is
open still says nothing of what the program missed, and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from spacy.language import Language

from incidents.pipeline.document import parse_report
from incidents.pipeline.learn.coded import Study, study
from incidents.pipeline.learn.examples import Record
from incidents.pipeline.records import Report
from incidents.pipeline.review.decisions import FINAL
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.export import gold
from incidents.pipeline.review.folder import Document, check_run
from incidents.pipeline.review.store import Store, address

#: What a record is at the end of its review.
_DECIDED = {"done", "no_incident", "merged"}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A document of a run, all of whose records were decided.

    Attributes:
        document: As the run has it.
        gold: The records that stand.
    """

    document: Document
    gold: tuple[Record, ...]


def reviewed(run: Path, database: str | None = None) -> list[Reviewed]:
    """The documents of ``run`` that were gone through, in the order of their ids.

    Args:
        run: The run's folder.
        database: URL of the decisions; without it ``reviews.sqlite`` in the folder.

    Raises:
        ValueError: There is no such run, its decisions cannot be read, or no document
            of it was gone through.
    """
    check_run(run)
    store = Store(address(database, run))
    try:
        found = list(_decided(Desk(run, store)))
    finally:
        store.close()
    if not found:
        raise ValueError(
            f"{run}: no document with every record decided; review some at the desk"
        )
    return found


def _decided(desk: Desk) -> Iterator[Reviewed]:
    for doc_id, document in sorted(desk.run.documents.items()):
        states = list(desk.folded(FINAL, doc_id).records.values())
        if states and all(state.status in _DECIDED for state in states):
            yield Reviewed(document, tuple(gold(states)))


def read(found: Reviewed, nlp: Language) -> Study:
    """A reviewed document, read again as a run reads it."""
    return study(parse_report(_report(found.document.row), nlp), found.gold)


def told(run: Path, found: list[Reviewed]) -> str:
    """What was learned from, for the head of a file of weights."""
    records = sum(len(f.gold) for f in found)
    digest = sha256()
    for one in found:
        digest.update(one.document.text_sha256.encode())
    return (
        f"- {run.name}: {len(found)} reviewed, {records} records,"
        f" texts {digest.hexdigest()[:16]}"
    )


def _report(row: Any) -> Report:
    day = row.get("published")
    return Report(
        row["doc_id"],
        str(row.get("source") or row["doc_id"]),
        str(row.get("sha256") or ""),
        str(row.get("media_type") or "text/plain"),
        row["text"],
        published=date.fromisoformat(day) if day else None,
    )
