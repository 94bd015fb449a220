"""The XML of a Word file as text, while it is read."""

from __future__ import annotations

from incidents.pipeline.ingest.blocks import Writer
from incidents.pipeline.ingest.clean import Cleaner
from incidents.pipeline.ingest.grid import Cell
from incidents.pipeline.ingest.marks import is_mark

#: Elements whose text is not the document's: codes, old formats, a second version.
_SKIPPED = frozenset(
    "instrText delInstrText Fallback rPrChange pPrChange tblPrChange sectPrChange"
    " tcPrChange trPrChange numberingChange".split()
)
_DELETED = frozenset(("del", "moveFrom"))
_OFF = frozenset(("0", "false", "off", "none"))
#: Half points: the largest size that is too small to see.
_TINY = 3
#: Half points: how high text is raised that does not stand on the line.
_HIGH = 4


class Styles:
    """Which styles hide, strike out or raise their text, and which is the title's."""

    def __init__(self) -> None:
        self.hidden: set[str] = set()
        self.struck: set[str] = set()
        self.raised: set[str] = set()
        self.titles = {"Title"}
        self._style = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note what an element says of the style that it stands in."""
        value = attributes.get("val", "")
        if name == "style":
            self._style = attributes.get("styleId", "")
        elif name == "name" and value.lower() == "title":
            self.titles.add(self._style)
        elif self._style:
            told = ((_hides, self.hidden), (_strikes, self.struck))
            for says, styles in (*told, (_raises, self.raised)):
                if says(name, value) or (name == "basedOn" and value in styles):
                    styles.add(self._style)

    def end(self, name: str) -> None:
        """Leave a style."""
        if name == "style":
            self._style = ""

    def characters(self, text: str) -> None:
        """Styles have no text."""


def _hides(name: str, value: str) -> bool:
    """Whether a property hides its text."""
    return name in ("vanish", "specVanish") and value.lower() not in _OFF


def _strikes(name: str, value: str) -> bool:
    """Whether a property strikes its text out."""
    return name in ("strike", "dstrike") and value.lower() not in _OFF


def _raises(name: str, value: str) -> bool:
    """Whether a property sets its text higher than the line."""
    if name == "position":
        return value.isdecimal() and int(value[:4]) >= _HIGH
    return name == "vertAlign" and value == "superscript"


class Body:
    """The document's text; ``writer`` has it in the end."""

    def __init__(self, clean: Cleaner, styles: Styles) -> None:
        self.writer = Writer(clean)
        self.title = ""
        self.hidden = self.deleted = self.struck = 0
        self._clean = clean
        self._styles = styles
        self._open: list[str] = []
        self._outer: list[Writer] = []
        self._boxes: list[str] = []
        self._tables = [0]
        self._skipped: int | None = None
        self._skipping_deleted = False
        self._paragraph_hidden = self._run_hidden = self._titled = False
        self._white = self._shaded = self._struck = self._raised = False
        self._cell = Cell("")
        self._head = False
        self._mark = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin what a paragraph, a run, a table or a property begins."""
        self._open.append(name)
        if self._skipped is not None:
            return
        if name in _SKIPPED or (name in _DELETED and "rPr" not in self._open):
            self._skipped = len(self._open)
            self._skipping_deleted = name in _DELETED
        elif name == "p":
            self.writer.block()
            self._paragraph_hidden = self._titled = False
        elif name == "r":
            self._run_hidden = self._white = self._shaded = False
            self._struck = self._raised = False
        elif "tcPr" in self._open[-2:] or "trPr" in self._open[-2:]:
            self._span(name, attributes.get("val", ""))
        elif "pPr" in self._open[-3:] or "rPr" in self._open[-2:]:
            self._property(name, attributes)
        elif name == "txbxContent":
            self._outer.append(self.writer)
            self.writer = Writer(self._clean)
            self._tables.append(0)
        else:
            self._content(name)

    def _span(self, name: str, value: str) -> None:
        """Note how far a cell reaches, and whether its row is of the head."""
        if name == "gridSpan":
            self._cell.columns = int(value[:4]) if value.isdecimal() else 1
        elif name == "vMerge":
            self._cell.merged = value != "restart"
        elif name == "tblHeader" and value.lower() not in _OFF:
            self._head = True

    def _content(self, name: str) -> None:
        if name in ("br", "cr", "tab"):
            self._settle_mark("")
        if name in ("br", "cr"):
            self.writer.line()
        elif name == "tab":
            self.writer.write(" ")
        elif name == "noBreakHyphen":
            self.writer.write("-")
        elif name == "tbl":
            self.writer.block()
            self._tables[-1] += 1
        elif self._tables[-1] == 1 and name == "tr":
            self.writer.row()
            self._head = False
        elif self._tables[-1] == 1 and name == "tc":
            self._cell = Cell("", head=self._head)
            self.writer.cell(self._cell)

    def _property(self, name: str, attributes: dict[str, str]) -> None:
        value = attributes.get("val", "")
        if name == "pStyle":
            self._paragraph_hidden = value in self._styles.hidden
            self._titled = value in self._styles.titles
        elif name == "numPr" and not self._tables[-1]:
            self.writer.block("item", "- ")
        elif "pPr" in self._open[-3:]:
            return  # the paragraph mark's own
        elif name == "rStyle":
            self._run_hidden |= value in self._styles.hidden
            self._struck |= value in self._styles.struck
            self._raised |= value in self._styles.raised
        elif name in ("vanish", "specVanish"):
            self._run_hidden = _hides(name, value)
        elif name in ("strike", "dstrike"):
            self._struck = _strikes(name, value)
        elif name in ("vertAlign", "position"):
            self._raised = _raises(name, value)
        elif name == "sz":
            self._run_hidden |= value.isdecimal() and int(value[:6]) <= _TINY
        elif name == "color":
            self._white = value.upper() == "FFFFFF"
        elif name in ("highlight", "shd"):
            self._shaded = True

    def end(self, name: str) -> None:
        """End the same; a text box is written after the paragraph that holds it."""
        depth = len(self._open)
        self._open.pop()
        if self._skipped is not None:
            if depth == self._skipped:
                self._skipped = None
        elif name == "p":
            self._settle_mark("")
            self.writer.block()
            if not self._outer:
                self._write_boxes()
        elif name == "txbxContent":
            self._boxes.append(self.writer.text())
            self.writer = self._outer.pop()
            self._tables.pop()
        elif name == "tr" and self._tables[-1] == 1:
            self.writer.end_row()
        elif name == "tbl":
            self._tables[-1] -= 1
            if self._tables[-1]:
                self.writer.block()
            else:
                self.writer.end_table()

    def _write_boxes(self) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.writer.write(box)
            self.writer.block()

    def characters(self, text: str) -> None:
        """Add text, unless it is deleted or cannot be seen."""
        if not self._open or self._open[-1] not in ("t", "delText"):
            return
        if self._skipped is not None or self._open[-1] == "delText":
            self.deleted += len(text) if self._skipping_deleted else 0
        elif self._unseen():
            self.hidden += len(text)
        elif self._struck:
            self.struck += len(text)
        elif self._raised:
            self._mark += text
        else:
            self._settle_mark(text)
            self.writer.write(text)
            if self._titled and not self._outer:
                self.title += text

    def _settle_mark(self, after: str) -> None:
        """Write raised text that ends here, unless it is a note's mark."""
        mark, self._mark = self._mark, ""
        if mark and is_mark(mark, self.writer.before, after):
            self.writer.mark()
        elif mark:
            self.writer.write(mark)

    def _unseen(self) -> bool:
        white = self._white and not self._shaded and not self._tables[-1]
        return self._run_hidden or self._paragraph_hidden or white


class Notes:
    """Footnotes or endnotes: their text goes after the body's."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._rule = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin a note, or the line that is drawn over notes."""
        if name in ("footnote", "endnote"):
            self._rule = "eparator" in attributes.get("type", "")
        if not self._rule:
            self._body.start(name, attributes)

    def end(self, name: str) -> None:
        """End it."""
        if not self._rule:
            self._body.end(name)
        elif name in ("footnote", "endnote"):
            self._rule = False

    def characters(self, text: str) -> None:
        """Add its text."""
        if not self._rule:
            self._body.characters(text)
