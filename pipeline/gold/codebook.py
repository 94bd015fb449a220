"""What the codebook forbids that no schema can say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from extractors import _gazetteer
from pipeline import edtf
from pipeline.reconcile.score import Record

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
_LISTS = (
    "countries",
    "places",
    "attack_types",
    "targets",
    "groups",
    "weapons",
    "legal",
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


def _ranges(record: Record) -> Iterator[str]:
    suspects = record.get("suspects") or {}
    ends = {f: record.get(f) for f in ("killed", "injured", "casualties")}
    counted = {"min": suspects.get("count_min"), "max": suspects.get("count_max")}
    for field, range in {**ends, "suspects": counted}.items():
        low, high = (range or {}).get("min"), (range or {}).get("max")
        if range and low is None and high is None and field != "suspects":
            yield f"{field}: a range without ends is null"
        if low is not None and high is not None and low > high:
            yield f"{field}: {low} to {high} ends before it begins"


def _countries(record: Record) -> Iterator[str]:
    known = _codes()
    suspects = record.get("suspects") or {}
    codes = [*(record.get("countries") or ()), *(suspects.get("nationalities") or ())]
    for code in codes:
        if code not in known:
            yield f"countries: {code!r} is no country of ISO 3166-1"


def _twice(record: Record) -> Iterator[str]:
    suspects = record.get("suspects") or {}
    lists = {f: record.get(f) or () for f in _LISTS}
    lists |= {
        f"suspects.{k}": suspects.get(k) or () for k in ("nationalities", "names")
    }
    for field, values in lists.items():
        for value, times in Counter(map(_key, values)).items():
            if times > 1:
                yield f"{field}: {value} stands {times} times"
    names = Counter(group["name"] for group in record.get("groups") or ())
    for name, times in names.items():
        if times > 1:
            yield f"groups: {name!r} has {times} links: the strongest stands"


def _key(value: Any) -> str:
    if isinstance(value, Mapping):
        return " as ".join(str(v) for v in value.values())
    return str(value)


def _empty(record: Record) -> Iterator[str]:
    for field, part in (("targets", "text"), ("weapons", "text"), ("groups", "name")):
        if any(not entry[part].strip() for entry in record.get(field) or ()):
            yield f"{field}: {part} is empty"
    if any(not place.strip() for place in record.get("places") or ()):
        yield "places: a name is empty"


_RULES: Sequence[Callable[[Record], Iterator[str]]] = (
    _kind,
    _date,
    _ranges,
    _countries,
    _twice,
    _empty,
)


@cache
def _codes() -> frozenset[str]:
    return frozenset(e.id for e in _gazetteer.load("nationalities").values())


@cache
def _groups() -> frozenset[str]:
    return frozenset(e.name for e in _gazetteer.load("groups").values())
