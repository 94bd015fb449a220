"""Pages that are pictures of text, read by Tesseract word by word."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from incidents.pipeline.ingest.ink import leave_redacted
from incidents.pipeline.ingest.page import Glyph, Page

ENGINE = "Tesseract"
#: Pixels of a point (300 to the inch), the most of a page's side, words of a page.
_SCALE, _LONGEST, _WORDS = 300 / 72, 5_000.0, 10_000
#: Levels of grey, of 255, that differ so little look the same: nothing is printed.
_CONTRAST = 10
#: Of 100: a line that the engine is less sure of is no text.
_SURE, _UNSURE = 50.0, "as OCR is not sure of them"
#: Signs that go below the line, and small letters that do not go up.
_LOW, _SMALL = frozenset("gjpqyQ,;()[]{}|/@$_"), frozenset("acegmnopqrsuvwxyz.,:;-_")
#: Shares of the font size: how far capitals go up, and letters down.
_CAPITAL, _DESCENT = 0.72, 0.2
#: What the engine gives for each word, besides the text.
_PLACE = ("block_num", "par_num", "line_num")


class NotRead(RuntimeError):
    """A page that the engine does not read: why."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a picture, its box in points from the page's top left."""

    text: str
    sure: float
    left: float
    right: float
    top: float
    low: float


def missing() -> str | None:
    """What has to be installed before pictures can be read; None if nothing has."""
    if shutil.which("tesseract") is None:
        return "OCR needs the program tesseract: apt-get install tesseract-ocr"
    try:
        import_module("pytesseract")
    except ImportError:
        return "OCR needs pytesseract: pip install 'incident-pipeline[ocr]'"
    return None


def scale_of(page: Page) -> float:
    """Pixels of a point at which a page is read."""
    return min(_SCALE, _LONGEST / max(page.width, page.height, 1.0))


def is_blank(painted: NDArray[np.uint8]) -> bool:
    """Whether nothing is printed on a page."""
    return not painted.size or int(painted.max()) - int(painted.min()) < _CONTRAST


def read_picture(page: Page, painted: NDArray[np.uint8], seconds: float) -> None:
    """Give ``page`` the glyphs that its picture shows.

    Args:
        page: A page without any.
        painted: How light it is, row by row from the top, at ``scale_of(page)``,
            without what is text.
        seconds: How long that may take.

    Raises:
        NotRead: It takes longer, or the engine fails.
    """
    lines = _lines(_engine(painted, seconds), scale_of(page))
    sizes: dict[Any, list[float]] = defaultdict(list)
    for (*paragraph, _), line in lines.items():
        sizes[tuple(paragraph)].append(_size(line))
    for (*paragraph, _), line in lines.items():
        signs = sum(len(w.text) for w in line)
        if sum(w.sure * len(w.text) for w in line) < _SURE * signs:
            page.hidden[_UNSURE] = page.hidden.get(_UNSURE, 0) + signs
        else:
            page.glyphs += _glyphs(line, median(sizes[tuple(paragraph)]), page.height)
    leave_redacted(page)
    page.ocr = True


def _engine(painted: NDArray[np.uint8], seconds: float) -> Mapping[str, Sequence[Any]]:
    """What the engine tells of a picture, column by column."""
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # more threads only wait
    engine = import_module("pytesseract")
    image = import_module("PIL.Image").fromarray(painted)
    kind = engine.Output.DICT
    try:
        told: Mapping[str, Sequence[Any]] = engine.image_to_data(
            image, lang="eng", output_type=kind, timeout=seconds
        )
    except (RuntimeError, OSError, ValueError) as error:  # its own are RuntimeErrors
        raise NotRead(" ".join(str(error).split())[:200]) from None
    return told


def _lines(
    told: Mapping[str, Sequence[Any]], scale: float
) -> dict[tuple[int, int, int], list[_Word]]:
    """The words of each line, by the numbers of its block, its paragraph and itself."""
    found: dict[tuple[int, int, int], list[_Word]] = defaultdict(list)
    places = zip(*(told[key] for key in _PLACE), strict=True)
    boxes = zip(*(told[key] for key in ("left", "width", "top", "height")), strict=True)
    each = zip(told["text"], told["conf"], places, boxes, strict=True)
    for text, sure, place, (left, width, top, height) in islice(each, 2 * _WORDS):
        if text.strip():
            sides = (left, left + width, top, top + height)
            word = _Word(text.strip(), float(sure), *(side / scale for side in sides))
            found[place].append(word)
    return found


def _size(line: Sequence[_Word]) -> float:
    """The font size of a line, by its words that go up to the height of capitals."""
    base = _base(line)
    high = [base - w.top for w in line if not _SMALL.issuperset(w.text)]
    tall = max((base - w.top for w in line), default=0.0)
    return max(1.0, (median(high) if high else 1.4 * tall) / _CAPITAL)


def _base(line: Sequence[_Word]) -> float:
    """How far from the top a line's letters stand, by those that do not go below."""
    level = [w.low for w in line if not _LOW.intersection(w.text)]
    if level:
        return median(level)
    low = max(w.low for w in line)
    return low - _DESCENT * (low - min(w.top for w in line))


def _glyphs(line: Sequence[_Word], size: float, height: float) -> Iterator[Glyph]:
    """The characters of a line, each with its share of its word's box."""
    low = height - _base(line) - _DESCENT * size
    for word in line:
        share = (word.right - word.left) / len(word.text)
        for number, sign in enumerate(word.text):
            left = word.left + number * share
            box = (left, low, left + share, low + size)
            yield Glyph(sign, box, size, False, 0)
        box = (word.right, low, word.right, low + size)
        yield Glyph(" ", box, size, False, 0)
