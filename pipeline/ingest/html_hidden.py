"""What a page holds and does not show, or shows as struck out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.ingest.html_tree import Element, elements
from pipeline.ingest.selectors import Selectors

_ZERO = r"0*\.?0*(?:px|pt|em|rem|%)?\s*(?:!important)?\s*(?:;|$)"
_HIDING = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|(?:content-)?visibility\s*:\s*(?:hidden|collapse)"
    rf"|(?:font-size|opacity|max-height|max-width)\s*:\s*{_ZERO}"
    r"|font-size\s*:\s*(?:1|0?\.\d+)px|font-size\s*:\s*0?\.0\d*(?:em|rem)"
    r"|opacity\s*:\s*0?\.0\d*\s*(?:;|$)|filter\s*:[^;]*opacity\(\s*0?\.?0*%?\s*\)"
    r"|transform\s*:[^;]*(?:scale[xy3d]{0,2}\(\s*0?\.?0*\s*[,)]"
    r"|translate[xy3d]{0,2}\([^)]*-\d{4,})"
    r"|(?:left|top|right|text-indent)\s*:\s*-\d{3,}"
    r"|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)"
    r"|clip\s*:\s*rect\(\s*(?:0|1px)[\s,])",
    re.I,
)
#: No height or no width, and what does not fit is cut off.
_FLAT = re.compile(rf"(?:^|[;\s])(?:height|width)\s*:\s*{_ZERO}", re.I)
_CUT = re.compile(r"(?:^|[;\s])overflow\s*:\s*(?:hidden|clip)", re.I)
_SHOWING = re.compile(r"(?:^|[;\s])display\s*:\s*(?!none)[a-z]", re.I)
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?", re.I)
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
_WHITE_GROUND = re.compile(
    r"background(?:-color)?\s*:\s*(?:white|#fff(?:fff)?\b"
    r"|rgba?\(\s*255\s*,\s*255\s*,\s*255)",
    re.I,
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.S)
_RULE = re.compile(r"([^{}]*)([{}])")
_LONGEST_SHEET = 1_000_000


def hidden(root: Element) -> set[Element]:
    """The outermost elements of ``root`` that are not shown."""
    rules = [rule for sheet in _sheets(root) for rule in _rules(sheet)]
    hide = Selectors((n, s) for n, (s, told) in enumerate(rules) if _is_hiding(told))
    show = Selectors((n, s) for n, (s, told) in enumerate(rules) if _shows(told))
    return {e for e in elements(root) if _hides(e, hide, show)}


def struck(root: Element) -> set[Element]:
    """The elements of ``root`` whose text is struck out."""
    rules = [rule for sheet in _sheets(root) for rule in _rules(sheet)]
    strike = Selectors(
        (n, s) for n, (s, told) in enumerate(rules) if _STRUCK.search(told)
    )
    return {e for e in elements(root) if _strikes(e, strike)}


def _is_hiding(told: str) -> bool:
    """Whether declarations of a style hide what they are for."""
    if "\\" in told:
        told = _ESCAPE.sub(lambda m: chr(min(int(m[1], 16), 0xFFFF)), told)
    flat = _FLAT.search(told) is not None and _CUT.search(told) is not None
    return flat or _HIDING.search(told) is not None


def _shows(told: str) -> bool:
    return _SHOWING.search(told) is not None


def _strikes(element: Element, strike: Selectors) -> bool:
    if element.tag in ("html", "body", ""):
        return False
    return (
        element.tag in _STRIKING
        or _STRUCK.search(element.get("style")[:10_000]) is not None
        or strike.last(element) >= 0
    )


def _hides(element: Element, hide: Selectors, show: Selectors) -> bool:
    if element.tag in ("html", "body", ""):
        return False  # a page that shows itself by a script when it is loaded
    style = element.get("style")[:10_000]
    if (
        "hidden" in element.attributes
        or element.get("aria-hidden").lower() == "true"
        or (bool(style) and _is_hiding(style))
        or (bool(style) and _white(element, style))
    ):
        return True
    at = hide.last(element)
    return at >= 0 and at >= show.last(element)


def _white(element: Element, style: str) -> bool:
    """Whether text is white with no ground of its own painted under it."""
    if not _WHITE.search(style):
        return False
    if _GROUND.search(style):
        return _WHITE_GROUND.search(style) is not None
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


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Each selector with its declarations, of rules that hold whatever the screen."""
    depth, conditional, selector = 0, 0, ""
    for match in _RULE.finditer(sheet):
        before, bracket = match.groups()
        if bracket == "{":
            depth += 1
            selector = before.rpartition(";")[2].strip()
            if selector.startswith("@"):
                conditional = conditional or depth
        else:
            if depth and not conditional:
                for one in selector.split(","):
                    yield one.strip(), before
            if depth == conditional:
                conditional = 0
            depth = max(0, depth - 1)
