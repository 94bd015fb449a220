"""What the pages of events show, worked out before they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incidents.pipeline.fields import BY_NAME, SINGLE
from incidents.pipeline.merge.claims import agreement
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.events import Events, Member
from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.words import say

Row = Mapping[str, Any]
#: Events on one page of the list.
ROWS = 100
#: Which events the list has.
SHOWS = {
    "several": "told by several reports",
    "differ": "reports differ",
    "all": "all",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One report of an event: its record and its document."""

    member: Member
    document: Document

    @property
    def id(self) -> str:
        """What its record is known as."""
        return self.member.state.known_as


@dataclass(frozen=True, slots=True)
class Claim:
    """One value in a cell.

    Attributes:
        value: As the record has it.
        reading: The value, as it is compared.
        citations: What bears it out.
        best: Whether it agrees with the value to use.
        against: Whether it contradicts that.
        aside: Whether the record has it as another reading only.
    """

    value: Any
    reading: str
    citations: Sequence[Row]
    best: bool
    against: bool
    aside: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One field, what each report says of it, and the value or values to use."""

    field: str
    best: tuple[Any, ...]
    rule: str
    differs: bool
    cells: tuple[tuple[Claim, ...], ...]
    to_choose: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """The reports of an event side by side; fields on which they differ come first."""

    row: Row
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def beside(row: Row, events: Events, desk: Desk) -> Beside:
    """An event as a table: a column for each report, the earliest first."""
    told = (events.members[id] for id in row["incident_ids"])
    columns = [Column(m, desk.document(m.state.doc_id)) for m in told]
    columns.sort(key=lambda c: (c.document.row.get("published") or "~", c.id))
    lines = [_line(n, f, columns) for n, f in row["fields"].items() if n in BY_NAME]
    lines.sort(key=lambda line: not line.differs)
    return Beside(row, tuple(columns), tuple(lines))


def _line(name: str, told: Row, columns: Iterable[Column]) -> Line:
    cells = {column.id: [] for column in columns}  # type: dict[str, list[Claim]]
    for reading in told["values"]:
        key = agreement(reading["value"])
        best = name in SINGLE and key == agreement(told["best"])
        for claim in reading["claims"]:
            cells[claim["incident_id"]].append(
                Claim(
                    claim["value"],
                    key,
                    claim["citations"],
                    best,
                    bool(reading.get("contradicts")),
                    bool(claim.get("alternative")),
                )
            )
    return Line(
        name,
        (told["best"],) if name in SINGLE else tuple(told["best"]),
        told["rule"],
        told["disagree"],
        tuple(map(tuple, cells.values())),
        name in SINGLE and len(told["values"]) > 1,
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """The list of events, as narrowed.

    Attributes:
        rows: Those of this page.
        chosen: How many there are on all pages.
        first: How many stand before this page.
        keys: The keys of all, in order.
    """

    rows: tuple[Row, ...]
    chosen: int
    first: int
    keys: tuple[str, ...]


def listed(events: Events, show: str, first: int) -> Listed:
    """The events to show, those with the most reports first."""
    found = sorted(
        (row for row in events.rows.values() if _passes(row, show)),
        key=lambda row: (-row["reports"], str(of(row, "date")), row["event_key"]),
    )
    first = min(first, max(0, len(found) - 1)) // ROWS * ROWS
    keys = tuple(row["event_key"] for row in found)
    return Listed(tuple(found[first : first + ROWS]), len(found), first, keys)


def _passes(row: Row, show: str) -> bool:
    if show == "several":
        return len(row["incident_ids"]) > 1
    return bool(row["disagree"]) if show == "differ" else True


def of(row: Row, name: str) -> Any:
    """The value to use of a field; None where no report has one."""
    told = row["fields"].get(name)
    return told["best"] if told else None


def event_title(row: Row) -> str:
    """An event in a few words."""
    where = (of(row, "places") or of(row, "countries") or [None])[0]
    what = (of(row, "targets") or [None])[0]
    parts = (of(row, "date"), where, what)
    told = " · ".join(say(part) for part in parts if part)
    return told or "no date, place or target"


def counted(row: Row) -> str:
    """How many reports tell an event, and how many of these are no copies.

    >>> counted({"reports": 5, "origins": 2}), counted({"reports": 1, "origins": 1})
    ('5 reports, 2 independent origins', '1 report')
    """
    reports, origins = row["reports"], row["origins"]
    if reports == 1:
        return "1 report"
    return f"{reports} reports, {origins} independent origin{'s' * (origins != 1)}"


def toll(row: Row, name: str) -> str:
    """The best number of a toll, and its lowest and highest where these differ.

    >>> toll({"tolls": {"killed": {"low": 76, "best": 85, "high": 85}}}, "killed")
    '85 (76 to 85)'
    """
    ends = row["tolls"].get(name)
    if ends is None or ends["best"] is None:
        return ""
    apart = ends["low"] != ends["high"]
    return f"{ends['best']}" + (f" ({ends['low']} to {ends['high']})" if apart else "")
