"""Answers beside the desk: the codebook, comments, and who is where."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import blind
from incidents.pipeline.review.guide import guide
from incidents.pipeline.review.state import State
from incidents.pipeline.review.store import Unkept
from incidents.pipeline.review.talk import about, comments, say
from incidents.pipeline.review.web import Notice, Web, undone

#: Comments of the whole run that are shown, the latest.
_MOST = 200


class TalkRoutes:
    """The answers; one for each route."""

    def __init__(self, web: Web) -> None:
        self.web = web

    def codebook(self, request: Request) -> Response:
        """The whole codebook."""
        return self.web.page(request, "codebook", guide=guide())

    def beside(self, request: Request) -> Response:
        """Of the document or record that is open: what was said, and who is there."""
        query = request.query_params
        doc_id, id = query.get("doc", ""), query.get("record", "")
        layer, who = self.web.layer(request), self.web.who(request)
        self.web.desk.document(doc_id)
        state = self._state(request, doc_id, id)
        self.web.desk.store.presence.note(who, layer, doc_id)
        found = about(comments(self.web.desk, layer, doc_id), id)
        return self.web.page(
            request,
            "beside_record",
            doc_id=doc_id,
            state=state,
            found=found,
            here=self._here(who, layer, doc_id),
            guide=guide(),
        )

    def _state(self, request: Request, doc_id: str, id: str) -> State | None:
        if not id:
            return None
        return self.web.desk.state(self.web.layer(request), id, doc_id)

    def _here(self, who: str, layer: str, doc_id: str) -> list[tuple[str, bool, int]]:
        """Who else has the document open; nobody else is told to who codes blind."""
        if self.web.blind:
            return []
        return [
            (seen.name, seen.layer == blind(seen.name), seen.minutes)
            for seen in self.web.desk.store.presence.here()
            if seen.doc_id == doc_id and (seen.name, seen.layer) != (who, layer)
        ]

    def comments(self, request: Request) -> Response:
        """What was said of a record or document; without one, in the whole run."""
        return self._comments(request, request.query_params, self.web.done(request))

    def _comments(
        self, request: Request, asked: Mapping[str, str], notice: Notice
    ) -> Response:
        desk, layer = self.web.desk, self.web.layer(request)
        doc_id, id = asked.get("doc", ""), asked.get("record", "")
        if doc_id:
            document = desk.document(doc_id)
            state = self._state(request, doc_id, id)
            found = about(comments(desk, layer, doc_id), id)
        else:
            document, state = None, None
            found = comments(desk, layer)[:-_MOST:-1]
        return self.web.page(
            request,
            "comments",
            notice,
            document=document,
            state=state,
            found=found,
            documents=desk.run.documents,
            text=asked.get("text", ""),
        )

    async def say(self, request: Request) -> Response:
        """Keep a comment."""
        form = await self.web.form(request)
        return await run_in_threadpool(self._say, request, form)

    def _say(self, request: Request, form: Mapping[str, str]) -> Response:
        layer, who = self.web.layer(request), self.web.who(request)
        try:
            say(self.web.desk, who, layer, form)
        except Unkept as unkept:
            return self._comments(request, form, undone(unkept))
        except Refused as refused:
            known = {k: form.get(k, "") for k in ("doc", "record", "text")}
            if known["doc"] not in self.web.desk.run.documents:
                raise
            if known["record"] not in self._records(request, known["doc"]):
                known["record"] = ""
            return self._comments(request, known, undone(refused))
        query = {k: form[k] for k in ("doc", "record") if form.get(k)}
        query |= {"said": "comment"}
        return RedirectResponse(f"/comments?{urlencode(query)}", 303)

    def _records(self, request: Request, doc_id: str) -> Mapping[str, State]:
        return self.web.desk.folded(self.web.layer(request), doc_id).records
