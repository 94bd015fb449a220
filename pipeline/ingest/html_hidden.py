"""What a page holds and does not show, or shows as struck out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.ingest.html_tree import Element, elements

_ZERO = r"0*\.?0*(?:px|pt|em|rem|%)?\s*(?:!important)?\s*(?:;|$)"
_HIDING = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    rf"|(?:font-size|opacity|max-height|max-width)\s*:\s*{_ZERO}"
    r"|(?:left|top|right|text-indent)\s*:\s*-\d{3,}"
    r"|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|clip\s*:\s*rect\(\s*(?:0|1px)[\s,])",
    re.I,
)
_STRUCK = re.compile(
    r"(?:^|[;\s])text-decoration(?:-line)?\s*:[^;{}]*\bline-through", re.I
)
_STRIKING = frozenset(("del", "s", "strike"))
_WHITE = re.compile(
    r"(?:^|[;\s])color\s*:\s*(?:white|transparent|#fff(?:fff)?"
    r"|rgba?\(\s*255\s*,\s*255\s*,\s*255)",
    re.I,
)
_GROUND = re.compile(r"background", re.I)
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.S)
_RULE = re.compile(r"([^{}]*)([{}])")
#: Selectors of one element by its class or id; others need a browser.
_SIMPLE = re.compile(r"[a-z0-9]*([.#])([\w-]+)", re.I)
_LONGEST_SHEET = 1_000_000


def hidden(root: Element) -> set[Element]:
    """The outermost elements of ``root`` that are not shown."""
    names = {n for sheet in _sheets(root) for n in _names(sheet, _HIDING)}
    return {e for e in elements(root) if _hides(e, names)}


def struck(root: Element) -> set[Element]:
    """The elements of ``root`` whose text is struck out."""
    names = {n for sheet in _sheets(root) for n in _names(sheet, _STRUCK)}
    return {e for e in elements(root) if _strikes(e, names)}


def _strikes(element: Element, names: set[str]) -> bool:
    if element.tag in ("html", "body", ""):
        return False
    return (
        element.tag in _STRIKING
        or _STRUCK.search(element.get("style")[:10_000]) is not None
        or _is_named(element, names)
    )


def _is_named(element: Element, names: set[str]) -> bool:
    """Whether a style sheet's rule for a class or an id holds for it."""
    return bool(names) and (
        any(f".{c}" in names for c in element.get("class").split())
        or f"#{element.get('id')}" in names
    )


def _hides(element: Element, names: set[str]) -> bool:
    if element.tag in ("html", "body", ""):
        return False  # a page that shows itself by a script when it is loaded
    style = element.get("style")[:10_000]
    return (
        "hidden" in element.attributes
        or element.get("aria-hidden").lower() == "true"
        or (bool(style) and _HIDING.search(style) is not None)
        or (bool(style) and _white(element, style))
        or _is_named(element, names)
    )


def _white(element: Element, style: str) -> bool:
    """Whether text is white with no ground of its own painted under it."""
    if not _WHITE.search(style) or _GROUND.search(style):
        return False
    return not any(
        _GROUND.search(e.get("style")) or e.get("bgcolor") or e.get("class")
        for e in element.ancestors()
        if e.tag not in ("html", "body")
    )


def _sheets(root: Element) -> Iterator[str]:
    for element in elements(root):
        if element.tag == "style":
            text = "".join(c for c in element.children if isinstance(c, str))
            yield _COMMENT.sub(" ", text[:_LONGEST_SHEET])


def _names(sheet: str, doing: re.Pattern[str]) -> Iterator[str]:
    """Classes and ids that a style sheet does that to, whatever the screen."""
    depth, conditional, selector = 0, 0, ""
    for match in _RULE.finditer(sheet):
        before, bracket = match.groups()
        if bracket == "{":
            depth += 1
            selector = before.rpartition(";")[2].strip()
            if selector.startswith("@"):
                conditional = conditional or depth
        else:
            if depth and not conditional and doing.search(before):
                for one in selector.split(","):
                    simple = _SIMPLE.fullmatch(one.strip())
                    if simple:
                        yield simple[1] + simple[2]
            if depth == conditional:
                conditional = 0
            depth = max(0, depth - 1)
