"""The commands ``incidents review`` and ``incidents report``.

What they need is loaded when they run: it would slow every other command down.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from incidents.pipeline.cli_altered import warn


def add(commands: Any) -> None:
    """Add the two commands to a parser's."""
    _add_review(commands)
    _add_report(commands)


def _add_review(commands: Any) -> None:
    command = commands.add_parser(
        "review",
        help="check records beside their sources, in a browser",
        description="Serve the reviewer's desk on this machine and print its link."
        " Decisions are kept in reviews.sqlite in DIR, and fit again after a re-run.",
        epilog="Example: incidents review outputs/corpus --reviewer anna --open",
    )
    _add_run(command)
    command.add_argument(
        "--reviewer", metavar="NAME", help="whose decisions these are (the user's name)"
    )
    command.add_argument(
        "--blind", action="store_true", help="see no decisions but one's own"
    )
    command.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="listen on another address, for several reviewers (this machine only)",
    )
    command.add_argument(
        "--no-token",
        action="store_true",
        help="let whoever works on this machine in, without the token of the link",
    )
    command.add_argument(
        "--port", type=int, default=8765, metavar="N", help="0 takes a free one (8765)"
    )
    command.add_argument(
        "--open", action="store_true", help="open the link in a browser"
    )
    command.set_defaults(command=_review)


def _add_report(commands: Any) -> None:
    command = commands.add_parser(
        "report",
        help="write one HTML file: table, timeline, map, conflicts",
        description="Write a run, as reviewed so far, as one HTML file that needs"
        " nothing else.",
        epilog="Example: incidents report outputs/corpus --out corpus.html",
    )
    _add_run(command)
    command.add_argument(
        "--out", type=Path, metavar="FILE", help="report.html in DIR if not given"
    )
    command.set_defaults(command=_report)


def _add_run(command: argparse.ArgumentParser) -> None:
    command.add_argument("run", type=Path, metavar="DIR", help="the folder of a run")
    command.add_argument(
        "--database",
        metavar="URL",
        help="where decisions are, such as postgresql://user@host/name"
        " (reviews.sqlite in DIR)",
    )


def _review(given: argparse.Namespace) -> int:
    from incidents.pipeline.review import review

    warn([given.run])
    return review(
        given.run,
        given.host,
        given.port,
        database=given.database,
        reviewer=given.reviewer,
        blind=given.blind,
        open_browser=given.open,
        no_token=given.no_token,
    )


def _report(given: argparse.Namespace) -> int:
    from incidents.pipeline.report import report

    warn([given.run])
    print(report(given.run, given.out, given.database))
    return 0
