"""Answers about the work as a whole: agreement, exports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from incidents.pipeline.review import agreement, export, settle
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import FINAL
from incidents.pipeline.review.guard import Forbidden
from incidents.pipeline.review.store import Unkept
from incidents.pipeline.review.web import Web, number, status_of, told


class TeamRoutes:
    """The answers; one for each route."""

    def __init__(self, web: Web) -> None:
        self.web = web

    def stale(self, request: Request) -> Response:
        """Decisions that no longer fit."""
        layer = self.web.layer(request)
        stale = [*self.web.desk.stale(layer), *self.web.events.of(layer).stale]
        return self.web.page(request, "stale", stale=stale)

    def agreement(self, request: Request) -> Response:
        """Two who coded blind, side by side."""
        if self.web.blind:
            raise Forbidden("you code blind: what others decided is shown later")
        names = agreement.reviewers(self.web.desk)
        query = request.query_params
        one, two = (query.get(key, "") for key in ("one", "two"))
        if one not in names or two not in names or one == two:
            one, two = (*names, "", "")[:2]
        found = agreement.pairs(self.web.desk, one, two) if two else []
        final = {s.id: s for s in self.web.desk.states(FINAL)}
        return self.web.page(
            request,
            "agreement",
            names=names,
            one=one,
            two=two,
            pairs=found,
            figures=agreement.figures(found),
            final=final,
            heads=self.web.desk.store.heads(FINAL),
            closed=agreement.CLOSED,
        )

    async def settle(self, request: Request) -> Response:
        """Keep what was chosen of two codings."""
        form = await self.web.form(request)
        return await run_in_threadpool(self._settle, request, form)

    def _settle(self, request: Request, form: Mapping[str, str]) -> Response:
        if self.web.blind:
            raise Forbidden("you code blind")
        who, seen = self.web.who(request), number(form.get("seen", "")) or 0
        id, of = form.get("record", ""), form.get("of", "")
        try:
            if form.get("kind") == "agreed":
                self._adopt_agreed(who, form.get("one", ""), form.get("two", ""))
            elif form.get("field"):
                settle.take(self.web.desk, who, id, form["field"], of, seen)
            else:
                settle.adopt(self.web.desk, who, id, of, seen)
        except Unkept as unkept:
            return self.web.page(request, "told", status_of(unkept), fault=told(unkept))
        query = urlencode({k: form.get(k, "") for k in ("one", "two")})
        return RedirectResponse(f"/agreement?{query}", 303)

    def _adopt_agreed(self, who: str, one: str, two: str) -> None:
        """Every record that two coded alike and nobody has settled yet."""
        for pair in agreement.pairs(self.web.desk, one, two):
            ours = self.web.desk.state(FINAL, pair.id)
            if pair.agrees and not ours.decisions:
                seen = self.web.desk.store.heads(FINAL).get(ours.doc_id, 0)
                settle.adopt(self.web.desk, who, pair.id, one, seen)

    def exports(self, request: Request) -> Response:
        """The page of exports."""
        return self.web.page(request, "exports")

    def export(self, request: Request) -> Response:
        """A file to save."""
        layer = self.web.layer(request)
        states, events = self.web.desk.states(layer), self.web.events.of(layer)
        key_of = events.key_of
        kinds: dict[str, tuple[str, Callable[[], str]]] = {
            "reviewed.jsonl": (
                "application/jsonl",
                lambda: export.jsonl(export.reviewed(states, key_of)),
            ),
            "reviewed.csv": (
                "text/csv",
                lambda: "\ufeff" + export.table(states, key_of),
            ),
            "events.jsonl": (
                "application/jsonl",
                lambda: export.jsonl(events.rows.values()),
            ),
            "gold.jsonl": (
                "application/jsonl",
                lambda: export.jsonl(export.gold(states, key_of)),
            ),
        }
        name = request.path_params["name"]
        if name not in kinds:
            raise Refused("there is no such export")
        kind, make = kinds[name]
        saved = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(make(), media_type=kind, headers=saved)
