"""A report's printed table of plots, cell by cell: how many come out right.

The report is one of the development data, which the project does not ship. Its table is
read by itself, and apart from it the report without the table. ``python -m tests.plots
DIR`` prints both, with each cell that is wrong; ``DIR`` is the folder of the data.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from incidents import gazetteers, run
from incidents.pipeline import files
from incidents.pipeline.reconcile import reconcile
from incidents.pipeline.reconcile.score import overlap

REPORT = "diis-2025-09"
#: Heads of the table, in its order.
COLUMNS = (
    *("date", "location", "target", "outcome", "connection"),
    *("size", "nationality", "age", "weapons"),
)
#: How a plot ended for the suspects, and how it was tied to a group abroad.
_ENDS = {"convicted", "charges_dropped", "deported", "acquitted"}
_TIES = ("directed", "linked")
Record = Mapping[str, Any]
Right = Callable[[str, Record, Record], bool]


def date(cell: str, gold: Record, ours: Record) -> bool:
    """The month printed, or a day in it."""
    month, _, year = cell.partition("/")
    return str(ours["date"] or "").startswith(f"{year}-{month}")


def location(cell: str, gold: Record, ours: Record) -> bool:
    """The countries, as printed or as coded, and one place where one is told."""
    if set(ours["countries"]) not in (set(gold["countries"]), _codes(cell, "name")):
        return False
    names = {*gold["places"]} - {e.name for e in _countries()}
    return not names or any(overlap(a, b) for a in names for b in ours["places"])


def target(cell: str, gold: Record, ours: Record) -> bool:
    """Each target, and none besides."""
    told, found = ([t["text"] for t in r["targets"]] for r in (gold, ours))
    return all(any(overlap(a, b) >= 0.5 for b in found) for a in told) and all(
        any(overlap(a, b) >= 0.5 for a in told) for b in found
    )


def outcome(cell: str, gold: Record, ours: Record) -> bool:
    """The outcome, each end that is coded, and no conviction that is not."""
    told, found = ({*r["legal"]} & _ENDS for r in (gold, ours))
    same = gold["outcome"] == ours["outcome"]
    return same and told <= found and ("convicted" in told) >= ("convicted" in found)


def connection(cell: str, gold: Record, ours: Record) -> bool:
    """The strongest tie to a group abroad."""
    return _tie(gold) == _tie(ours)


def size(cell: str, gold: Record, ours: Record) -> bool:
    """The number printed."""
    count = ours["suspects"]
    return count["count_min"] == count["count_max"] == int(cell)


def nationality(cell: str, gold: Record, ours: Record) -> bool:
    """All of them, as printed or as coded, and none besides."""
    found = set(ours["suspects"]["nationalities"])
    return found in (
        set(gold["suspects"]["nationalities"]),
        _codes(cell, "aliases"),
    )


def age(cell: str, gold: Record, ours: Record) -> bool:
    """Each age printed; one that is only bounded is none."""
    printed = [int(n) for n in re.findall(r"(?<!than )\b\d\d\b", cell)]
    return sorted(ours["suspects"]["ages"]) == sorted(printed)


def weapons(cell: str, gold: Record, ours: Record) -> bool:
    """Their categories."""
    told, found = ({w["category"] for w in r["weapons"]} for r in (gold, ours))
    return told == found


RIGHT: Mapping[str, Right] = {name: globals()[name] for name in COLUMNS}


def _countries() -> list[gazetteers.Entry]:
    return [e for e in gazetteers.load("nationalities").values() if e.fields["iso"]]


def _codes(cell: str, by: str) -> set[str]:
    """The countries whose name, or whose people's, stands in a cell."""
    return {
        str(e.fields["iso"])
        for e in _countries()
        for name in ([e.name] if by == "name" else e.aliases)
        if re.search(rf"\b{re.escape(name)}\b", cell)
    }


def _tie(record: Record) -> str | None:
    links = {group["link"] for group in record["groups"]}
    return next((link for link in _TIES if link in links), None)


def rows_of(text: str) -> list[str]:
    """The lines of the printed table: its head, then a plot each."""
    lines = text.splitlines()
    return [line for line in lines if line.count("\t") == len(COLUMNS) - 1]


def parts(text: str) -> dict[str, str]:
    """The table with the report's head and its caption, and the report without it."""
    table = rows_of(text)
    lines = text.splitlines()
    caption = [line for line in lines if re.match(r"Table \d+\. ", line)]
    head = [line for line in lines[:20] if line.strip()][:4]
    return {
        "table": "\n\n".join([*head, *caption, "\n".join(table)]) + "\n",
        "prose": "\n".join(line for line in lines if line not in table) + "\n",
    }


def score(data: Path) -> dict[str, dict[str, list[bool]]]:
    """By part and column, whether each plot's cell is right."""
    text = (data / "reports" / f"{REPORT}.txt").read_text(encoding="utf-8")
    gold = [
        row
        for row in files.read_lines(data / "reports" / "gold.jsonl")
        if row["doc_id"] == REPORT
    ]
    _, *printed = rows_of(text)
    told = [_of(line, text, gold) for line in printed]
    found = _read(parts(text))
    return {
        part: _compared([line.split("\t") for line in printed], told, records)
        for part, records in found.items()
    }


def _of(line: str, text: str, gold: Sequence[Record]) -> Record:
    """The gold record that cites a line most."""
    start = text.index(line)
    end = start + len(line)
    cited = [sum(start <= c["start"] < end for c in g["citations"]) for g in gold]
    return gold[cited.index(max(cited))]


def _read(texts: Mapping[str, str]) -> dict[str, list[Record]]:
    """The records of each part, read as documents of their own."""
    with TemporaryDirectory() as folder:
        reports = Path(folder) / "parts.jsonl"
        rows = ({"doc_id": part, "text": text} for part, text in texts.items())
        reports.write_text("".join(json.dumps(row) + "\n" for row in rows))
        made = run(reports, Path(folder) / "run")
    found: dict[str, list[Record]] = {part: [] for part in texts}
    for record in made:
        found[record.row["doc_id"]].append(record.row)
    return found


def _compared(
    cells: Sequence[Sequence[str]], gold: Sequence[Record], ours: Sequence[Record]
) -> dict[str, list[bool]]:
    """Plots that are not found have no cell right."""
    same = [{**g, "doc_id": "x", "citations": []} for g in gold]
    matches = reconcile(same, [{**o, "doc_id": "x", "citations": []} for o in ours])
    pair = {
        m.gold["incident_id"]: m.candidate
        for m in matches
        if m.gold and m.candidate and m.judgement.value == "same"
    }
    return {
        name: [
            (found := pair.get(g["incident_id"])) is not None
            and RIGHT[name](row[n], g, found)
            for row, g in zip(cells, gold, strict=True)
        ]
        for n, name in enumerate(COLUMNS)
    }


def main(data: Path) -> None:
    """Print what is right of each part."""
    for part, columns in score(data).items():
        right = sum(map(sum, columns.values()))
        print(f"{part}: {right} of {sum(map(len, columns.values()))} cells right")
        for name, held in columns.items():
            signs = "".join(".x"[not ok] for ok in held)
            print(f"  {name:12} {signs}  {sum(held)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
