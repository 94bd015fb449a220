"""The rows of a table in rich text, as its control words tell them."""

from __future__ import annotations

from dataclasses import replace

from incidents.pipeline.ingest.blocks import Writer
from incidents.pipeline.ingest.grid import Cell


class Rows:
    """Begins and ends rows and cells of ``writer``.

    Attributes:
        inside: Whether a row is open.
    """

    def __init__(self, writer: Writer) -> None:
        self.inside = False
        self._writer = writer
        #: The cells of a row as it is defined; None goes on with the one before.
        self._defined: list[Cell | None] = []
        self._next = Cell("")
        self._joined = self._head = False
        self._announced = self._begun = self._table = False
        self._at = 0

    def take(self, word: str) -> None:
        """Do what a control word says, if it is of tables."""
        if word == "trowd":
            self._defined, self._head, self._announced = [], False, True
        elif word == "trhdr":
            self._head = True
        elif word == "clvmrg":
            self._next = replace(self._next, merged=True)
        elif word == "clmrg":
            self._joined = True
        elif word == "cellx":
            self._define()
        elif word == "intbl":
            self._announced = True
        elif word == "pard" and not self.inside:
            self._announced = False
        elif word == "nestcell":
            self._writer.write(" ")
        elif word == "cell":
            self._end_cell()
        elif word == "row":
            self._end_row()

    def begin(self) -> None:
        """Begin the row and the cell in which text stands; or end the table."""
        if not self._announced:
            self.end_table()
            return
        if not self.inside:
            self._writer.row()
            self.inside = self._table = True
            self._at, self._begun = 0, False
        if not self._begun:
            defined = self._cell()
            if defined is not None or not self._at:
                self._writer.cell(replace(defined) if defined else Cell(""))
            self._begun = True

    def end_table(self) -> None:
        """End the table, if one is open."""
        if self._table:
            self._writer.end_table()
            self.inside = self._table = False

    def _define(self) -> None:
        """A cell of the rows to come is defined to its end."""
        before = next((c for c in reversed(self._defined) if c is not None), None)
        if self._joined and before is not None:
            before.columns += 1
            self._defined.append(None)
        else:
            self._defined.append(replace(self._next, head=self._head))
        self._next, self._joined = Cell(""), False

    def _cell(self) -> Cell | None:
        known = self._at < len(self._defined)
        return self._defined[self._at] if known else Cell("")

    def _end_cell(self) -> None:
        self._announced = True
        self.begin()
        self._begun = False
        self._at += 1

    def _end_row(self) -> None:
        if self.inside:
            self._writer.end_row()
        self.inside = self._announced = False
