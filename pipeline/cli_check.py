"""The command ``incidents check``: a run, read again against its sources."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from incidents.pipeline.printable import printable

#: Faults that are told one by one.
_TOLD = 1_000


def add(commands: Any) -> None:
    """Add the command to a parser's sub-commands."""
    command = commands.add_parser(
        "check",
        help="read every quote and value of a run again, against its sources",
        description="Each source is read again. Each quote is exact, moved (elsewhere"
        " in its document), misattributed (in another) or fabricated (in none); each"
        " record is held to the schema, and to whether its quotes bear out its values."
        " Exit status 1 where anything is wrong.",
        epilog="Example: incidents check outputs/corpus",
    )
    command.add_argument("run", type=Path, metavar="DIR", help="the folder of a run")
    command.add_argument(
        "--quick",
        action="store_true",
        help="do not parse the documents again, to see what quotes bear out",
    )
    command.set_defaults(command=_check)


def _check(given: argparse.Namespace) -> int:
    # only here, as it takes what all of assembly takes
    from incidents.pipeline.check import check

    count: Counter[str] = Counter()
    for fault in check(given.run, support=not given.quick):
        count[fault.severity] += 1
        if count.total() <= _TOLD:
            said = f"{fault.severity}: {fault.where}: {fault.problem}"
            print(printable(said, 400))
    if (more := count.total() - _TOLD) > 0:
        print(f"and {more} more")
    print(f"{count['error']} errors, {count['warning']} warnings in {given.run}")
    return 1 if count["error"] else 0
