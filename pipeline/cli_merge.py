"""The command ``incidents merge``: the events of several runs."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.pipeline.cli_altered import warn
from incidents.pipeline.printable import printable

if TYPE_CHECKING:
    from incidents.pipeline.merge.folder import Merged


def add(commands: Any) -> None:
    """Add the command to a parser's sub-commands."""
    command = commands.add_parser(
        "merge",
        help="merge the records of several runs to events",
        description="Join the records of several runs that tell of one event. Each"
        " event keeps what every report says, with its quotes, and marks where they"
        " differ. Pairs that are alike, but not enough, are listed in unsure.jsonl.",
        epilog="Example: incidents merge outputs/monday outputs/tuesday"
        " --out outputs/week",
    )
    command.add_argument("runs", nargs="+", type=Path, metavar="DIR", help="a run")
    command.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="made if it is missing"
    )
    command.add_argument(
        "--weights",
        type=Path,
        metavar="FILE",
        help="what `incidents learn --events` fitted, instead of what ships",
    )
    command.add_argument(
        "--as-of",
        type=_day,
        metavar="DAY",
        help="the events as the reports published by DAY (2024-03-31) tell them;"
        " documents without a day of publication are left out, and counted",
    )
    command.set_defaults(command=_merge)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        said = f"{text!r} is no day, such as 2024-03-31"
        raise argparse.ArgumentTypeError(said) from None


def _merge(given: argparse.Namespace) -> int:
    from rich.console import Console
    from rich.text import Text

    from incidents.pipeline.merge.folder import merge

    warn(given.runs)
    merged = merge(given.runs, given.out, given.weights, given.as_of)
    err = Console(stderr=True, highlight=False)
    for remark in merged.remarks:
        err.print(Text(printable(f"note: {remark}", 400)), soft_wrap=True)
    console = Console(highlight=False)
    console.print(Text(_account(merged, given.out)), soft_wrap=True)
    return 0


def _account(merged: Merged, out: Path) -> str:
    return "\n".join(
        (
            f"{merged.events} events of {merged.records} records in"
            f" {merged.documents} documents; {merged.several} told in several reports",
            f"{merged.unsure} pairs are unsure; {merged.undated} records have no date",
            f"events    {out / 'events.jsonl'}",
            f"unsure    {out / 'unsure.jsonl'}",
        )
    )
