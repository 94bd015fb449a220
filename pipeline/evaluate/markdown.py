"""An evaluation as Markdown for a pull request. Reports are hostile text.

Whatever comes of a report stands in a code span, where nothing is markup, a mention of
a person, or a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from incidents.pipeline.evaluate import MEASURES, Evaluation
from incidents.pipeline.evaluate.detail import Detail
from incidents.pipeline.evaluate.edits import counts
from incidents.pipeline.evaluate.gate import Change, Verdict
from incidents.pipeline.evaluate.headlines import Headline
from incidents.pipeline.evaluate.view import first_quote, title
from incidents.pipeline.printable import printable
from incidents.pipeline.reconcile import Judgement, Match
from incidents.pipeline.reconcile.score import Record

#: Records that a list names; the page has all.
MOST = 50


def markdown(evaluation: Evaluation, told: Detail, verdict: Verdict | None) -> str:
    """Scores with intervals, then the records gained and lost, by name and quote."""
    return "\n".join(_lines(evaluation, told, verdict)) + "\n"


def _lines(
    evaluation: Evaluation, told: Detail, verdict: Verdict | None
) -> Iterator[str]:
    yield "## Accuracy"
    yield ""
    if verdict:
        yield from _verdict(verdict)
    yield from _scores(evaluation, verdict)
    yield ""
    yield from _headlines(told.headlines)
    yield ""
    if verdict:
        gold = {_id(m.gold): m.gold for m in evaluation.matches if m.gold}
        yield from _named("Gained", [gold[i] for i in verdict.gained])
        yield from _named("Lost", [gold[i] for i in verdict.lost])
    yield from _faults(told)
    for name, judgement in (
        ("Missed", Judgement.MISSING),
        ("Spurious", Judgement.SPURIOUS),
    ):
        records = [_record(match) for match in evaluation.judged(judgement)]
        yield from _folded(name, records)


def _verdict(verdict: Verdict) -> Iterator[str]:
    yield f"**Gate {'passed' if verdict.passed else 'failed'}.**"
    yield ""
    yield from (f"- {span(failure, 200)}" for failure in verdict.failures)
    for measure, loss in verdict.detectable.items():
        said = "no loss" if loss is None else f"a loss of {loss:.3f} F1 or more"
        yield f"- {measure}: {said} is found four times in five (by {verdict.unit})"
    yield ""


def _scores(evaluation: Evaluation, verdict: Verdict | None) -> Iterator[str]:
    changes = {c.measure: c for c in verdict.changes} if verdict else {}
    more = "| change | p, corrected " if verdict else ""
    yield f"| measure | P | R | F1 | 95 % {more}|"
    yield "| --- | ---: | ---: | ---: | ---: |" + " ---: | ---: |" * bool(verdict)
    for measure in MEASURES:
        figure = evaluation.figures[measure]
        if not (figure.predicted or figure.gold):
            continue
        interval = evaluation.intervals.get(measure, ())
        cells = [
            measure,
            *(f"{v:.3f}" for v in (figure.precision, figure.recall, figure.f1)),
            " to ".join(f"{bound:.3f}" for bound in interval),
            *_change(changes.get(measure)),
        ]
        yield f"| {' | '.join(cells)} |"


def _change(change: Change | None) -> Iterator[str]:
    if change is None:
        return
    fell = change.after - change.before
    yield f"{fell:+.3f}" if fell else "0"
    yield f"{change.adjusted:.3f}{' **lost**' * change.lost}"


def _headlines(headlines: Iterable[Headline]) -> Iterator[str]:
    yield "| figure | value | 95 % |"
    yield "| --- | ---: | ---: |"
    slots = {f"{measure} F1" for measure in MEASURES}
    for headline in headlines:
        if headline.name not in slots:
            yield f"| {headline.name} | {_value(headline.value)} | {ends(headline)} |"


def _value(value: float | None) -> str:
    return "not measured" if value is None else f"{value:.3f}"


def ends(headline: Headline) -> str:
    """The interval of a figure; empty where it has none."""
    if headline.low is None or headline.high is None:
        return ""
    return f"{headline.low:.3f} to {headline.high:.3f}"


def _named(name: str, records: Sequence[Record]) -> Iterator[str]:
    yield f"### {name}: {len(records)}"
    yield ""
    yield from _list(records)


def _folded(name: str, records: Sequence[Record]) -> Iterator[str]:
    yield f"<details><summary>{name}: {len(records)}</summary>"
    yield ""
    yield from _list(records)
    yield "</details>"
    yield ""


def _list(records: Sequence[Record]) -> Iterator[str]:
    for record in records[:MOST]:
        quote = first_quote(record)
        page = "" if quote.page is None else f", p. {quote.page}"
        yield f"- {span(_id(record))}: {span(title(record))}{page}: {span(quote.text)}"
    if len(records) > MOST:
        yield f"- and {len(records) - MOST} more"
    yield ""


def _faults(told: Detail) -> Iterator[str]:
    counted: Mapping[str, Mapping[str, int]] = counts(told.script)
    yield "### What is wrong"
    yield ""
    yield "; ".join(f"{name} {n}" for name, n in counted["faults"].items())
    yield ""
    said = "; ".join(f"{name} {n}" for name, n in counted["edits"].items())
    yield f"Edits to the gold: {said or 'none'}."
    yield ""


def _record(match: Match) -> Record:
    return match.gold or match.candidate or {}


def _id(record: Record | None) -> str:
    return str((record or {}).get("incident_id") or "")


def span(text: str, width: int = 160) -> str:
    """``text`` as a code span of one line, which no backtick of its own can end.

    >>> span("a `b` @c")
    '``a `b` @c``'
    """
    line = printable(text, width)
    if not line:
        return "(none)"
    longest = max(map(len, re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    room = " " * (line[0] == "`" or line[-1] == "`")
    return f"{fence}{room}{line}{room}{fence}"
