"""The command ``incidents learn``: decisions learned from coded reports."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from pipeline import files
from pipeline.evaluate import Evaluation
from pipeline.learn.coded import Source, folds, studies, told
from pipeline.learn.counted import counted
from pipeline.learn.counted import told as told_counted
from pipeline.learn.fit import fit, to_toml
from pipeline.learn.holdout import in_sample, out_of_sample
from pipeline.parse import MODEL, load

_HEAD = "What speaks for and against each decision; written by `incidents learn`."


def add(commands: Any) -> None:
    """Add the command to a parser's sub-commands."""
    command = commands.add_parser(
        "learn",
        help="learn the decisions of assembly from reports with gold",
        description="Fit the weights by which events are told from other talk, and put"
        " together to incidents, on reports with gold files; print how right records"
        " are on these reports and, by folds, on reports that were not learned from.",
        epilog="Example: incidents learn --from reports/ gold.jsonl --folds folds.tsv"
        " --out weights.toml",
    )
    command.add_argument(
        "--from",
        dest="sources",
        nargs=2,
        type=Path,
        action="append",
        required=True,
        metavar=("REPORTS", "GOLD"),
        help="a folder of reports and its gold.jsonl; may be given several times",
    )
    command.add_argument(
        "--counted",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="JSON lines of documents of which the number of incidents is known:"
        " doc_id, text, templates (a list; without it, one); each counts for less",
    )
    command.add_argument(
        "--folds",
        type=Path,
        metavar="TSV",
        help="doc_id and fold: reports that tell one story in one fold",
    )
    command.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="the weights, as TOML"
    )
    command.add_argument("--model", default=MODEL, help=f"a spaCy model ({MODEL})")
    command.set_defaults(command=_learn)


def _learn(given: argparse.Namespace) -> int:
    console = Console(stderr=True, highlight=False)
    sources = [Source(*pair) for pair in given.sources]
    nlp = load(given.model)
    found = [study for source in sources for study in studies(source, nlp)]
    console.print(f"read {len(found)} documents")
    more = [document for path in given.counted for document in counted(path, nlp)]
    weights = fit([study.coded for study in found], counted=more)
    head = [_HEAD, *told(sources, found)]
    head += told_counted(given.counted)
    measured = {"in sample": in_sample(found, weights)}
    if given.folds:
        measured["out of sample"] = out_of_sample(
            found,
            folds(given.folds),
            lambda fold: console.print(f"fold {fold} measured"),
            more,
        )
    head += [f"{name}: {_said(told_)}" for name, told_ in measured.items()]
    with files.whole(given.out) as file:
        file.write(to_toml(weights, head))
    Console(highlight=False).print(_table(measured))
    return 0


def _said(told: Evaluation) -> str:
    incident, slots = (told.figures[m].f1 for m in ("incident", "slots"))
    return f"incident F1 {incident:.3f}, slots F1 {slots:.3f}"


def _table(measured: dict[str, Evaluation]) -> Table:
    table = Table("measure", *measured)
    for measure in next(iter(measured.values())).figures:
        rows = [told.figures[measure] for told in measured.values()]
        if any(row.gold or row.predicted for row in rows):
            table.add_row(measure, *(f"{row.f1:.3f}" for row in rows))
    return table
