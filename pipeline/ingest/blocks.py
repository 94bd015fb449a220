"""Paragraphs, headings, lists and tables of markup, put together as canonical text."""

from __future__ import annotations

from pipeline.ingest.clean import Cleaner, single_spaced

#: How what follows a block is parted from it.
_LOOSE, _TIGHT = "\n\n", "\n"


class Writer:
    """Blocks of text: paragraphs parted by a blank line, items and rows by a line."""

    def __init__(self, cleaner: Cleaner) -> None:
        self.clean = cleaner
        self._done: list[tuple[str, str]] = []
        self._run: list[str] = []
        self._lead = ""
        self._kind = "paragraph"
        self._cells: list[str] | None = None

    @property
    def opens_item(self) -> bool:
        """Whether an item has begun and has no text yet."""
        return self._kind == "item" and not "".join(self._run).strip()

    def write(self, text: str) -> None:
        """Add text to the block that is being written."""
        self._run.append(text)

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
        self.block()
        self._cells = []

    def cell(self) -> None:
        """Begin a cell."""
        if self._cells is not None:
            self._cells.append(self._take().replace("\n", " "))

    def end_row(self) -> None:
        """End the row; its cells are parted by tabs."""
        if self._cells is None:
            return
        self.cell()
        text = "\t".join(self._cells[1:])
        self._cells = None
        if text.strip():
            self._done.append(("row", text))

    def text(self) -> str:
        """The canonical text."""
        self.end_row()
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
        kept = [single_spaced(self.clean(line)) for line in lines]
        return "\n".join(line for line in kept if line)
