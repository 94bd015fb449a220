"""The command ``incidents gold``: check it, measure coders' agreement, add to it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.pipeline import files
from incidents.pipeline.printable import printable
from incidents.pipeline.recordfile import GOLD_KEYS, load, load_texts
from incidents.pipeline.schema import event_schema, record_schema

_SCHEMAS = {"record": record_schema, "event": event_schema}

if TYPE_CHECKING:
    from rich.table import Table

    from incidents.pipeline.gold.agree import Accord, Compared
    from incidents.pipeline.gold.alpha import Estimate
    from incidents.pipeline.gold.check import Fault
    from incidents.pipeline.reconcile.score import Record


def add(commands: Any) -> None:
    """Add the command and its own sub-commands to a parser's."""
    command = commands.add_parser(
        "gold",
        help="check a gold set, measure coders' agreement, add reviewed records",
        description="Care for a gold set.",
    )
    kinds = command.add_subparsers(required=True, metavar="COMMAND")
    _add_check(kinds)
    _add_agree(kinds)
    _add_add(kinds)
    _add_from(kinds)
    schema = kinds.add_parser(
        "schema", help="print the JSON Schema of a record, or of an event"
    )
    schema.add_argument("of", nargs="?", choices=tuple(_SCHEMAS), default="record")
    schema.set_defaults(command=_schema)


def _add_check(kinds: Any) -> None:
    command = kinds.add_parser(
        "check",
        help="form, quotes, codebook rules, duplicates",
        description="Exit status 1 where there is an error; a warning may be right.",
        epilog="Example: incidents gold check corpus/gold/gold.jsonl"
        " --texts outputs/corpus/documents.jsonl",
    )
    command.add_argument("gold", type=Path, metavar="FILE", help="gold.jsonl")
    _add_texts(command)
    command.set_defaults(command=_check)


def _add_agree(kinds: Any) -> None:
    command = kinds.add_parser(
        "agree",
        help="how far two coders agree, field by field",
        description="F1, Cohen's kappa and Krippendorff's alpha of two codings of the"
        " same documents; alpha with its 95 % interval by bootstrap over documents, and"
        " of days and figures once more as numbers.",
        epilog="Example: incidents gold agree anna.jsonl ben.jsonl"
        " --machine outputs/corpus/records.jsonl",
    )
    command.add_argument("one", type=Path, metavar="A", help="one coder's records")
    command.add_argument("two", type=Path, metavar="B", help="the other's")
    command.add_argument(
        "--machine",
        type=Path,
        metavar="FILE",
        help="records of a run, set against either coder beside the two",
    )
    command.add_argument("--json", action="store_true", help="print JSON")
    command.set_defaults(command=_agree)


def _add_add(kinds: Any) -> None:
    command = kinds.add_parser(
        "add",
        help="make reviewed records gold, with who and when",
        description="Add reviewed records to a gold file. One that is not sound is left"
        " out and named; exit status 1 then.",
        epilog="Example: incidents gold add outputs/corpus --to gold/reviewed.jsonl",
    )
    command.add_argument(
        "reviewed",
        type=Path,
        metavar="RUN|FILE",
        help="the folder of a reviewed run, or records that were accepted, as JSONL",
    )
    command.add_argument(
        "--reviews", metavar="URL", help="the decisions (reviews.sqlite in the folder)"
    )
    command.add_argument(
        "--to", type=Path, required=True, metavar="FILE", help="made if it is missing"
    )
    command.add_argument(
        "--by", nargs="+", default=[], metavar="NAME", help="who, if records do not say"
    )
    command.add_argument("--at", metavar="DAY", help="when, likewise (today)")
    _add_texts(command)
    command.set_defaults(command=_add)


def _add_from(kinds: Any) -> None:
    command = kinds.add_parser(
        "from",
        help="take corrected spans back from a labelling tool",
        description="Records as their spans were corrected: moved quotes, deleted and"
        " new values. What a span alone does not say is told, and left to the desk.",
        epilog="Example: incidents gold from label-studio done.json"
        " --run outputs/corpus --out corrected.jsonl; then incidents gold add"
        " corrected.jsonl --to gold.jsonl --by anna",
    )
    command.add_argument(
        "tool", choices=("label-studio", "doccano", "inception"), help="what it is from"
    )
    command.add_argument("file", type=Path, metavar="FILE", help="what it exported")
    command.add_argument(
        "--run", type=Path, required=True, metavar="DIR", help="the run it is of"
    )
    command.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="records, as JSONL"
    )
    command.set_defaults(command=_from)


def _add_texts(command: Any) -> None:
    command.add_argument(
        "--texts",
        type=Path,
        metavar="DIR|FILE",
        help="a folder of <doc_id>.txt, or documents.jsonl, to look quotes up in",
    )


def _texts(path: Path | None, records: Sequence[Record]) -> dict[str, str] | None:
    if path is None:
        return None
    return load_texts([path], {record["doc_id"] for record in records})


def _check(given: argparse.Namespace) -> int:
    from incidents.pipeline.gold.check import check

    records = load(given.gold, GOLD_KEYS)
    faults = check(records, _texts(given.texts, records))
    for fault in faults:
        _say(_told(fault))
    errors = sum(fault.severity == "error" for fault in faults)
    looked = "" if given.texts else "; quotes not looked up: give --texts"
    _say(
        f"{len(records)} records, {errors} errors, {len(faults) - errors} warnings"
        + looked
    )
    return 1 if errors else 0


def _from(given: argparse.Namespace) -> int:
    from incidents.pipeline.export import Choice, read_back
    from incidents.pipeline.export.reading import read_bundle
    from incidents.pipeline.gold.from_spans import corrected

    documents = read_back(given.tool, given.file)
    found = corrected(read_bundle(given.run, Choice()), documents)
    for remark in found.remarks:
        _say(f"note: {remark}")
    count = files.write_lines(given.out, found.records)
    _say(f"{count} records: {given.out}")
    return 0


def _told(fault: Fault) -> str:
    return (
        f"{fault.severity}: {printable(fault.where)}: {printable(fault.problem, 300)}"
    )


def _say(line: str) -> None:
    from rich.console import Console
    from rich.text import Text

    Console(highlight=False).print(Text(line), soft_wrap=True)


def _agree(given: argparse.Namespace) -> int:
    from rich.console import Console

    from incidents.pipeline.gold.agree import agree

    one, two = load(given.one), load(given.two)
    names = given.one.stem, given.two.stem
    if names[0] == names[1]:  # files of one name in two folders
        names = str(given.one), str(given.two)
    accords = [agree(one, two, names)]
    if given.machine:
        machine = load(given.machine)
        accords += [
            agree(records, machine, (name, "machine"))
            for name, records in zip(names, (one, two), strict=True)
        ]
    if given.json:
        print(json.dumps([_object(accord) for accord in accords], indent=2))
    else:
        for accord in accords:
            Console(highlight=False).print(_table(accord))
    return 0


def _object(accord: Accord) -> dict[str, Any]:
    told = {field.name: field for field in accord.fields}
    names = dict.fromkeys((*accord.figures, *told))
    return {
        "one": accord.one,
        "two": accord.two,
        "fields": {
            name: {
                "f1": _round(figure.f1)
                if (figure := accord.figures.get(name))
                else None,
                **(_compared(told[name]) if name in told else {}),
            }
            for name in names
        },
    }


def _compared(field: Compared) -> dict[str, Any]:
    counts = {key: getattr(field, key) for key in ("same", "stated", "both", "pairs")}
    return {
        **counts,
        "kappa": _round(field.kappa),
        "alpha": _estimate(field.alpha),
        "alpha_interval": _estimate(field.distance),
    }


def _estimate(found: Estimate | None) -> dict[str, Any] | None:
    if found is None:
        return None
    ends = {"low": _round(found.low), "high": _round(found.high)}
    counts = {"units": found.units, "documents": found.documents}
    return {"alpha": _round(found.alpha), **ends, **counts}


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _table(accord: Accord) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    names = printable(f"{accord.one} and {accord.two}")
    shown = Table(
        title=Text(names), box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False
    )
    shown.add_column("field", no_wrap=True)
    for heading in ("F1", "alike", "kappa", "alpha", "as numbers"):
        shown.add_column(heading, justify="right", no_wrap=True)
    told = {field.name: field for field in accord.fields}
    for name in dict.fromkeys((*accord.figures, *told)):
        figure = accord.figures.get(name)
        cells = _cells(told[name]) if name in told else ()
        shown.add_row(name, f"{figure.f1:.2f}" if figure else "", *cells)
    return shown


def _cells(field: Compared) -> tuple[str, ...]:
    kappa = "" if field.kappa is None else f"{field.kappa:.2f}"
    alphas = map(_said, (field.alpha, field.distance))
    return f"{field.same}/{field.stated}", kappa, *alphas


def _said(found: Estimate | None) -> str:
    """Alpha with its interval, in a cell; two of them fit a line of 80."""
    if found is None:
        return ""
    if found.low is None or found.high is None:
        return f"{found.alpha:.2f}"
    return f"{found.alpha:.2f} {found.low:.2f}..{found.high:.2f}"


def _add(given: argparse.Namespace) -> int:
    from incidents.pipeline.gold.add import add as add_records

    reviewed, read_from = _reviewed(given)
    gold = load(given.to, GOLD_KEYS) if given.to.is_file() else []
    day = given.at or datetime.now(UTC).date().isoformat()
    texts = _texts(given.texts or read_from, reviewed)
    added = add_records(gold, reviewed, day, given.by, texts)
    for fault in added.faults:
        _say(_told(fault))
    for id, other in added.known.items():
        _say(f"left out: {printable(id)}: is gold already, as {printable(other)}")
    if added.new:
        given.to.parent.mkdir(parents=True, exist_ok=True)
        files.write_lines(given.to, added.records)
    left_out = len({fault.where for fault in added.faults})
    told = f"; {left_out} left out, as they are not sound" if left_out else ""
    _say(f"{len(added.new)} records added, {len(added.records)} in {given.to}{told}")
    return 1 if left_out else 0


def _reviewed(given: argparse.Namespace) -> tuple[list[Record], Path | None]:
    """The records accepted, and of a run the file that has their texts."""
    if not given.reviewed.is_dir():
        return [*load(given.reviewed, GOLD_KEYS)], None
    from incidents.pipeline.review.export import reviewed_gold

    run: Path = given.reviewed
    return [*reviewed_gold(run, given.reviews)], run / "documents.jsonl"


def _schema(given: argparse.Namespace) -> int:
    print(json.dumps(_SCHEMAS[given.of](), indent=2))
    return 0
