"""The cells of a table's row, as canonical text has them: parted by tabs or strokes."""

from __future__ import annotations

import re

#: Strokes that a line without one at its head must have between its cells.
_LEAST = 2


def is_row(line: str) -> bool:
    """Whether a line is a row of a table."""
    whole = line.strip()
    framed = len(whole) > 1 and whole[0] == whole[-1] == "|"
    return "\t" in whole or framed or whole.count(" | ") >= _LEAST


def cells(line: str) -> list[tuple[int, int]]:
    """Where each cell of a row stands in it, without the white space around it.

    >>> [" | b | c |"[a:b] for a, b in cells(" | b | c |")]
    ['b', 'c']
    """
    mark = "\t" if "\t" in line.strip() else "|"
    spans = []
    for match in re.finditer(rf"[^{mark}\n]*(?:{re.escape(mark)}|\n|$)", line):
        cell = match.group().removesuffix(mark)
        left = len(cell) - len(cell.lstrip(" \n"))
        start = match.start() + left
        spans.append((start, start + len(cell.strip(" \n"))))
        if not match.group().endswith(mark):
            break
    if mark == "|":  # what stands before the first stroke and after the last
        framed = spans[0][0] == spans[0][1]
        spans = spans[framed:]
        spans = spans[:-1] if spans and spans[-1][0] == spans[-1][1] else spans
    return spans
