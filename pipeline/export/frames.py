"""Tables as typed pandas DataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from incidents.pipeline.export.cells import clean
from incidents.pipeline.export.tables import Table

if TYPE_CHECKING:
    import pandas

#: pandas' types, each of which can be missing.
_TYPES = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "object",
}


def frame(table: Table) -> pandas.DataFrame:
    """A table as a DataFrame; days are ``datetime.date``, which go back to year 1."""
    import pandas

    names = [column.name for column in table.columns]
    made = pandas.DataFrame.from_records(
        ([_cell(row.get(name)) for name in names] for row in table.rows()),
        columns=names,
    )
    return made.astype({c.name: _TYPES[c.kind] for c in table.columns})


def _cell(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value
