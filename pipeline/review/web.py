"""What every answer to a browser needs."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from incidents.pipeline.review import words
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import layer_of
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.event_view import counted, event_title, of, toll
from incidents.pipeline.review.events import EventDesk
from incidents.pipeline.review.guard import Guard
from incidents.pipeline.review.source import offered
from incidents.pipeline.review.store import Ahead, Busy, Conflict, Unkept
from incidents.pipeline.review.view import SAID, headline

_MOST_FIELDS = 2_000


class Web:
    """What every answer needs: the desk, the guard, the templates."""

    def __init__(self, desk: Desk, guard: Guard, blind: bool) -> None:
        self.desk = desk
        self.events = EventDesk(desk)
        self.guard = guard
        self.blind = blind
        self.pages = Environment(
            loader=PackageLoader("incidents.pipeline.review"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        of_events = (counted, event_title, of, toll)
        filters = (offered, *words.FILTERS, *of_events)
        self.pages.filters |= {f.__name__: f for f in filters}
        self.pages.globals["headline"] = headline

    def said(self, request: Request) -> str:
        """What was done before this page, in words; empty where nothing was."""
        return SAID.get(request.query_params.get("said", ""), "")

    def who(self, request: Request) -> str:
        """The reviewer; the guard let nobody else through."""
        return self.guard.who(request) or ""

    def layer(self, request: Request) -> str:
        """Where the reviewer's decisions go."""
        return layer_of(self.who(request), self.blind)

    def page(
        self, request: Request, name: str, status: int = 200, **shown: Any
    ) -> HTMLResponse:
        """A template, with what every page shows."""
        always = {
            "who": self.who(request),
            "blind": self.blind,
            "stamp": self.guard.stamp(request),
            "run_name": self.desk.folder.resolve().name,
        }
        text = self.pages.get_template(f"{name}.html").render({**always, **shown})
        # a lone surrogate of a report has no UTF-8
        return HTMLResponse(text.encode("utf-8", "replace"), status)

    async def form(self, request: Request, entering: bool = False) -> dict[str, str]:
        """What a form of this session says.

        Raises:
            Forbidden: It is no form of this session.
            Refused: It is too large.
        """
        body = (await request.body()).decode("utf-8", "replace")
        try:
            form = dict(
                parse_qsl(body, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
            )
        except ValueError as error:
            raise Refused("the form is too large") from error
        if not entering:
            self.guard.check_stamp(request, form.get("stamp", ""))
        # browsers send line ends as CRLF, and a quote has to be found in the text
        return {key: value.replace("\r\n", "\n") for key, value in form.items()}


#: The status of an answer to what was not kept.
_STATUS = {Conflict: 409, Busy: 503, Ahead: 400}


def status_of(unkept: Unkept) -> int:
    """The status of the answer to who is told that a decision was not kept."""
    return _STATUS[type(unkept)]


def told(unkept: Unkept) -> str:
    """To a reviewer whose decision was not kept."""
    if not isinstance(unkept, Conflict):
        return f"Not saved: {unkept}. What was typed is kept here: save it again."
    by = unkept.by
    did = SAID.get(by.kind, by.kind).rstrip(".").lower()
    return (
        f"Not saved. {by.reviewer} was first ({did}, {by.at[11:16]} UTC). Here is the"
        " record as it now stands: look at it, then decide again."
    )


def number(text: str) -> int | None:
    """A whole number of a link or a form; None if it is none."""
    return int(text[:9]) if text.isascii() and text.isdecimal() else None
