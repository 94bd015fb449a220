"""Records as people corrected their spans in a labelling tool.

A span that stands as it was exported keeps its value; one that was moved moves the
value's quote; one that was deleted drops it; a new one is a new value of the record
around it, where its words say the value by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from incidents.pipeline import edtf
from incidents.pipeline.export.bundle import Bundle, Told
from incidents.pipeline.export.spans import Labelled, Span, spans_of
from incidents.pipeline.fields import BY_NAME, SINGLE
from incidents.pipeline.kinds import Kind
from incidents.pipeline.review.values import Value, build


@dataclass(frozen=True, slots=True)
class Corrected:
    """What came back.

    Attributes:
        records: Those of the documents that were labelled.
        remarks: What could not be taken over, and why.
    """

    records: list[dict[str, Any]]
    remarks: list[str]


def corrected(bundle: Bundle, documents: Iterable[Labelled]) -> Corrected:
    """The records of a run as ``documents`` correct them.

    Raises:
        ValueError: A document is none of the run, or its text is another.
    """
    records: list[dict[str, Any]] = []
    remarks: list[str] = []
    for document in documents:
        id = _home(bundle, document)
        told = [t for t in bundle.told if t.row["doc_id"] == id]
        new = list(_apply(id, told, document, bundle.texts[id], remarks))
        records += new
    return Corrected(records, remarks)


def _home(bundle: Bundle, document: Labelled) -> str:
    """The document of the run that this is."""
    same = [
        id
        for id, text in bundle.texts.items()
        if _level(text) == _level(document.text) and document.doc_id in ("", id)
    ]
    if not same:
        name = document.doc_id or document.text[:40]
        raise ValueError(f"{name!r} is no document of the run, or its text is another")
    return same[0]


def _level(text: str) -> str:
    """A text as every tool keeps it: without the signs that XML cannot hold."""
    return "".join(c if c.isprintable() else " " for c in text)


def _apply(
    id: str, told: Sequence[Told], document: Labelled, text: str, remarks: list[str]
) -> Iterator[dict[str, Any]]:
    before = {s for t in told for v in t.values for s in spans_of(v)}
    after = {s for s in document.spans if s.label in BY_NAME}
    moved = _moved(before - after, after - before)
    kept = {t.id: [_value(v, moved, after, text) for v in t.values] for t in told}
    values = {key: [v for v in held if v is not None] for key, held in kept.items()}
    for span in sorted(after - before - set(moved.values())):
        _add(span, told, values, text, remarks, id)
    for record in told:
        held = values[record.id]
        if any(v.field == "incident_type" for v in held):
            yield build(record.row, held)
        else:
            remarks.append(f"{record.id}: no longer an incident, and left out")


def _moved(gone: set[Span], new: set[Span]) -> dict[Span, Span]:
    """Each span that is gone, with the new one of its label that overlaps it most."""
    free, found = set(new), {}
    for span in sorted(gone):
        near = [s for s in free if s.label == span.label and _shared(s, span) > 0]
        if near:
            found[span] = max(near, key=lambda s: (_shared(s, span), -s.start))
            free.discard(found[span])
    return found


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _value(
    value: Value, moved: Mapping[Span, Span], after: set[Span], text: str
) -> Value | None:
    """A value with its quotes where they now stand; None where none is left."""
    if not value.citations:
        return value
    citations, words = [], value.value
    for citation, span in zip(value.citations, spans_of(value), strict=True):
        if span in after:
            citations.append(citation)
        elif span in moved:
            new = moved[span]
            citations.append({**_cite(new, text), "field": citation.get("field")})
            words = _reworded(value.field, words, text, span, new)
    if not citations:
        return None
    return replace(value, value=words, citations=tuple(citations))


def _reworded(field: str, value: Any, text: str, old: Span, new: Span) -> Any:
    """A value that is words of the text, with the words that now stand for it."""
    before, after = text[old.start : old.end], text[new.start : new.end]
    kind = BY_NAME[field].kind
    if kind is Kind.TEXT and value == before:
        return after
    part = BY_NAME[field].parts[0]
    if kind is Kind.NAMED and BY_NAME[field].printed and value[part] == before:
        return {**value, part: after}
    return value


def _cite(span: Span, text: str) -> dict[str, Any]:
    return {
        "page": 1 + text.count("\f", 0, span.start),
        "start": span.start,
        "end": span.end,
        "quote": text[span.start : span.end],
    }


def _add(
    span: Span,
    told: Sequence[Told],
    values: dict[str, list[Value]],
    text: str,
    remarks: list[str],
    id: str,
) -> None:
    """Give a new span to the record around it, or say why not."""
    words = text[span.start : span.end]
    home = [t for t in told if _around(t, span)] if len(told) > 1 else list(told)
    read = _read(span.label, words)
    if len(home) != 1:
        why = "belongs to no one record"
    elif read is None:
        why = "does not say its value by itself"
    elif span.label in SINGLE and any(
        v.field == span.label for v in values[home[0].id]
    ):
        why = "is a second value of a field that has one"
    else:
        cited = ({**_cite(span, text), "field": span.label},)
        values[home[0].id].append(Value("", span.label, read, cited))
        return
    remarks.append(f"{id}: {span.label} {words[:60]!r} {why}: add it at the desk")


def _around(told: Told, span: Span) -> bool:
    """Whether a span lies in a passage or a quote of the record."""
    quotes = (c for v in told.values for c in v.citations)
    return any(
        p["start"] <= span.start and span.end <= p["end"]
        for p in (*told.row.get("passages", ()), *quotes)
    )


def _read(field: str, words: str) -> Any:
    """The value that words say by themselves; None where they do not."""
    kind = BY_NAME[field].kind
    number = int(words) if words.isascii() and words.isdigit() else None
    if kind is Kind.TEXT:
        return words
    if kind is Kind.NUMBER:
        return number
    if kind is Kind.FIGURE and number is not None:
        return {"min": number, "max": number}
    if kind is Kind.DAY and edtf.bounds(words):
        return words
    if kind is Kind.NAMED and BY_NAME[field].printed:
        text, term = BY_NAME[field].parts
        return {text: words, term: "unknown"}
    return None
