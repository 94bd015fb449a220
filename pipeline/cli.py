"""The command ``incidents``.

Exit status: 0; 1 when some document failed and the rest is written, or the gate failed;
2 for wrong use. What a command needs is loaded when it runs: help comes at once.
"""

from __future__ import annotations

import argparse
import errno
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import (
    cli_benchmark,
    cli_evaluate,
    cli_export,
    cli_gold,
    cli_learn,
    cli_merge,
    cli_review,
    files,
)
from pipeline.ingest import Limits, walk
from pipeline.parse import MODEL
from pipeline.plan import NotWritten, Plan, Settings, plan
from pipeline.printable import printable
from pipeline.records import INCIDENT_TYPES, Failure

if TYPE_CHECKING:
    from rich.table import Table

    from pipeline.run_folder import Summary

#: The longest path that a system gives a file, in characters.
_PATH = 4096
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
    _add_run(commands)
    cli_merge.add(commands)
    cli_evaluate.add(commands)
    cli_benchmark.add(commands)
    cli_gold.add(commands)
    cli_learn.add(commands)
    cli_review.add(commands)
    cli_export.add(commands)
    return parser


def _add_run(commands: Any) -> None:
    command = commands.add_parser(
        "run",
        help="read reports and write candidate incidents, each value cited",
        description="Read reports (.pdf, .txt, .md, .html, .docx, .odt, .rtf, .eml,"
        " .zip, .jsonl) and write"
        " records.jsonl and what belongs to it into a folder.",
        epilog="Example: incidents run reports/ --out outputs/reports --workers 2. "
        + _EPILOG,
    )
    command.add_argument(
        "inputs", nargs="+", type=Path, metavar="INPUT", help="a file, or a folder"
    )
    command.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="made if it is missing"
    )
    command.add_argument(
        "--workers", type=_positive, default=1, metavar="N", help="processes (1)"
    )
    command.add_argument(
        "--reports",
        type=Path,
        metavar="CSV",
        help="doc_id, title, publisher, published, url, licence by file;"
        " reports.csv beside or above an input is found by itself",
    )
    command.add_argument(
        "--model", default=MODEL, help=f"an installed spaCy model ({MODEL})"
    )
    command.add_argument(
        "--gazetteers",
        type=Path,
        metavar="DIR",
        help="your own entries, in files named as ours (groups.toml, ...)",
    )
    command.add_argument(
        "--weights",
        type=Path,
        metavar="FILE",
        help="decisions that `incidents learn` fitted, instead of those that ship",
    )
    command.add_argument(
        "--dry-run",
        action="store_true",
        help="only list the files that would be read, and those that would not",
    )
    command.add_argument(
        "--force", action="store_true", help="replace the run that DIR holds"
    )
    command.add_argument(
        "--ocr",
        action="store_true",
        help="read pages that are pictures of text, and mark what was read there"
        " (extra ocr, and tesseract)",
    )
    limits = Limits()
    command.add_argument(
        "--seconds",
        type=_positive,
        default=int(limits.seconds),
        metavar="N",
        help=f"time to read one document ({limits.seconds:g})",
    )
    command.set_defaults(command=_run)


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 6 or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 on")
    return int(text)


def _run(given: argparse.Namespace) -> int:
    from pipeline.ingest import ocr

    if given.ocr and (problem := ocr.missing()):
        raise ValueError(problem)
    settings = Settings(
        inputs=tuple(given.inputs),
        out=given.out,
        workers=given.workers,
        reports=given.reports,
        model=given.model,
        gazetteers=given.gazetteers,
        weights=given.weights,
        force=given.force,
        limits=Limits(seconds=given.seconds, ocr=given.ocr),
    )
    if given.dry_run:
        return _list(plan(settings))
    from rich.console import Console
    from rich.text import Text

    from pipeline.run import run

    with _progress(len(walk(settings.inputs))) as heard:
        summary = run(settings, heard)
    console = Console(highlight=False)
    console.print(_found(settings.out))
    console.print(Text(_account(summary, settings.out)), soft_wrap=True)
    return 1 if summary.failures or summary.interrupted else 0


def _list(plan: Plan) -> int:
    """Print what a run would read, and on standard error what it would not."""
    from rich.console import Console
    from rich.text import Text

    out, err = (Console(highlight=False, stderr=stderr) for stderr in (False, True))
    for task in plan.tasks:
        said = f"would read {printable(str(task.path), _PATH)} as {task.doc_id}"
        out.print(Text(said), soft_wrap=True)
    for path in plan.unread:
        said = f"would not read {printable(str(path), _PATH)}"
        out.print(Text(said), soft_wrap=True)
    for remark in plan.remarks():
        said = f"{remark.severity}: {remark.source}: {remark.problem}; {remark.mend}"
        err.print(Text(printable(said, 400)), soft_wrap=True)
    count = f"{len(plan.tasks)} files would be read, {len(plan.unread)} would not"
    out.print(Text(count), soft_wrap=True)
    return 0


@contextmanager
def _progress(total: int) -> Iterator[Any]:
    """A bar on a terminal, a line for each document otherwise; failures on both."""
    from rich.console import Console
    from rich.text import Text

    from pipeline.progress import bar

    console = Console(stderr=True, highlight=False)
    shown = bar(console, "reading")
    task = shown.add_task("reading", total=total)
    seen: set[str] = set()

    def heard(name: str, failure: Failure | None) -> None:
        if name not in seen:
            seen.add(name)
            shown.advance(task)
            if not console.is_terminal and failure is None:
                console.print(Text(f"read {printable(name)}"), soft_wrap=True)
        if failure is not None:
            what = f"{failure.severity}: {failure.source}: {failure.problem}"
            said = f"{what}; {failure.mend}"
            console.print(Text(printable(said, 400)), soft_wrap=True)

    with shown:
        yield heard


def found(out: Path) -> Iterator[tuple[str | int, ...]]:
    """What each document of a run gave: its id, attacks, plots, arrests, citations."""
    counts: dict[str, Counter[str]] = {
        d["doc_id"]: Counter() for d in files.read_lines(out / "documents.jsonl")
    }
    for record in files.read_lines(out / "records.jsonl"):
        count = counts[record["doc_id"]]
        count[record["incident_type"]] += 1
        count["citations"] += len(record["citations"])
    for doc_id, count in counts.items():
        yield doc_id, *(count[c] for c in (*INCIDENT_TYPES, "citations"))


def _found(out: Path) -> Table:
    from rich.table import Table
    from rich.text import Text

    shown = Table("document")
    for name in ("attacks", "plots", "arrests", "citations"):
        shown.add_column(name, justify="right")
    for row in found(out):
        shown.add_row(*(Text(printable(str(cell))) for cell in row))
    return shown


def _account(summary: Summary, out: Path) -> str:
    lines = [
        f"{summary.records} incidents in {summary.documents} documents;"
        f" {summary.failures} failures, {summary.warnings} warnings",
        *([f"{summary.unread} files not read"] if summary.unread else []),
        f"records   {out / 'records.jsonl'}",
        f"failures  {out / 'failures.jsonl'}",
        f"account   {out / 'run.json'}",
    ]
    if summary.interrupted:
        lines.insert(0, "Interrupted: what was done is written; an earlier run stays.")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
