"""Pages by PDFium: a second reader, to check the first and to stand in for it."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any

import numpy as np
import pypdfium2  # type: ignore[import-untyped, unused-ignore]
from numpy.typing import NDArray
from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]

from incidents.pipeline.ingest.ink import UNPAINTED, Ink, luminance
from incidents.pipeline.ingest.limits import Deadline
from incidents.pipeline.ingest.page import UNMAPPED, Box, Glyph, Page

_BOLD, _SOLID = 600, 255
#: Objects of a page that are looked at: beyond, it is a map or a drawing.
_OBJECTS = 20_000


class Unreadable(Exception):
    """PDFium does not open the file; ``locked`` where it wants a password."""

    def __init__(self, problem: str, locked: bool) -> None:
        super().__init__(problem)
        self.locked = locked


class Pdfium:
    """A PDF that PDFium has opened, with the empty password if it needs one.

    Raises:
        Unreadable: It does not open.
    """

    def __init__(self, content: bytes, deadline: Deadline) -> None:
        self._deadline = deadline
        try:
            self._document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            locked = getattr(error, "err_code", 0) == raw.FPDF_ERR_PASSWORD
            raise Unreadable(str(error), locked) from None

    def __len__(self) -> int:
        return len(self._document)

    def has(self, number: int) -> bool:
        """Whether there is a page of that number, whatever the file says of itself."""
        if len(self) < number:
            return False
        try:
            self._document[number - 1].close()
        except pypdfium2.PdfiumError:
            return False
        return True

    def close(self) -> None:
        """Give its memory back."""
        self._document.close()

    def text(self, number: int) -> str:
        """The characters of a page, the first being 1; empty where it is broken."""
        self._deadline.check()
        try:
            page = self._document[number - 1]
            text = page.get_textpage()
            try:
                return str(text.get_text_range(errors="ignore"))
            finally:
                text.close()
                page.close()
        except pypdfium2.PdfiumError:
            return ""

    def painted(self, number: int, scale: float) -> NDArray[np.uint8] | None:
        """How light a page is where, as it is painted; None where it is broken."""
        self._deadline.check()
        try:
            page = self._document[number - 1]
            try:
                bitmap = page.render(scale=scale, grayscale=True)
                image: NDArray[np.uint8] = bitmap.to_numpy().copy()
                bitmap.close()
            finally:
                page.close()
        except pypdfium2.PdfiumError:
            return None
        return image[:, :, 0] if image.ndim > 2 else image

    def page(self, number: int) -> Page:
        """A page with its glyphs; empty where it is broken."""
        self._deadline.check()
        try:
            page = self._document[number - 1]
        except pypdfium2.PdfiumError:
            return Page(number, 0, 0)
        try:
            return _Reader(page, number, self._deadline).read()
        except pypdfium2.PdfiumError:
            return Page(number, *page.get_size())
        finally:
            page.close()


class _Reader:
    """Reads one page."""

    def __init__(self, page: Any, number: int, deadline: Deadline) -> None:
        width, height = page.get_size()
        self._deadline = deadline
        self._source = page
        self._turns = page.get_rotation() // 90
        self._crop = page.get_cropbox()
        self.page = Page(number, width, height, doubtful=True)
        self._ink = Ink(self.page)
        self._objects = list(islice(page.get_objects(max_depth=5), _OBJECTS))

    def read(self) -> Page:
        """The page as it is painted, so that what lies under an image is known."""
        text = self._source.get_textpage()
        try:
            made = sorted(self._glyphs(text.raw), key=lambda glyph: glyph[0])
        finally:
            text.close()
        told = 0
        for count, painted in self._painted():
            while told < len(made) and made[told][0] < count:
                self._tell(*made[told][1:])
                told += 1
            painted()
        for _, glyph, mode, colour in made[told:]:
            self._tell(glyph, mode, colour)
        self._ink.finish()
        return self.page

    def _tell(self, glyph: Glyph, mode: int, colour: float | None) -> None:
        self._ink.seen(mode, colour, glyph.size)(glyph)

    def _painted(self) -> Iterator[tuple[int, Callable[[], None]]]:
        """Images and paths by their number among what is painted."""
        for count, drawn in enumerate(self._objects):
            try:
                if drawn.type == raw.FPDF_PAGEOBJ_IMAGE:
                    box = self._shown(drawn.get_bounds())
                    yield count, partial(self._ink.image, box)
                elif drawn.type == raw.FPDF_PAGEOBJ_PATH:
                    box = self._shown(drawn.get_bounds())
                    yield count, partial(self._path, drawn.raw, box)
            except pypdfium2.PdfiumError:
                continue

    def _path(self, path: Any, box: Box) -> None:
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(path, mode, stroked)
        if mode.value or stroked.value:
            parts = [ctypes.c_uint() for _ in range(4)]
            raw.FPDFPageObj_GetFillColor(path, *parts)
            solid = bool(mode.value) and parts[3].value == _SOLID and _is_box(path)
            self._ink.path(box, bool(mode.value), _light(parts), solid)

    def _glyphs(self, text: Any) -> Iterator[tuple[int, Glyph, int, float | None]]:
        """Each glyph after the number of its string among what is painted."""
        modes: dict[int, int] = {}
        numbers = {_address(o.raw): n for n, o in enumerate(self._objects)}
        number = 0
        matrix, rect = raw.FS_MATRIX(), raw.FS_RECTF()
        parts = [ctypes.c_uint() for _ in range(4)]
        high = 0
        for at in range(raw.FPDFText_CountChars(text)):
            if not at % 1000:
                self._deadline.check()
            code = raw.FPDFText_GetUnicode(text, at)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0
            high = 0
            raw.FPDFText_GetLooseCharBox(text, at, rect)
            raw.FPDFText_GetMatrix(text, at, matrix)
            size = raw.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d)
            raw.FPDFText_GetFillColor(text, at, *parts)
            made = raw.FPDFText_GetTextObject(text, at)
            key = _address(made)
            number = numbers.get(key, number)
            if key not in modes:
                modes[key] = raw.FPDFTextObj_GetTextRenderMode(made) if made else 0
            box = self._shown((rect.left, rect.bottom, rect.right, rect.top))
            bold = raw.FPDFText_GetFontWeight(text, at) >= _BOLD
            turn = (_turn(matrix.a, matrix.b) - self._turns) % 4
            known = code and not raw.FPDFText_HasUnicodeMapError(text, at)
            told = chr(code) if known else UNMAPPED
            glyph = Glyph(told, box, size, bold, turn)
            mode = modes[key] if parts[3].value else UNPAINTED
            yield number, glyph, mode, _light(parts)

    def _shown(self, box: Box) -> Box:
        """A box of the page's own space where the page is shown upright."""
        x0, y0, x1, y1 = box
        a0, b0, a1, b1 = self._crop
        if self._turns == 1:
            return y0 - b0, a1 - x1, y1 - b0, a1 - x0
        if self._turns == 2:
            return a1 - x1, b1 - y1, a1 - x0, b1 - y0
        if self._turns == 3:
            return b1 - y1, x0 - a0, b1 - y0, x1 - a0
        return x0 - a0, y0 - b0, x1 - a0, y1 - b0


def _is_box(path: Any) -> bool:
    """Whether a path is one rectangle, and nothing cuts it off."""
    clip = raw.FPDFPageObj_GetClipPath(path)
    clipped = bool(clip) and raw.FPDFClipPath_CountPaths(clip) > 0
    count = raw.FPDFPath_CountSegments(path)
    parts = [raw.FPDFPath_GetPathSegment(path, n) for n in range(count)]
    curved = any(
        raw.FPDFPathSegment_GetType(part) == raw.FPDF_SEGMENT_BEZIERTO for part in parts
    )
    return not clipped and not curved and 4 <= count <= 5


def _address(made: Any) -> int:
    return ctypes.addressof(made.contents) if made else 0


def _light(parts: list[Any]) -> float | None:
    red, green, blue, _ = (part.value / 255 for part in parts)
    return luminance((red, green, blue), "DeviceRGB")


def _turn(a: float, b: float) -> int:
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3
