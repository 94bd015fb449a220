"""Rows of a table whose header names its columns, as frames.

A cell is read for what its column holds: the ages under *Age of suspects* are ages,
though no word beside them says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.mention import Attribute, Mention, pack
from pipeline.assemble.frames import ARREST, ATTACK, PLOT, Frame, Reader
from pipeline.segment import HEADER, HEADING, ROW, Block

_COLUMNS = {
    "AGE": r"\bages?\b",
    "NATIONALITY": r"nationalit|citizenship|origin",
    "SUSPECTS": r"cell size|number of (?:suspects|plotters|attackers|arrest)|suspects"
    r"|plotters|perpetrators|attackers|arrested|arrests|size",
    "KILLED": r"killed|deaths?|dead|fatalit",
    "INJURED": r"injur|wounded",
    "CASUALTIES": r"casualt|toll|victims",
    "WEAPON": r"weapon|means|method|device",
    "TARGET": r"target",
    "DATE": r"\bdate|\bday\b|month|year|when",
    "PLACE": r"location|place|city|country|where|province|region|site",
    "OUTCOME": r"outcome|result|status|disposition|stage",
    "TYPE": r"type|incident|event|description|summary|what happened|attack|plot",
    "GROUP": r"group|perpetrator|organi[sz]ation|connection|affiliation|actor|link",
}
_UNSTATED = re.compile(
    r"(?:unclear|unknown|n/?a|none|not (?:stated|known|reported)|[-–—?]*)\W*"
    r"(?:,.*)?",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\s*(?:\(\d+\))?\s*(?:;|/(?=\s?[A-Z])|\(\d+\)|,| and (?=[a-z]+ ))\s*"
)
#: No information about trial, no indictments for plotting: what follows is not told.
_NONE_TOLD = re.compile(r"\b(?:no|not|without)\b[^;.]*$", re.IGNORECASE)
_FOILED = re.compile(
    r"foil|thwart|disrupt|prevent|avert|intercept|arrest|before", re.IGNORECASE
)
_CARRIED_OUT = re.compile(
    r"carried out|completed|success|executed|launched|killed|dead|explod|detonat",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the kind of its column, its span without the white space around it."""

    kind: str
    start: int
    end: int
    header: Mention


def rows(reader: Reader, blocks: Sequence[Block]) -> Iterator[Frame]:
    """A frame for each row under a header that names two of date, place and target."""
    header: tuple[tuple[str, Mention], ...] = ()
    topic = ""
    for block in blocks:
        if block.kind == HEADING:
            topic = reader.text[block.start : block.end]
        elif block.kind == HEADER:
            header = tuple(_header(reader.text, block))
        elif block.kind == ROW and header:
            cells = list(_cells(reader.text, block, header))
            if len({c.kind for c in cells} & {"DATE", "PLACE", "TARGET"}) >= 2:
                frame = _row(reader, block, cells, topic)
                if frame.mentions:
                    yield frame
        else:
            header = ()


def _header(text: str, block: Block) -> Iterator[tuple[str, Mention]]:
    for start, end in _split(text, block):
        name = text[start:end]
        kind = next(
            (k for k, p in _COLUMNS.items() if re.search(p, name, re.IGNORECASE)), ""
        )
        yield kind, Mention(start, end, "HEADER", name, kind, __name__)


def _split(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Spans of a row's cells, without the white space at their ends."""
    for match in re.finditer(r"[^\t]+|(?<=\t)(?=\t)", text[block.start : block.end]):
        cell = match.group()
        left = len(cell) - len(cell.lstrip())
        start = block.start + match.start() + left
        yield start, start + len(cell.strip())


def _cells(
    text: str, block: Block, header: Sequence[tuple[str, Mention]]
) -> Iterator[Cell]:
    for (kind, name), (start, end) in zip(header, _split(text, block), strict=False):
        if kind and not _UNSTATED.fullmatch(text[start:end]):
            yield Cell(kind, start, end, name)


def _row(reader: Reader, block: Block, cells: list[Cell], topic: str) -> Frame:
    mentions = sorted({m for c in cells for m in _read(reader, c)})
    if not any(_small(m) for m in mentions):
        mentions = sorted({*mentions, *_places_of_targets(reader, cells)})
    text = reader.text[block.start : block.end]
    return Frame(
        block.start,
        block.start + len(text.rstrip()),
        _kind(text, cells, topic, reader),
        "row",
        block.start,
        block.section,
        "new",
        tuple(mentions),
    )


def _small(mention: Mention) -> bool:
    """Whether a place is smaller than a country."""
    return mention.label == "PLACE" and mention.get("kind") not in ("country", "region")


def _places_of_targets(reader: Reader, cells: Sequence[Cell]) -> Iterator[Mention]:
    """Towns in the target's cell, for a row whose own places are countries."""
    for cell in cells:
        if cell.kind == "TARGET":
            yield from (m for m in reader.within(cell.start, cell.end) if _small(m))


def _kind(text: str, cells: Sequence[Cell], topic: str, reader: Reader) -> str:
    told = [
        reader.text[c.start : c.end] for c in cells if c.kind in ("OUTCOME", "TYPE")
    ]
    for said in told:
        if _FOILED.search(said) and not re.match(r"arrest", said, re.IGNORECASE):
            return PLOT
        if _CARRIED_OUT.search(said) or re.search(r"attack|bombing|shoot", said):
            return ATTACK
    if re.search(r"\bplots?\b", topic, re.IGNORECASE):
        return PLOT
    if any(c.kind == "TARGET" for c in cells):
        return ATTACK
    return ARREST if re.search(r"arrest", text, re.IGNORECASE) else ATTACK


def _read(reader: Reader, cell: Cell) -> Iterator[Mention]:
    """What a cell holds, by the kind of its column."""
    text = reader.text[cell.start : cell.end]
    found = reader.within(cell.start, cell.end)
    column = pack(column=f"{cell.header.start}:{cell.header.end}", role="suspect")
    if cell.kind == "TARGET":
        yield from _targets(cell, text, found)
    elif cell.kind == "AGE":
        for match in re.finditer(
            r"\b\d{2}\b", re.sub(r"older than \d+", " " * 13, text)
        ):
            yield Mention(
                cell.start + match.start(),
                cell.start + match.end(),
                "AGE",
                match.group(),
                match.group(),
                __name__,
                column,
            )
    elif cell.kind in ("SUSPECTS", "KILLED", "INJURED", "CASUALTIES"):
        number = re.match(r"(\d[\d,]*)\s*(\+)?(?:[-–](\d+))?", text)
        if number:
            low = number[1].replace(",", "")
            value = f"{low}.." if number[2] else low
            value = f"{low}..{number[3]}" if number[3] else value
            end = cell.start + number.end()
            yield Mention(
                cell.start, end, cell.kind, number[0], value, __name__, column
            )
        if cell.kind == "SUSPECTS":
            people = ("PERSON", "NATIONALITY", "AGE")
            yield from (_marked(m, column) for m in found if m.label in people)
    elif cell.kind in ("OUTCOME", "TYPE"):
        skip = ("PLACE", "DATE", "NATIONALITY", "SUSPECTS")
        for m in found:
            denied = _NONE_TOLD.search(reader.text, cell.start, m.start)
            if m.label not in skip and not (m.label == "LEGAL" and denied):
                yield m
    elif cell.kind == "GROUP":
        yield from (m for m in found if m.label == "GROUP")
    else:
        yield from (_marked(m, column) for m in found if m.label == cell.kind)


def _marked(mention: Mention, column: tuple[Attribute, ...]) -> Mention:
    """``mention`` with its column, and as said of suspects."""
    attributes = dict(mention.attributes) | dict(column)
    return replace(mention, attributes=pack(**attributes))


def _targets(cell: Cell, text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Each target that the cell lists, with the category of the words it holds."""
    known = [m for m in found if m.label == "TARGET"]
    position = 0
    for part in [*_LIST.split(text)]:
        start = text.find(part, position) if part else -1
        if start < 0 or len(part) < 3:
            continue
        position = start + len(part)
        first, last = cell.start + start, cell.start + position
        category = next(
            (
                m.value
                for m in known
                if first <= m.start < last and m.value != "unknown"
            ),
            "unknown",
        )
        yield Mention(
            first,
            last,
            "TARGET",
            part,
            category,
            __name__,
            pack(column=f"{cell.header.start}:{cell.header.end}", object="1"),
        )
