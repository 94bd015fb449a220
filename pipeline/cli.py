"""The command ``incidents``.

Exit status: 0; 1 when some document failed and the rest is written, or the gate failed;
2 for wrong use. What a command needs is loaded when it runs: help comes at once.
"""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Sequence
from typing import Any

from incidents.pipeline import (
    cli_benchmark,
    cli_cache,
    cli_check,
    cli_evaluate,
    cli_export,
    cli_gold,
    cli_learn,
    cli_merge,
    cli_review,
    cli_run,
)
from incidents.pipeline.plan import NotWritten
from incidents.pipeline.printable import printable

_EPILOG = "Exit status: 0; 1 some document failed (the rest is written); 2 wrong use."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    given = _parser().parse_args(arguments)
    try:
        return int(given.command(given))
    except KeyboardInterrupt:
        print("incidents: interrupted; nothing was written", file=sys.stderr)
        return 1
    except (NotWritten, ValueError, OSError) as error:
        print(printable(f"incidents: {error}", 600), file=sys.stderr)
        return 1 if isinstance(error, NotWritten) or _is_full(error) else 2


def _is_full(error: Exception) -> bool:
    """Whether it is no wrong use but a disk that has no room."""
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


class _Version(argparse.Action):
    """Print which version is installed, and stop."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import version

        print(f"{parser.prog} {version('incident-pipeline')}")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="incidents",
        description="Incident records that a researcher can cite, from reports.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "--version", action=_Version, nargs=0, help="print the version, and stop"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    cli_run.add(commands)
    cli_merge.add(commands)
    cli_evaluate.add(commands)
    cli_check.add(commands)
    cli_benchmark.add(commands)
    cli_gold.add(commands)
    cli_learn.add(commands)
    cli_review.add(commands)
    cli_export.add(commands)
    cli_cache.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
