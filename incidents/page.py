"""A record as HTML: each value, and its quotes lit up in the words around them.

Reports are hostile text: all of it is escaped, kept apart from the direction of what
stands beside it, and bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from incidents.pipeline.export.bundle import Told
from incidents.pipeline.export.cells import clean
from incidents.pipeline.review.values import Value
from incidents.pipeline.review.words import label, parted, reading

#: Most values of a record, quotes of a value, and characters of each of its parts.
_VALUES, _QUOTES, _LONGEST = 100, 3, 600
#: Characters shown on either side of a quote.
_AROUND = 90
_LIT = "background:#fde68a;color:#1c1917"
_OWN = "background:#f59e0b;color:#1c1917"
_CELL = "text-align:left;vertical-align:top;white-space:normal"


def page(told: Told, text: str | None) -> str:
    """The record; with the text of its document also what stands around its quotes."""
    rows = [_row(value, text) for value in told.values[:_VALUES]]
    if (more := len(told.values) - _VALUES) > 0:
        rows.append(f"<tr><td colspan=4>and {more} more values</td></tr>")
    return f"<div>{_head(told)}<table>{''.join(rows)}</table></div>"


def _head(told: Told) -> str:
    keys = ("title", "publisher", "published")
    known = (told.document.get(key) for key in keys)
    said = ", ".join(_safe(part) for part in known if part)
    sure = "" if told.confidence is None else f" · {told.confidence:.0%} sure"
    return f"<p><b>{_safe(told.id)}</b> · {said}{sure}</p>"


def _row(value: Value, text: str | None) -> str:
    quotes = [_quote(c, text) for c in value.citations[:_QUOTES]]
    if (more := len(value.citations) - _QUOTES) > 0:
        quotes.append(f"and {more} more quotes")
    sure = "" if value.confidence is None else f"{value.confidence:.0%}"
    cells = (_safe(label(value.field)), _safe(reading(value)), sure)
    told = "".join(f'<td style="{_CELL}">{c}</td>' for c in cells)
    return f'<tr>{told}<td style="{_CELL}">{"<br>".join(quotes)}</td></tr>'


def _quote(citation: Mapping[str, Any], text: str | None) -> str:
    before, own, after = parted(citation)
    parts: Iterable[str] = (
        _lit(before, _LIT, from_end=bool(own)),
        _lit(own, _OWN),
        _lit(after, _LIT),
    )
    if text is not None:
        left, right = _around(citation, text)
        parts = (_safe(left), *parts, _safe(right))
    number = citation.get("page")
    where = f"p. {number}: " if isinstance(number, int) else ""
    return f"{where}<bdi>{''.join(parts)}</bdi>"


def _around(citation: Mapping[str, Any], text: str) -> tuple[str, str]:
    """What stands before and after a quote, from and to a blank."""
    start, end = citation["start"], citation["end"]
    before = text[max(0, start - _AROUND) : start]
    after = text[end : end + _AROUND]
    if start > _AROUND:
        before = "… " + before.partition(" ")[2]
    if end + _AROUND < len(text):
        after = after.rpartition(" ")[0] + " …"
    return before, after


def _lit(words: str, style: str, from_end: bool = False) -> str:
    if not words:
        return ""
    if len(words) > _LONGEST:
        words = f"…{words[-_LONGEST:]}" if from_end else f"{words[:_LONGEST]}…"
    return f'<mark style="{style}">{_safe(words)}</mark>'


def _safe(said: Any) -> str:
    return escape(clean(str(said))[: _LONGEST + 1])
