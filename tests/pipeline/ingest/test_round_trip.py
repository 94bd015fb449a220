"""Quotes cut out of their pages and read again by another reader."""

import ctypes
import random
import re
import unicodedata
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from incidents.pipeline.boxes import quote_boxes
from incidents.pipeline.ingest import read

ROOT = Path(__file__).parents[3]
SHIPPED = sorted((ROOT / "corpus" / "reports").glob("*.pdf"))
SHARED = ROOT.parent / "shared" / "data" / "pdf_text" / "pdf"
_SENTENCE = re.compile(r"(?<!\S)\S[^\n\f]{30,200}?[.;](?=\s)")
_HYPHENS = "-\u2010\u00ad\ufffe\u0002"


def test_shipped_reports():
    tried, missed, hushed = trips(SHIPPED)
    assert tried > 150
    assert missed == hushed == 0


def test_published_documents():
    """Of 47 documents; formulas and signs without a meaning are what is missed."""
    if not SHARED.exists():
        pytest.skip(f"the development data is not at {SHARED}")
    tried, missed, hushed = trips(sorted(SHARED.glob("[ij]*.pdf")))
    assert tried > 1000
    assert missed <= 0.004 * tried
    assert hushed <= 0.002 * tried


def trips(paths, most=100):
    """How many sentences were tried, missed, and missed without a warning."""
    tried = missed = hushed = 0
    for path in paths:
        report, *warnings = read(path)
        told = {n for warning in warnings for n in pages(warning.problem)}
        found = [m.span() for m in _SENTENCE.finditer(report.text)]
        if len(found) > most:
            found = random.Random(7).sample(found, most)
        page = pages_of(path)
        for start, end in found:
            printed = [
                (page(number), box)
                for number, box in quote_boxes(report.text, report.layout, start, end)
            ]
            quote = report.text[start:end]
            if "\ufffd" in quote or any(chars is None for chars, _ in printed):
                continue
            tried += 1
            again = "".join(inside(chars, box) for chars, box in printed)
            if plain(again) != plain(quote):
                missed += 1
                hushed += report.page(start) not in told
    return tried, missed, hushed


def pages(problem):
    """The numbers of the pages that a warning names."""
    if not (match := re.match(r"pages? ([\d, -]+):", problem)):
        return
    for run in match[1].split(", "):
        first, _, last = run.partition("-")
        yield from range(int(first), int(last or first) + 1)


def pages_of(path):
    document = pypdfium2.PdfDocument(path)

    @cache
    def characters(number):
        """Each character and its middle; None for a page that is turned."""
        page = document[number - 1]
        if page.get_rotation():
            return None
        x, y, *_ = page.get_cropbox()
        printed = page.get_textpage()
        text = printed.raw
        sides = [ctypes.c_double() for _ in range(4)]
        found = []
        for at in range(raw.FPDFText_CountChars(text)):
            raw.FPDFText_GetCharBox(text, at, *sides)
            left, right, low, high = (side.value for side in sides)
            code = raw.FPDFText_GetUnicode(text, at)
            found.append(((left + right) / 2 - x, (low + high) / 2 - y, chr(code)))
        return found

    return characters


def inside(characters, box):
    x0, y0, x1, y1 = box
    return "".join(
        char
        for x, y, char in characters
        if x0 - 0.2 <= x <= x1 + 0.2 and y0 - 0.2 <= y <= y1 + 0.2
    )


def plain(text):
    """Without white space, hyphens and control characters."""
    kept = "".join(c for c in text if not c.isspace() and c not in _HYPHENS)
    return "".join(c for c in unicodedata.normalize("NFKC", kept) if ord(c) > 31)
