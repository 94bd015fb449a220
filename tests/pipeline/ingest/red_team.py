"""Small hostile and broken files: ``python -m tests.pipeline.ingest.red_team DIR``.

Each is refused, or read as its clean twin is with a warning: hidden text, broken
structure, bombs, mislabelled bytes. Nothing here reaches out of its own bytes.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.pipeline.ingest.test_docx import docx, p, r, xml, zipped

SEEN = "Gunmen killed three guards at a depot near the river, police said."
LIE = "Nobody was hurt."


@dataclass(frozen=True)
class Case:
    """A file, and the file that it must be read like; None where it is refused."""

    name: str
    content: bytes
    twin: bytes | None = None


def cases() -> Iterator[Case]:
    """Every file."""
    for kind, ending in (
        (hidden_in_pdf, "pdf"),
        (broken_pdf, "pdf"),
        (hidden_in_html, "html"),
        (broken_html, "html"),
        (hidden_in_docx, "docx"),
        (broken_docx, "docx"),
        (broken_text, "txt"),
        (broken_jsonl, "jsonl"),
    ):
        for number, (content, twin) in enumerate(kind()):
            yield Case(f"{kind.__name__}_{number:02}.{ending}", content, twin)


def paint(*drawn: Callable[[Canvas], None], **options: object) -> bytes:
    """The bytes of a PDF with what is seen and what else is drawn."""
    stream = BytesIO()
    canvas = Canvas(stream, invariant=1, pageCompression=0, **options)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(72, 700, SEEN)
    for draw in drawn:
        canvas.saveState()
        draw(canvas)
        canvas.restoreState()
    canvas.save()
    return stream.getvalue()


def hidden_in_pdf() -> Iterator[tuple[bytes, bytes]]:
    """Text that a PDF has and does not show."""

    def under(canvas: Canvas) -> None:
        canvas.drawString(72, 600, LIE)
        canvas.drawImage(ImageReader(Image.new("L", (9, 9), 200)), 60, 580, 300, 40)

    def on(grey: float, text: float) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.setFillGray(grey)
            canvas.rect(60, 590, 300, 30, stroke=0, fill=1)
            canvas.setFillGray(text)
            canvas.drawString(72, 600, LIE)

        return draw

    def white(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72, 600, LIE)

    def inks(canvas: Canvas) -> None:
        canvas.setFillColorCMYK(0, 0, 0, 0)
        canvas.drawString(72, 600, LIE)

    def tiny(size: float) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.setFont("Helvetica", size)
            canvas.drawString(72, 600, LIE)

        return draw

    def shrunk(canvas: Canvas) -> None:
        canvas.scale(0.01, 0.01)
        canvas.drawString(7200, 60000, LIE)

    def at(x: float, y: float) -> Callable[[Canvas], None]:
        return lambda canvas: canvas.drawString(x, y, LIE)

    def mode(number: int) -> Callable[[Canvas], None]:
        return lambda canvas: canvas.drawString(72, 600, LIE, mode=number)

    for draw in (
        *(under, on(0, 0), on(0.5, 0.51), on(0.9, 0.89), white, inks),
        *(tiny(0.1), tiny(0.5), shrunk, mode(3), mode(7)),
        *(at(-900, 600), at(700, 600), at(72, -90), at(72, 3000)),
    ):
        yield paint(draw), paint()


def minimal(stream: bytes, filters: bytes = b"", page: bytes = b"") -> bytes:
    """A PDF of one page, written by hand."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<</X 4 0 R>>>>" + page + b">>",
        b"<<%s/Length %d>>stream\n%s\nendstream" % (filters, len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"xref\n0 6\n0000000000 65535 f \n" + table
    return made + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        made.index(b"xref\n")
    )


TEXT = b"BT /F 10 Tf 72 700 Td (%s) Tj ET" % SEEN.encode()


def broken_pdf() -> Iterator[tuple[bytes, bytes | None]]:
    """PDFs that cannot be read, or hardly."""
    whole = paint()
    yield b"%PDF-1.7\n%%EOF", None
    yield b"%PDF-1.7\n" + b"\0\xff" * 500, None
    yield whole[:90], None
    yield whole[: len(whole) // 3], None
    yield b"<html>not a PDF</html>", None
    yield minimal(b""), None
    yield minimal(b"q /X Do Q"), None
    yield minimal(zlib.compress(b" " * 30_000_000), b"/Filter/FlateDecode"), None
    yield minimal(b"no zlib", b"/Filter/FlateDecode"), None
    yield minimal(b"(" * 50_000), None
    yield minimal(b"[" * 50_000), None
    yield minimal(b"<<" * 50_000), None
    yield minimal(b"q " * 50_000), None
    yield paint(encrypt=StandardEncryption("secret")), None
    # told by one reader alone
    yield minimal(TEXT).replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"), minimal(TEXT)
    lost = minimal(TEXT).replace(b"/Root 1 0 R", b"/Root 9 0 R")
    yield lost.replace(b"/Type/Catalog", b"/Type/Catalug"), minimal(TEXT)
    yield minimal(TEXT.hex().encode() + b"0", b"/Filter/ASCIIHexDecode"), minimal(TEXT)


def hidden_in_html() -> Iterator[tuple[bytes, bytes]]:
    """Text that a page has and does not show."""
    page = f"<h1>Raid</h1><p>{SEEN}</p>%s<p>{SEEN[::-1]}</p>"
    for hidden in (
        f"<p hidden>{LIE}</p>",
        f"<p style='display:none'>{LIE}</p>",
        f"<p style='display:none!important;'>{LIE}</p>",
        f"<p style='visibility:hidden'>{LIE}</p>",
        f"<p style='font-size:0'>{LIE}</p>",
        f"<p style='opacity:0'>{LIE}</p>",
        f"<p style='color:white'>{LIE}</p>",
        f"<p style='color:transparent'>{LIE}</p>",
        f"<p style='position:absolute;left:-9999px'>{LIE}</p>",
        f"<p style='text-indent:-9999px'>{LIE}</p>",
        f"<p style='clip:rect(0,0,0,0)'>{LIE}</p>",
        f"<p aria-hidden='true'>{LIE}</p>",
        f"<style>.h{{display:none}}</style><p class=h>{LIE}</p>",
        f"<style>#h{{visibility:hidden}}</style><div id=h><b>{LIE}</b></div>",
        "<p>" + "\u200b" * 30 + "</p>",
        "<p>\u202e\u2066\u202c</p>",
        "<p>" + "".join(chr(0xE0000 + ord(c)) for c in LIE) + "</p>",
    ):
        yield (page % hidden).encode(), (page % "").encode()


def broken_html() -> Iterator[tuple[bytes, None]]:
    """Pages that are none."""
    yield b"<div>" * 100_000 + SEEN.encode(), None
    yield b"<i>" * 400_000 + SEEN.encode(), None
    yield b"<br>" * 400_000 + SEEN.encode(), None
    yield b"", None
    yield b"<script>document.write('text')</script>", None
    yield b"<!--" + SEEN.encode(), None
    yield b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0", None


def hidden_in_docx() -> Iterator[tuple[bytes, bytes]]:
    """Text that a Word file has and does not show."""
    for hidden in (
        r(LIE, "<w:vanish/>"),
        r(LIE, "<w:specVanish/>"),
        r(LIE, "<w:sz w:val='1'/>"),
        r(LIE, "<w:color w:val='FFFFFF'/>"),
        f"<w:del><w:r><w:delText>{LIE}</w:delText></w:r></w:del>",
        f"<w:moveFrom>{r(LIE)}</w:moveFrom>",
        r("\u200b\u200b\u200b"),
        r("\u202e\u202c"),
    ):
        yield docx(p(r(SEEN), hidden)), docx(p(r(SEEN)))


def broken_docx() -> Iterator[tuple[bytes, None]]:
    """Word files that are traps, or none."""
    body = xml("document", p(r(SEEN)))
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    entity = f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]><x>&a9;</x>'
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'
    yield docx("<w:p/>" * 5_000_000), None
    yield zipped(("word/document.xml", entity)), None
    yield zipped(("word/document.xml", outside)), None
    yield zipped(("word/document.xml", '<!DOCTYPE x SYSTEM "a.dtd"><x/>')), None
    yield zipped(("../../word/document.xml", body)), None
    yield zipped(*((f"x{n}", "") for n in range(10_001))), None
    yield zipped(("word/other.xml", body)), None
    yield docx("<w:p>" * 50_000), None
    yield docx("<w:p></w:r>"), None
    yield docx(p(r(SEEN)))[:150], None
    yield b"PK\x03\x04", None
    yield b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, None
    yield SEEN.encode(), None


def broken_text() -> Iterator[tuple[bytes, bytes | None]]:
    """Text files that are none, or in another encoding than they say."""
    yield b"", None
    yield b"\n \t\n", None
    yield b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0" * 9, None
    yield bytes(range(256)) * 4, None
    yield b"\xff\xfe\x00\xd8" + b"a", None
    yield b"\xef\xbb\xbf\xff\xfe", None
    accented = SEEN.replace("river", "r\u00edver")
    yield accented.encode("latin-1"), accented.encode()


def broken_jsonl() -> Iterator[tuple[bytes, bytes]]:
    """A line that is no document, before one that is."""
    good = json.dumps({"doc_id": "good", "text": SEEN}).encode()
    for bad in (
        b"{",
        b"[" * 100_000,
        b'{"text": ' * 50_000,
        b"[1]",
        b'{"doc_id": "a"}',
        b'{"text": 5}',
        b'{"text": "\\ud800"}',
        b'{"text": ""}',
        b'{"text": "a", "published": "2020-13-01"}',
        b'{"text": "a", "title": {}}',
        b"\xff\xfe",
    ):
        yield bad + b"\n" + good, good


def main() -> None:
    """Write every file into a folder."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for case in cases():
        (folder / case.name).write_bytes(case.content)


if __name__ == "__main__":
    main()
