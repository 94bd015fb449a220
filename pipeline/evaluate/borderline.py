"""Passages that coders left uncoded; a record told there counts neither way."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from incidents.pipeline.reconcile import Judgement, Match
from incidents.pipeline.reconcile.score import Record, told_at

Span = tuple[int, int]
#: By document, the passages, in code points of its text.
Passages = Mapping[str, Sequence[Span]]


def load_borderline(
    paths: Iterable[Path], texts: Mapping[str, str]
) -> dict[str, list[Span]]:
    """Read files of passages and find every place where each stands.

    Args:
        paths: Tab-separated files with the columns ``doc_id`` and ``quote``.
        texts: Canonical text by ``doc_id``; a document without one has no passages.

    Raises:
        ValueError: A file lacks one of the columns; says which file.
    """
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if missing := {"doc_id", "quote"} - {*(rows.fieldnames or ())}:
                raise ValueError(f"{path}: no column {', '.join(sorted(missing))}")
            for row in rows:
                text = texts.get(row["doc_id"] or "", "")
                spans[row["doc_id"]] += _places(text, row["quote"] or "")
    return dict(spans)


def _places(text: str, quote: str) -> Iterable[Span]:
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at, at + len(quote)
        at = text.find(quote, at + 1)


def set_aside(matches: Iterable[Match], passages: Passages) -> list[Record]:
    """The spurious candidates whose type is cited from such a passage."""
    return [
        match.candidate
        for match in matches
        if match.judgement is Judgement.SPURIOUS
        and match.candidate is not None
        and _within(match.candidate, passages.get(match.doc_id, ()))
    ]


def _within(record: Record, spans: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in told_at(record) for c, d in spans)
