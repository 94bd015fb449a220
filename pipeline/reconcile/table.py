"""The reconciliation as tables: CSV for a spreadsheet, JSONL for a program."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from incidents.pipeline import files
from incidents.pipeline.reconcile import Match, rows

#: Signs by which a spreadsheet takes a cell for a formula, full width ones included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_COLUMNS = (
    "doc_id",
    "judgement",
    "score",
    "gold",
    "candidate",
    "agrees",
    "differs",
    "reasons",
)


def write_tables(matches: Sequence[Match], folder: Path) -> tuple[Path, Path]:
    """Write ``reconciliation.csv`` and ``reconciliation.jsonl``.

    Every candidate and every gold record has a row that says whether it was matched,
    is missing or is spurious; pairs that are unsure have one besides.

    Returns:
        The two files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    table, lines = folder / "reconciliation.csv", folder / "reconciliation.jsonl"
    with files.whole(table) as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(_COLUMNS)
        for row in rows(matches):
            writer.writerow([cell(row[column]) for column in _COLUMNS])
    files.write_lines(lines, _lines(matches))
    return table, lines


def cell(value: str | float) -> str:
    """A cell that no spreadsheet calculates and that any file can hold.

    >>> cell("=1+1"), cell(0.5), cell("Vasa")
    ("'=1+1", '0.5', 'Vasa')
    """
    text = str(value).encode("utf-8", "backslashreplace").decode().replace("\0", "")
    return f"'{text}" if text.lstrip(" \n").startswith(_FORMULA) else text


def _lines(matches: Iterable[Match]) -> Iterable[dict[str, Any]]:
    for match, row in zip(matches, rows(matches), strict=True):
        yield {
            **{k: row[k] for k in ("doc_id", "judgement", "score")},
            **{k: row[k] or None for k in ("gold", "candidate")},
            "reasons": match.reasons,
            "fields": {
                a.slot: {"gold": a.gold, "candidate": a.candidate, "agreeing": a.hits}
                for a in match.agreements
                if a.gold or a.candidate
            },
        }
