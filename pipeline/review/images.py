"""Page images of a document, made when asked for and kept in memory within bounds."""

from __future__ import annotations

import subprocess
import sys
from collections import OrderedDict
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import Lock

from incidents.pipeline.review.folder import Document

_LARGEST = 100_000_000  # bytes of a PDF
_KEPT = 96_000_000  # bytes of images
_SECONDS = 20


class NoImage(Exception):
    """A page cannot be shown; says why."""


class Images:
    """Images of pages, the last used kept."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._lock = Lock()  # one reader at a time: pages come by the dozen

    def page(self, document: Document, page: int) -> bytes:
        """The page as PNG.

        Raises:
            NoImage: It cannot be shown.
        """
        key = (document.source_sha256, page)
        with self._lock:
            if key not in self._kept:
                pdf = read_source(document.source, document.source_sha256)
                self._keep(key, _render(pdf, page))
            self._kept.move_to_end(key)
            return self._kept[key]

    def _keep(self, key: tuple[str, int], image: bytes) -> None:
        self._kept[key] = image
        while sum(map(len, self._kept.values())) > _KEPT and len(self._kept) > 1:
            self._kept.popitem(last=False)


def problem(document: Document) -> str | None:
    """Why the pages of ``document`` cannot be shown; None if they can."""
    path = document.source
    try:
        stat = path.stat() if path else None
    except (OSError, ValueError):
        stat = None
    state = (stat.st_mtime_ns, stat.st_size) if stat else ()
    return _problem(path, document.source_sha256, state)


@lru_cache(maxsize=1000)
def _problem(path: Path | None, digest: str, state: tuple[int, ...]) -> str | None:
    """As ``problem``; a file is read again only where its ``state`` is another."""
    try:
        read_source(path, digest)
    except NoImage as error:
        return str(error)
    return None


def read_source(path: Path | None, digest: str) -> bytes:
    """The bytes of the source, if they still have this SHA-256.

    Raises:
        NoImage: It is not.
    """
    if path is None:
        raise NoImage("the run does not say where the source lies")
    try:
        if not path.is_file():
            raise NoImage(f"the source is no longer where it was: {path.name}")
        if path.stat().st_size > _LARGEST:
            raise NoImage("the source is too large to be shown")
        pdf = path.read_bytes()
    except (OSError, ValueError) as error:
        raise NoImage(f"the source cannot be read: {path.name}") from error
    if sha256(pdf).hexdigest() != digest:
        raise NoImage(f"the source has changed since the run: {path.name}")
    return pdf


def _render(pdf: bytes, page: int) -> bytes:
    command = [
        sys.executable,
        "-P",
        str(Path(__file__).with_name("render.py")),
        str(page),
    ]
    try:
        made = subprocess.run(
            command, input=pdf, capture_output=True, timeout=_SECONDS, check=True
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise NoImage("the page cannot be drawn") from error
    return made.stdout
