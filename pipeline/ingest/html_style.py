"""What a page's own style sheets and attributes say of each element."""

from __future__ import annotations

import re

from incidents.pipeline.ingest import css
from incidents.pipeline.ingest.html_tree import Element, elements
from incidents.pipeline.ingest.selectors import Selectors

Style = dict[str, str]

_LONGEST = 10_000
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)")
#: What stands where a variable was that nothing sets.
UNSET = "unset-variable"


class Styles:
    """The styles of a page's elements.

    Attributes:
        linked: Whether the page has sheets besides that are not in it.
    """

    def __init__(self, root: Element) -> None:
        sheets = [_text(e) for e in elements(root) if e.tag == "style"]
        written = [rule for sheet in sheets for rule in css.rules(sheet)]
        self._told = [tuple(css.declarations(told)) for _, told in written]
        self._selectors = Selectors((n, s) for n, (s, _) in enumerate(written))
        self.linked = any("@import" in sheet for sheet in sheets) or any(
            e.tag == "link" and "stylesheet" in e.get("rel").lower()
            for e in elements(root)
        )

    def of(self, element: Element) -> Style:
        """What is declared for ``element``: the last word on each property."""
        style, important = _attributes(element), Style()
        given = [self._told[n] for n in self._selectors.matching(element)]
        if own := element.get("style")[:_LONGEST]:
            given.append(tuple(css.declarations(css.plain(own))))
        for told in given:
            for name, value, first in told:
                (important if first else style)[name] = value
        return style | important


def resolved(value: str, variables: Style) -> str:
    """``value`` with what its variables stand for; ``UNSET`` where nothing does."""
    for _ in range(4):
        if "var(" not in value or len(value) > _LONGEST:
            break
        value = _VARIABLE.sub(
            lambda m: variables.get(m[1], (m[2] or UNSET).strip()), value
        )
    return value


def _text(element: Element) -> str:
    return "".join(c for c in element.children if isinstance(c, str))


def _attributes(element: Element) -> Style:
    """What attributes of old say as a style."""
    style = Style()
    if ground := element.get("bgcolor"):
        style["background"] = ground
    name = {"font": "color", "body": "text"}.get(element.tag)
    if name and (ink := element.get(name)):
        style["color"] = ink
    return style
