"""Accuracy over the life of the project: one line for each result that was kept."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from incidents.pipeline.evaluate.headlines import Headline

#: The only figures that a page charts; the file has all.
CHARTED = ("incident F1", "slots F1")


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier result.

    Attributes:
        date: Day it was taken.
        revision: Of the code, as git describes it; empty where git knows none.
        documents: How many documents it was taken on.
        figures: Headline figures by name.
    """

    date: str
    revision: str
    documents: int
    figures: dict[str, Headline]


def append(path: Path, headlines: Sequence[Headline], documents: int) -> None:
    """Add a line to the history: day, git revision, and every headline figure."""
    row = {
        "date": datetime.now(UTC).date().isoformat(),
        "revision": revision(),
        "documents": documents,
        "figures": {
            h.name: {k: _round(v) for k, v in asdict(h).items() if k != "name"}
            for h in headlines
        },
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def revision() -> str:
    """What git calls the checked-out code, marked where it was changed since."""
    try:
        said = subprocess.run(
            ["git", "describe", "--always", "--dirty"],
            cwd=Path(__file__).parent,
            capture_output=True,
            text=True,
            timeout=10,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""  # installed without git, or no checkout
    return said.stdout.strip()


def read_history(path: Path) -> list[Past]:
    """Read a history; empty where the file is not there yet.

    Raises:
        ValueError: A line is not what ``append`` writes; says file and line.
    """
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_past(line, f"{path}, line {n}") for n, line in enumerate(lines, 1) if line]


def _past(line: str, where: str) -> Past:
    try:
        row = json.loads(line)
        figures = {
            str(name): Headline(
                str(name), *(_number(figure[k]) for k in ("value", "low", "high"))
            )
            for name, figure in row["figures"].items()
        }
        return Past(
            str(row["date"]), str(row["revision"]), int(row["documents"]), figures
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"{where}: no line of a history: {error!r}") from error


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)
