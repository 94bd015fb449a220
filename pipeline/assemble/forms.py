"""Forms: lines of a field and what stands in it, as one event.

*Date: 3 May 2019*, *Location: Herat*, *Killed: 3*: a form is a row of a table that is
printed downwards, and is read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.event import Event
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.rows import Cell, row
from incidents.pipeline.headings import column
from incidents.pipeline.segment import ROW, Block

#: A line of a form, without marks of a list or of bold print.
_FIELD = re.compile(
    r"^[ \t>*-]{0,4}(?P<name>[A-Z][\w /()-]{2,30}?)\**[ \t]{0,2}:\**[ \t]{1,4}"
    r"(?P<value>[^\s][^\n\f]{0,200})$",
    re.MULTILINE,
)
#: Fields that a form has of an incident, so many of them and so many in all.
_PLAIN, _LEAST, _FIELDS = {"DATE", "PLACE", "TARGET"}, 2, 4


def forms(reader: Reader) -> Iterator[Event]:
    """An event for each form that names two of date, place and target."""
    for cells in _forms(reader.text):
        kinds = {cell.kind for cell in cells}
        if len(kinds & _PLAIN) >= _LEAST and len(kinds) >= _FIELDS:
            start, end = cells[0].header.start, cells[-1].end
            yield row(reader, Block(start, end, ROW), cells)


def _forms(text: str) -> Iterator[list[Cell]]:
    """Cells of lines that follow each other, but for places no kind of them twice."""
    cells: list[Cell] = []
    end = 0
    for match in _FIELD.finditer(text):
        name = match["name"]
        kind = column(name)
        again = any(_again(cell, kind, name) for cell in cells)
        if cells and (again or text[end : match.start()].strip()):
            yield cells
            cells = []
        end = match.end()
        if kind:
            header = Mention(
                match.start("name"), match.end("name"), "HEADER", name, kind, __name__
            )
            cells.append(Cell(kind, match.start("value"), match.end("value"), header))
    if cells:
        yield cells


def _again(cell: Cell, kind: str, name: str) -> bool:
    """Whether a field begins another form; a country and a town are of one."""
    return cell.kind == kind and (kind != "PLACE" or cell.header.text == name)
