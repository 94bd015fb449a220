"""Pages by pdfminer.six: characters only, the ordering is ours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import (
    PDFGraphicState,
    PDFPageInterpreter,
    PDFResourceManager,
    PDFTextState,
)
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import PathSegment, apply_matrix_rect, mult_matrix

from pipeline.ingest.ink import Ink, luminance
from pipeline.ingest.limits import Deadline
from pipeline.ingest.page import UNMAPPED, Box, Glyph, Page

#: Share of the font size: how far letters go below their line, whatever the font says.
_DESCENT = -0.2
_BOLD = re.compile(r"bold|black|heavy|semibd|demi", re.I)


def read_pages(content: bytes, deadline: Deadline, max_pages: int) -> Iterator[Page]:
    """Each page of a PDF, at most ``max_pages``.

    Raises:
        Exception: Whatever pdfminer.six raises on a broken file.
    """
    document = PDFDocument(PDFParser(BytesIO(content)), password="")
    resources = PDFResourceManager()
    device = _Device(resources, deadline)
    interpreter = _Interpreter(resources, device)
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > max_pages:
            return
        page.mediabox = _visible(page)  # what a viewer shows is the crop box
        device.number = number
        interpreter.process_page(page)
        yield device.page


class _Interpreter(PDFPageInterpreter):
    """Tells the device of gradients, which pdfminer.six passes over."""

    def do_sh(self, name: object) -> None:
        assert isinstance(self.device, _Device)
        self.device.shading()


def _visible(page: PDFPage) -> Box:
    x0, y0, x1, y1 = page.mediabox
    a0, b0, a1, b1 = page.cropbox
    crop = (max(x0, a0), max(y0, b0), min(x1, a1), min(y1, b1))
    return crop if crop[0] < crop[2] and crop[1] < crop[3] else page.mediabox


class _Device(PDFTextDevice):
    """Collects glyphs, drawn rules and images; nothing is laid out."""

    def __init__(self, resources: PDFResourceManager, deadline: Deadline) -> None:
        super().__init__(resources)
        self.number = 0
        self.page = Page(0, 0, 0)
        self._deadline = deadline
        self._ink = Ink(self.page)
        self._fonts: dict[int, tuple[PDFFont, dict[int, tuple[str, float]], bool]] = {}

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.mediabox)
        self.page = Page(self.number, abs(x1 - x0), abs(y1 - y0))
        self._ink = Ink(self.page)

    def end_page(self, page: PDFPage) -> None:
        self._ink.finish()

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        self._deadline.check()

    def render_image(self, name: str, stream: PDFStream) -> None:
        self._ink.image(apply_matrix_rect(self._matrix(), (0, 0, 1, 1)))

    def shading(self) -> None:
        """Note a gradient."""
        self._ink.shading()

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
        if not (stroke or fill) or len(path) > 50:
            return
        colour = luminance(graphicstate.ncolor, graphicstate.ncs.name)
        part: list[Any] = []
        for segment in (*path, ("m",)):
            if segment[0] == "m" and part:
                box = apply_matrix_rect(self._matrix(), _bounds(part))
                self._ink.path(box, fill, colour)
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
        a, b, c, d, e, f = mult_matrix(textstate.matrix, self._matrix())
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
        seen = self._ink.seen(textstate.render, colour, size)
        x, y = textstate.linematrix
        spaced = False
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
                # the box's corners: (x, low) and (x + advance, high) in text space
                ax, bx = a * x, b * x
                aw, bw = a * advance, b * advance
                cl, ch = c * (y + low), c * (y + high)
                dl, dh = d * (y + low), d * (y + high)
                left, right = ax + e, ax + aw + e
                lower, upper = bx + f, bx + bw + f
                xs = (left + cl, left + ch, right + cl, right + ch)
                ys = (lower + dl, lower + dh, upper + dl, upper + dh)
                box = (min(xs), min(ys), max(xs), max(ys))
                seen(Glyph(text, box, size, bold, turn))
                x += advance
                if cid == 32:
                    x += word
        textstate.linematrix = (x, y)

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


def _bounds(points: Sequence[Any]) -> Box:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _turn(a: float, b: float) -> int:
    """Quarter turns of the direction ``(a, b)`` that text is written in."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3
