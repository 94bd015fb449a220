"""Answers about what came of the work: exports, and what no longer fits."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from incidents.pipeline.review import export
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.web import Web


class TeamRoutes:
    """The answers; one for each route."""

    def __init__(self, web: Web) -> None:
        self.web = web

    def stale(self, request: Request) -> Response:
        """Decisions that no longer fit."""
        layer = self.web.layer(request)
        stale = [*self.web.desk.stale(layer), *self.web.events.of(layer).stale]
        return self.web.page(request, "stale", stale=stale)

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
