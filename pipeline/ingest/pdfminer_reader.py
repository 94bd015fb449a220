"""Pages by pdfminer.six: characters only, the ordering is ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, ClassVar

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFFont, PDFType3Font, PDFUnicodeNotDefined
from pdfminer.pdfinterp import (
    PDFGraphicState,
    PDFPageInterpreter,
    PDFResourceManager,
    PDFTextState,
)
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1, stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, keyword_name
from pdfminer.utils import PathSegment, apply_matrix_rect, mult_matrix

from incidents.pipeline.ingest.ink import UNPAINTED, Ink, luminance
from incidents.pipeline.ingest.limits import Deadline
from incidents.pipeline.ingest.page import UNMAPPED, Box, Glyph, Page
from incidents.pipeline.ingest.pdf_annotations import annotated, name_of, redactions
from incidents.pipeline.ingest.pdf_content import Content

#: Share of the font size: how far letters go below their line, whatever the font says.
_DESCENT = -0.2
#: Forms in forms, and characters of a text that stands for others than a ligature.
_NESTED, _REPLACED = 12, 20
_PLAIN_MODES = frozenset(("Normal", "Compatible"))
_BOLD = re.compile(r"bold|black|heavy|semibd|demi", re.I)
#: Render modes for which the colour of outlines does not matter.
_FILLED = frozenset((0, 3, 4, 7))
#: A line thicker than this may cover text; a path of more parts than that is a drawing.
_THICK, _LINES = 4.0, 50
#: Characters that are so many times higher than wide are seen still.
_WIDEST = 10.0
#: Points: how far the ends of a line reach out of what it is clipped to.
_SLACK = 2.0
_NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


def read_pages(content: bytes, deadline: Deadline, max_pages: int) -> Iterator[Page]:
    """Each page of a PDF, at most ``max_pages``.

    Raises:
        Exception: Whatever pdfminer.six raises on a broken file.
    """
    document = PDFDocument(PDFParser(BytesIO(content)), password="")
    resources = PDFResourceManager()
    device = _Device(resources, deadline, _layers_off(document))
    interpreter = _Interpreter(resources, device)
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > max_pages:
            return
        page.mediabox = _visible(page)  # what a viewer shows is the crop box
        device.number = number
        interpreter.process_page(page)
        yield device.page


class _Interpreter(PDFPageInterpreter):
    """Tells the device what pdfminer.six passes over.

    Gradients, paint that lets all through, layers that are off, and where paint is
    clipped. A form that draws itself is drawn once.
    """

    device: _Device
    #: What is done for an operator, and how many operands that takes.
    _known: ClassVar[dict[PSKeyword, tuple[Callable[..., None] | None, int]]] = {}

    def execute(self, streams: Sequence[object]) -> None:
        """Do what streams say, those apart in which this one stands."""
        found = [stream_value(each) for each in streams]
        mine = [s for s in found if s.objid not in (None, *self.parent_stream_ids)]
        self.stream_ids = {s.objid for s in mine if s.objid is not None}
        try:
            for told in Content(mine).objects():
                if isinstance(told, PSKeyword):
                    self._do(told)
                else:
                    self.argstack.append(told)
        except PSEOF:
            return

    def _do(self, operator: PSKeyword) -> None:
        """Do what an operator says, with as many operands as it takes."""
        known = self._known.get(operator)
        if known is None:
            name = keyword_name(operator)
            for sign, word in (("*", "_a"), ('"', "_w"), ("'", "_q")):
                name = name.replace(sign, word)
            done = getattr(type(self), f"do_{name}", None)
            known = (done, done.__code__.co_argcount - 1 if done else 0)
            self._known[operator] = known
        done, count = known
        if done is None:
            return
        if not count:
            done(self)
            return
        operands = self.argstack[-count:]
        del self.argstack[-count:]
        if len(operands) == count:
            done(self, *operands)

    def do_q(self) -> None:
        """Save what is told as well."""
        super().do_q()
        self.device.saved.append(self.device.paint)

    def do_Q(self) -> None:
        """Restore it."""
        super().do_Q()
        if self.device.saved:
            self.device.paint = self.device.saved.pop()

    def do_gs(self, name: object) -> None:
        """Note how much paint lets through."""
        states = resolve1(self.resources.get("ExtGState"))
        state = resolve1((states or {}).get(getattr(name, "name", "")))
        if isinstance(state, dict):
            given, mode = resolve1(state.get("ca")), resolve1(state.get("BM"))
            known = self.device.paint
            mask = resolve1(state.get("SMask"))
            self.device.paint = replace(
                known,
                alpha=given if isinstance(given, int | float) else known.alpha,
                plain=known.plain if mode is None else name_of(mode) in _PLAIN_MODES,
                masked=known.masked if mask is None else isinstance(mask, dict),
            )

    def do_scn(self) -> None:
        """Note how light a pattern of one colour is."""
        super().do_scn()
        name = self.graphicstate.ncolor
        if isinstance(name, str):
            patterns = resolve1(self.resources.get("Pattern")) or {}
            self.device.patterns[name] = _one_colour(resolve1(patterns.get(name)))

    def do_W(self) -> None:
        """Note a clip."""
        super().do_W()
        self.device.clip(self.curpath)

    do_W_a = do_W

    def do_BMC(self, tag: object) -> None:
        """Begin what is marked."""
        self.device.layers.append(False)

    def do_BDC(self, tag: object, props: object) -> None:
        """Begin a layer, or what is marked otherwise."""
        named = resolve1(self.resources.get("Properties")) or {}
        if isinstance(props, dict):
            self.device.replaces(resolve1(props.get("ActualText")))
        layer = named.get(name_of(props)) if isinstance(named, dict) else None
        if name_of(tag) == "OC":
            self.device.page.doubtful = True
        self.device.layers.append(self.device.is_off(layer))

    def do_EMC(self) -> None:
        """End it."""
        if self.device.layers:
            self.device.layers.pop()

    def do_Do(self, xobjid_arg: Any) -> None:
        """Draw a form or an image, with what is told as it is now."""
        form = self.xobjmap.get(name_of(xobjid_arg))
        key = getattr(form, "objid", None) or id(form)
        device = self.device
        if key in device.drawing or len(device.drawing) >= _NESTED:
            device.page.looped = True
            return
        saved, paint, layers = device.saved, device.paint, device.layers
        held = resolve1(form)
        layer = held.get("OC") if isinstance(held, PDFStream) else None
        device.saved, device.layers = [], [*layers, device.is_off(layer)]
        device.drawing.append(key)
        super().do_Do(xobjid_arg)
        device.drawing.pop()
        device.saved, device.paint, device.layers = saved, paint, layers

    def do_sh(self, name: object) -> None:
        self.device.shading()


def _one_colour(pattern: object) -> float | None:
    """How light a gradient is whose two ends are alike; None for any other pattern."""
    shading = resolve1(pattern.get("Shading")) if isinstance(pattern, dict) else None
    function = resolve1(shading.get("Function")) if isinstance(shading, dict) else None
    if not isinstance(function, dict):
        return None
    first, last = resolve1(function.get("C0")), resolve1(function.get("C1"))
    if not isinstance(first, list) or first != last:
        return None
    return luminance(first, "ICCBased")


def _visible(page: PDFPage) -> Box:
    x0, y0, x1, y1 = page.mediabox
    a0, b0, a1, b1 = page.cropbox
    crop = (max(x0, a0), max(y0, b0), min(x1, a1), min(y1, b1))
    return crop if crop[0] < crop[2] and crop[1] < crop[3] else page.mediabox


@dataclass(frozen=True, slots=True)
class _Paint:
    """How paint is laid on: how much of it shows, how, and where."""

    alpha: float = 1.0
    plain: bool = True
    masked: bool = False
    clip: Box | None = None

    @property
    def whole(self) -> bool:
        """Whether all of it shows."""
        return self.alpha == 1 and self.plain and not self.masked

    def within(self, box: Box) -> _Paint:
        """The same, where ``box`` is as well."""
        if self.clip is None:
            return replace(self, clip=box)
        x0, y0, x1, y1 = self.clip
        clip = max(x0, box[0]), max(y0, box[1]), min(x1, box[2]), min(y1, box[3])
        return replace(self, clip=clip)


class _Device(PDFTextDevice):
    """Collects glyphs, drawn rules and images; nothing is laid out."""

    def __init__(
        self, resources: PDFResourceManager, deadline: Deadline, off: frozenset[int]
    ) -> None:
        super().__init__(resources)
        self.paint = _Paint()
        self.saved: list[_Paint] = []
        self.layers: list[bool] = []
        self.drawing: list[object] = []
        self.patterns: dict[str, float | None] = {}
        self._off = off
        self.number = 0
        self.page = Page(0, 0, 0)
        self._deadline = deadline
        self._ink = Ink(self.page)
        self._fonts: dict[int, tuple[PDFFont, dict[int, tuple[str, float]], bool]] = {}

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.mediabox)
        self.page = Page(self.number, abs(x1 - x0), abs(y1 - y0))
        self._ink = Ink(self.page)
        self.paint, self.saved, self.layers = _Paint(), [], []
        self.page.doubtful = annotated(page)
        for box in redactions(page):
            self.page.redacted.append(apply_matrix_rect(ctm, box))

    def is_off(self, layer: object) -> bool:
        """Whether a layer is not shown when the file is opened."""
        return isinstance(layer, PDFObjRef) and layer.objid in self._off

    def replaces(self, text: object) -> None:
        """Note a text that stands for what is seen, and may be another."""
        if isinstance(text, bytes) and len(text) > _REPLACED:
            self.page.replaced += len(text)

    def end_page(self, page: PDFPage) -> None:
        self._ink.finish()

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        self._deadline.check()
        whole = mult_matrix(matrix, self._matrix())
        self.paint = self.paint.within(apply_matrix_rect(whole, bbox))

    def clip(self, path: Sequence[PathSegment]) -> None:
        """Note where paint is seen from now on: what a path is around, at the most."""
        points = list(_points(path))
        box = apply_matrix_rect(self._matrix(), _bounds(points)) if points else _NOWHERE
        self.paint = self.paint.within(box)
        if points and not _is_box(path):
            self.page.doubtful = True

    def render_image(self, name: str, stream: PDFStream) -> None:
        self._ink.image(apply_matrix_rect(self._matrix(), (0, 0, 1, 1)))

    def shading(self) -> None:
        """Note a gradient."""
        self._ink.shading()
        clip = self.paint.clip
        self._ink.painted(clip or (0.0, 0.0, self.page.width, self.page.height))

    def _matrix(self) -> Any:
        return self.ctm or (1, 0, 0, 1, 0, 0)

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,
        path: Sequence[PathSegment],
    ) -> None:
        """Keep a drawn line or box; curves and what is only clipped do not matter."""
        if not (stroke or fill):
            return
        if fill or graphicstate.linewidth > _THICK:
            self._ink.painted(self._around(path, graphicstate.linewidth))
        if len(path) > _LINES:
            return
        if fill and not stroke and self.paint.alpha == 0:
            return
        colour = luminance(graphicstate.ncolor, graphicstate.ncs.name)
        covers = fill and self.paint.whole and self.paint.clip is None
        covers = covers and _is_box(path)
        part: list[Any] = []
        for segment in (*path, ("m",)):
            if segment[0] == "m" and part:
                box = apply_matrix_rect(self._matrix(), _bounds(part))
                self._ink.path(box, fill, colour, covers)
                part = []
            if len(segment) >= 3:
                part.append(segment[-2:])

    def render_string(
        self,
        textstate: PDFTextState,
        seq: PDFTextSeq,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> None:
        font = textstate.font
        assert font is not None
        if font.is_vertical():
            super().render_string(textstate, seq, ncs, graphicstate)
            return
        self._deadline.check()
        matrix = a, b, c, d, e, f = mult_matrix(textstate.matrix, self._matrix())
        fontsize, rise = textstate.fontsize, textstate.rise
        scaling = textstate.scaling * 0.01
        space, word = textstate.charspace * scaling, textstate.wordspace * scaling
        if font.is_multibyte():
            word = 0
        _, known, bold = self._font(font)
        low = min(font.get_descent(), _DESCENT) * fontsize + rise
        high = low + fontsize
        size = abs(fontsize) * (c * c + d * d) ** 0.5
        turn = _turn(a * fontsize, b * fontsize)
        colour = luminance(graphicstate.ncolor, graphicstate.ncs.name)
        if isinstance(graphicstate.ncolor, str):
            colour = self.patterns.get(graphicstate.ncolor)
        # what lets all through is as if it were not painted, as over a scan
        mode = textstate.render if self.paint.alpha else UNPAINTED
        across = abs(fontsize * scaling) * (a * a + b * b) ** 0.5
        seen = self._ink.seen(mode, colour, min(size, _WIDEST * across))
        drawn = isinstance(font, PDFType3Font)
        if colour is None or mode not in _FILLED or drawn or not self.paint.whole:
            self.page.doubtful = True
        if any(self.layers):
            seen = self._ink.hide("in a layer that is off")
        x, y = textstate.linematrix
        self._within(a * x + c * y + e, b * x + d * y + f)
        spaced = False
        level = b == 0 == c
        lower, upper = sorted((d * (y + low) + f, d * (y + high) + f))
        for part in seq:
            if isinstance(part, int | float):
                x -= part * 0.001 * fontsize * scaling
                spaced = True
                continue
            if not isinstance(part, bytes):
                continue
            for cid in font.decode(part):
                if spaced:
                    x += space
                spaced = True
                text, width = known.get(cid) or _learn(font, known, cid)
                advance = width * fontsize * scaling
                if level:
                    left, right = a * x + e, a * x + a * advance + e
                    if left > right:
                        left, right = right, left
                    box = (left, lower, right, upper)
                else:
                    box = _around_glyph(matrix, x, advance, y + low, y + high)
                seen(Glyph(text, box, size, bold, turn))
                x += advance
                if cid == 32:
                    x += word
        self._within(a * x + c * y + e, b * x + d * y + f)
        textstate.linematrix = (x, y)

    def _within(self, x: float, y: float) -> None:
        """Note text whose end lies where paint is not seen."""
        clip = self.paint.clip
        if clip is not None and not (
            clip[0] - _SLACK <= x <= clip[2] + _SLACK
            and clip[1] - _SLACK <= y <= clip[3] + _SLACK
        ):
            self.page.doubtful = True

    def _around(self, path: Sequence[PathSegment], thick: float) -> Box:
        points = list(_points(path))
        if not points:
            return _NOWHERE
        x0, y0, x1, y1 = _bounds(points)
        half = thick / 2
        whole = (x0 - half, y0 - half, x1 + half, y1 + half)
        return apply_matrix_rect(self._matrix(), whole)

    def render_char(
        self,
        matrix: Any,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        """A character of a font that is written downwards; others do not come here."""
        _, known, bold = self._font(font)
        text, width = known.get(cid) or _learn(font, known, cid)
        advance = width * fontsize * scaling
        box = apply_matrix_rect(matrix, (-fontsize / 2, advance, fontsize / 2, 0))
        seen = self._ink.seen(0, None, abs(fontsize))
        seen(Glyph(text, box, abs(fontsize), bold, 3))
        return advance

    def _font(self, font: PDFFont) -> tuple[PDFFont, dict[int, Any], bool]:
        # the font is kept with its entry, so that its id is not given away again
        if id(font) not in self._fonts:
            bold = _BOLD.search(str(font.fontname)) is not None
            self._fonts[id(font)] = (font, {}, bold)
        return self._fonts[id(font)]


def _learn(
    font: PDFFont, known: dict[int, tuple[str, float]], cid: int
) -> tuple[str, float]:
    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        text = UNMAPPED
    # some writers give capitals as small letters; the font's own encoding is right
    coded = getattr(font, "cid2unicode", {}).get(cid, text)
    if coded != text and coded.lower() == text.lower():
        text = coded
    known[cid] = (text, font.char_width(cid))
    return known[cid]


def _around_glyph(
    matrix: Any, x: float, advance: float, low: float, high: float
) -> Box:
    """The box of a glyph of a line that is turned or slanted."""
    a, b, c, d, e, f = matrix
    left, right = a * x + e, a * x + a * advance + e
    lower, upper = b * x + f, b * x + b * advance + f
    xs = (left + c * low, left + c * high, right + c * low, right + c * high)
    ys = (lower + d * low, lower + d * high, upper + d * low, upper + d * high)
    return min(xs), min(ys), max(xs), max(ys)


def _layers_off(document: PDFDocument) -> frozenset[int]:
    """The layers that are not shown when the file is opened."""
    layers = resolve1(document.catalog.get("OCProperties"))
    shown = resolve1(layers.get("D")) if isinstance(layers, dict) else None
    off = resolve1(shown.get("OFF")) if isinstance(shown, dict) else None
    found = off if isinstance(off, list) else []
    return frozenset(ref.objid for ref in found if isinstance(ref, PDFObjRef))


def _is_box(path: Sequence[PathSegment]) -> bool:
    """Whether a path is one upright rectangle."""
    points = [segment[-2:] for segment in path if len(segment) == 3]
    xs, ys = {p[0] for p in points}, {p[1] for p in points}
    return 4 <= len(points) <= 5 and len(path) <= 6 and len(xs) == len(ys) == 2


def _points(path: Sequence[PathSegment]) -> Iterator[tuple[float, float]]:
    """Every point that a path goes through or bends to."""
    for _, *numbers in path:
        yield from zip(numbers[::2], numbers[1::2], strict=False)


def _bounds(points: Sequence[Any]) -> Box:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _turn(a: float, b: float) -> int:
    """Quarter turns of the direction ``(a, b)`` that text is written in."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3
