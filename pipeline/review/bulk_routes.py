"""Answers about many records at once: what would be accepted, and accepting it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.review.bulk import CHANGED, MOST, accept, digest, sure
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.queue import Filters, read_filters
from incidents.pipeline.review.queue_view import choose_records
from incidents.pipeline.review.state import State
from incidents.pipeline.review.store import Unkept
from incidents.pipeline.review.web import Notice, Web, undone

_ABOVE = 0.95


class BulkRoutes:
    """The answers; one for each route."""

    def __init__(self, web: Web) -> None:
        self.web = web

    def show(self, request: Request) -> Response:
        """What would be accepted."""
        query = request.query_params
        return self._page(request, query, read_filters(query), self.web.done(request))

    def _chosen(self, request: Request, layer: str, filters: Filters) -> list[State]:
        who, blind = self.web.who(request), self.web.blind
        return choose_records(self.web.desk, layer, who, blind, filters)

    def _page(
        self,
        request: Request,
        asked: Mapping[str, str],
        filters: Filters,
        notice: Notice,
    ) -> Response:
        field, above = _asked(asked)
        layer = self.web.layer(request)
        states = self._chosen(request, layer, filters)
        found = sure(states, field, above) if field else []
        return self.web.page(
            request,
            "bulk",
            notice,
            filters=filters,
            found=found,
            many=sum(len(one.values) for one in found),
            chosen=len(states),
            most=MOST,
            field=field,
            above=above,
            shown=digest(found),
            fields=[f.name for f in BY_NAME.values() if f.sure],
        )

    async def keep(self, request: Request) -> Response:
        """Accept what was shown."""
        form = await self.web.form(request)
        return await run_in_threadpool(self._keep, request, form)

    def _keep(self, request: Request, form: Mapping[str, str]) -> Response:
        filters = read_filters(dict(parse_qsl(form.get("filters", ""))))
        desk, layer = self.web.desk, self.web.layer(request)
        field, above = _asked(form)
        try:
            seen = desk.store.heads(layer)
            states = self._chosen(request, layer, filters)
            found = sure(states, field, above)
            if digest(found) != form.get("shown"):
                raise Refused(CHANGED)
            accept(desk, self.web.who(request), layer, found, seen)
        except (Unkept, Refused) as error:
            return self._page(request, form, filters, undone(error))
        query = {**filters.query, "said": "accept_values"}
        return RedirectResponse(f"/?{urlencode(query)}", 303)


def _asked(query: Mapping[str, str]) -> tuple[str, float]:
    """The field asked for, and how sure its values have to be."""
    field = query.get("field", "")
    try:
        above = float(query.get("above", ""))
    except ValueError:
        above = _ABOVE
    return field if field in BY_NAME else "", above if 0 <= above <= 1 else _ABOVE
