"""Doccano: each document as a line of JSON, mentions and values as labelled spans.

`incidents gold from` takes what is exported there (JSONL) back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from incidents.pipeline import files
from incidents.pipeline.export.bundle import Bundle
from incidents.pipeline.export.spans import Labelled, labelled, sound

SUFFIX = ".jsonl"
TEXT = True


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write a line a document."""
    files.write_lines(
        out,
        (
            {
                "text": document.text,
                "label": [[s.start, s.end, s.label] for s in document.spans],
                "doc_id": document.doc_id,
                "choice": str(bundle.choice),
            }
            for document in labelled(bundle)
        ),
    )
    return []


def read(path: Path) -> Iterator[Labelled]:
    """The documents as they were labelled.

    Raises:
        ValueError: The file is no export of doccano.
    """
    try:
        for row in files.read_lines(path):
            told = row["label"] if "label" in row else row["labels"]
            keys = ("start", "end", "label")
            found = [dict(zip(keys, span, strict=True)) for span in told]
            yield sound(str(row.get("doc_id") or ""), str(row["text"]), found)
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"{path}: no export of doccano: {error!r}") from error
