"""What a data set's columns could not say of a record, value by value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from incidents.pipeline.export.columns import Column
from incidents.pipeline.export.formats.csv import write_table
from incidents.pipeline.export.tables import Table
from incidents.pipeline.review.words import say

#: Kinds of loss: the value is nowhere; or it stands there with less in it.
LEFT_OUT, COARSENED = "left_out", "coarsened"


@dataclass(frozen=True, slots=True)
class Loss:
    """One value that is lost, or loses something.

    Attributes:
        id: The record or event.
        field: The codebook's field; ``*`` for the whole of it.
        value: In words.
        loss: ``left_out`` or ``coarsened``.
        column: Where the rest of it stands.
        written: What stands there.
        why: In a sentence.
    """

    id: str
    field: str
    value: str
    loss: str
    why: str
    column: str = ""
    written: str = ""


_COLUMNS = tuple(
    Column(name, "string", "")
    for name in ("id", "field", "value", "loss", "column", "written", "why")
)


def lost(id: str, field: str, value: Any, why: str) -> Loss:
    """A value that stands nowhere."""
    return Loss(id, field, say(value), LEFT_OUT, why)


def write_losses(path: Path, losses: Iterable[Loss]) -> None:
    """Write the report as CSV."""
    rows = [asdict(loss) for loss in losses]
    write_table(Table("losses", _COLUMNS, lambda: iter(rows)), path)
