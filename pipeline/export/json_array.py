"""JSON files whose members are written one by one, so that none is held whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from incidents.pipeline import files


def write_members(
    path: Path, members: Iterable[Any], head: Mapping[str, Any], key: str
) -> int:
    """Write an object with ``head`` and, under ``key``, a list of ``members``.

    Without ``key`` the file is the list alone. Returns how many members there were.
    """
    count = 0
    with files.whole(path) as file:
        if key:
            opened = files.line(dict(head))[:-1]
            comma = ", " if head else ""
            file.write(f"{opened}{comma}{files.line(key)}: ")
        file.write("[")
        for count, member in enumerate(members, 1):
            file.write(("\n" if count == 1 else ",\n") + files.line(member))
        file.write("\n]}\n" if key else "\n]\n")
    return count


def plain(cells: Mapping[str, Any]) -> dict[str, Any]:
    """Cells of a table as JSON has them: days as text."""
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in cells.items()}
