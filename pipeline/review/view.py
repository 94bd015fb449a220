"""What the desk's page shows, worked out before it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.review import codebook, images, source, written
from incidents.pipeline.review.decisions import Decision
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.forms import BOTH
from incidents.pipeline.review.lines import ORDERS, Line, lines
from incidents.pipeline.review.nearby import Near, nearby
from incidents.pipeline.review.queue import STATUSES, Filters
from incidents.pipeline.review.queue_view import Queue, queue_view
from incidents.pipeline.review.reading import Offer, offers, state_of
from incidents.pipeline.review.state import Folded, State
from incidents.pipeline.review.values import Value
from incidents.pipeline.review.widgets import WIDGETS, Widget


@dataclass(frozen=True, slots=True)
class Told:
    """A passage that a record was made from, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class DeskView:
    """All that the template reads."""

    queue: Queue
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
    passages: tuple[Told, ...]
    offers: tuple[Offer, ...]
    reading: str
    seen: int
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
            **self.queue.filters.query,
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
    queue = queue_view(desk, layer, reviewer, blind, filters)
    state = None if read else desk.state(layer, id) if id else queue.first_open
    document = desk.document(state.doc_id if state else read) if state or read else None
    folded = desk.folded(layer, document.id) if document else Folded({})
    shown = lines(state.values, filters.order) if state else ()
    near = _near(desk, state, document, within)
    offered = () if state else _offered(desk, document, folded)
    values = [line.value for line in shown] or [o.value for o in offered]
    no_pages = _no_pages(document)
    as_text = as_text or bool(no_pages)
    return DeskView(
        queue=queue.at(state),
        state=state,
        document=document,
        lines=shown,
        near=near,
        unsupported=_unsupported(document, values) if document else frozenset(),
        others=_others(folded, state),
        source=_drawn(document, [*values, *(n.lit for n in near)], as_text, at),
        as_text=as_text,
        no_pages=no_pages,
        has_pages=not no_pages,
        passages=_passages(state, document) if state and document else (),
        offers=offered,
        reading=state_of(folded),
        seen=folded.seq,
        last=desk.last(layer, reviewer),
        stale=len(desk.stale(layer)),
        widgets=WIDGETS,
        countries=written.countries(),
        groups=codebook.groups(),
    )


def _near(
    desk: Desk,
    state: State | None,
    document: Document | None,
    within: tuple[int, int] | None,
) -> tuple[Near, ...]:
    """What is offered to be added to a record."""
    if state is None or document is None:
        return ()
    return nearby(state, document, desk.run.mentions.of(document.id), within)


def _offered(
    desk: Desk, document: Document | None, folded: Folded
) -> tuple[Offer, ...]:
    """What was left out of a document."""
    if document is None:
        return ()
    return tuple(offers(document, desk.run.mentions, folded.records.values()))


def _drawn(
    document: Document | None, lit: Iterable[Value], as_text: bool, at: int | None
) -> source.Source:
    """The source, with what is cited marked."""
    if document is None:
        return source.Source()
    draw = source.draw_text if as_text else source.draw_pages
    return draw(document, source.spans_of(document, lit), at)


def _passages(state: State, document: Document) -> tuple[Told, ...]:
    """The beginning of each passage that the run gives."""
    given = state.row.get("passages")
    return tuple(
        Told(document.text[p["start"] : p["end"]][:200], str(p.get("reason", "")))
        for p in (given if isinstance(given, list) else ())
        if isinstance(p, dict)
        and all(type(p.get(key)) is int and p[key] >= 0 for key in ("start", "end"))
    )


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
