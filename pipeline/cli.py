"""The command ``incidents``.

Exit status: 0; 1 when some document failed and the rest is written, or the gate failed;
2 for wrong use.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from pipeline import files, run
from pipeline.evaluate import GOLD_KEYS, evaluate, load, load_texts, to_json
from pipeline.evaluate.baseline import baseline_of, read_baseline, write_baseline
from pipeline.evaluate.gate import compare
from pipeline.evaluate.show import printable, table, verdict
from pipeline.ingest import Limits, walk
from pipeline.parse import MODEL
from pipeline.records import INCIDENT_TYPES, Failure

_EPILOG = "Exit status: 0; 1 some document failed (the rest is written); 2 wrong use."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    given = _parser().parse_args(arguments)
    try:
        return int(given.command(given))
    except (run.RunError, ValueError, OSError) as error:
        said = Text(printable(f"incidents: {error}", 600))
        Console(stderr=True).print(said, soft_wrap=True)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="incidents",
        description="Incident records that a researcher can cite, from reports.",
        epilog=_EPILOG,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_run(commands)
    _add_evaluate(commands)
    return parser


def _add_run(commands: Any) -> None:
    command = commands.add_parser(
        "run",
        help="read reports and write candidate incidents, each value cited",
        description="Read reports (.pdf, .txt, .md, .html, .docx, .jsonl) and write"
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
        "--force", action="store_true", help="replace the run that DIR holds"
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


def _add_evaluate(commands: Any) -> None:
    command = commands.add_parser(
        "evaluate",
        help="set the records of a run against a gold set",
        description="Precision, recall and F1 of the records of a run and of their"
        " values; what was missed and what is spurious, with quotes.",
        epilog="Example:"
        " incidents evaluate outputs/corpus --gold corpus/gold/gold.jsonl",
    )
    command.add_argument("run", type=Path, metavar="DIR", help="the folder of a run")
    command.add_argument(
        "--gold", type=Path, nargs="+", required=True, metavar="FILE", help="gold.jsonl"
    )
    command.add_argument("--json", action="store_true", help="print JSON")
    command.add_argument(
        "--baseline",
        type=Path,
        metavar="FILE",
        help="an earlier result; exit status 1 where this one is worse beyond chance",
    )
    command.add_argument(
        "--write-baseline",
        type=Path,
        metavar="FILE",
        help="keep this result for later runs to be compared with",
    )
    command.set_defaults(command=_evaluate)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _run(given: argparse.Namespace) -> int:
    settings = run.Settings(
        inputs=tuple(given.inputs),
        out=given.out,
        workers=given.workers,
        reports=given.reports,
        model=given.model,
        force=given.force,
        limits=Limits(seconds=given.seconds),
    )
    with _progress(len(walk(settings.inputs))) as heard:
        summary = run.run(settings, heard)
    console = Console(highlight=False)
    console.print(_found(settings.out))
    console.print(Text(_account(summary, settings.out)), soft_wrap=True)
    return 1 if summary.failures or summary.interrupted else 0


@contextmanager
def _progress(total: int) -> Iterator[Any]:
    """A bar on a terminal, a line for each document otherwise; failures on both."""
    console = Console(stderr=True, highlight=False)
    bar = Progress(
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        disable=not console.is_terminal,
    )
    task = bar.add_task("reading", total=total)
    seen: set[str] = set()

    def heard(name: str, failure: Failure | None) -> None:
        if name not in seen:
            seen.add(name)
            bar.advance(task)
            if not console.is_terminal and failure is None:
                console.print(Text(f"read {printable(name)}"), soft_wrap=True)
        if failure is not None:
            what = f"{failure.severity}: {failure.source}: {failure.problem}"
            said = f"{what}; {failure.mend}"
            console.print(Text(printable(said, 400)), soft_wrap=True)

    with bar:
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
    shown = Table("document")
    for name in ("attacks", "plots", "arrests", "citations"):
        shown.add_column(name, justify="right")
    for row in found(out):
        shown.add_row(*(Text(printable(str(cell))) for cell in row))
    return shown


def _account(summary: run.Summary, out: Path) -> str:
    lines = [
        f"{summary.records} incidents in {summary.documents} documents;"
        f" {summary.failures} failures, {summary.warnings} warnings",
        f"records   {out / 'records.jsonl'}",
        f"failures  {out / 'failures.jsonl'}",
        f"account   {out / 'run.json'}",
    ]
    if summary.interrupted:
        lines.insert(0, "Interrupted: what was done is written.")
    return "\n".join(lines)


def _evaluate(given: argparse.Namespace) -> int:
    gold = [record for path in given.gold for record in load(path, GOLD_KEYS)]
    candidates = load(given.run / "records.jsonl")
    ids = {record["doc_id"] for record in candidates}
    texts = load_texts([given.run / "documents.jsonl"], ids)
    evaluation = evaluate(gold, candidates, texts)
    earlier = read_baseline(given.baseline) if given.baseline else None
    judged = compare(earlier, evaluation) if earlier else None
    if given.json:
        gate = {"gate": judged.to_json()} if judged else {}
        print(json.dumps({**to_json(evaluation), **gate}, indent=2))
    else:
        console = Console(highlight=False)
        console.print(table(evaluation))
        if judged:
            console.print(Text(verdict(judged)), soft_wrap=True)
    if given.write_baseline:
        write_baseline(baseline_of(evaluation), given.write_baseline)
    return 1 if judged and not judged.passed else 0


if __name__ == "__main__":
    sys.exit(main())
