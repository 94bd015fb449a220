"""Saved web pages to canonical text; nothing in them is fetched or run."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from incidents.pipeline.ingest import text as text_files
from incidents.pipeline.ingest.clean import Cleaner
from incidents.pipeline.ingest.html_body import body
from incidents.pipeline.ingest.html_head import Head
from incidents.pipeline.ingest.html_hidden import hidden, struck
from incidents.pipeline.ingest.html_style import Styles
from incidents.pipeline.ingest.html_text import page_text
from incidents.pipeline.ingest.html_tree import Element, parse, text_of
from incidents.pipeline.ingest.limits import Deadline, Limits
from incidents.pipeline.ingest.reading import Reading
from incidents.pipeline.records import Failure

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
#: Encodings of Python that are not of text on the web.
_REFUSED = frozenset(
    ("utf-7", "unicode-escape", "raw-unicode-escape", "punycode", "idna", "undefined")
)
_LOOK = "look at the page in a browser with its styles off"


def read_html(
    source: str, content: bytes, limits: Limits, deadline: Deadline
) -> Reading:
    """Read a web page.

    Raises:
        IngestError: It is not text, or is nested beyond all use.
    """
    text, warnings = _decode(source, content)
    root = parse(source, text, deadline)
    deadline.check()
    styles = Styles(root)
    unseen = hidden(root, styles, deadline)
    out = struck(root, styles) - unseen
    parts, dropped = body(root, unseen | out)
    deadline.check()
    clean = Cleaner()
    canonical = page_text(parts, dropped, clean)
    head = Head(root, Cleaner())
    return Reading(
        canonical,
        warnings=(*warnings, *_warnings(source, parts, unseen, out, clean)),
        title=head.title(),
        publisher=head.publisher(),
        url=head.url(),
        published=head.published(canonical),
    )


def _decode(source: str, content: bytes) -> tuple[str, list[Failure]]:
    declared = _CHARSET.search(content[:4096])
    encoding = _encoding(declared[1].decode()) if declared else None
    if encoding and not content.startswith(_MARKS) and not _is_utf8(content):
        try:
            return content.decode(encoding), []
        except UnicodeDecodeError:
            pass  # then it is guessed, and the guess is reported
    return text_files.decode(
        source, content.replace(b"\0", b"") if declared else content
    )


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _encoding(name: str) -> str | None:
    try:
        found = codecs.lookup(name)
        "a".encode(found.name)
    except (LookupError, UnicodeError):
        return None
    if found.name in _REFUSED or found.name.startswith("utf-"):
        return None
    return "cp1252" if found.name in ("iso8859-1", "ascii") else found.name


def _warnings(
    source: str,
    parts: list[Element],
    unseen: set[Element],
    out: set[Element],
    clean: Cleaner,
) -> Iterator[Failure]:
    if count := _characters(parts, unseen):
        problem = f"{count} characters left out, hidden by the page's markup"
        yield Failure(source, problem, _LOOK, "warning")
    if count := _characters(parts, out):
        problem = f"{count} characters left out, struck out"
        yield Failure(source, problem, "look at what stands beside them", "warning")
    if clean.hidden:
        problem = f"{clean.hidden} characters left out that print nothing"
        yield Failure(source, problem, _LOOK, "warning")


def _characters(parts: list[Element], dropped: set[Element]) -> int:
    """How many characters of ``parts`` stand in what is dropped."""
    within = [e for e in dropped if any(part in (e, *e.ancestors()) for part in parts)]
    outermost = [e for e in within if not any(a in dropped for a in e.ancestors())]
    return sum(len(text_of(e)) for e in outermost)
