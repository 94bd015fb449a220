from io import StringIO

from rich.console import Console

from incidents.pipeline.benchmark.figures import Figure
from incidents.pipeline.benchmark.ladder import Rung
from incidents.pipeline.benchmark.show import figures_table, ladder_table


def printed(table):
    out = StringIO()
    Console(file=out, width=120).print(table)
    rows = [line.split("│")[1:-1] for line in out.getvalue().splitlines()]
    return [[cell.strip() for cell in row] for row in rows if row]


def test_per_cent_but_an_area():
    figures = [
        Figure("value", 0.81254, 0.8, 0.825, 8, 9, 0.7, 0.95),
        Figure("AUC, of all", 0.48504, 0.4, 0.6, 8),
    ]
    assert printed(figures_table(figures, "")) == [
        ["value", "70.00", "95.00", "81.25", "80.00 - 82.50", "9", "8"],
        ["AUC, of all", "", "", "0.4850", "0.4000 - 0.6000", "", "8"],
    ]


def test_ours_has_its_place_in_each_set():
    rungs = [
        Rung("a", "value", "best", 90.0, "paper", "all"),
        Rung("a", "value", "worst", 30.5, "paper", "[all]"),
        Rung("b", "value", "other", 40.0, "paper", "all"),
        Rung("b", "strict", "not ours", 40.0, "paper", "all"),
    ]
    figures = [Figure("value", 0.5, 0.4, 0.6, 8, 9, 0.5, 0.5)]
    assert printed(ladder_table(figures, rungs)) == [
        ["value", "best", "90", "a: all", "paper"],
        ["value", "this run", "50", "", ""],
        ["value", "worst", "30.5", "a: [all]", "paper"],
        ["value", "this run", "50", "", ""],
        ["value", "other", "40", "b: all", "paper"],
    ]


def test_less_is_better_for_an_area():
    rungs = [Rung("a", "AUC, of all", "other", 0.3, "paper", "all")]
    rows = printed(ladder_table([Figure("AUC, of all", 0.2, 0.1, 0.3, 8)], rungs))
    assert rows == [
        ["AUC, of all", "this run", "0.2", "", ""],
        ["AUC, of all", "other", "0.3", "all", "paper"],
    ]
