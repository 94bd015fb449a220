"""What every answer to a browser needs."""

from __future__ import annotations

from dataclasses import dataclass
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
from incidents.pipeline.review.queue_view import headline
from incidents.pipeline.review.source import offered
from incidents.pipeline.review.store import Ahead, Busy, Conflict, Unkept

_MOST_FIELDS = 2_000

SAID = {
    "accept": "Accepted.",
    "reject": "Rejected.",
    "fix": "Fixed.",
    "add": "Added.",
    "accept_record": "Record accepted.",
    "accept_values": "Accepted in all of these records.",
    "no_incident": "Marked: no incident.",
    "note": "Note kept.",
    "split": "Split: this is the new record.",
    "merge": "Merged.",
    "new": "New record.",
    "read": "Marked as read.",
    "settle": "Settled.",
    "join": "Joined: one event.",
    "apart": "Not the same: kept apart.",
    "use": "This is the value to use.",
    "assign": "Assigned.",
    "unassign": "Taken off.",
    "comment": "Said.",
    "undo": "Undone.",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """How it went, as a page says it.

    Attributes:
        status: Of the answer.
        said: What was done before this page; empty where nothing was.
        fault: What was not, and why.
    """

    status: int = 200
    said: str = ""
    fault: str = ""


SHOWN = Notice()


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

    def done(self, request: Request) -> Notice:
        """What was done before this page, as its address says."""
        return Notice(said=SAID.get(request.query_params.get("said", ""), ""))

    def who(self, request: Request) -> str:
        """The reviewer; the guard let nobody else through."""
        return self.guard.who(request) or ""

    def layer(self, request: Request) -> str:
        """Where the reviewer's decisions go."""
        return layer_of(self.who(request), self.blind)

    def page(
        self, request: Request, name: str, notice: Notice = SHOWN, **shown: Any
    ) -> HTMLResponse:
        """A template, with what every page shows."""
        always = {
            "who": self.who(request),
            "blind": self.blind,
            "stamp": self.guard.stamp(request),
            "run_name": self.desk.folder.resolve().name,
            "said": notice.said,
            "fault": notice.fault,
        }
        text = self.pages.get_template(f"{name}.html").render({**always, **shown})
        # a lone surrogate of a report has no UTF-8
        return HTMLResponse(text.encode("utf-8", "replace"), notice.status)

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


def undone(error: Unkept | Refused) -> Notice:
    """To a reviewer whose decision was not kept, or was none."""
    if isinstance(error, Refused):
        return Notice(400, fault=str(error))
    return Notice(_STATUS[type(error)], fault=_told(error))


def _told(unkept: Unkept) -> str:
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
