"""The rows of ``events.jsonl``, made as the records pass by.

Only the records of events that are not complete are held, so that memory follows what
is open, not what there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from incidents.pipeline.merge.claims import Record, Source
from incidents.pipeline.merge.event import event
from incidents.pipeline.merge.join import Joined, Verdict
from incidents.pipeline.merge.marks import Marks, of_record


def source(document: Mapping[str, Any], with_text: bool = True) -> Source:
    """What a row of ``documents.jsonl`` says of where a claim is from."""
    published = document.get("published")
    return Source(
        str(document["doc_id"]),
        document.get("publisher"),
        published if isinstance(published, str) and _day(published) else None,
        document.get("sha256"),
        str(document.get("text") or "") if with_text else "",
    )


def marked(record: Record, source: Source) -> Marks:
    """The marks of a record of ``source``."""
    return of_record(record, _day(source.published or ""))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def keys(joined: Joined) -> dict[str, str]:
    """The key of the event that each record is of, by the record's id."""
    return {id: ids[0] for ids in joined.events for id in ids}


def shared(joined: Joined) -> frozenset[str]:
    """The records that are of an event with others."""
    return frozenset(id for ids in joined.events if len(ids) > 1 for id in ids)


def rows(
    records: Iterable[Record], sources: Mapping[str, Source], joined: Joined
) -> Iterator[dict[str, Any]]:
    """The events, in the order in which the last record of each stands.

    Args:
        records: All that were joined.
        sources: Their documents, by ``doc_id``.
        joined: How they were sorted.
    """
    members = {ids[0]: len(ids) for ids in joined.events}
    event_of = keys(joined)
    held: dict[str, list[Record]] = {}
    for record in records:
        key = event_of[str(record["incident_id"])]
        held.setdefault(key, []).append(record)
        if len(held[key]) == members[key]:
            yield event(held.pop(key), sources, joined.within.get(key, ()))


def unsure(joined: Joined) -> Iterator[dict[str, Any]]:
    """The pairs for a person to decide, likest first."""
    for verdict in joined.unsure:
        yield _pair(verdict) | ({"bar": verdict.bar} if verdict.bar else {})


def _pair(verdict: Verdict) -> dict[str, Any]:
    return {
        "a": verdict.a,
        "b": verdict.b,
        "sure": verdict.sure,
        "reason": verdict.reason,
    }
