"""The chosen part of a page as canonical text."""

from __future__ import annotations

from itertools import islice

from incidents.pipeline.ingest.blocks import Writer
from incidents.pipeline.ingest.clean import Cleaner
from incidents.pipeline.ingest.grid import Cell
from incidents.pipeline.ingest.html_marks import is_mark
from incidents.pipeline.ingest.html_tree import Element, elements, text_of, walk

_BLOCKS = frozenset(
    "p div section article main header footer aside h1 h2 h3 h4 h5 h6 ul ol dl dt dd"
    " blockquote figure figcaption pre address table tr td th caption hr form fieldset"
    " details summary body html center tbody thead tfoot".split()
)
_ITEMS = frozenset(("li",))
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_LONGEST_CELL = 1_000
_TABLE = frozenset("table tr td th".split())
#: More rows than a table has: a cell that spans those that are left.
_REST = 10_000


def page_text(parts: list[Element], dropped: set[Element], clean: Cleaner) -> str:
    """The text of ``parts``, without ``dropped``."""
    writer = Writer(clean)
    for part in parts:
        writer.block()
        _write(writer, part, dropped)
    return writer.text()


def _write(writer: Writer, part: Element, dropped: set[Element]) -> None:
    tables = {e for e in elements(part) if e.tag == "table" and _tabular(e)}
    cells = {e for t in tables for e in elements(t)}
    pre = 0

    def shown(element: Element) -> bool:
        if element in dropped:
            return False
        if is_mark(element, writer.before):
            writer.mark()
            return False
        return True

    for node, begins in walk(part, shown):
        if isinstance(node, str):
            writer.write(node if pre else " ".join(("x" + node + "x").split())[1:-1])
            continue
        pre += (node.tag == "pre") * (1 if begins else -1)
        if node in cells and node.tag in _TABLE:
            _write_cell(writer, node, begins)
        elif node.tag == "br":
            if begins:
                writer.line()
        elif node.tag in _ITEMS:
            writer.block("item" if begins else "paragraph", "- " if begins else "")
        elif node.tag in _BLOCKS:
            writer.block(*_kept_kind(writer, node, begins))


def _kept_kind(writer: Writer, node: Element, begins: bool) -> tuple[str, str]:
    """A block that only wraps an item's text leaves it an item."""
    if begins and writer.opens_item and node.tag in ("p", "div"):
        return "item", "- "
    return "paragraph", ""


def _write_cell(writer: Writer, node: Element, begins: bool) -> None:
    if node.tag == "table":
        writer.end_table()
    elif node.tag == "tr":
        if begins:
            writer.row()
        else:
            writer.end_row()
    elif begins:
        head = node.tag == "th" or (node.parent and _in_head(node))
        columns, rows = _span(node, "colspan"), _span(node, "rowspan")
        writer.cell(Cell("", columns or 1, rows or _REST, bool(head)))


def _in_head(cell: Element) -> bool:
    return any(e.tag == "thead" for e in islice(cell.ancestors(), 3))


def _span(cell: Element, name: str) -> int:
    given = cell.get(name)
    return int(given[:4]) if given.isascii() and given.isdigit() else 1


def _tabular(table: Element) -> bool:
    """Whether a table holds rows of values, and does not only lay out the page."""
    inner = [e for e in elements(table) if e is not table]
    cells = [e for e in inner if e.tag in ("td", "th")]
    return (
        not any(e.tag == "table" or e.tag in _HEADINGS for e in inner)
        and any(e.tag == "tr" for e in inner)
        and all(len(text_of(c)) <= _LONGEST_CELL for c in cells)
    )
