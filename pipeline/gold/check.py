"""Whether a gold file is sound: its form, its quotes, the codebook, duplicates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jsonschema import Draft202012Validator

from incidents.pipeline.fields import FIELDS, HEADS, values
from incidents.pipeline.gold.codebook import breaches, doubts
from incidents.pipeline.kinds import words
from incidents.pipeline.paths import base, cites, valued
from incidents.pipeline.reconcile.score import Record
from incidents.pipeline.schema import record_schema


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a record.

    Attributes:
        where: The record's id, or its place in the file.
        problem: What is wrong, the field first.
        severity: ``error``, or ``warning`` for what may be right.
    """

    where: str
    problem: str
    severity: str = "error"


def check(
    records: Sequence[Record], texts: Mapping[str, str] | None = None
) -> list[Fault]:
    """Find what is wrong with gold records, in their order.

    Args:
        records: The lines of a gold file.
        texts: Canonical text by ``doc_id``; without it quotes are not looked up.
    """
    faults: list[Fault] = []
    for number, record in enumerate(records, 1):
        where = str(record.get("incident_id") or f"record {number}")
        schema = list(form(record))
        faults += [Fault(where, problem) for problem in schema]
        if schema:
            continue  # the rules below rest on the schema's types
        faults += [Fault(where, problem) for problem in breaches(record)]
        faults += [Fault(where, problem) for problem in uncited(record)]
        faults += [Fault(where, problem, "warning") for problem in doubts(record)]
        if texts is not None:
            faults += _stands(where, record, texts)
    return faults + list(_duplicates(records))


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(record_schema())


def form(record: Record) -> Iterator[str]:
    """Say where a record does not keep to the schema."""
    for error in sorted(_validator().iter_errors(record), key=lambda e: e.json_path):
        yield f"{error.json_path.removeprefix('$').lstrip('.')}: {error.message[:200]}"


def uncited(record: Record) -> Iterator[str]:
    """Say which value has no quote, and which quote no value."""
    cited = dict.fromkeys(citation["field"] for citation in record["citations"])
    stand = [path for path, _ in valued(record, FIELDS)]
    for path in stand:
        if not any(cites(c, path) or cites(path, c) for c in cited):
            yield f"{path}: has a value, and is not cited"
    for path in cited:
        if not any(cites(path, value) or cites(value, path) for value in stand):
            known = base(path) in HEADS
            yield f"{path}: is cited, and {'has no value' if known else 'is no field'}"


def _stands(where: str, record: Record, texts: Mapping[str, str]) -> Iterator[Fault]:
    text = texts.get(record["doc_id"])
    if text is None:
        yield Fault(where, f"doc_id: no text of {record['doc_id']!r} to look quotes up")
        return
    for citation in record["citations"]:
        start, end, quote = (citation[key] for key in ("start", "end", "quote"))
        if not quote or text[start:end] != quote:
            said = f"{citation['field']}: not at {start} to {end} of the text: "
            yield Fault(where, said + repr(quote[:80]))
        elif citation.get("page") not in (None, 1 + text.count("\f", 0, start)):
            yield Fault(where, f"{citation['field']}: not on page {citation['page']}")
    flat = " ".join(text.split())
    for field, printed in _printed(record):
        if " ".join(printed.split()) not in flat:
            problem = f"{field}: {printed!r} is not as the document writes it"
            yield Fault(where, problem, "warning")


def _printed(record: Record) -> Iterator[tuple[str, str]]:
    """The values that are coded as the document writes them."""
    for field in FIELDS:
        if field.printed:
            found = values(record, field)
            yield from ((field.name, words(field.kind, value)) for value in found)


def _duplicates(records: Iterable[Record]) -> Iterator[Fault]:
    """An id used twice, and an event or a record told twice in one document."""
    ids: defaultdict[str, int] = defaultdict(int)
    told: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for record in records:
        id, doc_id = (str(record.get(key) or "") for key in ("incident_id", "doc_id"))
        ids[id] += 1
        if record.get("event_key"):
            told[doc_id, str(record["event_key"])].append(id)
    for id, times in ids.items():
        if id and times > 1:
            yield Fault(id, f"incident_id: used {times} times")
    for (doc_id, event), twice in told.items():
        if len(set(twice)) > 1:
            problem = f"event_key: {event!r} is told by {', '.join(twice)} of {doc_id}"
            yield Fault(twice[0], problem, "warning")
    yield from _alike(records)


def _alike(records: Iterable[Record]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for record in records:
        id = str(record.get("incident_id") or "")
        key = repr([record.get("doc_id"), *(record.get(field) for field in HEADS)])
        if key in seen and seen[key] != id:
            yield Fault(id, f"is the same as {seen[key]}")
        seen.setdefault(key, id)
