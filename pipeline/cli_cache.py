"""The command ``incidents cache``: how much is kept of documents, and its end."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from incidents.pipeline.cache import HOME, Cache


def add(commands: Any) -> None:
    """Add the command to a parser's sub-commands."""
    command = commands.add_parser(
        "cache",
        help="say how much is kept of what documents gave, or remove it",
        description="What a document gives is kept in the folder of the run, or in that"
        " of --cache, and found again by a later run as long as neither the document"
        " nor what it is read with changes.",
        epilog="Example: incidents cache outputs/reports --clear",
    )
    command.add_argument(
        "folder", type=Path, metavar="DIR", help="a run's folder, or that of --cache"
    )
    command.add_argument("--clear", action="store_true", help="remove all of it")
    command.set_defaults(command=_cache)


def _cache(given: argparse.Namespace) -> int:
    if not (given.folder / HOME).is_dir():
        raise ValueError(f"{given.folder} holds no cache: there is no {HOME} in it")
    cache = Cache(given.folder / HOME)
    size = cache.size()
    if given.clear:
        cache.clear()
    verb = "removed" if given.clear else "kept"
    said = f"{verb} {size.entries} documents, {size.bytes / 1e6:.1f} MB"
    print(said)
    return 0
