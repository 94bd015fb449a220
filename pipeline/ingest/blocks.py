"""Paragraphs, headings, lists and tables of markup, put together as canonical text."""

from __future__ import annotations

from incidents.pipeline.ingest.clean import Cleaner, single_spaced
from incidents.pipeline.ingest.grid import Cell, read_table, text_of
from incidents.pipeline.ingest.marks import gap, unmarked

#: How what follows a block is parted from it.
_LOOSE, _TIGHT = "\n\n", "\n"
#: Characters before a mark that tell whether it is one.
_LOOK = 24


class Writer:
    """Blocks of text: paragraphs parted by a blank line, items and rows by a line."""

    def __init__(self, cleaner: Cleaner) -> None:
        self.clean = cleaner
        self._done: list[tuple[str, str]] = []
        self._run: list[str] = []
        self._lead = ""
        self._kind = "paragraph"
        self._table: list[list[Cell]] = []
        self._cells: list[Cell] | None = None
        self._marked = False

    @property
    def before(self) -> str:
        """The end of what the block has so far."""
        return "".join(self._run[-8:])[-_LOOK:]

    @property
    def opens_item(self) -> bool:
        """Whether an item has begun and has no text yet."""
        return self._kind == "item" and not "".join(self._run).strip()

    def write(self, text: str) -> None:
        """Add text to the block that is being written."""
        if self._marked and text:
            self._run.append(gap(self.before, text))
            self._marked = False
        self._run.append(text)

    def mark(self) -> None:
        """Pass over a note's mark."""
        self._marked = True

    def line(self) -> None:
        """End a line within a block; an empty one ends the block."""
        if not self._run or self._run[-1] == "\n":
            self.block()
        else:
            self._run.append("\n")

    def block(self, kind: str = "paragraph", lead: str = "") -> None:
        """End the block and begin one of ``kind``, led by ``lead`` if it has text."""
        text = self._take()
        if self._cells is not None:
            if text:
                self._run = [text, " "]
            return
        if text:
            self._done.append((self._kind, self._lead + text))
        self._kind, self._lead = kind, lead

    def row(self) -> None:
        """Begin a row of a table."""
        self.end_row()
        self.block()
        self._cells = []

    def cell(self, cell: Cell | None = None) -> None:
        """Begin a cell, whose text is what is written from here on."""
        if self._cells is not None:
            self._end_cell()
            self._cells.append(cell or Cell(""))

    def _end_cell(self) -> None:
        text = self._take().replace("\n", " ")
        if self._cells:
            self._cells[-1].text = text

    def end_row(self) -> None:
        """End the row."""
        if self._cells is not None:
            self._end_cell()
            self._table.append(self._cells)
            self._cells = None

    def end_table(self) -> None:
        """End the table; the cells of its rows are parted by tabs."""
        self.end_row()
        table, self._table = self._table, []
        for kind, cells in read_table(table):
            text = "\t".join(map(text_of, cells))
            if text.strip():
                self._done.append((kind, text))

    def text(self) -> str:
        """The canonical text."""
        self.end_table()
        self.block()
        parts: list[str] = []
        before = ""
        for kind, text in self._done:
            tight = kind == before and kind in ("item", "row")
            parts += [(_TIGHT if tight else _LOOSE) if parts else "", text]
            before = kind
        return "".join(parts) + ("\n" if parts else "")

    def _take(self) -> str:
        lines = "".join(self._run).split("\n")
        self._run = []
        self._marked = False
        kept = [single_spaced(unmarked(self.clean(line))) for line in lines]
        return "\n".join(line for line in kept if line)
