"""Highlights with notes put into a PDF, in a process of its own.

A hostile PDF can crash its reader, or keep it busy: here it takes nothing with it. The
PDF comes by standard input, the marks as JSON in the file named, and the PDF with them
goes to standard output.
"""

from __future__ import annotations

import ctypes
import io
import json
import re
import sys
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

_MEMORY = 2 << 30
_SECONDS = 60
_YELLOW = (255, 221, 64, 255)
#: The id of a version of a file, which its writer makes.
_ID = re.compile(rb"/ID ?\[<[0-9A-F]{32}><([0-9A-F]{32})>\]")
Box = tuple[float, float, float, float]


def annotate(pdf: bytes, marks: Iterable[Mapping[str, Any]]) -> bytes:
    """``pdf`` with a highlight for each mark: ``{page, boxes, note, by}``."""
    import pypdfium2  # here, so that the limits hold while it loads

    with pypdfium2.PdfDocument(pdf) as document:
        by_page: dict[int, list[Mapping[str, Any]]] = {}
        for mark in marks:
            by_page.setdefault(int(mark["page"]), []).append(mark)
        for number, told in by_page.items():
            if 1 <= number <= len(document):
                page = document[number - 1]
                for mark in told:
                    _highlight(page, [_own(page, *box) for box in mark["boxes"]], mark)
                page.close()
        held = io.BytesIO()
        document.save(held)
    return _named(held.getvalue())


def _named(pdf: bytes) -> bytes:
    """``pdf`` with an id made of its content in place of one made of the time."""
    found = list(_ID.finditer(pdf))[-1:]
    for match in found:
        bare = pdf[: match.start(1)] + pdf[match.end(1) :]
        made = sha256(bare).hexdigest()[:32].upper().encode()
        pdf = pdf[: match.start(1)] + made + pdf[match.end(1) :]
    return pdf


def _highlight(page: Any, boxes: list[Box], mark: Mapping[str, Any]) -> None:
    from pypdfium2 import raw

    note = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_HIGHLIGHT)
    if not note:
        return
    try:
        raw.FPDFAnnot_SetColor(note, raw.FPDFANNOT_COLORTYPE_Color, *_YELLOW)
        for x0, y0, x1, y1 in boxes:
            quad = raw.FS_QUADPOINTSF(x0, y1, x1, y1, x0, y0, x1, y0)
            raw.FPDFAnnot_AppendAttachmentPoints(note, quad)
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        rect = raw.FS_RECTF(min(lefts), max(tops), max(rights), min(bottoms))
        raw.FPDFAnnot_SetRect(note, rect)
        raw.FPDFAnnot_SetFlags(note, raw.FPDF_ANNOT_FLAG_PRINT)
        for key, text in ((b"Contents", mark["note"]), (b"T", mark["by"])):
            raw.FPDFAnnot_SetStringValue(note, key, _wide(str(text)))
    finally:
        raw.FPDFPage_CloseAnnot(note)


def _wide(text: str) -> Any:
    """Text as the library takes it: 16-bit units, ended by a zero."""
    units = (text + "\0").encode("utf-16-le", "replace")
    held = ctypes.create_string_buffer(units)
    return ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort))


def _own(page: Any, x0: float, y0: float, x1: float, y1: float) -> Box:
    """A box of the page as it is shown, in the page's own space."""
    a0, b0, a1, b1 = page.get_cropbox()
    turns = page.get_rotation() // 90
    if turns == 1:
        return a1 - y1, x0 + b0, a1 - y0, x1 + b0
    if turns == 2:
        return a1 - x1, b1 - y1, a1 - x0, b1 - y0
    if turns == 3:
        return y0 + a0, b1 - x1, y1 + a0, b1 - x0
    return x0 + a0, y0 + b0, x1 + a0, y1 + b0


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on Windows, where the time limit alone holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


if __name__ == "__main__":
    _limit()
    told = json.loads(Path(sys.argv[1]).read_bytes())
    sys.stdout.buffer.write(annotate(sys.stdin.buffer.read(), told))
