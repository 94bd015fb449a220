"""The places of a report's words on their pages, in little room, as they are many."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, overload

from incidents.pipeline import files
from incidents.pipeline.records import Line


class Lines(Sequence[Line]):
    """Lines as they were added; each is made when it is asked for.

    A report of 1,500 pages has half a million: 44 bytes each, not 300.
    """

    __slots__ = ("_boxes", "_places")

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self._places = array("I")
        self._boxes = array("d")
        for line in lines:
            self.append(line)

    def append(self, line: Line) -> None:
        """Add one."""
        self._places.extend((line.page, line.start, line.end))
        self._boxes.extend(line.box)

    def __len__(self) -> int:
        return len(self._places) // 3

    @overload
    def __getitem__(self, at: int) -> Line: ...

    @overload
    def __getitem__(self, at: slice) -> Lines: ...

    def __getitem__(self, at: int | slice) -> Line | Lines:
        if isinstance(at, slice):
            return Lines(self[n] for n in range(*at.indices(len(self))))
        n = range(len(self))[at]
        page, start, end = self._places[3 * n : 3 * n + 3]
        x0, y0, x1, y1 = self._boxes[4 * n : 4 * n + 4]
        return Line(page, start, end, (x0, y0, x1, y1))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Lines):
            return NotImplemented
        return self._places == other._places and self._boxes == other._boxes

    def __hash__(self) -> int:
        return hash((self._places.tobytes(), self._boxes.tobytes()))


def written(layout: Mapping[str, Any]) -> Iterator[str]:
    """A report's ``layout/<doc_id>.json``, bit by bit.

    Args:
        layout: Its id, its pages and, last, its lines.
    """
    head, empty, end = files.indented({**layout, "lines": []}).rpartition("[]")
    if not layout["lines"]:
        yield head + empty + end
        return
    yield f"{head}["
    for number, line in enumerate(layout["lines"]):
        told = (line.page, line.start, line.end, *line.box)
        listed = ",\n".join(f"      {value!r}" for value in told)
        yield f"{',' if number else ''}\n    [\n{listed}\n    ]"
    yield f"\n  ]{end}"
