"""Whether candidates cite the passages that the gold records cite."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from incidents.pipeline.evaluate.measures import Share
from incidents.pipeline.paths import base, each
from incidents.pipeline.reconcile.score import Record

#: Where a sentence ends for this purpose: its stop, or a blank line or page break.
_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n\s*\n|\f")

Span = tuple[int, int]


def right_passages(
    gold: Iterable[Record], candidates: Iterable[Record], texts: Mapping[str, str]
) -> dict[str, Share]:
    """How many citations stand in a sentence that gold cites for the same field.

    A citation is right where it overlaps one of a gold record of its document, for its
    field, or shares a sentence with one. Fields that no gold record of the document
    cites count too: nothing there is to be cited.

    Returns:
        By document with candidates.
    """
    told: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    ends = {doc_id: _ends(text) for doc_id, text in texts.items()}
    for record in gold:
        for citation in record.get("citations") or ():
            key = record["doc_id"], base(citation.get("field") or "")
            told[key].append(_sentences(citation, ends.get(record["doc_id"], [])))
    counts: defaultdict[str, list[bool]] = defaultdict(list)
    for record in candidates:
        for citation in each(record.get("citations") or ()):
            spans = told.get((record["doc_id"], base(citation.get("field") or "")), [])
            counts[record["doc_id"]].append(_overlaps(citation, spans))
    return {doc_id: Share(sum(c), len(c)) for doc_id, c in counts.items()}


def _ends(text: str) -> list[int]:
    return [*(match.end() for match in _END.finditer(text)), len(text)]


def _sentences(citation: Mapping[str, Any], ends: Sequence[int]) -> Span:
    """The sentences that a citation touches; without the text only its own words."""
    start, end = citation["start"], citation["end"]
    before = bisect_right(ends, start)
    after = bisect_right(ends, max(start, end - 1))
    return (
        ends[before - 1] if before else (0 if ends else start),
        ends[after] if after < len(ends) else end,
    )


def _overlaps(citation: Mapping[str, Any], spans: Iterable[Span]) -> bool:
    start, end = citation["start"], citation["end"]
    return any(start < last and first < end for first, last in spans)
