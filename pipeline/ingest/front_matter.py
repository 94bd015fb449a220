"""What a Markdown file says of itself before its text: lines between ``---``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from incidents.pipeline.ingest.head import Found, read_date

_BLOCK = re.compile(
    r"\A---[ \t]*\n((?:[^\n]{0,2000}\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_LINE = re.compile(r"^([A-Za-z][\w-]{0,40}):[ \t]*(\S[^\n]*?)[ \t]*$", re.M)
#: The keys that sites use, as we call them; the first given holds.
_KEYS = {
    "title": ("title",),
    "published": ("published", "pubdate", "publishdate", "date"),
    "publisher": ("publisher", "site_name", "site"),
}


def split(text: str) -> tuple[Mapping[str, str], str]:
    """What the lines before the text say, and the text after them."""
    block = _BLOCK.match(text)
    given = {k.lower(): v for k, v in _LINE.findall(block[1])} if block else {}
    if not block or not given:
        return {}, text
    found: dict[str, str] = {}
    for name, keys in _KEYS.items():
        value = next((given[key] for key in keys if key in given), "").strip("\"' ")
        if value:
            found[name] = value[:500]
    return found, text[block.end() :].lstrip("\n")


def day(head: Mapping[str, str]) -> Found | None:
    """The day of publication, which no text prints."""
    read = read_date(head.get("published", "")[:60])
    return Found(read.isoformat(), 0, 0) if read else None
