"""One event: what its reports say of each field, side by side, and a value to use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from incidents.pipeline.fields import BY_NAME, SINGLE
from incidents.pipeline.merge.best import Reading, best, contradicts
from incidents.pipeline.merge.claims import Claim, Record, Source, claims
from incidents.pipeline.merge.copies import Copy, copies, origins, told
from incidents.pipeline.merge.join import Verdict
from incidents.pipeline.merge.steps import steps

#: Figures that have a lowest, a best and a highest number.
_TOLLS = ("killed", "injured", "casualties", "hostages")


def event(
    records: Sequence[Record],
    sources: Mapping[str, Source],
    joined: Iterable[Verdict] = (),
) -> dict[str, Any]:
    """A row of ``events.jsonl``.

    Args:
        records: The event's records, at least one.
        sources: Their documents, by ``doc_id``.
        joined: What was found of each pair of them.
    """
    ordered = sorted(records, key=lambda r: str(r["incident_id"]))
    ids = [str(r["incident_id"]) for r in ordered]
    texts = {str(r["incident_id"]): told(r, sources[r["doc_id"]].text) for r in ordered}
    found = copies(texts) if len(texts) > 1 else []
    same = _same_file(ordered, sources)
    origin = origins(ids, [*found, *_copied(ordered, same)])
    fields = _fields(ordered, sources, origin)
    return {
        "event_key": ids[0],
        "incident_ids": ids,
        "reports": len({r["doc_id"] for r in ordered}),
        "origins": len(set(origin.values())),
        "copies": [{"a": c.a, "b": c.b, "passage": c.passage} for c in found],
        "same_file": same,
        "disagree": [name for name, told_ in fields.items() if told_["disagree"]],
        "tolls": {name: _toll(fields[name]) for name in _TOLLS if name in fields},
        "legal_steps": steps(ordered, sources),
        "fields": fields,
        "joined": [
            {"a": v.a, "b": v.b, "sure": v.sure, "reason": v.reason} for v in joined
        ],
    }


def _same_file(
    records: Iterable[Record], sources: Mapping[str, Source]
) -> list[list[str]]:
    """Documents of one event that are one file, under several names."""
    by_file: dict[str, set[str]] = {}
    for record in records:
        source = sources[record["doc_id"]]
        if source.sha256:
            by_file.setdefault(source.sha256, set()).add(source.doc_id)
    return sorted(sorted(ids) for ids in by_file.values() if len(ids) > 1)


def _copied(records: Iterable[Record], same: Iterable[list[str]]) -> Iterator[Copy]:
    """Records of one file, as copies of each other."""
    first = {id: ids[0] for ids in same for id in ids}
    seen: dict[str, str] = {}
    for record in records:
        if file := first.get(record["doc_id"]):
            id = str(record["incident_id"])
            yield Copy(seen.setdefault(file, id), id, "")


def _fields(
    records: Iterable[Record],
    sources: Mapping[str, Source],
    origin: Mapping[str, str],
) -> dict[str, dict[str, Any]]:
    """Each field that a record says something of, in the codebook's order."""
    by_field: dict[str, list[Claim]] = {}
    for record in records:
        for claim in claims(record, sources[record["doc_id"]]):
            by_field.setdefault(claim.field, []).append(claim)
    known = [name for name in BY_NAME if name in by_field]
    others = sorted(by_field.keys() - BY_NAME.keys())
    return {
        name: _field(name, list(_readings(by_field[name], origin)))
        for name in (*known, *others)
    }


def _readings(found: Iterable[Claim], origin: Mapping[str, str]) -> Iterator[Reading]:
    """Claims that agree, together; the most origins first."""
    by_key: dict[str, list[Claim]] = {}
    for claim in found:
        by_key.setdefault(claim.key, []).append(claim)
    readings = [
        (-len({origin[c.incident_id] for c in told_}), key, tuple(told_))
        for key, told_ in by_key.items()
    ]
    for many, _, told_ in sorted(readings, key=lambda r: r[:2]):
        yield Reading(told_, -many)


def _field(name: str, readings: Sequence[Reading]) -> dict[str, Any]:
    if name not in SINGLE:
        rows = [_reading(r) for r in readings]
        values = [r.value for r in readings if r.plain] or [r.value for r in readings]
        return {
            "best": values,
            "rule": "all that is told",
            "disagree": False,
            "values": rows,
        }
    chosen, rule = best(name, readings)
    against = [contradicts(name, chosen.value, r.value) for r in readings]
    return {
        "best": chosen.value,
        "rule": rule,
        "disagree": any(against),
        "values": [
            _reading(r) | ({"contradicts": True} if apart else {})
            for r, apart in zip(readings, against, strict=True)
        ],
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "value": reading.value,
        "origins": reading.origins,
        "claims": [_claim(claim) for claim in reading.claims],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    row: dict[str, Any] = {
        "incident_id": claim.incident_id,
        "doc_id": claim.source.doc_id,
        "publisher": claim.source.publisher,
        "published": claim.source.published,
        "value": claim.value,
        "citations": list(claim.citations),
    }
    marks = {"hedged": claim.hedged, "alternative": claim.alternative}
    return row | {name: True for name, holds in marks.items() if holds}


def _toll(field: Mapping[str, Any]) -> dict[str, int | None]:
    """The lowest, the best and the highest number that a report gives."""
    ranges = [v["value"] for v in field["values"] if isinstance(v["value"], Mapping)]
    ends = [n for r in ranges for n in (r.get("min"), r.get("max")) if n is not None]
    chosen = field["best"] if isinstance(field["best"], Mapping) else {}
    low = chosen.get("min")
    return {
        "low": min(ends, default=None),
        "best": low if low is not None else chosen.get("max"),
        "high": max(ends, default=None),
    }
