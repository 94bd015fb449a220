"""What a PDF's metadata packet says of its publication; most have none that does.

The dates at which the file was made are left aside: they are not when it appeared.
"""

from __future__ import annotations

import html
import re

from incidents.pipeline.ingest.clean import single_spaced
from incidents.pipeline.ingest.head import Found, read_date

_PACKET = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.S)
_LONGEST = 200_000
_TAGS = re.compile(r"<[^<>]*>")


def read_xmp(content: bytes) -> tuple[str | None, Found | None]:
    """The publisher, and the day of publication, which no text prints."""
    packet = _PACKET.search(content)
    if packet is None or len(packet[0]) > _LONGEST:
        return None, None
    text = packet[0].decode("utf-8", "replace")
    publisher = _said(text, "dc:publisher") or _said(text, "prism:publicationName")
    day = read_date(_said(text, "prism:publicationDate") or _said(text, "dc:date"))
    return publisher or None, Found(day.isoformat(), 0, 0) if day else None


def _said(text: str, name: str) -> str:
    element = re.search(rf"<{name}\b[^>]*>(.*?)</{name}>", text, re.S)
    attribute = re.search(rf"\b{name}=[\"']([^\"'<>]*)", text)
    found = element or attribute
    return single_spaced(html.unescape(_TAGS.sub(" ", found[1])))[:200] if found else ""
