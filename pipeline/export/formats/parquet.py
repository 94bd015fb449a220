"""Parquet: records or events, values and documents, typed, for pandas, R and DuckDB.

Needs pyarrow: ``pip install 'incident-pipeline[parquet]'``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from incidents.pipeline.export.bundle import Bundle
from incidents.pipeline.export.extras import needed
from incidents.pipeline.export.frames import frame
from incidents.pipeline.export.tables import Table, tables

SUFFIX = ".parquet"


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write the chosen table to ``out``, and the others of it beside it."""
    chosen, _, *others = tables(bundle)
    _write(chosen, out, str(bundle.choice))
    beside = [out.with_name(f"{out.stem}-{t.name}{out.suffix}") for t in others]
    for table, path in zip(others, beside, strict=True):
        _write(table, path, str(bundle.choice))
    return [f"beside it: {', '.join(path.name for path in beside)}"]


def _write(table: Table, path: Path, choice: str) -> None:
    arrow = needed("pyarrow", "parquet")
    parquet = needed("pyarrow.parquet", "parquet")
    types = {
        "string": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
    }
    fields: list[Any] = [
        arrow.field(c.name, types[c.kind], metadata={"description": c.said})
        for c in table.columns
    ]
    schema = arrow.schema(fields, metadata={"choice": choice})
    made = arrow.Table.from_pandas(frame(table), schema=schema, preserve_index=False)
    parquet.write_table(made.replace_schema_metadata(schema.metadata), path)
