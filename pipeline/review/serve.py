"""``incidents review``: the desk, served to this machine's browser."""

from __future__ import annotations

import getpass
import secrets
import socket
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import uvicorn

from incidents.pipeline.review.app import make_app
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.folder import check_run
from incidents.pipeline.review.guard import Guard, is_loopback, tidy
from incidents.pipeline.review.store import Store, address

PORT = 8765


def review(
    run: Path,
    host: str = "127.0.0.1",
    port: int = PORT,
    database: str | None = None,
    token: str | None = None,
    reviewer: str | None = None,
    blind: bool = False,
    open_browser: bool = False,
    no_token: bool = False,
    heard: Callable[[str], None] = print,
) -> int:
    """Serve the desk until it is interrupted.

    Args:
        run: The run's folder.
        host: Address to listen on.
        port: 0 takes a free one.
        database: URL of the decisions; without it ``reviews.sqlite`` in the folder.
        token: What everyone must give; made up where none is given.
        reviewer: Whose decisions these are; without it the user's name.
        blind: Whether reviewers see their own decisions only.
        open_browser: Whether to open the link.
        no_token: Whether whoever works on this machine may decide as the reviewer.
        heard: Called with what is to be printed.

    Returns:
        The exit status.

    Raises:
        ValueError: There is no such run, its decisions cannot be read, or the address
            cannot be used.
    """
    check_run(run)
    if no_token and not is_loopback(host):
        raise ValueError(f"--no-token is for this machine alone, and not for {host}")
    store = Store(address(database, run))
    try:
        desk = Desk(run, store)
        listening = _listen(host, port)
        port = listening.getsockname()[1]
        token = "" if no_token else token or secrets.token_urlsafe(24)
        guard = Guard(host, port, tidy(reviewer or _user()), token)
        link = _link(host, port, token)
        heard(f"Reviewing {run} as {guard.reviewer}{' (blind)' if blind else ''}")
        heard(f"Open {link}   (Ctrl+C ends it; every decision is kept as it is made)")
        if open_browser:
            webbrowser.open(link)
        config = uvicorn.Config(
            make_app(desk, guard, blind),
            log_level="warning",
            server_header=False,
            proxy_headers=False,
        )
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:
        pass
    finally:
        store.close()
    return 0


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    if sys.platform != "win32":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)  # who follows the link at once waits, and is served
    except (OSError, OverflowError) as error:
        listening.close()
        why = getattr(error, "strerror", None) or error
        raise ValueError(
            f"cannot listen on {host}:{port} ({why}): try another --port"
        ) from error
    return listening


def _link(host: str, port: int, token: str) -> str:
    name = f"[{host}]" if ":" in host else host
    if name in ("0.0.0.0", "[::]"):
        name = socket.gethostname()
    query = f"enter?{urlencode({'token': token})}" if token else ""
    return f"http://{name}:{port}/{query}"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "reviewer"
