"""Whether an element's own style takes it out of sight: no room, no place, no paint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from incidents.pipeline.ingest.css_values import number, pixels

Style = dict[str, str]

#: The faintest that is seen, the smallest scale, the flattest box in pixels.
_FAINTEST, _SCALE, _FLAT = 0.1, 0.1, 1.0
#: Pixels: moved so far to the left or up, or to the right or down, it is off the page.
_BEFORE, _AFTER, _MARGIN = -400.0, 5_000.0, -900.0
_BLUR, _TIGHT = 5.0, -0.5
_CALL = re.compile(r"([a-z0-9-]+)\(([^()]*(?:\([^()]*\)[^()]*)*)\)", re.I)
_EDGE_ON = re.compile(r"(?:-?90|-?270)deg|-?0?\.25turn|-?0?\.75turn|-?100grad")
_CUTTING = ("hidden", "clip", "scroll", "auto")
_CLEAR = r"(?:transparent|rgba\([^()]*,\s*0\s*\)|#0000(?:0000)?)"
_MASKED = re.compile(rf"gradient\((?:[^,()]*,)?\s*{_CLEAR}\s*,\s*{_CLEAR}\s*\)")
_SECRET = ("disc", "circle", "square")


def gone(style: Style, font: float) -> bool:
    """Whether an element of this style is not seen, nor anything in it.

    Args:
        style: Its declarations, without variables.
        font: Size of its letters in pixels.
    """
    return bool(style) and (
        style.get("display") == "none"
        or style.get("content-visibility") == "hidden"
        or style.get("text-security") in _SECRET
        or _faint(style.get("opacity", "1"))
        or _filtered(style.get("filter", ""))
        or _flat(style, font)
        or _away(style, font)
        or _transformed(style, font)
        or _clipped(style)
        or _tight(style.get("letter-spacing", ""), font)
    )


def _faint(opacity: str) -> bool:
    share = number(opacity)
    return share is not None and share < _FAINTEST


def _filtered(told: str) -> bool:
    for name, of in _CALL.findall(told):
        if name == "opacity" and _faint(of):
            return True
        if name == "contrast" and number(of) == 0:
            return True
        if name == "blur" and (pixels(of) or 0) >= _BLUR:
            return True
    return False


def _flat(style: Style, font: float) -> bool:
    """Whether it has no height or no width, and what does not fit is cut off."""
    sides = ("height", "width", "block-size", "inline-size", "line-height")
    most = [style.get(f"max-{side}", "") for side in sides[:4]]
    if any(pixels(value, font) == 0 for value in most):
        return True
    cut = [style.get(n, "") for n in ("overflow", "overflow-x", "overflow-y")]
    cut.append(style.get("contain", ""))
    if not any(c in value for value in cut for c in (*_CUTTING, "paint")):
        return False
    small = [pixels(style.get(side, ""), font) for side in sides]
    small += [pixels(value, font) for value in most]
    return any(s is not None and s <= _FLAT for s in small) or _indented(style)


def _indented(style: Style) -> bool:
    """Whether its first line begins where the box ends."""
    indent = style.get("text-indent", "")
    return indent.endswith("%") and (number(indent) or 0) >= 1


def _away(style: Style, font: float) -> bool:
    """Whether it is moved off the page."""
    moved = [style.get(n, "") for n in ("left", "top", "right", "bottom")]
    moved += [style.get("text-indent", ""), *style.get("inset", "").split()]
    if any(_off(value, font, _BEFORE) for value in moved):
        return True
    margins = [v for n, v in style.items() if n.startswith("margin")]
    margins += [v for n, v in style.items() if n.startswith("padding")]
    return any(_off(v, font, _MARGIN) for told in margins for v in told.split())


def _off(value: str, font: float, before: float) -> bool:
    if value.endswith("%"):
        share = number(value) or 0
        return before == _BEFORE and (share <= -1 or share >= 5)
    length = pixels(value, font)
    return length is not None and (length <= before or length >= _AFTER)


def _transformed(style: Style, font: float) -> bool:
    """Whether it is scaled to nothing, turned edge on or moved off the page."""
    if any(_small(number(p)) for p in style.get("scale", "").split()):
        return True
    zoom = number(style.get("zoom", ""))
    if _small(zoom):
        return True
    if any(_far(v, font) for v in style.get("translate", "").split()):
        return True
    if re.match(r"[xy] ", style.get("rotate", "")) and _EDGE_ON.search(style["rotate"]):
        return True
    calls = _CALL.findall(style.get("transform", ""))
    return any(_moved(name.lower(), of, font) for name, of in calls)


def _moved(name: str, of: str, font: float) -> bool:
    parts = [part.strip() for part in of.split(",")]
    if name.startswith("scale"):
        return any(_small(number(part)) for part in parts)
    if name.startswith("translate"):
        return any(_far(part, font) for part in parts)
    if name in ("rotatex", "rotatey"):
        return _EDGE_ON.search(of) is not None
    if name == "matrix" and len(parts) == 6:
        a, b, c, d, e, f = (number(part) or 0.0 for part in parts)
        area = abs(a * d - b * c)
        return area < _SCALE**2 or any(_far(str(v), font) for v in (e, f))
    return False


def _small(scale: float | None) -> bool:
    return scale is not None and abs(scale) < _SCALE


def _far(value: str, font: float) -> bool:
    if value.endswith("%"):
        return abs(number(value) or 0) >= 5
    length = pixels(value, font)
    return length is not None and (length <= 2 * _BEFORE or length >= _AFTER)


def _clipped(style: Style) -> bool:
    """Whether nothing of it is left within its clip or mask."""
    for name, of in _CALL.findall(style.get("clip", "")):
        sides = [pixels(p) for p in re.split(r"[\s,]+", of.strip())]
        if name == "rect" and len(sides) == 4 and None not in sides:
            top, right, bottom, left = (s or 0.0 for s in sides)
            if right - left <= _FLAT or bottom - top <= _FLAT:
                return True
    if _MASKED.search(style.get("mask", "") + style.get("mask-image", "")):
        return True
    calls = _CALL.findall(style.get("clip-path", ""))
    return any(_cut(name.lower(), of) for name, of in calls)


def _cut(name: str, of: str) -> bool:
    first = of.replace(",", " ").split()
    if name == "inset":
        shares = [number(p) or 0 for p in first if p.endswith("%")]
        lengths = [pixels(p) or 0 for p in first if not p.endswith("%")]
        return any(s >= 0.5 for s in shares) or any(s >= _AFTER for s in lengths)
    if name in ("circle", "ellipse"):
        radii = first[: 1 if name == "circle" else 2]
        return any(pixels(r) is not None and abs(pixels(r) or 0) <= 1 for r in radii)
    return name == "polygon" and _area(of) is not None and (_area(of) or 0) <= 1


def _area(of: str) -> float | None:
    """The area of a polygon, in pixels or percents as its points are given."""
    points = list(_points(of))
    if len(points) < 3 or None in points:
        return 0.0 if None not in points else None
    known = [p for p in points if p is not None]
    closed = [*known, known[0]]
    return abs(sum(a[0] * b[1] - a[1] * b[0] for a, b in pairwise(closed))) / 2


def _points(of: str) -> Iterator[tuple[float, float] | None]:
    for point in of.split(","):
        x, _, y = point.strip().removeprefix("evenodd").strip().partition(" ")
        across, down = pixels(x, 100), pixels(y, 100)
        yield None if across is None or down is None else (across, down)


def _tight(spacing: str, font: float) -> bool:
    length = pixels(spacing, font)
    return length is not None and length <= _TIGHT * font
