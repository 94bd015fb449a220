"""The queue: which records, in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from incidents.pipeline import edtf
from incidents.pipeline.fields import FIELDS
from incidents.pipeline.review.state import State

STATUSES = {
    "todo": "to do",
    "begun": "begun",
    "done": "done",
    "no_incident": "no incident",
    "merged": "merged",
}
SORTS = {
    "document": "document",
    "confidence": "least sure record",
    "value": "least sure value",
    "edits": "most to mend",
    "event": "event",
    "date": "date",
    "country": "country",
    "group": "group",
    "status": "status",
}
EVERYONE = "*"
_LAST = "\U0010ffff"
_COMPARED = tuple(field.name for field in FIELDS if field.compared)


@dataclass(frozen=True, slots=True)
class Filters:
    """What the queue is narrowed to; empty is all.

    Attributes:
        doc: A document's id.
        type: A type of incident.
        group: A group's name.
        country: An ISO code.
        since: First day, in EDTF.
        until: Last day.
        sure: Confidence at most.
        status: One of ``STATUSES``, or ``open``: to do or begun.
        whose: A person to whom the document is assigned; ``EVERYONE`` for all, also
            where a blind coder's own would be shown.
        disagree: ``sources``: another document, or the same, says otherwise;
            ``reviewers``: two who coded blind differ.
        sort: One of ``SORTS``.
        order: In which order the values of a record stand, one of ``lines.ORDERS``.
    """

    doc: str = ""
    type: str = ""
    group: str = ""
    country: str = ""
    since: str = ""
    until: str = ""
    sure: str = ""
    status: str = ""
    whose: str = ""
    disagree: str = ""
    sort: str = "document"
    order: str = ""

    @property
    def narrows(self) -> int:
        """How many of them narrow the queue."""
        return len(self.query.keys() - {"sort", "order"})

    @property
    def query(self) -> dict[str, str]:
        """Those that are set, for a link."""
        given = {f.name: getattr(self, f.name) for f in fields(self)}
        return {k: v for k, v in given.items() if v and (k, v) != ("sort", "document")}


def read_filters(query: Mapping[str, str]) -> Filters:
    """The filters of a link; what is none is left out."""
    given = {f.name: query[f.name][:300] for f in fields(Filters) if query.get(f.name)}
    if given.get("sort") not in SORTS:
        given.pop("sort", None)
    return Filters(**given)


def choose(
    states: Iterable[State],
    filters: Filters,
    disputed: Mapping[str, Iterable[str]],
) -> list[State]:
    """The records that pass, sorted.

    Args:
        states: All records.
        filters: What to narrow to.
        disputed: For each kind of ``Filters.disagree``, the ids of such records.
    """
    tests = _tests(filters, {k: set(ids) for k, ids in disputed.items()}).values()
    chosen = [s for s in states if all(test(s) for test in tests)]
    if filters.sort != "document":
        chosen.sort(key=_KEYS[filters.sort])
    return chosen


def facets(
    states: Iterable[State],
    filters: Filters,
    disputed: Mapping[str, Iterable[str]],
) -> dict[str, Counter[str]]:
    """How many records each choice of a facet would leave, the other filters kept."""
    tests = _tests(filters, {k: set(ids) for k, ids in disputed.items()})
    found: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for state in states:
        fails = [name for name, test in tests.items() if not test(state)]
        if len(fails) > 1:
            continue
        for name in fails or FACETS:
            if name in FACETS:
                found[name].update(FACETS[name](state))
    return found


#: What a record counts as in each facet.
FACETS: Mapping[str, Callable[[State], Iterable[str]]] = {
    "status": lambda s: (s.status,),
    "type": lambda s: filter(None, (s.first("incident_type"),)),
    "country": lambda s: set(s.all("countries")),
    "group": lambda s: {g["name"] for g in s.all("groups") if g["name"]},
    "doc": lambda s: (s.doc_id,),
}


def _tests(
    f: Filters, disputed: Mapping[str, set[str]]
) -> Mapping[str, Callable[[State], bool]]:
    """A test for each filter that is set."""
    tests: dict[str, Callable[[State], bool]] = {}
    if f.doc:
        tests["doc"] = lambda s: s.doc_id == f.doc
    if f.type:
        tests["type"] = lambda s: s.first("incident_type") == f.type
    if f.group:
        tests["group"] = lambda s: f.group in {g["name"] for g in s.all("groups")}
    if f.country:
        tests["country"] = lambda s: f.country.upper() in s.all("countries")
    if f.status:
        wanted = ("todo", "begun") if f.status == "open" else (f.status,)
        tests["status"] = lambda s: s.status in wanted
    if f.disagree:
        tests["disagree"] = lambda s: s.id in disputed.get(f.disagree, ())
    if f.since or f.until:
        tests["date"] = lambda s: _within(s.first("date"), f.since, f.until)
    if sure := _share(f.sure):
        tests["sure"] = lambda s: s.confidence is not None and s.confidence <= sure
    return tests


def _share(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _within(date: Any, since: str, until: str) -> bool:
    span = edtf.bounds(date) if isinstance(date, str) else None
    first, last = edtf.bounds(since), edtf.bounds(until)
    if span is None:
        return first is None and last is None
    return (first is None or span[1] >= first[0]) and (
        last is None or span[0] <= last[1]
    )


_KEYS: Mapping[str, Callable[[State], Any]] = {
    "confidence": lambda s: s.confidence if s.confidence is not None else 2.0,
    "value": lambda s: -max(s.doubts, default=-1.0),
    "edits": lambda s: -sum(s.doubts),
    "event": lambda s: str(s.row.get("event_key") or s.id),
    "date": lambda s: s.first("date") or _LAST,
    "country": lambda s: s.first("countries") or _LAST,
    "group": lambda s: (s.first("groups") or {"name": _LAST})["name"] or _LAST,
    "status": lambda s: list(STATUSES).index(s.status),
}


def contested(states: Iterable[State]) -> set[str]:
    """Records of which a source, or another of the same event, says otherwise."""
    events: dict[str, list[State]] = {}
    found: set[str] = set()
    for state in states:
        if not state.stands:
            continue
        events.setdefault(str(state.row.get("event_key") or state.id), []).append(state)
        if any(v.alternatives for v in state.values):
            found.add(state.id)
    for members in events.values():
        for name in _COMPARED:
            said = {str(s.first(name)) for s in members if s.first(name) is not None}
            if len(said) > 1:
                found |= {s.id for s in members}
    return found
