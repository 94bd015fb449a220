"""Answers about the work: how far it is, and who reads what."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from incidents.pipeline.review.agreement import reviewers
from incidents.pipeline.review.assigned import assign, assigned
from incidents.pipeline.review.cases import CLOSED
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import DOCUMENTS, TEAM
from incidents.pipeline.review.guard import Forbidden
from incidents.pipeline.review.progress import by_document, by_person, person
from incidents.pipeline.review.reading import DONE, READ, TO_READ
from incidents.pipeline.review.store import Unkept
from incidents.pipeline.review.web import Notice, Web, number, undone

#: Before a document's id, in the name of the box that marks it.
_MARK = "doc."


class WorkRoutes:
    """The answers; one for each route."""

    def __init__(self, web: Web) -> None:
        self.web = web

    def progress(self, request: Request) -> Response:
        """Every document and every person; to who codes blind, their own."""
        return self._page(request, self.web.done(request))

    def _page(
        self,
        request: Request,
        notice: Notice,
        form: Mapping[str, str] | None = None,
    ) -> Response:
        desk, layer, who = self.web.desk, self.web.layer(request), self.web.who(request)
        people = assigned(desk.store)
        if self.web.blind:
            people = {id: (who,) for id, names in people.items() if who in names}
            persons = [person(desk, layer, who, people)]
        else:
            persons = by_person(desk, people)
        states = desk.states(layer)
        mine = who if self.web.blind and persons[0].assigned else ""
        whose = request.query_params.get("whose", mine)
        others = () if self.web.blind else reviewers(desk)
        found = list(by_document(desk, layer, people, others))
        here = [] if self.web.blind else desk.store.presence.here()
        return self.web.page(
            request,
            "progress",
            notice,
            shown=[line for line in found if not whose or whose in line.people],
            found=found,
            closed=sum(s.status in CLOSED for s in states),
            total=len(states),
            states=(TO_READ, READ, DONE),
            persons=persons,
            whose=whose,
            others=others,
            here={
                x.doc_id: [y.name for y in here if y.doc_id == x.doc_id] for x in here
            },
            names=sorted({p.name for p in persons} | {who}),
            seen=desk.store.heads(TEAM).get(DOCUMENTS, 0),
            last=None if self.web.blind else desk.last(TEAM, who),
            form=form or {},
        )

    async def assign(self, request: Request) -> Response:
        """Keep who reads which documents."""
        form = await self.web.form(request)
        return await run_in_threadpool(self._assign, request, form)

    def _assign(self, request: Request, form: Mapping[str, str]) -> Response:
        if self.web.blind:
            raise Forbidden("you code blind: who does not assigns the documents")
        desk, who, kind = self.web.desk, self.web.who(request), form.get("kind", "")
        try:
            if kind == "undo":
                desk.undo(who, TEAM, number(form.get("id", "")) or 0)
            else:
                ids = [k.removeprefix(_MARK) for k in form if k.startswith(_MARK)]
                seen = number(form.get("seen", "")) or 0
                assign(desk, who, kind, ids, form.get("to", ""), seen)
        except (Unkept, Refused) as error:
            return self._page(request, undone(error), form)
        query = {"whose": form.get("whose", ""), "said": kind}
        kept = urlencode({k: v for k, v in query.items() if v})
        return RedirectResponse(f"/progress?{kept}", 303)
