"""A benchmark's figures, and known results beside them, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from pipeline.benchmark.figures import Figure
from pipeline.benchmark.ladder import Rung


def figures_table(figures: Sequence[Figure], title: str) -> Table:
    """Each measure in per cent, with its interval and what it is over."""
    table = Table("measure", title=title, title_justify="left")
    for name in ("P", "R", "value", "95 % interval", "answered", "gold"):
        table.add_column(name, justify="right")
    for f in figures:
        table.add_row(
            f.measure,
            _printed(f, f.precision),
            _printed(f, f.recall),
            _printed(f, f.value),
            f"{_printed(f, f.low)} - {_printed(f, f.high)}",
            "" if f.answered is None else str(f.answered),
            str(f.gold),
        )
    return table


def ladder_table(figures: Sequence[Figure], rungs: Sequence[Rung]) -> Table:
    """Known results by set and measure, ours above those of each."""
    ours = {f.measure: f for f in figures}
    table = Table("measure", "system", title="known results", title_justify="left")
    table.add_column("value", justify="right")
    for name in ("what is comparable", "source"):
        table.add_column(name)
    last = None
    for rung in rungs:
        if (rung.set, rung.measure) != last and rung.measure in ours:
            figure = ours[rung.measure]
            table.add_section()
            table.add_row(rung.measure, "this run", _printed(figure, figure.value))
        last = (rung.set, rung.measure)
        cells = (
            rung.measure,
            rung.system,
            f"{rung.value:g}",
            f"{rung.set}: {rung.comparable}",
            rung.source,
        )
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _printed(figure: Figure, value: float | None) -> str:
    """Per cent as others print it; an area as it is."""
    if value is None:
        return ""
    if figure.measure.startswith("AUC"):
        return f"{value:.4f}"
    return f"{100 * value:.2f}"
