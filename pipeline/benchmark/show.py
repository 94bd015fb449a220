"""A benchmark's figures, and known results beside them, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from incidents.pipeline.benchmark.figures import Figure
from incidents.pipeline.benchmark.ladder import Rung, ranked

#: Among known results.
OURS = "this run"


def figures_table(figures: Sequence[Figure], title: str) -> Table:
    """Each measure in per cent, with its interval and what it is over."""
    table = Table("measure", title=title, title_justify="left")
    for name in ("P", "R", "score", "95 % interval", "answered", "gold"):
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
    """Known results by measure and set, ours in its place among them."""
    table = Table("measure", "system", title="known results", title_justify="left")
    table.add_column("value", justify="right")
    for name in ("what is comparable", "source"):
        table.add_column(name)
    several = len({r.set for r in rungs}) > 1
    for figure in figures:
        own = [r for r in rungs if r.measure == figure.measure]
        for name in sorted({r.set for r in own}):
            table.add_section()
            among = [*(r for r in own if r.set == name), _ours(figure, name)]
            for rung in ranked(among):
                table.add_row(*map(Text, _cells(rung, several)))
    return table


def _ours(figure: Figure, name: str) -> Rung:
    value = float(_printed(figure, figure.value))
    return Rung(name, figure.measure, OURS, value, "", "")


def _cells(rung: Rung, several: bool) -> tuple[str, ...]:
    """What is shown of a rung; its set too, where there are several."""
    known = [rung.set] * several + [rung.comparable]
    where = ": ".join(known) if rung.system != OURS else ""
    return rung.measure, rung.system, f"{rung.value:g}", where, rung.source


def _printed(figure: Figure, value: float | None) -> str:
    """Per cent as others print it; an area as it is."""
    if value is None:
        return ""
    if figure.measure.startswith("AUC"):
        return f"{value:.4f}"
    return f"{100 * value:.2f}"
