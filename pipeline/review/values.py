"""A record taken apart into values that can each be judged, and put together again.

A value's id is made of its field, its reading and its citations. So the same value,
read from the same words, has the same id in every run: that ties a decision to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from incidents.pipeline import paths
from incidents.pipeline.fields import BY_NAME, empty, path_of, put
from incidents.pipeline.fields import values as readings

_ORDER = {name: n for n, name in enumerate(BY_NAME)}
#: How a citation's ``derived_from`` begins where a reviewer read more than it says.
READING = "reviewer's reading"
#: Another reading: its ``value``, and its ``citations``.
Other = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a record, with what supports it and what was decided.

    Attributes:
        id: The same for the same reading of the same passages.
        field: A name of the table of fields.
        value: Text, number, or object, as the codebook has it.
        citations: As in ``records.jsonl``.
        confidence: From 0 to 1, where the run gives one.
        alternatives: Other readings that the run or a merge kept.
        status: ``open``, ``accepted``, ``rejected``, ``fixed`` or ``added``.
        was: The reading before it was fixed.
        by: Who decided.
    """

    id: str
    field: str
    value: Any
    citations: tuple[Mapping[str, Any], ...] = ()
    confidence: float | None = None
    alternatives: tuple[Other, ...] = ()
    status: str = "open"
    was: Any = None
    by: str = ""

    @property
    def readings(self) -> tuple[str, ...]:
        """Why a reviewer read it so, where the words alone do not bear it out."""
        told = (str(c.get("derived_from") or "") for c in self.citations)
        return tuple(dict.fromkeys(why for why in told if why.startswith(READING)))

    @property
    def stands(self) -> bool:
        """Whether it is part of the record."""
        return self.status != "rejected"


def read_values(row: Mapping[str, Any]) -> tuple[Value, ...]:
    """The values of a row of ``records.jsonl``, in the order of the form."""
    values: list[Value] = []
    seen: dict[str, int] = {}
    cited = paths.Cited(paths.each(row.get("citations") or []))
    for field in BY_NAME:
        for index, value in enumerate(readings(row, BY_NAME[field])):
            citations = tuple(_support(cited, field, index, value))
            id = value_id(field, value, citations)
            seen[id] = seen.get(id, 0) + 1
            if seen[id] > 1:
                id = f"{id}.{seen[id]}"
            confidence = confidence_of(row, field, index)
            others = _alternatives(row, field)
            values.append(Value(id, field, value, citations, confidence, others))
    return tuple(values)


def value_id(field: str, value: Any, citations: Iterable[Mapping[str, Any]]) -> str:
    """The id of this reading of these passages."""
    spans = sorted({(c["start"], c["end"], c.get("quote", "")) for c in citations})
    key = json.dumps([field, value, spans], sort_keys=True)
    return sha256(key.encode()).hexdigest()[:12]


def build(row: Mapping[str, Any], values: Iterable[Value]) -> dict[str, Any]:
    """``row`` with the values that stand in place of its own, and their citations."""
    record: dict[str, Any] = {
        key: row[key] for key in ("doc_id", "incident_id", "event_key") if key in row
    }
    record |= empty()
    citations: list[dict[str, Any]] = []
    for value in sorted(values, key=in_order):
        if value.stands:
            field = BY_NAME[value.field]
            path = paths.parse(put(record, field, value.value))
            for cited in value.citations:
                steps = (*path, *paths.below(cited.get("field") or "", field))
                citations.append({**cited, "field": paths.write(steps)})
    others = [a for a in _dicts(row.get("alternatives")) if _sound([a.get("citation")])]
    passages = _sound(_dicts(row.get("passages")))
    return {
        **record,
        "citations": citations,
        "alternatives": others,
        "passages": passages,
    }


def _dicts(given: Any) -> list[dict[str, Any]]:
    """The objects of a list; a run's folder may say anything."""
    return [g for g in given if isinstance(g, dict)] if isinstance(given, list) else []


def in_order(value: Value) -> int:
    """Where its field stands in the table."""
    return _ORDER[value.field]


def _support(
    cited: paths.Cited, field: str, index: int, value: Any
) -> Iterator[Mapping[str, Any]]:
    """Of ``cited`` what is for one value: its own, else of its field what prints it."""
    path = path_of(BY_NAME[field], index)
    if found := cited.of(path):
        own = any(paths.cites(path, c["field"]) for c in found)
        printed = [c for c in found if own or _prints(c, value)]
        yield from printed or found
        return
    source, why = BY_NAME[field].follows or ("", "")
    for lent in cited.under(source) if source else ():
        yield {**lent, "derived_from": lent.get("derived_from") or {"kind": why}}


def own_words(citation: Mapping[str, Any]) -> tuple[int, int] | None:
    """Where the value's own words are, if they are a part of the quote."""
    focus = citation.get("focus")
    if not (isinstance(focus, list) and [type(end) for end in focus] == [int, int]):
        return None
    start, end = focus
    inside = citation["start"] <= start < end <= citation["end"]
    whole = [start, end] == [citation["start"], citation["end"]]
    return (start, end) if inside and not whole else None


def _prints(citation: Mapping[str, Any], value: Any) -> bool:
    words = str(next(iter(value.values())) if isinstance(value, dict) else value)
    return words.casefold() in str(citation.get("quote", "")).casefold()


def confidence_of(row: Mapping[str, Any], field: str, index: int) -> float | None:
    """What the run gives for the value, by its own key or by its field's."""
    given = row.get("confidences") or row.get("confidence")
    if isinstance(given, Mapping):
        name = field.partition(".")[0]
        for key in (f"{field}[{index}]", field, name):
            if (share := _share(given.get(key))) is not None:
                return share
    return None


def record_confidence(row: Mapping[str, Any]) -> float | None:
    """What the run gives for the record as a whole."""
    given = row.get("confidence")
    if isinstance(given, Mapping):
        given = given.get("record")
    return _share(given)


def _share(given: Any) -> float | None:
    fits = isinstance(given, int | float) and 0 <= given <= 1
    return float(given) if fits else None


def _alternatives(row: Mapping[str, Any], field: str) -> tuple[Other, ...]:
    given = row.get("alternatives")
    if not isinstance(given, list):
        return ()
    return tuple(
        {"value": other.get("value"), "citations": _sound([other.get("citation")])}
        for other in given
        if isinstance(other, dict) and other.get("field") == field
    )


def _sound(citations: list[Any]) -> list[Mapping[str, Any]]:
    """Those of ``citations`` that say where they are."""
    return [
        cited
        for cited in citations
        if isinstance(cited, dict)
        and all(type(cited.get(key)) is int for key in ("start", "end"))
    ]
