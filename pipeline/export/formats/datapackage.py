"""Data Package: a folder of CSV files, described field by field (Frictionless)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from incidents.pipeline import files
from incidents.pipeline.export.bundle import Bundle
from incidents.pipeline.export.columns import Column
from incidents.pipeline.export.formats.csv import write_table
from incidents.pipeline.export.tables import Table, tables

SUFFIX = "/"
#: By table, the column that names a row, where one does.
_KEYS = {
    "records": "incident_id",
    "events": "event_key",
    "documents": "doc_id",
    "codebook": "field",
}
#: By table, the columns that are another table's key.
_FOREIGN = {
    "records": {"doc_id": "documents", "event_key": "events"},
    "values": {"doc_id": "documents", "incident_id": "records"},
}


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write the folder: ``datapackage.json`` and a CSV file a table."""
    made = tables(bundle)
    for table in made:
        write_table(table, out / f"{table.name}.csv")
    files.write_json(out / "datapackage.json", _package(made, str(bundle.choice)))
    return []


def _package(made: Sequence[Table], choice: str) -> dict[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "incidents",
        "title": "Incidents, each value with its quote",
        "description": f"Exported: {choice}.",
        "resources": [_resource(table) for table in made],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if key := _KEYS.get(table.name):
        schema["primaryKey"] = [key]
    if foreign := _FOREIGN.get(table.name):
        schema["foreignKeys"] = [
            {
                "fields": [own],
                "reference": {"resource": other, "fields": [_KEYS[other]]},
            }
            for own, other in foreign.items()
        ]
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": column.name,
        "type": column.kind,
        "description": column.said,
    }
    if column.terms:
        made["constraints"] = {"enum": list(column.terms)}
    return made
