"""What can be seen of a page: text that a reader of the print would not see is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from incidents.pipeline.ingest.overprint import once
from incidents.pipeline.ingest.page import UNMAPPED, Box, Glyph, Page

#: Render modes that paint nothing; ISO 32000-1, table 106.
UNPAINTED = 3
_UNPAINTED = {UNPAINTED, 7}
_SMALLEST = 1.0
_THIN = 3.0
#: Two greys closer than this look the same.
_CONTRAST = 0.04
_SCAN = 0.5
_REDACTED = "marked to be blacked out"
#: Share of the page: a bigger box than this is no cover, but a ground of its own.
_COVER = 0.25
#: Shapes that are looked under, of all that are painted after text.
_SHAPES = 2_000
#: Side of a square that paint is looked up by, in points.
_SQUARE = 40.0
#: Colour spaces whose numbers are grey, red-green-blue or the four printing inks.
_PLAIN = {"DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB", "ICCBased"}


def luminance(colour: Any, space: str) -> float | None:
    """How light a colour is, 0 to 1; None for a pattern or an ink of its own."""
    if space not in _PLAIN:
        return None
    if isinstance(colour, int | float):
        return float(colour)
    if not isinstance(colour, tuple | list) or not all(
        isinstance(c, int | float) for c in colour
    ):
        return None
    if len(colour) == 1:
        return float(colour[0])
    if len(colour) == 3:
        red, green, blue = colour
        return float(0.3 * red + 0.59 * green + 0.11 * blue)
    if len(colour) == 4:
        cyan, magenta, yellow, black = colour
        ink = 0.3 * cyan + 0.59 * magenta + 0.11 * yellow
        return float(max(0.0, 1 - ink - black))
    return None


class _Ground:
    """What is painted on a page, by squares, so that much paint costs little."""

    def __init__(self, width: float, height: float) -> None:
        self._last = (int(width // _SQUARE), int(height // _SQUARE))
        self._squares: dict[tuple[int, int], list[tuple[Box, float | None]]] = {}

    def __bool__(self) -> bool:
        return bool(self._squares)

    def paint(self, box: Box, colour: float | None) -> None:
        """Paint a box; what it covers whole is forgotten."""
        x0, y0, x1, y1 = box
        for x in range(max(0, int(x0 // _SQUARE)), self._upto(x1, 0)):
            for y in range(max(0, int(y0 // _SQUARE)), self._upto(y1, 1)):
                left, low = x * _SQUARE, y * _SQUARE
                square = (left, low, left + _SQUARE, low + _SQUARE)
                if _inside(square, box):
                    self._squares[x, y] = []
                self._squares.setdefault((x, y), []).append((box, colour))

    def _upto(self, end: float, axis: int) -> int:
        return min(self._last[axis], int(max(-1.0, end) // _SQUARE)) + 1

    def at(self, x: float, y: float) -> float | None:
        """How light the topmost paint is at a point; None where that is not known."""
        painted = self._squares.get((int(x // _SQUARE), int(y // _SQUARE)), [])
        for box, colour in reversed(painted):
            if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
                return colour
        return 1.0


def leave_redacted(page: Page) -> None:
    """Set glyphs apart whose middle is marked to be blacked out."""
    if not page.redacted:
        return
    kept = [g for g in page.glyphs if not _is_marked(g, page.redacted)]
    signs = sum(not g.text.isspace() for g in page.glyphs)
    if lost := signs - sum(not g.text.isspace() for g in kept):
        page.hidden[_REDACTED] = page.hidden.get(_REDACTED, 0) + lost
    page.glyphs = kept


def _is_marked(glyph: Glyph, marks: Iterable[Box]) -> bool:
    x0, y0, x1, y1 = glyph.box
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    return any(a0 <= x <= a1 and b0 <= y <= b1 for a0, b0, a1, b1 in marks)


class Ink:
    """Sorts what a reader paints on ``page`` into seen and hidden as it comes."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._ground = _Ground(page.width, page.height)
        self._invisible: list[Glyph] = []
        self._covered: list[tuple[Box, int]] = []
        self._boxes: list[tuple[Box, int]] = []
        self._over: list[tuple[Box, int]] = []

    def path(
        self, box: Box, filled: bool, colour: float | None, covers: bool = False
    ) -> None:
        """Note a drawn line or a box; a big box is four lines as well.

        What is painted before a box that ``covers`` is under it.
        """
        x0, y0, x1, y1 = box
        if min(x1 - x0, y1 - y0) <= _THIN:
            self._page.rules.append(box)
            return
        if filled:
            self._ground.paint(box, colour)
        area = max(1.0, self._page.width * self._page.height)
        if covers and (x1 - x0) * (y1 - y0) < _COVER * area:
            self._boxes.append((box, len(self._page.glyphs)))
        if not filled or colour is None or colour < 1 - _CONTRAST:
            self._page.rules += [(x0, y0, x1, y0), (x0, y1, x1, y1)]
            self._page.rules += [(x0, y0, x0, y1), (x1, y0, x1, y1)]

    def painted(self, box: Box) -> None:
        """Note paint of any shape, that may cover what was painted before it."""
        if self._page.glyphs and len(self._over) < _SHAPES:
            self._over.append((box, len(self._page.glyphs)))

    def shading(self) -> None:
        """Note a gradient; what it covers is not known, so that it may be all."""
        self._ground.paint((0.0, 0.0, self._page.width, self._page.height), None)

    def image(self, box: Box) -> None:
        """Note an image; text painted before it is under it."""
        x0, y0, x1, y1 = box
        self._ground.paint(box, None)
        self._covered.append((box, len(self._page.glyphs)))
        area = max(1.0, self._page.width * self._page.height)
        share = (x1 - x0) * (y1 - y0) / area  # some scans are strips
        self._page.images = min(1.0, self._page.images + share)

    def seen(
        self, mode: int, colour: float | None, size: float
    ) -> Callable[[Glyph], None]:
        """Where the glyphs of a string painted so belong."""
        if mode in _UNPAINTED:
            return self._invisible.append
        if size < _SMALLEST:
            return self.hide("too small to see")
        if colour is not None and (colour > 1 - _CONTRAST or self._ground):
            return lambda glyph: self._against(glyph, colour)
        return self._keep

    def _keep(self, glyph: Glyph) -> None:
        x0, y0, x1, y1 = glyph.box
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        if 0 <= x <= self._page.width and 0 <= y <= self._page.height:
            self._page.glyphs.append(glyph)
            self._page.unmapped += glyph.text == UNMAPPED
        else:
            self._count(glyph, "off the page")

    def _against(self, glyph: Glyph, colour: float) -> None:
        """Keep a glyph whose colour differs from what is painted behind it."""
        x0, y0, x1, y1 = glyph.box
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        ground = self._ground.at(x, y)
        if ground is not None and abs(ground - colour) < _CONTRAST:
            self._count(glyph, "in the colour of its ground")
        else:
            self._keep(glyph)

    def hide(self, reason: str) -> Callable[[Glyph], None]:
        """Where glyphs belong that are not seen."""
        return lambda glyph: self._count(glyph, reason)

    def _count(self, glyph: Glyph, reason: str) -> None:
        if not glyph.text.isspace():
            hidden = self._page.hidden
            hidden[reason] = hidden.get(reason, 0) + 1

    def finish(self) -> None:
        """Settle what only the whole page tells: a scan's text layer is its text."""
        self._settle_hidden()
        leave_redacted(self._page)
        self._page.glyphs = once(self._page.glyphs)

    def _settle_hidden(self) -> None:
        page = self._page
        under = self._under(self._covered)
        visible = len(page.glyphs) - len(under)
        if page.images >= _SCAN and len(self._invisible) + len(under) > visible * 4:
            for glyph in self._invisible:
                self._keep(glyph)
            if self._invisible or under:
                page.scanned = True
            return
        for glyph in self._invisible:
            self._count(glyph, "painted invisibly")
        boxed = self._under(self._boxes) - under
        page.doubtful = page.doubtful or bool(self._under(self._over) - boxed)
        reasons = dict.fromkeys(boxed, "under a painted box")
        reasons |= dict.fromkeys(under, "under an image")
        for index, reason in reasons.items():
            self._count(page.glyphs[index], reason)
        page.glyphs = [g for n, g in enumerate(page.glyphs) if n not in reasons]

    def _under(self, covered: list[tuple[Box, int]]) -> set[int]:
        """The numbers of the glyphs that lie under what is painted after them."""
        glyphs = self._page.glyphs
        squares: dict[tuple[int, int], list[int]] = {}
        for index, glyph in enumerate(glyphs if covered else ()):
            x, y = glyph.box[:2]
            squares.setdefault((int(x // _SQUARE), int(y // _SQUARE)), []).append(index)
        return {
            index
            for box, before in covered
            for index in _within(box, squares)
            if index < before and _inside(glyphs[index].box, box)
        }


def _within(box: Box, squares: dict[tuple[int, int], list[int]]) -> Iterator[int]:
    """The numbers in the squares that ``box`` reaches."""
    x0, y0, x1, y1 = (int(side // _SQUARE) for side in box)
    if (x1 - x0 + 1) * (y1 - y0 + 1) > len(squares):
        keys: Iterable[tuple[int, int]] = squares
    else:
        keys = ((x, y) for x in range(x0, x1 + 1) for y in range(y0, y1 + 1))
    return (n for key in keys for n in squares.get(key, ()))


def _inside(inner: Box, outer: Box) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )
