"""Answers about events: the list, one side by side, the pairs to decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from incidents.pipeline.merge.event import event
from incidents.pipeline.merge.join import Verdict
from incidents.pipeline.merge.nearness import gap
from incidents.pipeline.merge.rows import source
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import EVENTS
from incidents.pipeline.review.event_forms import digest, save_event
from incidents.pipeline.review.event_view import SHOWS, Beside, Row, beside, listed, of
from incidents.pipeline.review.events import Events
from incidents.pipeline.review.store import Unkept
from incidents.pipeline.review.web import Notice, Web, number, undone

#: Events offered to be joined with the one shown.
_OFFERED = 40
#: Seconds after which who asks for events is told that they are being worked out.
PATIENCE = 0.5


class EventRoutes:
    """The answers; one for each route."""

    def __init__(self, web: Web) -> None:
        self.web = web

    def list(self, request: Request) -> Response:
        """The events of the run, as reviewed so far."""
        if not self._ready(request):
            return self._wait(request)
        events = self.web.events.of(self.web.layer(request))
        query = request.query_params
        show = query.get("show", "")
        show = show if show in SHOWS else "several"
        found = listed(events, show, number(query.get("from", "")) or 0)
        return self.web.page(
            request, "events", found=found, events=events, show=show, shows=SHOWS
        )

    def show(self, request: Request) -> Response:
        """One event, its reports side by side."""
        if not self._ready(request):
            return self._wait(request)
        query = request.query_params
        show = query.get("show", "several")
        return self._event(request, query.get("id", ""), show, self.web.done(request))

    def _ready(self, request: Request) -> bool:
        return self.web.events.ready(self.web.layer(request), PATIENCE)

    def _wait(self, request: Request) -> Response:
        """To who asks for the first time, and early; the page asks again itself."""
        documents = len(self.web.desk.run.documents)
        answer = self.web.page(request, "waiting", Notice(202), documents=documents)
        answer.headers["Refresh"] = "1"
        return answer

    def _event(self, request: Request, id: str, show: str, notice: Notice) -> Response:
        layer = self.web.layer(request)
        events = self.web.events.of(layer)
        row = events.of(id)
        keys = listed(events, show, 0).keys
        at = keys.index(row["event_key"]) if row["event_key"] in keys else -1
        near = _near(events, row)
        return self.web.page(
            request,
            "event",
            notice,
            view=beside(row, events, self.web.desk),
            digest=digest((row,)),
            show=show,
            near=near,
            events=events,
            offered=_offered(events, row, near),
            before=keys[at - 1] if at > 0 else "",
            after=keys[at + 1] if 0 <= at < len(keys) - 1 else "",
            last=self.web.desk.last(layer, self.web.who(request)),
        )

    def unsure(self, request: Request) -> Response:
        """The pairs to decide, one at a time."""
        if not self._ready(request):
            return self._wait(request)
        query = request.query_params
        at = number(query.get("at", "")) or 0
        return self._unsure(request, at, self.web.done(request))

    def _unsure(self, request: Request, at: int, notice: Notice) -> Response:
        layer = self.web.layer(request)
        events = self.web.events.of(layer)
        at = max(0, min(at, len(events.unsure) - 1))
        pair = events.unsure[at] if events.unsure else None
        rows = [events.of(id) for id in (pair.a, pair.b)] if pair else []
        return self.web.page(
            request,
            "unsure",
            notice,
            events=events,
            pair=pair,
            at=at,
            rows=rows,
            digest=digest(rows),
            view=self._pair(events, pair) if pair else None,
            last=self.web.desk.last(layer, self.web.who(request)),
        )

    def _pair(self, events: Events, pair: Verdict) -> Beside:
        """Two records side by side, as the event that they would be."""
        told = [events.members[id] for id in (pair.a, pair.b)]
        documents = [self.web.desk.document(m.state.doc_id) for m in told]
        sources = {d.id: source(d.row) for d in documents}
        return beside(event([m.row for m in told], sources), events, self.web.desk)

    async def decide(self, request: Request) -> Response:
        """Keep a decision on events, then show what it is about, or the next pair."""
        form = await self.web.form(request)
        return await run_in_threadpool(self._decide, request, form)

    def _decide(self, request: Request, form: Mapping[str, str]) -> Response:
        layer, who = self.web.layer(request), self.web.who(request)
        try:
            if form.get("kind") == "undo":
                id = number(form.get("id", "")) or 0
                made = self.web.desk.undo(who, layer, id)
            else:
                made = save_event(self.web.events, who, layer, form)
        except (Unkept, Refused) as error:
            return self._again(request, form, undone(error))
        query = {"said": made.kind}
        if form.get("back") == "unsure":
            query |= {"at": form.get("at", "")}
            return RedirectResponse(f"/unsure?{urlencode(query)}", 303)
        if made.doc_id != EVENTS:
            query |= {"id": made.subject}
            return RedirectResponse(f"/?{urlencode(query)}", 303)
        query |= {"id": form.get("one", ""), "show": form.get("show", "several")}
        return RedirectResponse(f"/event?{urlencode(query)}", 303)

    def _again(
        self, request: Request, form: Mapping[str, str], notice: Notice
    ) -> Response:
        """The page again, as it now is, saying what was not saved and why."""
        if form.get("back") == "unsure":
            at = number(form.get("at", "")) or 0
            return self._unsure(request, at, notice)
        show = form.get("show", "several")
        return self._event(request, form.get("one", ""), show, notice)


def _near(events: Events, row: Row) -> dict[str, Verdict]:
    """By key, the events that are alike and not joined, each with its likest pair."""
    near: dict[str, Verdict] = {}
    for pair in events.unsure:
        one, other = (events.key_of[id] for id in (pair.a, pair.b))
        if row["event_key"] in (one, other):
            near.setdefault(other if one == row["event_key"] else one, pair)
    return near


def _offered(events: Events, row: Row, near: Iterable[str]) -> list[Row]:
    """Events that ``row`` may be joined with: those alike, then the nearest in time."""
    where, day = set(of(row, "countries") or ()), str(of(row, "date"))
    same = sorted(
        (gap(day, str(of(other, "date"))), key)
        for key, other in events.rows.items()
        if where & set(of(other, "countries") or ())
    )
    keys = dict.fromkeys([*near, *(key for _, key in same)])
    keys.pop(row["event_key"], None)
    return [events.rows[key] for key in list(keys)[:_OFFERED]]
