"""An evaluation as a terminal shows it. Reports are hostile text: all is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from incidents.pipeline.evaluate import MEASURES, Evaluation
from incidents.pipeline.evaluate.gate import Verdict
from incidents.pipeline.evaluate.headlines import Headline
from incidents.pipeline.evaluate.measures import Figure
from incidents.pipeline.printable import printable
from incidents.pipeline.reconcile import Judgement, Match


def table(evaluation: Evaluation, headlines: Sequence[Headline] = ()) -> Group:
    """The figures, then the gold records missed and the candidates that are spurious.

    To be printed by a rich console; nothing of it is read as markup.

    Args:
        evaluation: What to show.
        headlines: Figures that stand below the measures, each in a line.
    """
    return Group(
        _figures(evaluation),
        *_merging(evaluation),
        *(_headlines(headlines) if headlines else _lines(evaluation)),
        *_records("Missed gold records", evaluation.judged(Judgement.MISSING)),
        *_records("Spurious candidates", evaluation.judged(Judgement.SPURIOUS)),
        *_aside(evaluation),
    )


def _figures(evaluation: Evaluation) -> Table:
    columns = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    columns.add_column("measure", no_wrap=True)
    for heading in ("P", "R", "F1", "95 %", "agree", "pred", "gold"):
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


def _lines(evaluation: Evaluation) -> Iterable[Text]:
    yield _line("merging B-cubed, single reports too", evaluation.merging)
    yield _line("cited", evaluation.cited.value)
    yield _line("verbatim", evaluation.verbatim.value if evaluation.verbatim else None)


def _merging(evaluation: Evaluation) -> Iterable[Text]:
    """Pairs first: an event of one report is no feat, and B-cubed counts it as one."""
    joined, whole = evaluation.joined, evaluation.whole
    if joined.gold or joined.predicted:
        yield Text(
            f"merging pairs P {joined.precision:.4f} R {joined.recall:.4f}"
            f" F1 {joined.f1:.4f}, {joined.hits} of {joined.gold} found,"
            f" {joined.predicted - joined.hits} wrong"
        )
    if whole.whole:
        yield Text(f"events of several reports whole: {whole.part} of {whole.whole}")


def _line(name: str, value: float | None) -> Text:
    return Text(f"{name} {'not measured' if value is None else f'{value:.4f}'}")


def _headlines(headlines: Iterable[Headline]) -> Iterable[Text]:
    """Those that the table above does not hold."""
    above = {f"{m} {of}" for m in MEASURES for of in ("precision", "recall", "F1")}
    for headline in headlines:
        if headline.name not in above:
            line = _line(headline.name, headline.value)
            if headline.low is not None and headline.high is not None:
                line.append(f", 95 % {headline.low:.4f} to {headline.high:.4f}")
            yield line


def _records(title: str, matches: list[Match]) -> Iterable[Text]:
    """A line for what and where, and one for the quote: no width is too narrow."""
    yield Text(f"\n{title}: {len(matches)}")
    for match in matches:
        yield Text(_told(match.gold or match.candidate or {}))


def _aside(evaluation: Evaluation) -> Iterable[Text]:
    if evaluation.aside:
        yield Text(f"\nSet aside, told in borderline passages: {len(evaluation.aside)}")


def _told(record: Mapping[str, Any]) -> str:
    target = next((t.get("text") for t in record.get("targets") or ()), None)
    citations: list[Mapping[str, Any]] = record.get("citations") or [{}]
    page, quote = (citations[0].get(key) for key in ("page", "quote"))
    place = next(iter(record.get("places") or ()), "")
    what = (record.get("incident_id"), record.get("date"), place, target)
    said = ", ".join(printable(str(part)) for part in what if part)
    where = printable(record["doc_id"]) + (
        f" p. {page}" if isinstance(page, int) else ""
    )
    cited = f' "{printable(str(quote))}"' if quote else ""
    return f"  {said}\n    {where}{cited}"


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
