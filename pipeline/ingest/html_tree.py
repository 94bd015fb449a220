"""A web page as a tree of elements, however broken, big or deep its markup is.

Built on the standard library's tolerant parser. Nothing here calls itself, so that
depth costs no stack; what passes a bound is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from incidents.pipeline.ingest.limits import Deadline, IngestError

_DEPTH, _ELEMENTS = 5_000, 300_000
#: What is given to the parser at once: it looks for the end of a tag from its start.
_CHUNK = 1 << 16
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)
#: Elements that end where one of the named begins beside them.
_ENDED_BY = {
    "p": frozenset(
        "address article aside blockquote div dl fieldset figure footer form h1 h2 h3"
        " h4 h5 h6 header hr main nav ol p pre section table ul".split()
    ),
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": frozenset(("td", "th", "tr", "tbody", "tfoot")),
    "th": frozenset(("td", "th", "tr", "tbody", "tfoot")),
    "tr": frozenset(("tr", "tbody", "tfoot")),
    "option": frozenset(("option", "optgroup")),
}
#: What a head may hold; anything else begins the body, with or without its tag.
_HEADED = frozenset(
    "base link meta noscript script style template title object".split()
)
#: An end tag reaches through these only for a tag as big.
_SCOPES = frozenset(("table", "td", "th", "body", "html", "ul", "ol"))
_RAW = frozenset(("script", "style"))
#: What only the whole page has, so that a style sheet's rules for it find it.
ROOT = ":root"


@dataclass(slots=True, eq=False)
class Element:
    """An element with what stands in it, in order."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute, stripped; empty where there is none."""
        return self.attributes.get(name, "").strip()

    def ancestors(self) -> Iterator[Element]:
        """The elements it stands in, the nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


def walk(
    root: Element, wanted: Callable[[Element], bool] = lambda _: True
) -> Iterator[tuple[Element | str, bool]]:
    """What stands in ``root``, in order: texts, and elements as they begin and end.

    Yields:
        An element or a text, and whether it begins; elements that are not ``wanted``
        are passed over with all that is in them.
    """
    waiting: list[tuple[Element | str, bool]] = [(root, True)]
    while waiting:
        node, begins = waiting.pop()
        if isinstance(node, str) or not begins:
            yield node, begins
        elif wanted(node):
            yield node, True
            waiting.append((node, False))
            waiting += [(child, True) for child in reversed(node.children)]


def elements(root: Element) -> Iterator[Element]:
    """``root`` and every element in it, in order."""
    return (n for n, begins in walk(root) if begins and isinstance(n, Element))


def text_of(root: Element) -> str:
    """All text in ``root``, its white space made single."""
    found = (n for n, _ in walk(root, lambda e: e.tag not in _RAW))
    return " ".join("".join(n for n in found if isinstance(n, str)).split())


def parse(source: str, text: str, deadline: Deadline) -> Element:
    """The tree of a page.

    Raises:
        IngestError: It is nested too deep, or has too many elements.
    """
    parser = _Parser(source)
    for start in range(0, len(text), _CHUNK):
        deadline.check()
        parser.feed(text[start : start + _CHUNK])
    # a tag or comment that never ends takes the rest with it, as in a browser
    if not parser.rawdata.startswith("<"):
        parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {ROOT: ""})
        self._source = source
        self._open = [self.root]
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("html", "body") and any(e.tag == tag for e in self._open[1:4]):
            return
        self._end_implied(tag)
        if self._open[-1].tag == "head" and tag not in _HEADED:
            self._open.pop()
        self._count += 1
        parent = self._open[-1]
        attributes = {name: value or "" for name, value in reversed(attrs)}
        element = Element(tag, attributes, parent)
        parent.children.append(element)
        if tag not in _VOID:
            self._open.append(element)
        if len(self._open) > _DEPTH or self._count > _ELEMENTS:
            much = "nested too deep" if self._count <= _ELEMENTS else "too many"
            raise IngestError(
                self._source,
                f"has elements that are {much} to be a report",
                "open it in a browser and save its text",
            )

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # a slash ends nothing in HTML

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                return
            if self._open[at].tag in _SCOPES and tag not in _SCOPES | {"div", "tr"}:
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Pass over what is no HTML, at which the library's own raises."""
        return self.parse_bogus_comment(i)

    def _end_implied(self, tag: str) -> None:
        for at in range(len(self._open) - 1, max(0, len(self._open) - 8), -1):
            ended = _ENDED_BY.get(self._open[at].tag, frozenset())
            if tag in ended:
                del self._open[at:]
                self._end_implied(tag)
                return
            if self._open[at].tag in _SCOPES - {"td", "th"}:
                return
