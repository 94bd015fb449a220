"""What a page's JSON-LD says of its report, and not of its site or of other pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

#: What holds a page's own things, and not what it only refers to.
_HOLDS = ("@graph", "mainEntity", "mainEntityOfPage")
_ARTICLE = re.compile(r"(?:Article|Posting|Publication)$|^Report")
_PAGE = re.compile(r"Page$|^(?:Creative|Digital)|^$")
#: What hides a script from a reader of XML, or from a very old browser.
_WRAPPING = re.compile(
    r"\A\s*(?://|/\*)?\s*<!(?:\[CDATA\[|--)(?:\s*\*/)?"
    r"|(?://|/\*)?\s*(?:\]\]|--)>(?:\s*\*/)?\s*\Z"
)
_LONGEST, _NODES, _DEPTH = 1_000_000, 1_000, 5

Node = dict[str, Any]


class LinkedData:
    """The objects of a page's scripts."""

    def __init__(self) -> None:
        self._nodes: list[Node] = []

    def add(self, script: str) -> None:
        """Read a script; a broken one says nothing."""
        if len(script) > _LONGEST:
            return
        try:
            loaded = json.loads(_WRAPPING.sub("", script), strict=False)
        except (ValueError, RecursionError):
            return
        self._nodes += _nodes(loaded, 0)
        del self._nodes[_NODES:]

    def published(self, headline: str) -> Iterator[str]:
        """Days given, the likeliest to be that of the report under ``headline`` first.

        That of an article comes before that of the page around it; that of a site, a
        person or an image is none.
        """
        for node in self._ranked(headline):
            yield _first(node.get("datePublished"))

    def publisher(self, headline: str) -> str:
        """The name of who published the report; empty where it is not given."""
        named = {str(n["@id"]): n for n in self._nodes if "@id" in n and "name" in n}
        for node in self._ranked(headline):
            given = node.get("publisher")
            given = given[0] if isinstance(given, list) and given else given
            if isinstance(given, dict) and "name" not in given:
                given = named.get(str(given.get("@id")), {})
            name = given.get("name") if isinstance(given, dict) else given
            if found := _first(name):
                return found
        return ""

    def _ranked(self, headline: str) -> list[Node]:
        ranks = {id(node): _rank(node, headline) for node in self._nodes}
        kept = [node for node in self._nodes if ranks[id(node)] is not None]
        return sorted(kept, key=lambda node: ranks[id(node)] or 0)


def _rank(node: Node, headline: str) -> int | None:
    """How far a node is from the page's report; None where it is something else."""
    given = node.get("@type", "")
    types = [str(t) for t in given] if isinstance(given, list) else [str(given)]
    if any(_ARTICLE.search(t) for t in types):
        told = _first(node.get("headline") or node.get("name"))
        return 0 if _alike(told, headline) else 1
    return 2 if any(_PAGE.search(t) for t in types) else None


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one.casefold().strip(), other.casefold().strip()), key=len)
    return bool(short) and long.startswith(short)


def _nodes(loaded: Any, depth: int) -> Iterator[Node]:
    """A loaded object and those that it holds as the page's own."""
    if depth > _DEPTH:
        return
    if isinstance(loaded, list):
        for one in loaded[:_NODES]:
            yield from _nodes(one, depth + 1)
    elif isinstance(loaded, dict):
        yield loaded
        for key in _HOLDS:
            yield from _nodes(loaded.get(key), depth + 1)


def _first(given: Any) -> str:
    """A string, or the first of a list of them."""
    if isinstance(given, list):
        given = given[0] if given else ""
    return given if isinstance(given, str) else ""
