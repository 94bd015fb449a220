"""What the codebook forbids that no schema can say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from incidents.extractors import _gazetteer
from incidents.pipeline import edtf
from incidents.pipeline.fields import FIELDS, Field, values
from incidents.pipeline.kinds import WORDED, Kind, words
from incidents.pipeline.reconcile.score import Record

#: What may have become of what kind of incident; of an arrest nothing is said.
OUTCOMES: Mapping[str, tuple[str | None, ...]] = {
    "attack": ("completed", "failed", "unknown", None),
    "plot": ("foiled", "abandoned", "failed", "unknown", None),
    "arrest": (None,),
}
#: What the day of each kind of incident is the day of.
BASES: Mapping[str, tuple[str, ...]] = {
    "attack": ("attack",),
    "plot": ("foiled", "planned", "arrest"),
    "arrest": ("arrest",),
}
_EDTF = re.compile(
    r"\d{3}X|\d{4}(-\d{2}(-\d{2})?)?[~?%]?(/\d{4}(-\d{2}(-\d{2})?)?[~?%]?)?"
)


def breaches(record: Record) -> Iterator[str]:
    """Say each rule that a record breaks; its keys have the types of the schema."""
    for rule in _RULES:
        yield from rule(record)


def doubts(record: Record) -> Iterator[str]:
    """Say what may be right, and wants a second look."""
    known = _groups()
    for group in record.get("groups") or ():
        if group["name"] not in known:
            yield f"groups: {group['name']!r} is no name of the gazetteer"


def _kind(record: Record) -> Iterator[str]:
    kind, outcome = str(record.get("incident_type")), record.get("outcome")
    if outcome not in OUTCOMES.get(kind, (outcome,)):
        yield f"outcome: {outcome!r} is none of an incident of type {kind}"
    basis = record.get("date_basis")
    if basis and basis not in BASES.get(kind, (basis,)):
        yield f"date_basis: {basis!r} is none of an incident of type {kind}"


def _date(record: Record) -> Iterator[str]:
    date, basis = record.get("date"), record.get("date_basis")
    if bool(date) != bool(basis):
        yield "date_basis: stands with a date, and not without one"
    if not date:
        return
    span = edtf.bounds(date) if _EDTF.fullmatch(date) else None
    if span is None:
        yield f"date: {date!r} is no EDTF date of the codebook"
    elif span[0] > span[1]:
        yield f"date: {date!r} ends before it begins"


def _values(record: Record) -> Iterator[str]:
    """What every value of a kind keeps to, whatever its field."""
    for field in FIELDS:
        found = values(record, field)
        for value in found:
            if problem := _problem(field, value):
                yield f"{field.name}: {problem}"
        yield from _twice(field, found)


def _problem(field: Field, value: Any) -> str | None:
    if field.kind is Kind.FIGURE:
        return _range(value)
    if field.kind is Kind.COUNTRY:
        return _country(value)
    if field.kind in WORDED and not words(field.kind, value).strip():
        return "the words are empty"
    if field.kind is Kind.PEOPLE and value["nationality"]:
        return _country(value["nationality"])
    return None


def _range(value: Mapping[str, int | None]) -> str | None:
    low, high = value["min"], value["max"]
    if low is None and high is None:
        return "a range without ends is null"
    backwards = low is not None and high is not None and low > high
    return f"{low} to {high} ends before it begins" if backwards else None


def _country(code: str) -> str | None:
    return None if code in _codes() else f"{code!r} is no country of ISO 3166-1"


def _twice(field: Field, found: Sequence[Any]) -> Iterator[str]:
    """What stands more than once; numbers may, for two can be of one age."""
    told = Counter(map(_key, found)) if field.kind is not Kind.NUMBER else {}
    for value, times in told.items():
        if times > 1:
            yield f"{field.name}: {value} stands {times} times"


def _linked_twice(record: Record) -> Iterator[str]:
    names = Counter(group["name"] for group in record.get("groups") or ())
    for name, times in names.items():
        if times > 1:
            yield f"groups: {name!r} has {times} links: the strongest stands"


def _key(value: Any) -> str:
    if isinstance(value, Mapping):
        return " as ".join(str(v) for v in value.values())
    return str(value)


_RULES: Sequence[Callable[[Record], Iterator[str]]] = (
    _kind,
    _date,
    _values,
    _linked_twice,
)


@cache
def _codes() -> frozenset[str]:
    return frozenset(e.id for e in _gazetteer.load("nationalities").values())


@cache
def _groups() -> frozenset[str]:
    return frozenset(e.name for e in _gazetteer.load("groups").values())
