"""PDF: a folder of the reports with their quotes lit up and the values as notes."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from incidents.pipeline.export import pdf_notes
from incidents.pipeline.export.bundle import Bundle, Told
from incidents.pipeline.review.images import NoImage, read_source
from incidents.pipeline.review.words import label, say

SUFFIX = "/"
TEXT = True
_SECONDS = 90
_LARGEST = 4_000  # characters of a note
Place = tuple[tuple[float, ...], ...]


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write each PDF that records are told in, as long as its file is still there."""
    remarks = []
    for id, row in bundle.cited.items():
        if row.get("media_type") != "application/pdf":
            continue
        told = [t for t in bundle.told if t.row["doc_id"] == id]
        by = {"by": f"incident-pipeline: {bundle.choice}"}
        marks = [mark | by for mark in _marks(told)]
        try:
            made = _annotated(read_source(*bundle.sources[id]), marks)
        except NoImage as problem:
            remarks.append(f"{id}: {problem}")
        else:
            (out / f"{quote(id, safe=' ')}.pdf").write_bytes(made)
    others = sum(r["media_type"] != "application/pdf" for r in bundle.cited.values())
    return [*remarks, *([f"{others} documents are no PDF"] if others else [])]


def _marks(told: Iterable[Told]) -> Iterator[dict[str, Any]]:
    """A mark for each quote on each page, with all values that it bears out."""
    notes: dict[Place, dict[str, None]] = {}
    for record in told:
        for value in record.values:
            for citation in value.citations:
                boxes = tuple(map(tuple, citation.get("boxes") or ()))
                if boxes:
                    said = f"{label(value.field)}: {say(value.value)} ({record.id})"
                    notes.setdefault(boxes, {})[said] = None
    for boxes, lines in notes.items():
        for page in sorted({int(box[0]) for box in boxes}):
            yield {
                "page": page,
                "boxes": [list(box[1:]) for box in boxes if box[0] == page],
                "note": "\n".join(lines)[:_LARGEST],
            }


def _annotated(pdf: bytes, marks: list[dict[str, Any]]) -> bytes:
    """The PDF with its marks.

    Raises:
        NoImage: Its reader gave up.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "marks.json"
        path.write_text(json.dumps(marks), encoding="utf-8")
        command = [sys.executable, "-P", str(pdf_notes.__file__), str(path)]
        try:
            made = subprocess.run(
                command, input=pdf, capture_output=True, timeout=_SECONDS, check=True
            )
        except (subprocess.SubprocessError, OSError) as error:
            raise NoImage("its notes cannot be written") from error
    return made.stdout
