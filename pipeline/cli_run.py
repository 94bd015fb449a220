"""The command ``incidents run``: reports to a run's folder."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.pipeline import files, run
from incidents.pipeline.ingest.limits import Limits
from incidents.pipeline.model import MODEL
from incidents.pipeline.printable import printable
from incidents.pipeline.records import INCIDENT_TYPES, Failure

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

#: The longest path that a system gives a file, in characters.
_PATH = 4096
#: From so many documents on not each is named as it is read.
_MANY = 100
_EPILOG = "Exit status: 0; 1 some document failed (the rest is written); 2 wrong use."


def add(commands: Any) -> None:
    """Add the command to a parser's sub-commands."""
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
        "--engine",
        choices=("processes", "dask"),
        default="processes",
        help="who reads: processes of this machine (the default), or a dask cluster",
    )
    command.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="of the dask cluster, such as tcp://head:8786 (extra dask)",
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
        "--event-weights",
        type=Path,
        metavar="FILE",
        help="what `incidents learn --events` fitted, to join records to events by",
    )
    command.add_argument(
        "--dry-run",
        action="store_true",
        help="only list the files that would be read, and those that would not",
    )
    command.add_argument(
        "--estimate",
        action="store_true",
        help="say how long it would take, by a few documents that are read for it",
    )
    command.add_argument(
        "--force",
        action="store_true",
        help="replace the run that DIR holds, or one that was stopped, and begin anew",
    )
    command.add_argument(
        "--cache",
        type=Path,
        metavar="DIR",
        help="keep what each document gives there, for several runs (in --out)",
    )
    command.add_argument(
        "--no-cache",
        action="store_true",
        help="keep nothing of what each document gives, and use nothing that was kept",
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
    if given.ocr:
        from incidents.pipeline.ingest import ocr

        if problem := ocr.missing():
            raise ValueError(problem)
    if (given.engine == "dask") != (given.scheduler is not None):
        raise ValueError("--engine dask and --scheduler ADDRESS need each other")
    settings = run.Settings(
        inputs=tuple(given.inputs),
        out=given.out,
        workers=given.workers,
        reports=given.reports,
        model=given.model,
        gazetteers=given.gazetteers,
        weights=given.weights,
        event_weights=given.event_weights,
        force=given.force,
        cache=given.cache,
        remember=not given.no_cache,
        scheduler=given.scheduler,
        limits=Limits(seconds=float(given.seconds), ocr=given.ocr),
    )
    if given.dry_run:
        return _list(run.plan(settings))
    if given.estimate:
        from incidents.pipeline.estimate import estimate

        _print(estimate(settings).said())
        return 0
    if going_on := run.resumes(settings):
        print(printable(f"{going_on} (--force begins anew)", 400), file=sys.stderr)
    told = run.plan(settings)
    with _progress(run.count(told, settings)) as heard:
        result = run.result(settings, heard, told)
    summary = result.summary
    if summary.documents <= _MANY:
        from rich.console import Console

        Console(highlight=False).print(_found(settings.out))
    _print(_account(result, settings.out))
    return 1 if summary.failures or summary.interrupted else 0


def _print(said: str) -> None:
    from rich.console import Console
    from rich.text import Text

    Console(highlight=False).print(Text(said), soft_wrap=True)


def _list(plan: run.Plan) -> int:
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
    """How far it is: a bar on a terminal, lines elsewhere; failures on both."""
    from rich.console import Console

    from incidents.pipeline.progress import Pace, bar

    console = Console(stderr=True, highlight=False)
    shown, pace = bar(console, "reading"), Pace(total)
    task = shown.add_task("reading", total=total)
    failed = ""

    def heard(name: str, failure: Failure | None) -> None:
        nonlocal failed
        if failure is not None:
            what = f"{failure.severity}: {failure.source}: {failure.problem}"
            _say(console, f"{what}; {failure.mend}", 400)
            failed = name if failure.severity == "error" else failed
            return
        shown.advance(task)
        told = pace.step()
        if console.is_terminal:
            return
        if total <= _MANY and name != failed:
            _say(console, f"{pace.done} of {total}: {name}")
        elif total > _MANY and told:
            _say(console, told)

    with shown:
        yield heard


def _say(console: Console, line: str, width: int = 80) -> None:
    from rich.text import Text

    console.print(Text(printable(line, width)), soft_wrap=True)


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


def _account(result: run.Result, out: Path) -> str:
    summary = result.summary
    lines = [
        f"{summary.records} incidents in {summary.documents} documents;"
        f" {summary.failures} failures, {summary.warnings} warnings",
        *([f"{summary.unread} files not read"] if summary.unread else []),
        *_reused(result),
        f"records   {out / 'records.jsonl'}",
        *_events(out),
        f"failures  {out / 'failures.jsonl'}",
        f"account   {out / 'run.json'}",
        *_next(summary, out),
    ]
    if summary.interrupted:
        lines.insert(0, "Interrupted: what was done is written; an earlier run stays.")
    return "\n".join(lines)


def _events(out: Path) -> Iterator[str]:
    """Where the events are, and how many of them several documents tell."""
    told: dict[str, set[str]] = {}
    for record in files.read_lines(out / "records.jsonl"):
        told.setdefault(record["event_key"], set()).add(record["doc_id"])
    several = sum(len(documents) > 1 for documents in told.values())
    if told:
        yield f"events    {out / 'events.jsonl'} ({several} told in several reports)"


def _reused(result: run.Result) -> Iterator[str]:
    """How much did not have to be read again."""
    if not result.written:
        yield "nothing has changed since the last run: its files stand"
    elif result.known:
        yield f"{result.known} of {result.done} were read before, and are as they were"


def _next(summary: run.Summary, out: Path) -> Iterator[str]:
    """What a user may want to do now."""
    if summary.interrupted:
        yield "next      the same command again: it goes on where it was"
    elif summary.failures:
        yield "next      mend what failures.jsonl names, then the same command again"
    if summary.records and not summary.interrupted:
        yield f"next      incidents review {out}   (or report, export, check)"
