"""What the headings of tables say of their columns, by ``gazetteers/columns.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from incidents.gazetteers import load, pattern


def column(heading: str) -> str:
    """The label of the mentions that a column under ``heading`` holds, or empty.

    Of a heading that has words of two entries, *Age of suspects*, the first holds.
    """
    return next((label for label, p in _columns().items() if p.search(heading)), "")


@cache
def _columns() -> Mapping[str, re.Pattern[str]]:
    return {
        entry.fields["label"]: re.compile(
            rf"\b{pattern('columns', entry.id)}\b", re.IGNORECASE
        )
        for entry in load("columns").values()
    }
