"""The command ``incidents export``: a run in the forms that other tools read."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from incidents.pipeline.cli_altered import warn

_KEY = "pseudonyms.key"


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help whose list of formats is made when it is asked for."""

    def add_text(self, text: Any) -> None:
        """Add a text, or one that is made now."""
        super().add_text(text() if callable(text) else text)


def add(commands: Any) -> None:
    """Add the command to a parser's sub-commands."""
    command = commands.add_parser(
        "export",
        help="write tables, maps, codebooks' rows, annotations of a run",
        description="Write a run, as reviewed so far, for another tool to read.",
        formatter_class=_Help,
    )
    epilog: Callable[[], str] = _formats
    command.epilog = epilog
    command.add_argument("run", type=Path, metavar="DIR", help="the folder of a run")
    command.add_argument(
        "--to", required=True, metavar="FORMAT", help="one of the formats below"
    )
    command.add_argument(
        "--out", type=Path, metavar="FILE", help="export-FORMAT in DIR if not given"
    )
    _add_choice(command)
    command.add_argument(
        "--database",
        metavar="URL",
        help="where decisions are, if not in reviews.sqlite in DIR",
    )
    command.set_defaults(command=_export)


def _add_choice(command: argparse.ArgumentParser) -> None:
    which = command.add_mutually_exclusive_group()
    which.add_argument(
        "--reviewed",
        action="store_true",
        help="only records of which every value was decided at the desk",
    )
    which.add_argument(
        "--all", action="store_true", help="all records that stand (the default)"
    )
    unit = command.add_mutually_exclusive_group()
    unit.add_argument(
        "--events", action="store_true", help="one row an event, over all its reports"
    )
    unit.add_argument(
        "--records", action="store_true", help="one row a record (the default)"
    )
    command.add_argument(
        "--pseudonyms",
        nargs="?",
        type=Path,
        const=Path(),
        metavar="KEYFILE",
        help="replace suspects' names by stable ones, made with the key in KEYFILE"
        f" ({_KEY} in DIR; made if it is missing), and leave out acquitted people's",
    )


def _formats() -> str:
    from incidents.pipeline.export import about, names

    width = max(map(len, names()))
    listed = "\n".join(f"  {name:{width}}  {about(name)}" for name in names())
    return (
        f"formats:\n{listed}\n\n"
        "What each leaves out is told in docs/export.md.\n\n"
        "Examples:\n"
        "  incidents export outputs/corpus --to xlsx --out incidents.xlsx\n"
        "  incidents export outputs/corpus --to geojson --events --out map.geojson\n"
        "  incidents export outputs/corpus --to csv --reviewed --pseudonyms"
    )


def _export(given: argparse.Namespace) -> int:
    from rich.console import Console
    from rich.text import Text

    from incidents.pipeline.export import Choice, export, names
    from incidents.pipeline.printable import printable

    if given.to not in names():
        raise ValueError(f"no format {given.to!r}; there are {', '.join(names())}")
    warn([given.run])
    key = given.pseudonyms
    choice = Choice(
        reviewed=given.reviewed,
        events=given.events,
        pseudonyms=given.run / _KEY if key == Path() else key,
    )
    out, remarks = export(given.run, given.to, given.out, choice, given.database)
    err = Console(stderr=True, highlight=False)
    for remark in remarks:
        err.print(Text(printable(f"note: {remark}", 400)), soft_wrap=True)
    print(out)
    return 0
