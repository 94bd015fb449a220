"""A printed page as every PDF reader gives it: glyphs, drawn rules, and its size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

#: What a character is given as whose font does not say what it is.
UNMAPPED = "\N{REPLACEMENT CHARACTER}"

Box = tuple[float, float, float, float]


class Glyph(NamedTuple):
    """One character of a font where it is printed, in points from the lower left.

    Attributes:
        text: What it stands for; a ligature is several characters.
        box: Its place on the page.
        size: Height of its font as printed.
        bold: Whether its font is a bold one.
        turn: Quarter turns to the left that its line is printed at, 0 to 3.
    """

    text: str
    box: Box
    size: float
    bold: bool
    turn: int


@dataclass(slots=True)
class Page:
    """A page as a reader found it.

    Attributes:
        number: The first being 1.
        width: In points, as the page is shown.
        height: Likewise.
        glyphs: Those that a person can see, in the order of the file.
        rules: Boxes of thin lines that are drawn, as between the rows of a table.
        redacted: Where text is marked to be blacked out, which nobody is to read.
        hidden: Characters left out, by reason.
        unmapped: Characters whose font does not say what they are.
        replaced: Characters of texts that are to be read instead of what is seen.
        looped: Whether a form on it draws itself, which PDFium cannot bear.
        doubtful: Whether some of it may be painted so that it is not seen.
        images: Share of the page under its images.
        scanned: Whether the glyphs are the text layer of a scanned image.
        stamped: Whether it is a picture of print with a few characters of its own.
        ocr: Whether they were read from the picture of the page.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    redacted: list[Box] = field(default_factory=list)
    hidden: dict[str, int] = field(default_factory=dict)
    unmapped: int = 0
    replaced: int = 0
    looped: bool = False
    doubtful: bool = False
    images: float = 0.0
    scanned: bool = False
    stamped: bool = False
    ocr: bool = False


def on(numbers: Iterable[int]) -> str:
    """Numbers of pages as a message names them: ``page 3``, ``pages 3, 8-12``."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
    return f"page{'' if told.isdigit() else 's'} {told}"
