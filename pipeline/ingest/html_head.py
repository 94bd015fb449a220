"""What a page's own markup says of it: title, publisher, day, address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from incidents.pipeline.ingest.clean import Cleaner, single_spaced
from incidents.pipeline.ingest.head import Found, find_dates, read_date
from incidents.pipeline.ingest.html_tree import Element, elements, text_of
from incidents.pipeline.ingest.linked_data import LinkedData

_TITLE = ("og:title", "twitter:title", "dc.title", "headline")
_PUBLISHER = ("og:site_name", "dc.publisher", "publisher")
_PUBLISHED = (
    "article:published_time og:published_time datepublished dc.date.issued dc.date"
    " dcterms.issued dcterms.date date pubdate publishdate publish-date publish_date"
    " publication_date citation_publication_date sailthru.date parsely-pub-date"
    " originalpublicationdate article.published"
).split()
_LONGEST_TITLE = 500
_ARTICLE, _FRAME = frozenset(("article", "main")), frozenset(("nav", "aside", "footer"))
_NEAR = 50
#: How far down the day may be printed that the markup gives.
_HEAD = 1_500


class Head:
    """Meta tags, linked data and the like of one page."""

    def __init__(self, root: Element, clean: Cleaner) -> None:
        self._clean = clean
        self._metas: dict[str, str] = {}
        self._first: dict[str, Element] = {}
        self._times: list[Element] = []
        self._links: dict[str, str] = {}
        self._linked = LinkedData()
        for element in elements(root):
            self._note(element)

    def _note(self, element: Element) -> None:
        self._first.setdefault(element.tag, element)
        if element.tag == "meta":
            for key in ("property", "name", "itemprop"):
                name = element.get(key).lower()
                if name and element.get("content"):
                    self._metas.setdefault(name, element.get("content"))
        elif element.tag == "time":
            self._times.append(element)
        elif element.tag == "link" and element.get("href"):
            self._links.setdefault(element.get("rel").lower(), element.get("href"))
        elif element.tag == "script" and "ld+json" in element.get("type").lower():
            self._linked.add("".join(c for c in element.children if isinstance(c, str)))

    def title(self) -> str | None:
        """The headline; without the site's name where the page's heading lacks it."""
        heading = self._text("h1")
        found = self._meta(_TITLE) or self._text("title") or heading
        if heading and found and found.casefold().startswith(heading.casefold()):
            return heading
        return found or None

    def publisher(self) -> str | None:
        """The site's or the paper's name."""
        given = self._linked.publisher(self._text("h1"))
        return self._meta(_PUBLISHER) or single_spaced(given)[:_LONGEST_TITLE] or None

    def url(self) -> str | None:
        """The page's own address, where it is one on the web."""
        for url in (self._links.get("canonical", ""), self._metas.get("og:url", "")):
            if url.startswith(("http://", "https://")) and url.isprintable():
                return url
        return None

    def published(self, text: str) -> Found | None:
        """The day of publication, at the place where ``text`` prints it."""
        day = next((d for given in self._given_days() if (d := _day(given))), None)
        if day is None:
            return None
        for found in find_dates(text[:_HEAD]):
            if found.value == day.isoformat():
                return found
        return Found(day.isoformat(), 0, 0)

    def _given_days(self) -> Iterator[str]:
        for name in _PUBLISHED:
            yield self._metas.get(name, "")
        yield from self._linked.published(self._text("h1") or self._text("title"))
        marked = [
            t
            for t in self._times
            if "pubdate" in t.attributes or t.get("itemprop") == "datePublished"
        ]
        for time in marked or _beside_text(self._times):
            yield time.get("datetime")

    def _meta(self, names: tuple[str, ...]) -> str:
        found = next((self._metas[n] for n in names if n in self._metas), "")
        return single_spaced(self._clean(found))[:_LONGEST_TITLE]

    def _text(self, tag: str) -> str:
        if tag not in self._first:
            return ""
        return single_spaced(self._clean(text_of(self._first[tag])))[:_LONGEST_TITLE]


def _beside_text(times: list[Element]) -> list[Element]:
    """The first time of the article, or of the page without what frames it."""
    places = [(t, {e.tag for e in islice(t.ancestors(), _NEAR)}) for t in times]
    within = [t for t, tags in places if tags & _ARTICLE and not tags & _FRAME]
    free = [t for t, tags in places if not tags & _FRAME | (tags & {"header"})]
    return (within or free)[:1]


def _day(given: str) -> date | None:
    """The day of a date and time; without a zone of its own it is as printed."""
    given = given.strip()[:60]
    if not given:
        return None
    if given[:8].isdigit() and len(given) == 8:
        given = f"{given[:4]}-{given[4:6]}-{given[6:]}"
    return read_date(given.replace("/", "-"))
