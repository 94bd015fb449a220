"""Rows of a table whose header names its columns, as events.

A cell is read for what its column holds: the ages under *Age of suspects* are ages,
though no word beside them says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from incidents.extractors._offices import category
from incidents.extractors.mention import Attribute, Mention, pack
from incidents.gazetteers import pattern
from incidents.pipeline import edtf
from incidents.pipeline.assemble.event import ARREST, ATTACK, PLOT, ROW, Event
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.cells import cells as _spans
from incidents.pipeline.headings import column
from incidents.pipeline.segment import HEADER, HEADING, Block
from incidents.pipeline.segment import ROW as ROW_BLOCK

_UNSTATED = re.compile(
    rf"(?:{pattern('layout', 'unstated')}|[-–—?]*)\W*(?:,.*)?", re.IGNORECASE
)
#: Cues that it was not only planned: *completed*, *carried out*.
_LAUNCHED = ("launched", "attributed")
#: A number: 1,200; 3 +; 3–5.
_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\s*(\+))?(?:\s*[-–](\d+))?")
#: Days of a month: 6; 26–27.
_DAYS = re.compile(r"(\d{1,2})(?:\s?[–-]\s?(\d{1,2}))?")
#: From so many words on a cell tells what happened, rather than names it.
_TELLS = 6
#: What a cell that tells gives, though a column of its own gives it too.
_MORE = {"PLACE", "GROUP"}
#: What a cell that names is not read for.
_UNNAMED = {"PLACE", "DATE", "NATIONALITY", "SUSPECTS", "PERSON"}
#: The columns of a list of people, each with what was done.
_WHO = {"PERSON", "DATE", "TYPE"}
#: The kind of a column that tells what its row's target is.
_SORT = "TARGET_CATEGORY"
#: What is said of the people of a cell.
_PEOPLE = ("PERSON", "NATIONALITY", "AGE")
_LIST = re.compile(
    r"\s*(?:\(\d+\))?\s*(?:;|/(?=\s?[A-Z])|\(\d+\)|,| and (?=[a-z]+ ))\s*"
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the kind of its column, its span without the white space around it."""

    kind: str
    start: int
    end: int
    header: Mention


def rows(reader: Reader, blocks: Sequence[Block]) -> Iterator[Event]:
    """An event for each row under a header that names two of date, place and target."""
    header: tuple[tuple[str, Mention], ...] = ()
    topic: Block | None = None
    month: Mention | None = None
    for block in blocks:
        if block.kind == HEADING:
            topic = block
            month = _month(reader.within(block.start, block.end)) or month
        elif block.kind == HEADER:
            header = tuple(_header(reader.text, block))
        elif block.kind == ROW_BLOCK and header:
            cells = [_dated(reader, c) for c in _cells(reader.text, block, header)]
            if _tells({c.kind for c in cells}):
                event = row(reader, block, cells, topic, month)
                if event.mentions:
                    yield event
        else:
            header = ()


def _tells(kinds: Set[str]) -> bool:
    """Whether a row has two of day, place and target, or who did what when."""
    return len(kinds & {"DATE", "PLACE", "TARGET"}) >= 2 or kinds >= _WHO


def _dated(reader: Reader, cell: Cell) -> Cell:
    """``cell``; of a column of arrests the day, where that is what it gives."""
    if cell.kind != "SUSPECTS":
        return cell
    days = [m for m in reader.within(cell.start, cell.end) if m.label == "DATE"]
    return replace(cell, kind="DATE") if days else cell


def _header(text: str, block: Block) -> Iterator[tuple[str, Mention]]:
    for start, end in _split(text, block):
        name = text[start:end]
        kind = column(name)
        yield kind, Mention(start, end, "HEADER", name, kind, __name__)


def _split(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Spans of a row's cells, without the white space at their ends."""
    line = text[block.start : block.end].rstrip("\n\f")
    yield from ((block.start + a, block.start + b) for a, b in _spans(line))


def _cells(
    text: str, block: Block, header: Sequence[tuple[str, Mention]]
) -> Iterator[Cell]:
    for (kind, name), (start, end) in zip(header, _split(text, block), strict=False):
        if kind and not _UNSTATED.fullmatch(text[start:end]):
            yield Cell(kind, start, end, name)


def _month(mentions: Sequence[Mention]) -> Mention | None:
    """The month that a heading names, for a table that gives days of it."""
    found = [m for m in mentions if m.label == "DATE" and len(m.value) == 7]
    return found[0] if len(found) == 1 else None


def row(
    reader: Reader,
    block: Block,
    cells: list[Cell],
    topic: Block | None = None,
    month: Mention | None = None,
) -> Event:
    """What the cells of one row tell.

    Args:
        reader: The report.
        block: The row.
        cells: Its cells.
        topic: The heading that its table stands under.
        month: What its days are of, where its dates are but days.
    """
    columns = {c.kind for c in cells}
    mentions = sorted({m for c in cells for m in _read(reader, c, columns)})
    mentions = [_sorted(m, reader, cells) for m in mentions]
    if month and not any(m.label == "DATE" for m in mentions):
        mentions = sorted({*mentions, *_days(reader, cells, month)})
    if not any(_small(m) for m in mentions):
        mentions = sorted({*mentions, *_places_of_targets(reader, cells)})
    text = reader.text[block.start : block.end]
    return Event(
        block.start,
        block.start + len(text.rstrip()),
        _kind(reader, cells, topic),
        ROW,
        block.start,
        block.section,
        True,
        "new",
        tuple(m for m in mentions if m.label in ("EVENT", "LEGAL")),
        tuple(mentions),
    )


def _sorted(mention: Mention, reader: Reader, cells: Sequence[Cell]) -> Mention:
    """A target of no known category with that which a cell for it tells: *Position*."""
    if mention.label != "TARGET" or mention.value != "unknown":
        return mention
    told = (reader.text[c.start : c.end] for c in cells if c.kind == _SORT)
    known = next(filter(None, map(category, (mention.text, *told))), mention.value)
    return replace(mention, value=known)


def _days(reader: Reader, cells: Sequence[Cell], month: Mention) -> Iterator[Mention]:
    """Days of a month that stands in the heading: ``6``, ``26–27``."""
    for cell in cells:
        text = reader.text[cell.start : cell.end]
        found = _DAYS.fullmatch(text) if cell.kind == "DATE" else None
        if found is None:
            continue
        value = "/".join(f"{month.value}-{int(d):02}" for d in found.groups() if d)
        if edtf.bounds(value):
            given = pack(derived_from=f"{month.start}:{month.end}")
            yield Mention(cell.start, cell.end, "DATE", text, value, __name__, given)


def _small(mention: Mention) -> bool:
    """Whether a place is smaller than a country."""
    return mention.label == "PLACE" and mention.get("kind") not in ("country", "region")


def _places_of_targets(reader: Reader, cells: Sequence[Cell]) -> Iterator[Mention]:
    """Towns in the target's cell, for a row whose own places are countries."""
    for cell in cells:
        if cell.kind == "TARGET":
            yield from (m for m in reader.within(cell.start, cell.end) if _small(m))


def _kind(reader: Reader, cells: list[Cell], topic: Block | None) -> str:
    """What a row is of, by its outcome, by the table's heading, by its columns."""
    for cell in cells:
        if cell.kind in ("OUTCOME", "TYPE"):
            told = reader.within(cell.start, cell.end)
            words = [m for m in told if m.label == "EVENT"]
            kinds = {m.get("kind") for m in words if not m.get("modality")}
            if "foil" in kinds or reader.cued(cell.start, cell.end, "foiled"):
                return PLOT
            if "plot" in kinds and "attack" not in kinds:
                return PLOT
            if "attack" in kinds or reader.cued(cell.start, cell.end, *_LAUNCHED):
                return ATTACK
    headed = reader.within(topic.start, topic.end) if topic else ()
    if any(m.get("kind") == "plot" for m in headed):
        return PLOT
    if any(c.kind == "TARGET" for c in cells):
        return ATTACK
    if any(c.kind == "DATE" and c.header.value == "SUSPECTS" for c in cells):
        return ARREST
    steps = [m for c in cells for m in reader.within(c.start, c.end)]
    return ARREST if any(m.value == "arrested" for m in steps) else ATTACK


def _read(reader: Reader, cell: Cell, columns: Set[str]) -> Iterator[Mention]:
    """What a cell holds, by the kind of its column; ``columns`` are those filled."""
    text = reader.text[cell.start : cell.end]
    found = reader.within(cell.start, cell.end)
    column = pack(column=f"{cell.header.start}:{cell.header.end}", role="suspect")
    if cell.kind == "TARGET":
        yield from _targets(cell, text, found)
    elif cell.kind == "AGE":
        for match in re.finditer(
            r"\b\d{2}\b", re.sub(r"older than \d+", lambda m: " " * len(m[0]), text)
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
        yield from _figure(cell, text, cell.kind, column)
        if cell.kind == "SUSPECTS":
            yield from (_marked(m, column) for m in found if m.label in _PEOPLE)
    elif cell.kind == "PERPETRATORS":
        yield from _perpetrators(cell, text, found, column)
    elif cell.kind in ("OUTCOME", "TYPE"):
        tells = cell.kind == "TYPE" and len(text.split()) >= _TELLS
        yield from _told(found, columns, tells)
    elif cell.kind == "GROUP":
        yield from (m for m in found if m.label == "GROUP")
    else:
        yield from (_marked(m, column) for m in found if m.label == cell.kind)


def _figure(
    cell: Cell, text: str, label: str, column: tuple[Attribute, ...]
) -> Iterator[Mention]:
    """The number that a cell begins with."""
    number = _NUMBER.match(text)
    if number:
        low = number[1].replace(",", "")
        value = f"{low}.." if number[2] else low
        value = f"{low}..{number[3]}" if number[3] else value
        end = cell.start + number.end()
        yield Mention(cell.start, end, label, number[0], value, __name__, column)


def _perpetrators(
    cell: Cell, text: str, found: Sequence[Mention], column: tuple[Attribute, ...]
) -> Iterator[Mention]:
    """Groups, and people who are none: how many, who, from where."""
    groups = [m for m in found if m.label == "GROUP"]
    yield from groups
    yield from _figure(cell, text, "SUSPECTS", column)
    for m in found:
        apart = all(m.end <= g.start or g.end <= m.start for g in groups)
        if m.label in _PEOPLE and apart:
            yield _marked(m, column)


def _told(
    found: Sequence[Mention], columns: Set[str], tells: bool
) -> Iterator[Mention]:
    """What a cell tells, or names, less what columns of their own give."""
    skip = (columns - _MORE) | {"DATE"} if tells else columns | _UNNAMED
    for m in found:
        denied = m.label == "LEGAL" and m.reached("negation")
        if m.label not in skip and not denied:
            yield m


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
        named = (m.value for m in known if first <= m.start < last)
        yield Mention(
            first,
            last,
            "TARGET",
            part,
            next((v for v in named if v != "unknown"), "unknown"),
            __name__,
            pack(column=f"{cell.header.start}:{cell.header.end}", object="1"),
        )
