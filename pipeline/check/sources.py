"""The documents of a run, read from their sources once more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from incidents.pipeline.gold.check import Fault
from incidents.pipeline.ingest import IngestError, Limits, read
from incidents.pipeline.records import Report
from incidents.pipeline.review.borne import report as kept
from incidents.pipeline.review.folder import read_inputs


@dataclass(frozen=True, slots=True)
class Source:
    """A document, as its source reads now.

    Attributes:
        report: What is read in it; of a source that is gone, what the run kept.
        faults: What is wrong with it.
    """

    report: Report
    faults: tuple[Fault, ...] = ()

    @property
    def doc_id(self) -> str:
        """The document's id."""
        return self.report.doc_id


def sources(run: Path, documents: Mapping[str, Mapping[str, Any]]) -> Iterator[Source]:
    """Each document of a run, file by file."""
    inputs = read_inputs(run / "run.json")
    by_path: defaultdict[Path | None, list[str]] = defaultdict(list)
    for doc_id in documents:
        path, _ = inputs.get(doc_id, (None, ""))
        by_path[path].append(doc_id)
    for path, ids in by_path.items():
        rows = {str(documents[id].get("source")): documents[id] for id in ids}
        ocr = any(document.get("ocr") for document in rows.values())
        for report in _reports(path, Limits(ocr=ocr)):
            if row := rows.pop(report.source, None):
                digest = inputs[row["doc_id"]][1]
                yield _compared(row, report, digest)
        for row in rows.values():
            problem = "its source is gone or cannot be read: what the run kept is used"
            yield Source(kept(row), (Fault(row["doc_id"], problem, "warning"),))


def _reports(path: Path | None, limits: Limits) -> Iterator[Report]:
    """What is read in a file; nothing where it cannot be."""
    if path is None:
        return
    try:
        for made in read(path, {}, limits):
            if isinstance(made, Report):
                yield made
    except IngestError:
        return


def _compared(row: Mapping[str, Any], report: Report, digest: str) -> Source:
    """The document as it is read now, and whether that is what the run read."""
    found = replace(kept(row), text=report.text)
    if report.sha256 != digest:
        problem = "its source has changed since the run"
    elif report.text != row["text"]:
        problem = "text: is not what is read in its source"
    else:
        return Source(found)
    return Source(found, (Fault(row["doc_id"], problem),))
