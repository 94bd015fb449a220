"""What a page holds and does not show, or shows as struck out.

An element that is not shown takes with it what stands in it; text whose ink or size is
not seen may hold other text that is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from incidents.pipeline.ingest.css_values import (
    BLACK,
    CLEAR,
    WHITE,
    Colour,
    alike,
    colour,
    over,
    pixels,
)
from incidents.pipeline.ingest.html_shape import gone
from incidents.pipeline.ingest.html_style import UNSET, Style, Styles, resolved
from incidents.pipeline.ingest.html_tree import Element, elements
from incidents.pipeline.ingest.limits import Deadline

#: The smallest letters that are read, in pixels, and the faintest ink.
_SMALLEST, _FAINTEST = 2.0, 0.1
#: Two colours closer than this look the same.
_CONTRAST = 0.04
_STRIKING = frozenset(("del", "s", "strike"))
_PAINTED = re.compile(r"url\(|gradient\(")
#: What a background's value is that paints nothing of its own.
_BARE = re.compile(r"none|inherit|initial|unset|revert|[\d\s.%a-z]*(?:px|%|0)", re.I)
_NOT_ITSELF = frozenset(("html", "body", ""))


@dataclass(frozen=True, slots=True)
class _Look:
    """How text of an element looks; ``ground`` is None where that is not known."""

    ink: Colour = BLACK
    ground: Colour | None = WHITE
    size: float = 16.0
    shown: bool = True
    cut_out: bool = False
    variables: tuple[tuple[str, str], ...] = ()

    @property
    def unseen(self) -> bool:
        """Whether nobody can see it."""
        if not self.shown or self.size < _SMALLEST:
            return True
        if self.cut_out:
            return False
        if self.ink[3] < _FAINTEST:
            return True
        return self.ground is not None and alike(
            over(self.ink, self.ground), self.ground, _CONTRAST
        )


def hidden(root: Element, styles: Styles, deadline: Deadline) -> set[Element]:
    """The outermost elements of ``root`` that are not shown.

    Text that is not seen and stands beside text that is gets an element of its own.
    """
    found: set[Element] = set()
    looks: dict[Element | None, _Look] = {None: _Look()}
    for count, node in enumerate(list(elements(root))):
        if not count % 1000:
            deadline.check()
        if node.parent in found:
            found.add(node)  # and what stands in it
            continue
        style = styles.of(node)
        look = looks[node.parent]
        if style or node.attributes:
            look = _look(node, style, look, styles)
        looks[node] = look
        if _is_gone(node, style, look):
            found.add(node)
        elif look.unseen and node.tag not in _NOT_ITSELF:
            found |= _own_text(node)
    return {e for e in found if e.parent not in found}


def struck(root: Element, styles: Styles) -> set[Element]:
    """The elements of ``root`` whose text is struck out."""
    return {e for e in elements(root) if _strikes(e, styles)}


def _strikes(element: Element, styles: Styles) -> bool:
    if element.tag in _NOT_ITSELF:
        return False
    if element.tag in _STRIKING:
        return True
    style = styles.of(element)
    told = style.get("text-decoration", "") + style.get("text-decoration-line", "")
    return "line-through" in told


def _own_text(element: Element) -> set[Element]:
    """``element``, or elements of their own for its texts beside other elements."""
    if not any(isinstance(c, Element) for c in element.children):
        return {element}
    made = set()
    for at, child in enumerate(element.children):
        if isinstance(child, str) and child.strip():
            apart = Element("span", {}, element, [child])
            element.children[at] = apart
            made.add(apart)
    return made


def _is_gone(element: Element, style: Style, look: _Look) -> bool:
    """Whether an element is not shown, with all that is in it."""
    if element.tag in _NOT_ITSELF:
        return False  # a page that shows itself by a script when it is loaded
    if "hidden" in element.attributes and style.get("display", "none") == "none":
        return True
    if element.get("aria-hidden").lower() == "true":
        return True
    known = dict(look.variables)
    plain = {n: resolved(v, known) for n, v in style.items() if not n.startswith("--")}
    return gone(plain, look.size)


def _look(element: Element, style: Style, above: _Look, styles: Styles) -> _Look:
    own = tuple((n, v) for n, v in style.items() if n.startswith("--"))
    variables = dict(above.variables) | dict(own)
    told = {n: resolved(v, variables) for n, v in style.items() if n[:2] != "--"}
    look = above
    if own:
        look = replace(look, variables=tuple(variables.items()))
    size = _size(told, above.size)
    if size is not None:
        look = replace(look, size=size)
    if (seen := told.get("visibility")) and element.tag not in _NOT_ITSELF:
        look = replace(look, shown=seen not in ("hidden", "collapse"))
    look = replace(look, ground=_ground(element, told, above.ground, styles))
    clipped = "text" in told.get("background-clip", "").split()
    if clipped or "background" in told or "background-color" in told:
        look = replace(look, cut_out=clipped)
    ink = told.get("text-fill-color") or told.get("color")
    return replace(look, ink=_ink(ink, above.ink, styles)) if ink else look


def _size(told: Style, font: float) -> float | None:
    """The size of letters that a style gives."""
    if size := told.get("font-size"):
        return pixels(size, font)
    for part in told.get("font", "").replace("/", " / ").split():
        if part == "/":
            break
        length = pixels(part, font)
        # weights are numbers without a unit from 100 on
        if length is not None and (not part.isdigit() or length == 0):
            return length
    return None


def _ink(told: str, above: Colour, styles: Styles) -> Colour:
    if UNSET in told:
        # a sheet that is not here may set it; where there is none, it is no colour
        return above if styles.linked else CLEAR
    if told.startswith(("inherit", "currentcolor")):
        return above
    # another colour by its name is one that is seen on white
    return colour(told) or (0.5, 0.25, 0.75, 1.0)


def _ground(
    element: Element, told: Style, above: Colour | None, styles: Styles
) -> Colour | None:
    """What is painted behind an element; None where that is not known."""
    painted = told.get("background-color") or told.get("background")
    if painted is None:
        unknown = styles.linked and (element.get("class") or element.tag == "font")
        return None if unknown and element.tag not in _NOT_ITSELF else above
    if _PAINTED.search(told.get("background", "") + told.get("background-image", "")):
        return None
    found = colour(painted)
    if found is None:
        return above if _BARE.fullmatch(painted) else None
    if found[3] < _FAINTEST or above is None:
        return above if found[3] < 1 else found
    return over(found, above)
