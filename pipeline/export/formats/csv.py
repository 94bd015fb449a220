"""CSV: records or events in one file, values with quotes and documents beside it.

Text that a spreadsheet would calculate has a quote mark before it. Files are UTF-8 with
a byte order mark, by which spreadsheets know it.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from incidents.pipeline import files
from incidents.pipeline.export.bundle import Bundle
from incidents.pipeline.export.cells import written
from incidents.pipeline.export.tables import Table, tables

SUFFIX = ".csv"
_MARK = "\ufeff"


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write the chosen table to ``out``, and the others of it beside it."""
    chosen, _, *others = tables(bundle)
    write_table(chosen, out, _MARK)
    beside = [out.with_name(f"{out.stem}-{t.name}{out.suffix}") for t in others]
    for table, path in zip(others, beside, strict=True):
        write_table(table, path, _MARK)
    return [f"beside it: {', '.join(path.name for path in beside)}"]


def write_table(table: Table, path: Path, mark: str = "") -> None:
    """Write one table, row by row, after a byte order mark if one is given."""
    names = [column.name for column in table.columns]
    with files.whole(path) as file:
        file.write(mark)
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(names)
        for row in table.rows():
            writer.writerow([written(row.get(name)) for name in names])
