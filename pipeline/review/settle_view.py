"""What the page shows on which two codings are settled, before it is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from incidents.pipeline.review import images, source
from incidents.pipeline.review.cases import Case
from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.values import Value

#: Cases listed at once, around the one shown.
ROWS = 120


@dataclass(frozen=True, slots=True)
class SourceView:
    """The source of a case: what the template of the source reads.

    Attributes:
        document: The document.
        source: What is drawn of it.
        as_text: Whether it is drawn as text.
        no_pages: Why its pages are not shown; empty if they can be.
        query: Of the page that it stands on.
    """

    document: Document
    source: source.Source
    as_text: bool
    no_pages: str
    query: Mapping[str, str]

    @property
    def has_pages(self) -> bool:
        """Whether its pages can be shown."""
        return not self.no_pages

    def link(self, **more: object) -> str:
        """The address of the page, with another part of the source."""
        asked = {"source": "text"} if self.as_text and self.has_pages else {}
        given = {**self.query, **asked, **{k: str(v) for k, v in more.items()}}
        return "/adjudicate?" + urlencode({k: v for k, v in given.items() if v})

    def image(self, page: int) -> str:
        """The address of a page's image."""
        known = self.document.source_sha256[:12]  # another source, another address
        query = {"doc": self.document.id, "page": page, "of": known}
        return "/image?" + urlencode(query)


def source_view(
    document: Document,
    case: Case,
    query: Mapping[str, str],
    as_text: bool,
    at: int | None,
) -> SourceView:
    """The source of ``case``, with the quotes of either coder marked."""
    spans = source.spans_of(document, list(_marked(case)))
    no_pages = "" if document.layout.pages else "it has no pages"
    no_pages = no_pages or images.problem(document) or ""
    as_text = as_text or bool(no_pages)
    draw = source.draw_text if as_text else source.draw_pages
    drawn = draw(document, spans, at)
    return SourceView(document, drawn, as_text, no_pages, query)


def _marked(case: Case) -> Iterator[Value]:
    """The values of both, each under the name by which the page lights it up."""
    for row in case.rows:
        for side, value in (("one", row.one), ("two", row.two)):
            if value is not None:
                yield replace(value, id=f"{row.name}.{side}", alternatives=())


def around(
    found: Sequence[Case], case: Case
) -> tuple[Case | None, Case | None, Sequence[Case]]:
    """The case before and that after, and those near it, as many as a list holds.

    After the last comes the first.
    """
    keys = [(c.doc_id, c.key) for c in found]
    here = (case.doc_id, case.key)
    if here not in keys:
        return None, found[0] if found else None, found[:ROWS]
    at = keys.index(here)
    first = max(0, min(at - ROWS // 2, len(found) - ROWS))
    after = found[(at + 1) % len(found)] if len(found) > 1 else None
    return found[at - 1] if at else None, after, found[first : first + ROWS]
