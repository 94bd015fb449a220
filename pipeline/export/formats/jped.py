"""Jihadi Plots in Europe: rows by its variables, with a report of what they lose."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from incidents.pipeline.export.bundle import Bundle
from incidents.pipeline.export.projection import project

SUFFIX = ".csv"


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write the rows, and the losses beside them."""
    return project(bundle, "jped", out)
