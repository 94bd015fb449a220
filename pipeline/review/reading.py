"""Reading a document as a whole: what the program left out of it, and how far it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.mentions import Mentions
from incidents.pipeline.review.state import Folded, State
from incidents.pipeline.review.tables import row_of
from incidents.pipeline.review.values import Value

#: What a document's state is called, by its place on the way.
TO_READ, READ, DONE = "to read", "read", "done"
#: Characters either side of a word within which its sentence is looked for.
_REACH = 400
_END = re.compile(r"[.!?][\"'”’)]*\s|\n\s*\n|\f")


@dataclass(frozen=True, slots=True)
class Offer:
    """An event word that is in no record, with its sentence.

    Attributes:
        value: The type that a record of it would have, cited by the sentence.
        reason: Why the program made none.
    """

    value: Value
    reason: str


def state_of(folded: Folded) -> str:
    """How far a document is: done where it was read and every record is decided."""
    if not folded.read_by:
        return TO_READ
    closed = all(
        s.status in ("done", "no_incident", "merged") for s in folded.records.values()
    )
    return DONE if closed else READ


#: Kinds of event words that tell of what was not launched.
_PLANNED = ("plot", "foil")


def offers(
    document: Document, mentions: Mentions, states: Iterable[State]
) -> Iterator[Offer]:
    """What was left out of a document, but for what a record has been made of since."""
    taken = [
        (c["start"], c["end"])
        for state in states
        if state.stands
        for value in state.values
        if value.field == "incident_type"
        for c in value.citations
    ]
    kinds = {
        (m["start"], m["end"]): m.get("kind")
        for m in mentions.of(document.id)
        if m["label"] == "EVENT"
    }
    for n, left in enumerate(mentions.left_out(document.id)):
        start, end = left["start"], left["end"]
        if not 0 <= start < end <= len(document.text):
            continue
        if any(a < end and start < b for a, b in taken):
            continue
        kind = "plot" if kinds.get((start, end)) in _PLANNED else "attack"
        value = Value(f"left{n}", "incident_type", kind, (cite(document, start, end),))
        yield Offer(value, left["reason"])


def cite(document: Document, start: int, end: int) -> dict[str, object]:
    """The citation of the sentence, or the table's row, around a word in focus."""
    text = document.text
    if row := row_of(text, start):
        return _cited(document, row[0], max(row[1], end), (start, end))
    low = max(0, start - _REACH)
    ends = [m.end() for m in _END.finditer(text, low, start)]
    first = ends[-1] if ends else low
    stop = _END.search(text, end, end + _REACH)
    last = stop.start() + 1 if stop else min(len(text), end + _REACH)
    return _cited(document, first, last, (start, end))


def _cited(
    document: Document, first: int, last: int, focus: tuple[int, int]
) -> dict[str, object]:
    quote = document.text[first:last]
    first += len(quote) - len(quote.lstrip())
    last = first + len(quote.strip())
    cited = {"field": "incident_type", "page": document.page(first)}
    span = {"start": first, "end": last, "quote": document.text[first:last]}
    return {**cited, **span, "focus": list(focus)}
