"""Text of a report as a terminal or a line of a file may show it."""

from __future__ import annotations

_WIDTH = 80


def printable(text: str, width: int = _WIDTH) -> str:
    r"""One line of at most ``width`` characters that moves no cursor and hides nothing.

    Control, direction and other unseen characters are written out, such as ``\x1b``.
    """
    line = " ".join(text[: 4 * width].split())
    line = "".join(c if c.isprintable() else _escape(c) for c in line)
    return line if len(line) <= width else line[: width - 1] + "…"


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
