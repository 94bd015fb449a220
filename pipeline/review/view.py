"""What the desk's page shows, worked out before it is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.review import agreement, codebook, images, source, written
from incidents.pipeline.review.assigned import assigned
from incidents.pipeline.review.decisions import Decision
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.forms import BOTH
from incidents.pipeline.review.lines import ORDERS, Line, lines
from incidents.pipeline.review.nearby import Near, nearby
from incidents.pipeline.review.queue import (
    EVERYONE,
    SORTS,
    STATUSES,
    Filters,
    choose,
    contested,
    facets,
)
from incidents.pipeline.review.reading import Offer, offers, state_of
from incidents.pipeline.review.state import Folded, State
from incidents.pipeline.review.values import Value
from incidents.pipeline.review.widgets import WIDGETS, Widget
from incidents.pipeline.review.words import say

#: Rows of the queue drawn at once, around the record shown.
_ROWS = 120

SAID = {
    "accept": "Accepted.",
    "reject": "Rejected.",
    "fix": "Fixed.",
    "add": "Added.",
    "accept_record": "Record accepted.",
    "accept_values": "Accepted in all of these records.",
    "no_incident": "Marked: no incident.",
    "note": "Note kept.",
    "split": "Split: this is the new record.",
    "merge": "Merged.",
    "new": "New record.",
    "read": "Marked as read.",
    "settle": "Settled.",
    "join": "Joined: one event.",
    "apart": "Not the same: kept apart.",
    "use": "This is the value to use.",
    "assign": "Assigned.",
    "unassign": "Taken off.",
    "comment": "Said.",
    "undo": "Undone.",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A passage that a record was made from, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a facet: how many records it leaves, and whether it is made."""

    key: str
    text: str
    many: int
    made: bool


@dataclass(frozen=True, slots=True)
class DeskView:
    """All that the template reads."""

    filters: Filters
    options: Mapping[str, Mapping[str, str]]
    facets: Mapping[str, tuple[Choice, ...]]
    rows: tuple[State, ...]
    chosen: int
    hidden: tuple[int, int]
    position: int
    counts: Mapping[str, int]
    total: int
    state: State | None
    document: Document | None
    lines: tuple[Line, ...]
    near: tuple[Near, ...]
    unsupported: frozenset[str]
    others: tuple[State, ...]
    source: source.Source
    as_text: bool
    no_pages: str
    has_pages: bool
    spans: Mapping[str, str]
    passages: tuple[Told, ...]
    offers: tuple[Offer, ...]
    reading: str
    seen: int
    before: str
    after: str
    next_open: str
    last: Decision | None
    stale: int
    widgets: Mapping[str, Widget]
    countries: Mapping[str, str]
    groups: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """Fields that a value can be added to."""
        return tuple(BY_NAME)

    @property
    def values(self) -> tuple[Value, ...]:
        """The values, in the order of their lines."""
        return tuple(line.value for line in self.lines)

    @property
    def by_ocr(self) -> tuple[int, ...]:
        """Pages read by OCR: those that the record cites, or of the whole document."""
        pages = self.document.ocr if self.document else ()
        cited = {c.get("page") for v in self.values for c in v.citations}
        return tuple(p for p in pages if p in cited) if self.state else pages

    @property
    def orders(self) -> Mapping[str, str]:
        """The orders that values can be put in."""
        return ORDERS

    @property
    def shared(self) -> frozenset[str]:
        """Fields that both of two records made from one have, unless told otherwise."""
        return BOTH

    @property
    def statuses(self) -> Mapping[str, str]:
        """Statuses in words."""
        return STATUSES

    def link(self, id: str | None = None, **more: object) -> str:
        """The address of a record in this queue."""
        here = "" if self.state or not self.document or id else self.document.id
        query = {
            **self.filters.query,
            "id": (self.state.id if self.state else "") if id is None else id,
            "read": here,
        }
        if self.as_text and self.has_pages:
            query["source"] = "text"
        given = {k: str(v) for k, v in more.items() if v is not None}
        return "/?" + urlencode({k: v for k, v in {**query, **given}.items() if v})

    def image(self, page: int) -> str:
        """The address of a page's image."""
        document = self.document
        if document is None:
            return ""
        known = document.source_sha256[:12]  # another source is another address
        return "/image?" + urlencode({"doc": document.id, "page": page, "of": known})


def desk_view(
    desk: Desk,
    layer: str,
    reviewer: str,
    blind: bool,
    filters: Filters,
    id: str = "",
    as_text: bool = False,
    at: int | None = None,
    read: str = "",
    within: tuple[int, int] | None = None,
) -> DeskView:
    """The queue as filtered, the record ``id`` or the first to do, and its source.

    With ``read``, the document of that id and what was left out of it instead; with
    ``within``, what was read in words that are selected is offered to be added.
    """
    states = _own(desk, desk.states(layer), reviewer, blind, filters)
    disputed = _disputed(desk, states, blind, filters)
    chosen = choose(states, filters, disputed)
    state = None if read else _pick(desk, layer, chosen, id)
    ids = [s.id for s in chosen]
    here = ids.index(state.id) if state and state.id in ids else -1
    first = max(0, min(here - _ROWS // 2, len(chosen) - _ROWS))
    document = desk.document(state.doc_id if state else read) if state or read else None
    folded = desk.folded(layer, document.id) if document else Folded({})
    offered: tuple[Offer, ...] = ()
    if document and not state:
        told = folded.records.values()
        offered = tuple(offers(document, desk.run.mentions, told))
    shown = lines(state.values, filters.order) if state else ()
    near: tuple[Near, ...] = ()
    if state and document:
        near = nearby(state, document, desk.run.mentions.of(document.id), within)
    values = [line.value for line in shown] or [o.value for o in offered]
    lit = [*values, *(n.lit for n in near)]
    spans = source.spans_of(document, lit) if document else []
    no_pages = _no_pages(document)
    drawn = source.Source()
    if document:
        pages = not no_pages and not as_text
        drawn = (source.draw_pages if pages else source.draw_text)(document, spans, at)
    return DeskView(
        filters=filters,
        options=_options(desk, reviewer, blind),
        facets=_facets(desk, facets(states, filters, disputed), filters),
        rows=tuple(chosen[first : first + _ROWS]),
        chosen=len(chosen),
        hidden=(first, max(0, len(chosen) - first - _ROWS)),
        position=here + 1,
        counts=agreement.progress(states),
        total=len(states),
        state=state,
        document=document,
        lines=shown,
        near=near,
        unsupported=_unsupported(document, values) if document else frozenset(),
        others=_others(folded, state),
        source=drawn,
        as_text=as_text or bool(no_pages),
        no_pages=no_pages,
        has_pages=not no_pages,
        spans=_spans(spans),
        passages=_passages(state, document) if state and document else (),
        offers=offered,
        reading=state_of(folded),
        seen=folded.seq,
        before=ids[here - 1] if here > 0 else "",
        after=ids[here + 1] if here + 1 < len(ids) else "",
        next_open=_next_open(chosen, here),
        last=desk.last(layer, reviewer),
        stale=len(desk.stale(layer)),
        widgets=WIDGETS,
        countries=written.countries(),
        groups=codebook.groups(),
    )


def _own(
    desk: Desk, states: list[State], reviewer: str, blind: bool, filters: Filters
) -> list[State]:
    """The records of whose documents are asked for; a blind coder's own, if they have.

    Nothing is asked for at first.
    """
    people = assigned(desk.store)
    has = any(reviewer in names for names in people.values())
    whose = filters.whose or (reviewer if blind and has else EVERYONE)
    if whose == EVERYONE:
        return states
    return [s for s in states if whose in people.get(s.doc_id, ())]


def choose_records(
    desk: Desk, layer: str, reviewer: str, blind: bool, filters: Filters
) -> list[State]:
    """The records of the queue as filtered."""
    states = _own(desk, desk.states(layer), reviewer, blind, filters)
    return choose(states, filters, _disputed(desk, states, blind, filters))


def _disputed(
    desk: Desk, states: list[State], blind: bool, filters: Filters
) -> dict[str, set[str]]:
    """The records of the disagreement asked for, and no other: it takes time."""
    if filters.disagree == "sources":
        return {"sources": contested(states)}
    if filters.disagree == "reviewers" and not blind:
        return {"reviewers": agreement.disputed(desk)}
    return {}


def _pick(desk: Desk, layer: str, chosen: list[State], id: str) -> State | None:
    """The record asked for; else the first that is to do."""
    if id:
        return desk.state(layer, id)
    open_ = (s for s in chosen if s.status in ("todo", "begun"))
    return next(open_, chosen[0] if chosen else None)


def _passages(state: State, document: Document) -> tuple[Told, ...]:
    """The beginning of each passage that the run gives."""
    given = state.row.get("passages")
    return tuple(
        Told(document.text[p["start"] : p["end"]][:200], str(p.get("reason", "")))
        for p in (given if isinstance(given, list) else ())
        if isinstance(p, dict)
        and all(type(p.get(key)) is int and p[key] >= 0 for key in ("start", "end"))
    )


def _next_open(chosen: list[State], here: int) -> str:
    """The next record to do, from the one shown on and round to it."""
    turned = [*chosen[here + 1 :], *chosen[: max(here, 0)]]
    return next((s.id for s in turned if s.status in ("todo", "begun")), "")


def _others(folded: Folded, state: State | None) -> tuple[State, ...]:
    """Other records of the document; the one shown can be merged with them."""
    return tuple(
        s for s in folded.records.values() if s is not state and s.status != "merged"
    )


def _no_pages(document: Document | None) -> str:
    """Why the pages are not shown; empty if they are."""
    if document is None or not document.layout.pages:
        return "it has no pages"
    return images.problem(document) or ""


def _unsupported(document: Document, values: Iterable[Value]) -> frozenset[str]:
    """Values with a quote that the text does not have where it should."""
    text = document.text
    return frozenset(
        v.id
        for v in values
        for c in v.citations
        if text[max(0, c["start"]) : max(0, c["end"])] != c.get("quote")
    )


def _spans(spans: list[source.Span]) -> dict[str, str]:
    """For each value, where it is cited first."""
    found: dict[str, str] = {}
    for span in spans:
        found.setdefault(span.value_id, str(span.start))
    return found


def _options(desk: Desk, reviewer: str, blind: bool) -> dict[str, dict[str, str]]:
    disagree = {"sources": "sources disagree"}
    if not blind:
        disagree["reviewers"] = "reviewers disagree"
    return {
        "whose": _readers(desk, reviewer, blind),
        "disagree": disagree,
        "sort": SORTS,
    }


def _facets(
    desk: Desk, counted: Mapping[str, Counter[str]], filters: Filters
) -> dict[str, tuple[Choice, ...]]:
    """The choices of each facet, those with the most records first."""
    names: dict[str, Mapping[str, str]] = {
        "status": STATUSES,
        "country": written.countries(),
        "doc": {d.id: d.title for d in desk.run.documents.values()},
    }
    found = {}
    for name, counts in counted.items():
        held = getattr(filters, name)
        ranked = sorted(counts, key=lambda key: (-counts[key], key))
        keys = [*ranked, *({held} - {*counts, ""})]
        said = names.get(name, {})
        found[name] = tuple(
            Choice(key, said.get(key, key), counts[key], key == held) for key in keys
        )
    return found


def _readers(desk: Desk, reviewer: str, blind: bool) -> dict[str, str]:
    """Who has documents; to a blind coder, their own and all."""
    names = {name for names in assigned(desk.store).values() for name in names}
    if blind:
        own = {reviewer: "you", EVERYONE: "you and others"}
        return own if reviewer in names else {}
    return {name: name for name in sorted(names)}


def headline(state: State) -> str:
    """A record in a few words, for the queue."""
    parts = [
        state.first("date"),
        state.first("places") or _country(state),
        next((t.get("text") or say(t) for t in state.all("targets")), None),
    ]
    return " · ".join(str(part) for part in parts if part) or "no date, place or target"


def _country(state: State) -> str | None:
    code = state.first("countries")
    return written.countries().get(code, str(code)) if code else None
