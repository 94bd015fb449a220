"""OpenDocument text files to canonical text."""

from __future__ import annotations

from incidents.pipeline.ingest.blocks import Writer
from incidents.pipeline.ingest.clean import Cleaner
from incidents.pipeline.ingest.grid import Cell
from incidents.pipeline.ingest.limits import Deadline, IngestError, Limits
from incidents.pipeline.ingest.package import Package
from incidents.pipeline.ingest.reading import Reading
from incidents.pipeline.records import Failure

_CONTENT = "content.xml"
_LOOK = "show changes, remarks and hidden text to see it"
#: What a file has that is not its text: what was struck out, remarks, other words.
_ASIDE = frozenset("tracked-changes annotation note-citation ruby-text".split())
_BREAKS = {"s": " ", "tab": " ", "line-break": "\n"}


def read_odt(
    source: str, content: bytes, limits: Limits, deadline: Deadline
) -> Reading:
    """Read an OpenDocument text: paragraphs, tables as rows, then the notes.

    Raises:
        IngestError: It is broken, encrypted, or a trap.
    """
    package = Package(source, content, deadline)
    if _CONTENT not in package.names:
        raise IngestError(source, "is no OpenDocument text", "save it anew as .odt")
    body = _Body()
    package.parse(_CONTENT, body)
    body.end_notes()
    problem = f"{body.hidden} characters left out, hidden, struck out or remarks"
    told = (Failure(source, problem, _LOOK, "warning"),) if body.hidden else ()
    return Reading(body.writer.text(), told)


class _Body:
    """Takes what stands in ``office:text``."""

    def __init__(self) -> None:
        self.writer = Writer(Cleaner())
        self._notes: list[str] = []
        self._note: list[str] | None = None
        self._within: list[str] = []
        self._aside = 0
        self._items = 0
        self._inside = False
        self._style = ""
        self._unseen = {"hidden-text", "hidden-paragraph"}
        self.hidden = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._aside or name in _ASIDE or self._hides(name, attributes):
            self._aside += 1
        elif name == "style":
            self._style = attributes.get("name", "")
        elif name == "text" and not self._inside:
            self._inside = True
        elif name == "note":
            self._note = []
        elif name in ("p", "h") and self._note is None:
            item = self._items > 0
            self.writer.block(*(("item", "- ") if item else ("paragraph", "")))
        elif name == "list-item":
            self._items += 1
        elif name == "table-row":
            self.writer.row()
        elif name in ("table-cell", "covered-table-cell"):
            columns = attributes.get("number-columns-spanned", "1")
            self.writer.cell(Cell("", int(columns) if columns.isdigit() else 1))
        elif name in _BREAKS:
            self.characters(_BREAKS[name])

    def _hides(self, name: str, attributes: dict[str, str]) -> bool:
        """Whether what begins is not shown; notes styles that say so."""
        if name == "text-properties" and attributes.get("display") == "none":
            self._unseen.add(self._style)
        return name in self._unseen or attributes.get("style-name") in self._unseen

    def end(self, name: str) -> None:
        """An element ends."""
        if self._aside:
            self._aside -= 1
        elif name == "note":
            self._notes.append("".join(self._note or ()))
            self._note = None
            self.writer.mark()
        elif name in ("p", "h") and self._note is None:
            self.writer.block()
        elif name == "list-item":
            self._items = max(0, self._items - 1)
        elif name == "table-row":
            self.writer.end_row()
        elif name == "table":
            self.writer.end_table()

    def characters(self, text: str) -> None:
        """Text stands here."""
        if self._aside or not self._inside:
            if self._inside and self._note != []:  # or it is a note's own mark
                self.hidden += len(text.strip())
            return
        if self._note is not None:
            self._note.append(text)
        else:
            self.writer.write(text)

    def end_notes(self) -> None:
        """Write the notes after the text."""
        for note in self._notes:
            self.writer.block()
            self.writer.write(note)
