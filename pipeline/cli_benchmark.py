"""The command ``incidents benchmark``: our stages on outside sets, beside others."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.pipeline import files
from incidents.pipeline.benchmark import BENCHMARKS, Benchmark
from incidents.pipeline.benchmark.documents import (
    SPLITS,
    answers_file,
    documents_file,
    read_documents,
)
from incidents.pipeline.benchmark.ladder import Rung, ladder
from incidents.pipeline.printable import printable

if TYPE_CHECKING:
    from incidents.pipeline.benchmark.figures import Figure, Row

_LINES = 10  # of progress, where there is no terminal


def add(commands: Any) -> None:
    """Add the command to a parser's sub-commands."""
    known = "; ".join(
        f"{b.name}: {b.description} ({', '.join(b.modes)})" for b in BENCHMARKS.values()
    )
    command = commands.add_parser(
        "benchmark",
        help="answer an outside set and score the answers",
        description="Run the pipeline's own stages on an outside set, write their"
        " answers in its scorer's format, score them with 95 % intervals over"
        " documents, and show known results beside them. Names, with the ways of"
        f" answering, of which the first is meant: {known}.",
        epilog="Example: incidents benchmark geo --data geo_lgl --mode given"
        " --predictions lgl.jsonl",
    )
    command.add_argument(
        "name", choices=list(BENCHMARKS), metavar="NAME", help=", ".join(BENCHMARKS)
    )
    command.add_argument(
        "--data",
        type=Path,
        required=True,
        metavar="DIR",
        help="the set's folder, or its file of documents; answers may be absent",
    )
    command.add_argument(
        "--split", choices=SPLITS, default=SPLITS[0], help="where a set has them (dev)"
    )
    command.add_argument("--mode", metavar="MODE", help="the way of answering")
    command.add_argument(
        "--predictions", type=Path, metavar="FILE", help="write the answers here"
    )
    command.add_argument("--json", action="store_true", help="print JSON")
    command.set_defaults(command=_benchmark)


@dataclass(frozen=True, slots=True)
class _Result:
    """What a benchmark came to; no figures where the set has no answers."""

    benchmark: str
    mode: str
    documents_file: str
    documents: int
    figures: list[Figure]
    ladder: list[Rung]


def _benchmark(given: argparse.Namespace) -> int:
    result = _measure(given)
    if given.json:
        print(json.dumps(asdict(result), indent=2))
        return 0
    _print(result)
    if given.predictions:
        _say(f"{result.documents} predictions in {given.predictions}")
    return 0


def _print(result: _Result) -> None:
    from rich.console import Console

    from incidents.pipeline.benchmark.show import figures_table, ladder_table

    console = Console(highlight=False)
    if result.figures:
        title = f"{result.benchmark}, {result.mode}: {result.documents} documents"
        console.print(figures_table(result.figures, title))
        console.print(ladder_table(result.figures, result.ladder))
    else:
        _say(f"{result.documents_file} has no answers: nothing is scored.")


def _say(line: str) -> None:
    print(printable(line, 600))


def _measure(given: argparse.Namespace) -> _Result:
    """Answer the set, write the answers, score them.

    Raises:
        ValueError: The set cannot be read, or nothing would come of it.
    """
    benchmark: Benchmark = BENCHMARKS[given.name]
    mode = given.mode or next(iter(benchmark.modes))
    path = documents_file(given.data, given.split)
    documents = read_documents(path)
    gold = _answers(path, documents)
    scored = any(f.gold for f in benchmark.score(gold, [], mode))
    if not scored and not given.predictions:
        raise ValueError(f"{path} has no answers to {given.name}: give --predictions")
    if given.predictions and given.predictions.resolve() in (
        path.resolve(),
        answers_file(path).resolve(),
    ):
        raise ValueError(f"{given.predictions} is part of the set")
    answers = list(_heard(benchmark.predict(path, mode), len(documents)))
    if given.predictions:
        given.predictions.parent.mkdir(parents=True, exist_ok=True)
        files.write_lines(given.predictions, answers)
    figures = benchmark.score(gold, answers, mode) if scored else []
    rungs = ladder(given.name, path.resolve().parent.name, mode) if scored else []
    kept = [f for f in figures if f.gold]
    return _Result(given.name, mode, str(path), len(documents), kept, rungs)


def _answers(path: Path, documents: Sequence[Row]) -> Sequence[Row]:
    """The gold rows of ``documents``, from the file beside them where there is one."""
    beside = answers_file(path)
    if beside == path:
        return documents
    known = {row["doc_id"] for row in documents}
    return [row for row in read_documents(beside) if row["doc_id"] in known]


def _heard(answers: Iterable[Row], total: int) -> Iterator[Row]:
    """``answers`` as they come: a bar on a terminal, some lines otherwise."""
    from rich.console import Console

    from incidents.pipeline.progress import bar

    console = Console(stderr=True, highlight=False)
    shown = bar(console, "answering")
    task = shown.add_task("answering", total=total)
    step = -(-total // _LINES)
    with shown:
        for count, answer in enumerate(answers, 1):
            yield answer
            shown.advance(task)
            if not console.is_terminal and (count % step == 0 or count == total):
                console.print(f"answered {count} of {total}")
