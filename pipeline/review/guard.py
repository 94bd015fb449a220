"""Who may speak to the desk: its own pages, in its own reviewer's browser.

The Host header must name this server, against DNS rebinding. A change must come from a
page of this origin and carry the session's token. Every request must come from someone
who gave the token printed at the start, also on this machine, which others may share.
"""

from __future__ import annotations

import hmac
import ipaddress
import re
import secrets
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self';"
    " style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]]+)(?::([0-9]{1,5}))?")
_OPEN = ("/enter", "/static/desk.css")
_LARGEST = 1_000_000  # bytes of a form
_LONGEST_NAME = 60


class Forbidden(Exception):
    """A request that is not answered; says why."""


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass
class Guard:
    """The rules of one server.

    Attributes:
        host: Address it listens on.
        port: Likewise.
        reviewer: Who sits at the desk; beyond the loopback address, who did not say.
        token: What everyone must give; empty where nothing is asked for.
    """

    host: str
    port: int
    reviewer: str
    token: str = ""
    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _sessions: dict[str, str] = field(default_factory=dict)

    @property
    def cookie(self) -> str:
        """The cookie's name: cookies are not kept apart by port."""
        return f"incidents_{self.port}"

    def check(self, request: Request) -> None:
        """Pass a request, or refuse it.

        Raises:
            Forbidden: With the reason.
        """
        host = request.headers.get("host", "")
        if not self._is_own(host):
            raise Forbidden("this server has another name: use the link it printed")
        if request.method not in ("GET", "HEAD", "POST"):
            raise Forbidden("this method is not used")
        if request.method == "POST":
            self._check_origin(request, host)

    def _is_own(self, host: str) -> bool:
        match = _HOST.fullmatch(host)
        if match is None or int(match[2] or 80) != self.port:
            return False
        name = match[1]
        if is_loopback(self.host):
            return name in _LOOPBACK
        return name.strip("[]") in (self.host, *self._names()) or name in _LOOPBACK

    def _names(self) -> tuple[str, ...]:
        """By which others may know a server that listens on every address."""
        if self.host not in ("0.0.0.0", "::"):
            return ()
        own = socket.gethostname()
        found = {own, socket.getfqdn()}
        with suppress(OSError):
            found |= {str(info[4][0]) for info in socket.getaddrinfo(own, None)}
        return tuple(found)

    def _check_origin(self, request: Request, host: str) -> None:
        if request.headers.get("origin") != f"{request.url.scheme}://{host}":
            raise Forbidden("a change must come from the desk's own page")
        if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            raise Forbidden("a change must come from the desk's own page")
        if int(request.headers.get("content-length") or _LARGEST + 1) > _LARGEST:
            raise Forbidden("the form is too large")

    def who(self, request: Request) -> str | None:
        """The reviewer that a request comes from; None if it has yet to enter."""
        if not self.token:
            return self.reviewer
        return self._sessions.get(request.cookies.get(self.cookie, ""))

    @property
    def asks_name(self) -> bool:
        """Whether several may come in, each under a name of their own."""
        return not is_loopback(self.host)

    def enter(self, token: str, name: str) -> str:
        """A new session's id.

        Raises:
            Forbidden: The token is wrong.
        """
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            raise Forbidden("the token is wrong: it is in the link that was printed")
        session = secrets.token_urlsafe(32)
        self._sessions[session] = tidy(name) or self.reviewer
        return session

    def stamp(self, request: Request) -> str:
        """What a form of this session must carry."""
        session = request.cookies.get(self.cookie, "") if self.token else ""
        return hmac.new(self._secret, session.encode(), sha256).hexdigest()

    def check_stamp(self, request: Request, stamp: str) -> None:
        """Pass a form of this session.

        Raises:
            Forbidden: It is none.
        """
        if not hmac.compare_digest(stamp.encode(), self.stamp(request).encode()):
            raise Forbidden("the form is of an earlier session: load the page again")

    async def __call__(
        self, request: Request, then: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        """Answer a request that passes, and put the headers on every answer."""
        try:
            self.check(request)
            if self.who(request) is None and request.url.path not in _OPEN:
                raise Forbidden("open the link that was printed at the start")
            response = await then(request)
        except Forbidden as error:
            response = PlainTextResponse(str(error), 403)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


def tidy(name: str) -> str:
    """A reviewer's name, printable and short."""
    plain = "".join(c for c in " ".join(name.split()) if c.isprintable())
    return plain.encode("utf-8", "ignore").decode()[:_LONGEST_NAME]
