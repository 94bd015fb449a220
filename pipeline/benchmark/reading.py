"""The rows of a benchmark through our own pipeline, kept together for its coder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from incidents.extractors import Mention
from incidents.pipeline.assemble import assemble
from incidents.pipeline.document import parse_report
from incidents.pipeline.records import Incident, Report


@dataclass(frozen=True, slots=True)
class Read:
    """One document of a benchmark, read.

    Attributes:
        report: The document.
        doc: Its text, parsed; in natural case where the text is in capitals.
        mentions: What the extractors found, in reading order, as printed.
        incidents: What was assembled of them.
    """

    report: Report
    doc: Doc
    mentions: tuple[Mention, ...]
    incidents: tuple[Incident, ...]

    def of(self, *labels: str) -> list[Mention]:
        """The mentions of ``labels``, in reading order."""
        return [m for m in self.mentions if m.label in labels]


def rows(path: Path, name: str = "docs") -> Iterator[dict[str, Any]]:
    """The documents of a benchmark: a file of JSON lines, or ``name`` in a folder."""
    file = path / f"{name}.jsonl" if path.is_dir() else path
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read(row: dict[str, Any], nlp: Language, published: date | None = None) -> Read:
    """Parse, extract and assemble the text of one row."""
    text = row["text"]
    report = Report(
        row["doc_id"], "benchmark", "", "text/plain", text, published=published
    )
    parsed = parse_report(report, nlp)
    told = assemble(report, parsed.doc, parsed.blocks, parsed.mentions)
    return Read(report, parsed.doc, parsed.mentions, told.incidents)
