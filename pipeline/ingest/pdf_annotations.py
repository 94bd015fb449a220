"""What is laid over a PDF's page, as far as it hides text or is to hide it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral

from incidents.pipeline.ingest.page import Box

#: Annotations that cover nothing, and how many of a page are looked at.
_UNLAID = frozenset(("Link", "Popup", "Widget", "Highlight", "Underline"))
_MOST = 1_000


def name_of(found: object) -> str:
    """The name that a file gives, if it is one."""
    return str(found.name) if isinstance(found, PSLiteral) else ""


def _annotations(page: PDFPage) -> Iterator[tuple[str, dict[str, Any]]]:
    """What is laid over a page, each with its kind."""
    found = resolve1(page.annots)
    for each in found if isinstance(found, list) else ():
        laid = resolve1(each)
        if isinstance(laid, dict):
            yield name_of(resolve1(laid.get("Subtype"))), laid


def annotated(page: PDFPage) -> bool:
    """Whether something is laid over a page that may cover it."""
    laid = _annotations(page)
    return any("AP" in told and kind not in _UNLAID for kind, told in laid)


def redactions(page: PDFPage) -> Iterator[Box]:
    """Where text is marked to be blacked out, and may stand there still."""
    for kind, told in islice(_annotations(page), _MOST):
        if kind != "Redact":
            continue
        marked = resolve1(told.get("QuadPoints")) or resolve1(told.get("Rect"))
        found = marked if isinstance(marked, list) else []
        sides = [s for s in map(resolve1, found) if isinstance(s, int | float)]
        step = 8 if len(sides) >= 8 else 4
        for at in range(0, len(sides) - step + 1, step):
            xs, ys = sides[at : at + step : 2], sides[at + 1 : at + step : 2]
            yield min(xs), min(ys), max(xs), max(ys)
