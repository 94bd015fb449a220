"""Elements of a page that are only the mark of a note."""

from __future__ import annotations

import re
from itertools import islice

from incidents.gazetteers import words
from incidents.pipeline.ingest import marks
from incidents.pipeline.ingest.html_tree import Element, elements, walk

_RAISED = re.compile(r"(?:^|[;\s])vertical-align\s*:\s*(?:super|text-top)", re.I)
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_TAGS = frozenset("sup a span small font b i em".split())
#: A mark has no more characters and elements than these.
_LONGEST, _NODES, _NEAR = 40, 30, 6


def is_mark(element: Element, before: str) -> bool:
    """Whether ``element``, which stands behind ``before``, is a note's mark."""
    if element.tag not in _TAGS:
        return False
    text = _short(element)
    if not text:
        return False
    raised = element.tag == "sup" or _raises(element)
    linked = _is_linked(element, raised)
    if not raised and not (linked and before[-1:].strip()):
        return False
    return marks.is_mark(text, before, _after(element), linked)


def _short(element: Element) -> str:
    """Its text, where that may be a mark's; empty where there is more."""
    text = ""
    for number, (node, _) in enumerate(walk(element)):
        text += node if isinstance(node, str) else ""
        if number > _NODES or len(text) > _LONGEST:
            return ""
    return " ".join(text.split())


def _raises(element: Element) -> bool:
    return _is_named(element) or _RAISED.search(element.get("style")[:500]) is not None


def _is_named(element: Element) -> bool:
    """Whether its class says that it is a mark."""
    named = f"{element.get('class')} {element.get('role')}"[:500]
    known = words("layout", "marks")
    return any(part.lower() in known for part in _NAME.findall(named))


def _is_linked(element: Element, raised: bool) -> bool:
    """Whether it is, has or is in a link; if not raised, to a place of the page."""
    links = [e for e in elements(element) if e.tag == "a"]
    if raised:
        near = islice(element.ancestors(), _NEAR)
        return bool(links) or any(e.tag == "a" for e in near)
    plain = element.tag == "a" and not any(c.isalpha() for c in _short(element))
    return plain and element.get("href").startswith("#")


def _after(element: Element) -> str:
    """The text right after an element, as far as its own parent holds it."""
    beside = element.parent.children if element.parent else []
    at = next((n for n, child in enumerate(beside) if child is element), len(beside))
    following = beside[at + 1 : at + 2]
    return following[0] if following and isinstance(following[0], str) else ""
