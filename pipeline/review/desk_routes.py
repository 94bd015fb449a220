"""Answers at the desk: show a record, keep a decision, draw a page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from incidents.pipeline.review import codebook
from incidents.pipeline.review.assigned import assigned, documents_of
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import Decision
from incidents.pipeline.review.forms import save
from incidents.pipeline.review.images import Images, NoImage
from incidents.pipeline.review.queue import Filters, read_filters
from incidents.pipeline.review.reading import TO_READ, state_of
from incidents.pipeline.review.store import Unkept
from incidents.pipeline.review.view import DeskView, desk_view
from incidents.pipeline.review.web import Web, number, undone

#: After these the next record is shown.
_CLOSING = ("accept_record", "no_incident")


class DeskRoutes:
    """The answers; one for each route."""

    def __init__(self, web: Web) -> None:
        self.web = web
        self.images = Images()

    def view(self, request: Request, filters: Filters, **asked: Any) -> DeskView:
        """What the desk shows."""
        layer, who = self.web.layer(request), self.web.who(request)
        return desk_view(self.web.desk, layer, who, self.web.blind, filters, **asked)

    def show(self, request: Request) -> Response:
        """The desk: queue, record, source."""
        query = request.query_params
        view = self.view(
            request,
            read_filters(query),
            id=query.get("id", ""),
            as_text=query.get("source") == "text",
            at=number(query.get("at", "")),
            read=query.get("read", ""),
        )
        return self.web.page(
            request, "desk", self.web.done(request), view=view, again=()
        )

    def near(self, request: Request) -> Response:
        """What was read in words that are selected, to be added to a record."""
        query = request.query_params
        start, end = (number(query.get(key, "")) for key in ("start", "end"))
        view = self.view(
            request,
            read_filters(query),
            id=query.get("id", ""),
            as_text=query.get("source") == "text",
            within=None if start is None or end is None else (start, end),
        )
        return self.web.page(request, "nearby", view=view)

    async def decide(self, request: Request) -> Response:
        """Keep a decision, then show the record, or the next."""
        form = await self.web.form(request)
        return await run_in_threadpool(self._decide, request, form)

    def _decide(self, request: Request, form: Mapping[str, str]) -> Response:
        filters = read_filters(dict(parse_qsl(form.get("filters", ""))))
        kind, id = form.get("kind", ""), form.get("record", "")
        more = {"source": "text"} if form.get("source") == "text" else {}
        try:
            if kind == "undo":
                made = self.web.desk.undo(
                    self.web.who(request),
                    self.web.layer(request),
                    number(form.get("id", "")) or 0,
                )
                id = made.subject
            else:
                made = save(
                    self.web.desk, self.web.who(request), self.web.layer(request), form
                )
        except (Unkept, Refused) as error:
            return self._refuse(request, filters, form, error)
        if kind in ("split", "new"):
            id = f"#{made.id}"
        if kind == "read" or (kind == "undo" and self._is_gone(request, made)):
            read = self._next_to_read(request, made.doc_id) if kind == "read" else ""
            query = {**filters.query, **more, "read": read or made.doc_id, "said": kind}
            return RedirectResponse(f"/?{urlencode(query)}", 303)
        if kind in _CLOSING:
            view = self.view(request, filters, id=id)
            if view.state is None or not view.state.lacks:
                id = view.queue.next_open or id
        query = {**filters.query, **more, "id": id, "said": kind}
        return RedirectResponse(f"/?{urlencode(query)}", 303)

    def _is_gone(self, request: Request, undone: Decision) -> bool:
        """Whether the record that was made by what is undone is no longer there."""
        if undone.doc_id not in self.web.desk.run.documents:
            return False
        folded = self.web.desk.folded(self.web.layer(request), undone.doc_id)
        return undone.subject.startswith("#") and undone.subject not in folded.records

    def _next_to_read(self, request: Request, doc_id: str) -> str:
        """The next document to read, from one on and round to it; empty if none is.

        Who has documents goes through these; who has none, first through nobody's.
        """
        folds = self.web.desk.folds(self.web.layer(request))
        people, who = assigned(self.web.desk.store), self.web.who(request)
        ids = list(folds)
        at = ids.index(doc_id)
        turned = [*ids[at + 1 :], *ids[:at]]
        turned.sort(key=lambda id: id in people)
        if documents_of(who, people, ids):
            turned = documents_of(who, people, turned)
        return next((id for id in turned if state_of(folds[id]) == TO_READ), "")

    def _refuse(
        self,
        request: Request,
        filters: Filters,
        form: Mapping[str, str],
        why: Unkept | Refused,
    ) -> Response:
        """The desk again, as it now is, with what was not saved, and why."""
        view = self.view(
            request,
            filters,
            id=form.get("record", ""),
            as_text=form.get("source") == "text",
            read="" if form.get("record") else form.get("doc", ""),
        )
        again = (form, isinstance(why, Unkept))
        return self.web.page(request, "desk", undone(why), view=view, again=again)

    def image(self, request: Request) -> Response:
        """A page of a PDF."""
        query = request.query_params
        document = self.web.desk.document(query.get("doc", ""))
        page = number(query.get("page", "")) or 0
        if not 1 <= page <= len(document.layout.pages):
            raise Refused("there is no such page")
        try:
            image = self.images.page(document, page)
        except NoImage as error:
            return PlainTextResponse(str(error), 404)
        kept = {"Cache-Control": "private, max-age=3600"}
        return Response(image, media_type="image/png", headers=kept)

    def places(self, request: Request) -> Response:
        """Places of the gazetteer, by name."""
        found = codebook.places(request.query_params.get("q", ""))
        return Response(json.dumps(found), media_type="application/json")
