"""The desk as a web app: its routes, behind its guard."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.resources import files

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from incidents.pipeline.review.bulk_routes import BulkRoutes
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import FINAL
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.desk_routes import DeskRoutes
from incidents.pipeline.review.event_routes import EventRoutes
from incidents.pipeline.review.guard import Forbidden, Guard
from incidents.pipeline.review.settle_routes import SettleRoutes
from incidents.pipeline.review.talk_routes import TalkRoutes
from incidents.pipeline.review.team_routes import TeamRoutes
from incidents.pipeline.review.web import Web
from incidents.pipeline.review.work_routes import WorkRoutes

_STATIC = {
    "desk.css": "text/css",
    "desk.js": "text/javascript",
    "events.js": "text/javascript",
    "icon.svg": "image/svg+xml",
    "settle.js": "text/javascript",
    "team.css": "text/css",
    "team.js": "text/javascript",
}


class Door:
    """Where a reviewer comes in, if a token is needed."""

    def __init__(self, web: Web) -> None:
        self.web = web

    async def enter(self, request: Request) -> Response:
        """The door, where a token is needed."""
        if request.method == "GET":
            token = request.query_params.get("token", "")
            if token and not self.web.guard.asks_name:
                return self._let_in(token, "")
            return self.web.page(
                request, "enter", token=token, reviewer=self.web.guard.reviewer
            )
        form = await self.web.form(request, entering=True)
        return self._let_in(form.get("token", ""), form.get("name", ""))

    def _let_in(self, token: str, name: str) -> Response:
        """To the desk, with a session, if the token is right."""
        session = self.web.guard.enter(token, name)
        response = RedirectResponse("/", 303)
        response.set_cookie(
            self.web.guard.cookie, session, httponly=True, samesite="strict", path="/"
        )
        return response


def _static(request: Request) -> Response:
    """A file of the package, by a name that it knows."""
    name = request.path_params["name"]
    if name not in _STATIC:
        raise Refused("there is no such file")
    held = files("incidents.pipeline.review") / "static" / name
    kept = {"Cache-Control": "private, no-cache"}
    return Response(held.read_bytes(), media_type=_STATIC[name], headers=kept)


async def _refused(request: Request, error: Exception) -> Response:
    return PlainTextResponse(str(error), 404)


async def _forbidden(request: Request, error: Exception) -> Response:
    return PlainTextResponse(str(error), 403)


async def _broken(request: Request, error: Exception) -> Response:
    return PlainTextResponse(f"the run's folder cannot be read: {error}", 500)


async def _silent(request: Request, error: Exception) -> Response:
    said = "the database of decisions does not answer: load the page again in a moment"
    return PlainTextResponse(said, 503, {"Retry-After": "5"})


def _merged_ahead(web: Web) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """Have the events worked out while the first records are read, not when asked."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        if not web.blind:
            web.events.ready(FINAL, 0)
        yield

    return lifespan


def make_app(desk: Desk, guard: Guard, blind: bool = False) -> Starlette:
    """The app.

    Args:
        desk: What is reviewed.
        guard: Who may speak to it.
        blind: Whether each reviewer sees their own decisions only.
    """
    web = Web(desk, guard, blind)
    at_desk, team, door = DeskRoutes(web), TeamRoutes(web), Door(web)
    of_events, work = EventRoutes(web), WorkRoutes(web)
    settling, talk, at_once = SettleRoutes(web), TalkRoutes(web), BulkRoutes(web)
    return Starlette(
        routes=[
            Route("/", at_desk.show),
            Route("/decide", at_desk.decide, methods=["POST"]),
            Route("/near", at_desk.near),
            Route("/image", at_desk.image),
            Route("/places", at_desk.places),
            Route("/bulk", at_once.show),
            Route("/bulk", at_once.keep, methods=["POST"]),
            Route("/events", of_events.list),
            Route("/event", of_events.show),
            Route("/unsure", of_events.unsure),
            Route("/rule", of_events.decide, methods=["POST"]),
            Route("/progress", work.progress),
            Route("/assign", work.assign, methods=["POST"]),
            Route("/stale", team.stale),
            Route("/agreement", settling.agreement),
            Route("/adjudicate", settling.adjudicate),
            Route("/settle", settling.settle, methods=["POST"]),
            Route("/codebook", talk.codebook),
            Route("/beside", talk.beside),
            Route("/comments", talk.comments),
            Route("/comment", talk.say, methods=["POST"]),
            Route("/exports", team.exports),
            Route("/exports/{name}", team.export),
            Route("/static/{name}", _static),
            Route("/enter", door.enter, methods=["GET", "POST"]),
        ],
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=guard)],
        exception_handlers={
            Refused: _refused,
            Forbidden: _forbidden,
            ValueError: _broken,
            SQLAlchemyError: _silent,
        },
        lifespan=_merged_ahead(web),
    )
