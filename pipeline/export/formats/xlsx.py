"""Excel workbook: a sheet each for events, records, values, documents and codebook.

Heads are frozen and filtered, numbers and days are such; text is never a formula or a
link.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from incidents.pipeline.export.bundle import Bundle
from incidents.pipeline.export.cells import clean
from incidents.pipeline.export.tables import Table, tables

SUFFIX = ".xlsx"
_MOST_ROWS = 1_048_575  # of a sheet, without its head
_MOST_CHARS = 32_767  # of a cell
#: The day of every workbook, so that the same run gives the same bytes.
_EPOCH = datetime(2000, 1, 1)
_WIDTHS = {"string": 22, "integer": 9, "number": 11, "boolean": 9, "date": 11}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write the workbook, row by row."""
    from xlsxwriter import Workbook

    part = out.with_name(f".{out.name}.part")
    remarks: list[str] = []
    try:
        with Workbook(str(part), _OPTIONS) as book:
            told = {"title": "Incidents", "comments": str(bundle.choice)}
            book.set_properties({**told, "created": _EPOCH})
            for table in tables(bundle):
                remarks += _sheet(book, table)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    return remarks


def _sheet(book: Any, table: Table) -> list[str]:
    sheet = book.add_worksheet(table.name)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for n, column in enumerate(table.columns):
        sheet.set_column(n, n, _WIDTHS[column.kind])
        sheet.write_string(0, n, column.name, head)
    sheet.freeze_panes(1, 1)
    count, cut, left = 0, 0, 0
    for row in table.rows():
        if count == _MOST_ROWS:
            left += 1
            continue
        count += 1
        for n, column in enumerate(table.columns):
            cut += _cell(sheet, count, n, row.get(column.name), day)
    sheet.autofilter(0, 0, count, len(table.columns) - 1)
    told = [(left, "rows did not fit"), (cut, "cells were cut to 32,767 characters")]
    return [f"sheet {table.name}: {n} {said}" for n, said in told if n]


def _cell(sheet: Any, row: int, n: int, value: Any, day: Any) -> int:
    """Write a cell of its own type; returns 1 where a text was cut."""
    if value is None:
        return 0
    if isinstance(value, bool):
        sheet.write_boolean(row, n, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, n, value)
    elif isinstance(value, date) and value.year >= 1900:
        sheet.write_datetime(row, n, value, day)
    else:
        text = clean(str(value))
        sheet.write_string(row, n, text[:_MOST_CHARS])
        return int(len(text) > _MOST_CHARS)
    return 0
