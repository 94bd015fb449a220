"""The command ``incidents evaluate``: accuracy, the gate, and every report of them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.pipeline import files
from incidents.pipeline.printable import printable
from incidents.pipeline.recordfile import GOLD_KEYS, load, load_documents

if TYPE_CHECKING:
    from incidents.pipeline.evaluate import Evaluation
    from incidents.pipeline.evaluate.detail import Detail
    from incidents.pipeline.evaluate.gate import Verdict
    from incidents.pipeline.evaluate.part import Part

#: Where the history of the project's own corpus is kept.
HISTORY = Path("outputs/history.jsonl")


def add(commands: Any) -> None:
    """Add the command to a parser's sub-commands."""
    command = commands.add_parser(
        "evaluate",
        help="set the records of a run against a gold set",
        description="Precision, recall and F1 of the records of a run and of their"
        " values; what was missed and what is spurious, with quotes.",
        epilog="Example:"
        " incidents evaluate outputs/corpus --gold corpus/gold/gold.jsonl"
        " --html accuracy.html",
    )
    command.add_argument("run", type=Path, metavar="DIR", help="the folder of a run")
    command.add_argument(
        "--gold", type=Path, nargs="+", required=True, metavar="FILE", help="gold.jsonl"
    )
    command.add_argument(
        "--borderline",
        type=Path,
        nargs="+",
        default=[],
        metavar="TSV",
        help="passages that coders left uncoded (columns doc_id and quote): a record"
        " told there, and matching no gold record, counts neither way",
    )
    command.add_argument(
        "--all",
        action="store_true",
        help="the gold is of all documents of the run, and those without a record hold"
        " no incident; else they are named and left out",
    )
    command.add_argument("--json", action="store_true", help="print JSON")
    for name, said in (
        ("markdown", "scores, gains and losses for a pull request"),
        ("junit", "the same as tests, for CI"),
        ("html", "one page with everything, which opens from disk"),
    ):
        command.add_argument(f"--{name}", type=Path, metavar="FILE", help=said)
    command.add_argument(
        "--reconciliation",
        type=Path,
        metavar="DIR",
        help="where reconciliation.csv and .jsonl go (the folder of the run)",
    )
    command.add_argument(
        "--history",
        type=Path,
        metavar="FILE",
        help=f"add this result to a history, which the page shows ({HISTORY})",
    )
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
    command.add_argument(
        "--must-pass",
        nargs="+",
        default=[],
        metavar="ID",
        help="gold records that no later run may lose, kept with --write-baseline;"
        " those of --baseline stay",
    )
    command.set_defaults(command=_evaluate)


@dataclass(frozen=True, slots=True)
class _Result:
    """What an evaluation came to, and what the baseline says must pass."""

    evaluation: Evaluation
    detail: Detail
    verdict: Verdict | None
    must_pass: frozenset[str]
    left_out: tuple[str, ...]


def _evaluate(given: argparse.Namespace) -> int:
    result = _measure(given)
    _write(given, result)
    if given.json:
        print(json.dumps(_object(result), indent=2))
    else:
        _print(result)
    if given.write_baseline:
        from incidents.pipeline.evaluate.baseline import baseline_of, write_baseline

        kept = baseline_of(result.evaluation, {*result.must_pass, *given.must_pass})
        write_baseline(kept, given.write_baseline)
    return 1 if result.verdict and not result.verdict.passed else 0


def _measure(given: argparse.Namespace) -> _Result:
    if not (given.run / "run.json").is_file():
        raise ValueError(
            f"{given.run} holds no whole run: run.json is not in it;"
            " name the folder that incidents run wrote, or run it again"
        )
    from incidents.pipeline.evaluate import evaluate
    from incidents.pipeline.evaluate.baseline import read_baseline
    from incidents.pipeline.evaluate.borderline import load_borderline
    from incidents.pipeline.evaluate.detail import detail
    from incidents.pipeline.evaluate.gate import compare

    gold = [record for path in given.gold for record in load(path, GOLD_KEYS)]
    texts = {
        document["doc_id"]: document["text"]
        for document in load_documents(given.run / "documents.jsonl")
    }
    borderline = load_borderline(given.borderline, texts)
    measured = _part(given, {r["doc_id"] for r in gold} | borderline.keys(), texts)
    candidates = [
        record
        for record in load(given.run / "records.jsonl")
        if record["doc_id"] not in measured.left_out
    ]
    evaluation = evaluate(gold, candidates, texts, borderline)
    mentions = given.run / "mentions.jsonl"
    rows = files.read_lines(mentions) if mentions.is_file() else ()
    earlier = read_baseline(given.baseline) if given.baseline else None
    return _Result(
        evaluation,
        detail(evaluation, texts, rows),
        compare(earlier, evaluation) if earlier else None,
        earlier.must_pass if earlier else frozenset(),
        measured.left_out,
    )


def _part(given: argparse.Namespace, coded: set[str], run: Collection[str]) -> Part:
    """Which documents are measured."""
    from incidents.pipeline.evaluate.part import not_read, part

    failures = given.run / "failures.jsonl"
    failed = not_read(files.read_lines(failures)) if failures.is_file() else set()
    measured = part(coded, run, failed)
    return replace(measured, left_out=()) if given.all else measured


def _write(given: argparse.Namespace, result: _Result) -> None:
    """Every file that is asked for, and the tables of the reconciliation."""
    from incidents.pipeline.evaluate.history import append, read_history
    from incidents.pipeline.evaluate.junit import junit
    from incidents.pipeline.evaluate.markdown import markdown
    from incidents.pipeline.evaluate.page import Told, page
    from incidents.pipeline.reconcile.table import write_tables

    evaluation, told, judged = result.evaluation, result.detail, result.verdict
    if given.history:
        documents = len({match.doc_id for match in evaluation.matches})
        append(given.history, told.headlines, documents)
    write_tables(evaluation.matches, given.reconciliation or given.run)
    if given.markdown:
        _keep(given.markdown, markdown(evaluation, told, judged))
    if given.junit:
        _keep(given.junit, junit(evaluation, judged))
    if given.html:
        past = read_history(given.history or HISTORY)
        name = given.run.resolve().name
        _keep(given.html, page(Told(name, evaluation, told, judged, past)))


def _keep(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with files.whole(path) as file:
        file.write(text)


def _object(result: _Result) -> dict[str, Any]:
    from incidents.pipeline.evaluate import to_json
    from incidents.pipeline.evaluate.detail import detail_to_json

    gate = {"gate": result.verdict.to_json()} if result.verdict else {}
    return {
        **to_json(result.evaluation),
        "detail": detail_to_json(result.detail),
        "left_out": list(result.left_out),
        **gate,
    }


def _print(result: _Result) -> None:
    from rich.console import Console
    from rich.text import Text

    from incidents.pipeline.evaluate.part import named
    from incidents.pipeline.evaluate.show import table, verdict

    console = Console(highlight=False)
    if result.left_out:
        said = (
            f"{len(result.left_out)} documents without gold are left out"
            f" ({named(result.left_out)}); --all takes them as coded"
        )
        console.print(Text(printable(said, 400)), soft_wrap=True)
    console.print(table(result.evaluation, result.detail.headlines), soft_wrap=True)
    if result.verdict:
        console.print(Text(verdict(result.verdict)), soft_wrap=True)
