"""The command ``incidents learn``: decisions learned from coded reports."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from incidents.pipeline.model import MODEL


def add(commands: Any) -> None:
    """Add the command to a parser's sub-commands."""
    command = commands.add_parser(
        "learn",
        help="learn the decisions of assembly from reports with gold",
        description="Fit the weights by which events are told from other talk, and put"
        " together to incidents, on reports with gold files; print how right records"
        " are on these reports and, by folds, on reports that were not learned from.",
        epilog="Examples: incidents learn --from reports/ gold.jsonl --folds folds.tsv"
        " --out weights.toml. Or, from what was decided at the desk: incidents learn"
        " --reviewed outputs/courts --out courts.toml; then incidents run"
        " --weights courts.toml ...",
    )
    command.add_argument(
        "--from",
        dest="sources",
        nargs=2,
        type=Path,
        action="append",
        default=[],
        metavar=("REPORTS", "GOLD"),
        help="a folder of reports and its gold.jsonl; may be given several times",
    )
    command.add_argument(
        "--borderline",
        type=Path,
        action="append",
        default=[],
        metavar="TSV",
        help="passages that coders left uncoded (columns doc_id and quote), by which"
        " nothing is learned or measured; may be given several times",
    )
    command.add_argument(
        "--reviewed",
        type=Path,
        action="append",
        default=[],
        metavar="RUN",
        help="a run whose records were reviewed at the desk; learns from each document"
        " of which every record is decided, beginning from --start",
    )
    command.add_argument(
        "--start",
        type=Path,
        metavar="FILE",
        help="weights to begin from, which what is learned changes; with --reviewed"
        " alone those that ship",
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
        "--checked",
        nargs=2,
        type=Path,
        action="append",
        default=[],
        metavar=("REPORTS", "GOLD"),
        help="reports with gold that nothing is learned from but how sure records are,"
        " beside those that --folds leaves out",
    )
    command.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="the weights, as TOML"
    )
    command.add_argument("--model", default=MODEL, help=f"a spaCy model ({MODEL})")
    command.add_argument(
        "--events",
        action="store_true",
        help="learn instead, from the event_key of gold records, which records of"
        " several documents tell of one event; for incidents merge --weights",
    )
    command.add_argument(
        "--words",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="count instead in how many documents of JSON lines each word stands: what"
        " is rare tells events from others",
    )
    command.add_argument(
        "--run",
        dest="runs",
        nargs=2,
        type=Path,
        action="append",
        default=[],
        metavar=("DIR", "GOLD"),
        help="with --events: a run's own records too, as gold they are aligned with",
    )
    command.add_argument(
        "--articles",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="learn instead which whole articles of JSON lines are about one event, by"
        " the cluster of each; for incidents benchmark clusters",
    )
    command.set_defaults(command=_learn)


def _learn(given: argparse.Namespace) -> int:
    from incidents.pipeline.learn.command import learn

    return learn(given)
