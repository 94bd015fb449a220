"""An evaluation as a terminal shows it. Reports are hostile text: all is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from pipeline.evaluate import MEASURES, Evaluation
from pipeline.evaluate.gate import Verdict
from pipeline.evaluate.measures import Figure
from pipeline.reconcile import Judgement, Match

_WIDTH = 80


def table(evaluation: Evaluation) -> Group:
    """The figures, then the gold records missed and the candidates that are spurious.

    To be printed by a rich console; nothing of it is read as markup.
    """
    return Group(
        _figures(evaluation),
        _line("merging", evaluation.merging),
        _line("cited", evaluation.cited.value),
        _line("verbatim", evaluation.verbatim.value if evaluation.verbatim else None),
        _records("Missed gold records", evaluation.judged(Judgement.MISSING)),
        _records("Spurious candidates", evaluation.judged(Judgement.SPURIOUS)),
    )


def _figures(evaluation: Evaluation) -> Table:
    columns = Table("measure")
    for heading in ("P", "R", "F1", "95 %", "agree", "predicted", "gold"):
        columns.add_column(heading, justify="right", no_wrap=True)
    for measure in MEASURES:
        figure = evaluation.figures[measure]
        if figure.predicted or figure.gold:
            interval = evaluation.intervals.get(measure, ())
            columns.add_row(measure, *_cells(figure, interval))
    return columns


def _cells(figure: Figure, interval: Iterable[float]) -> Iterable[str]:
    yield from (f"{v:.3f}" for v in (figure.precision, figure.recall, figure.f1))
    yield " to ".join(f"{bound:.3f}" for bound in interval)
    yield from (str(n) for n in (figure.hits, figure.predicted, figure.gold))


def _line(name: str, value: float | None) -> Text:
    return Text(f"{name} {'not measured' if value is None else f'{value:.4f}'}")


def _records(title: str, matches: list[Match]) -> Table:
    records = Table(title=Text(f"{title}: {len(matches)}"))
    for heading in ("id", "date", "place", "target", "where", "quote"):
        records.add_column(heading, overflow="fold")
    for match in matches:
        records.add_row(*map(Text, _told(match.gold or match.candidate or {})))
    return records


def _told(record: Mapping[str, Any]) -> Iterable[str]:
    target = next((t.get("text") for t in record.get("targets") or ()), None)
    citations: list[Mapping[str, Any]] = record.get("citations") or [{}]
    citation = citations[0]
    page = citation.get("page")
    yield printable(record.get("incident_id") or "")
    yield printable(record.get("date") or "")
    yield printable(next(iter(record.get("places") or ()), ""))
    yield printable(target or "")
    yield printable(record["doc_id"]) + (f" p. {page}" if isinstance(page, int) else "")
    yield printable(citation.get("quote") or "")


def printable(text: str, width: int = _WIDTH) -> str:
    r"""One line of at most ``width`` characters that moves no cursor and hides nothing.

    Control, direction and other unseen characters are written out, such as ``\x1b``.
    """
    line = " ".join(text[: 4 * width].split())
    line = "".join(c if c.isprintable() else _escape(c) for c in line)
    return line if len(line) <= width else line[: width - 1] + "…"


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def verdict(verdict: Verdict) -> str:
    """The gate's verdict in lines of plain text."""
    return "\n".join(_verdict(verdict))


def _verdict(verdict: Verdict) -> Iterable[str]:
    yield f"gate {'passed' if verdict.passed else 'failed'}"
    yield from (f"  {printable(failure, 200)}" for failure in verdict.failures)
    for change in verdict.changes:
        if change.before != change.after:
            yield (
                f"{change.measure} {change.before:.3f} -> {change.after:.3f}, "
                f"95 % {change.low:+.3f} to {change.high:+.3f}, p {change.p:.4f}, "
                f"corrected {change.adjusted:.4f}"
            )
    for name, ids in (("gained", verdict.gained), ("lost", verdict.lost)):
        yield f"{name} {len(ids)}: {', '.join(map(printable, ids)) or 'none'}"
    for measure, loss in verdict.detectable.items():
        said = "no loss" if loss is None else f"a loss of {loss:.3f} F1 or more"
        yield f"{measure}: {said} is found four times in five (by {verdict.unit})"
