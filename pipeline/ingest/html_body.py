"""Which part of a page is its report, and which is what every page of a site has."""

from __future__ import annotations

import re
from dataclasses import dataclass

from incidents.gazetteers import words
from incidents.pipeline.ingest.html_tree import Element, elements, text_of, walk

#: Never text of a report.
DROPPED = frozenset(
    "script style noscript template iframe object embed svg canvas video audio map"
    " button select input textarea datalist dialog menu head title math".split()
)
#: Furniture of a page, unless most of its text stands there.
_FURNITURE = frozenset("nav footer aside form header".split())
_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu"
    " menubar toolbar".split()
)
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_LISTS = frozenset("ul ol div section table dl p".split())
#: Shares of the page's text: the most that furniture has, the least of a main part.
_MOST, _MAIN = 0.4, 0.5
_LINKED, _LINKS = 0.6, 3
_PROSE = 80
#: A sentence with links in it: its end, its own words, its length.
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_WORDS, _LONG, _SENTENCE, _LONGEST = 2, 8, 40, 10_000


@dataclass(slots=True)
class Measure:
    """How much of an element is text, text of links, running text, whole sentences."""

    text: int = 0
    linked: int = 0
    links: int = 0
    prose: int = 0
    told: int = 0


def body(root: Element, hidden: set[Element]) -> tuple[list[Element], set[Element]]:
    """The elements that hold the report, in order, and what to pass over in them."""
    dropped = hidden | {e for e in elements(root) if e.tag in DROPPED}
    sizes = measure(root, dropped)
    dropped |= _furniture(root, sizes, dropped)
    sizes = measure(root, dropped)
    dropped |= {e for e in sizes if _link_list(e, sizes[e])}
    sizes = measure(root, dropped)
    return _main(root, sizes), dropped


def measure(root: Element, dropped: set[Element]) -> dict[Element, Measure]:
    """The measure of every element that is kept."""
    sizes: dict[Element, Measure] = {}
    in_link = 0
    for node, begins in walk(root, lambda e: e not in dropped):
        if isinstance(node, str):
            continue
        if begins:
            texts = (c for c in node.children if isinstance(c, str))
            own = sum(len(" ".join(text.split())) for text in texts)
            in_link += node.tag == "a"
            sizes[node] = Measure(own, own if in_link else 0, node.tag == "a")
            continue
        mine = sizes[node]
        in_link -= node.tag == "a"
        if node.tag in ("p", "li", "div", "blockquote", "td") and not mine.prose:
            unlinked = mine.text - mine.linked
            mine.prose = mine.text if unlinked >= _PROSE else 0
            if not mine.told and mine.links and _is_sentence(node, mine):
                mine.told = mine.text
        if node.parent in sizes:
            above = sizes[node.parent]
            above.text += mine.text
            above.linked += mine.linked
            above.links += mine.links
            above.prose += mine.prose
            above.told += mine.told
    return sizes


def _furniture(
    root: Element, sizes: dict[Element, Measure], dropped: set[Element]
) -> set[Element]:
    whole = max(1, sizes[root].text)
    return {
        e
        for e in sizes
        if _named_furniture(e) and sizes[e].text < _MOST * whole
        if not (e.tag == "header" and _in_article(e))
    }


def _named_furniture(element: Element) -> bool:
    if element.tag in _FURNITURE or element.get("role").lower() in _ROLES:
        return True
    if element.tag in ("html", "body", "main", "article", "p", "h1", "time", ""):
        return False
    names = words("layout", "furniture")
    named = f"{element.get('class')} {element.get('id')}"[:500]
    return any(part.lower() in names for part in _NAME.findall(named))


def _in_article(element: Element) -> bool:
    return any(e.tag in ("article", "main") for e in element.ancestors())


def _link_list(element: Element, size: Measure) -> bool:
    return (
        element.tag in _LISTS
        and size.links >= _LINKS
        and size.linked > _LINKED * size.text
        and size.told < _MAIN * size.text
    )


def _is_sentence(element: Element, size: Measure) -> bool:
    """Whether text with links in it is a sentence, and not a row of links."""
    if not _SENTENCE <= size.text <= _LONGEST:
        return False
    if not _ENDED.search(text_of(element)):
        return False
    own = [n for n, _ in walk(element, lambda e: e.tag != "a") if isinstance(n, str)]
    if len(_WORD.findall(" ".join(own))) >= _WORDS:
        return True
    ended = bool(own) and _ENDED.search(own[-1]) is not None
    return ended and len(_WORD.findall(text_of(element))) >= _LONG


def _main(root: Element, sizes: dict[Element, Measure]) -> list[Element]:
    """The smallest part that holds most running text, and the heading over it."""
    whole = sizes[root].prose or sizes[root].text
    at = root
    while True:
        share = "prose" if sizes[root].prose else "text"
        inner = [c for c in at.children if isinstance(c, Element) and c in sizes]
        best = max(inner, key=lambda e: getattr(sizes[e], share), default=None)
        if best is None or best.tag in ("p", "ul", "ol", "table", "tr", "tbody", "pre"):
            break
        if getattr(sizes[best], share) < (0.8 if best.tag != "article" else _MAIN) * (
            whole
        ):
            break
        at = best
    heading = next((e for e in sizes if e.tag == "h1" and text_of(e)), None)
    if heading is None or at is root or at in heading.ancestors():
        return [at]
    above = next(e for e in at.ancestors() if e in heading.ancestors())
    if sizes[above].text <= 1.3 * sizes[at].text + 200:
        return [above]
    before = next(e for e in sizes if e in (heading, at))
    return [heading, at] if before is heading else [at]
