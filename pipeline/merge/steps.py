"""What became of an event's suspects: each legal step, who took it, when, who says so.

A record's date is that of its first step where it is the date of an arrest record; of
the others no more is known than the day on which a report told of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from incidents.pipeline import edtf, paths
from incidents.pipeline.merge.claims import Record, Source
from incidents.pipeline.records import LEGAL_STEPS

_ORDER = {step: n for n, step in enumerate(LEGAL_STEPS)}


def steps(
    records: Iterable[Record], sources: Mapping[str, Source]
) -> list[dict[str, Any]]:
    """The legal steps of an event's records, the earliest first.

    Args:
        records: Of one event.
        sources: Their documents, by ``doc_id``.
    """
    found = [
        step for record in records for step in _of(record, sources[record["doc_id"]])
    ]
    return sorted(found, key=_when)


def _when(step: Mapping[str, Any]) -> tuple[Any, ...]:
    """Its day, else the day it was told; on one day as the law goes."""
    span = edtf.bounds(step["date"]) if step["date"] else None
    day = span[0].isoformat() if span else step["told"] or "~"
    return day, _ORDER[step["step"]], step["name"] or "", step["incident_id"]


def _of(record: Record, source: Source) -> Iterator[dict[str, Any]]:
    cited = paths.each(record.get("citations") or ())
    told = sorted(_steps(record), key=lambda t: (_ORDER[t[0]], t[1] or "", t[2]))
    first = told[0][0] if told else None
    date = record.get("date") if record.get("date_basis") == "arrest" else None
    for step, name, path in told:
        yield {
            "step": step,
            "name": name,
            "date": date if step == first else None,
            "told": source.published,
            "incident_id": str(record["incident_id"]),
            "doc_id": source.doc_id,
            "citations": paths.of(path, cited),
        }


def _steps(record: Record) -> Iterator[tuple[str, str | None, str]]:
    """Step, name and path of the value; of a step that a named person took, that."""
    people = (record.get("suspects") or {}).get("people") or ()
    named = set()
    for n, person in enumerate(people):
        for step in person.get("legal") or ():
            named.add(step)
            yield step, person.get("name"), f"suspects.people[{n}].legal"
    for n, step in enumerate(record.get("legal") or ()):
        if step not in named:
            yield step, None, f"legal[{n}]"
