"""The figures that are quoted, each with the interval that chance gives it.

Documents are drawn with replacement, and every figure is taken anew from the draws, so
that the intervals are of other sets of documents like these. Events span documents: for
the two figures of merging the sorting into events is kept as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from incidents.pipeline.calibration import BINS, Outcome
from incidents.pipeline.evaluate import MEASURES, Evaluation, chance, count
from incidents.pipeline.evaluate.measures import Share, cited, verbatim
from incidents.pipeline.evaluate.merging import parts
from incidents.pipeline.evaluate.passages import right_passages
from incidents.pipeline.evaluate.reliability import of_records, of_values
from incidents.pipeline.reconcile import Judgement, Match
from incidents.pipeline.reconcile.grade import Grades, grade
from incidents.pipeline.reconcile.score import SCORED, Record

#: Hits, predicted and gold of one document.
Counts = tuple[float, float, float]
Rows = Mapping[str, Counts]

_NOTHING: Counts = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure.

    Attributes:
        name: Such as ``slots F1``.
        value: From 0 to 1; None where there was nothing to count.
        low: Where it would lie for 95 % of such sets of documents; None with fewer
            than two documents.
        high: The upper end.
    """

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None


def headlines(
    evaluation: Evaluation, texts: Mapping[str, str] | None = None
) -> tuple[Headline, ...]:
    """The figures of an evaluation, in the order that a reader wants them."""
    documents: defaultdict[str, list[Match]] = defaultdict(list)
    for match in evaluation.matches:
        documents[match.doc_id].append(match)
    rows = _scored(documents) | _shares(documents, texts)
    found = [
        *_precision_recall("incident", rows, documents),
        *_precision_recall("slots", rows, documents),
        _headline("slots F1, exact", rows["exact"], documents),
        _headline("slots F1, partial credit", rows["partial"], documents),
        _headline("right passage", rows["passages"], documents, "P"),
        _headline("cited", rows["cited"], documents, "P"),
    ]
    if texts is not None:
        found.append(_headline("verbatim", rows["verbatim"], documents, "P"))
    found += _merging(documents)
    found += _calibration("records", documents, of_records)
    found += _calibration("values", documents, of_values)
    found += [_headline(f"{m} F1", rows[m], documents) for m in SCORED if m in rows]
    return tuple(found)


def _scored(documents: Mapping[str, Sequence[Match]]) -> dict[str, dict[str, Counts]]:
    """Counts of records, values and slots; exact, and with half credit besides."""
    rows: dict[str, dict[str, Counts]] = {}
    for doc_id, matches in documents.items():
        counts = [count(match) for match in matches]
        for measure in MEASURES:
            figure = sum((c[measure] for c in counts[1:]), counts[0][measure])
            if figure.predicted or figure.gold:
                hits = (figure.hits, figure.predicted, figure.gold)
                rows.setdefault(measure, {})[doc_id] = hits
        grades = graded(matches)
        sizes = grades.candidate, grades.gold
        rows.setdefault("exact", {})[doc_id] = (grades.correct, *sizes)
        half = grades.correct + grades.partial / 2
        rows.setdefault("partial", {})[doc_id] = (half, *sizes)
    return {"incident": {}, "slots": {}, "exact": {}, "partial": {}} | rows


def graded(matches: Iterable[Match], slot: str | None = None) -> Grades:
    """MUC's grades of the values of ``slot``, or of all slots."""
    return sum(
        (
            grade(agreement)
            for match in matches
            if match.judgement is not Judgement.UNSURE
            for agreement in match.agreements
            if slot in (None, agreement.slot)
        ),
        Grades(),
    )


def _shares(
    documents: Mapping[str, Sequence[Match]], texts: Mapping[str, str] | None
) -> dict[str, dict[str, Counts]]:
    candidates = {d: list(_records(m, "candidate")) for d, m in documents.items()}
    gold = [r for matches in documents.values() for r in _records(matches, "gold")]
    whole = [r for records in candidates.values() for r in records]
    passages = right_passages(gold, whole, texts or {})
    shares = {
        "passages": {d: passages.get(d, Share(0, 0)) for d in documents},
        "cited": {d: cited(records) for d, records in candidates.items()},
        "verbatim": {d: verbatim(r, texts or {}) for d, r in candidates.items()},
    }
    return {
        name: {d: (share.part, share.whole, 0.0) for d, share in by_document.items()}
        for name, by_document in shares.items()
    }


def _records(matches: Iterable[Match], side: str) -> Iterator[Record]:
    for match in matches:
        record = getattr(match, side)
        if record is not None and match.judgement is not Judgement.UNSURE:
            yield record


def _precision_recall(
    measure: str, rows: Mapping[str, Rows], documents: Iterable[str]
) -> Iterator[Headline]:
    for name, which in (("precision", "P"), ("recall", "R"), ("F1", "F")):
        yield _headline(f"{measure} {name}", rows[measure], documents, which)


def _headline(
    name: str, rows: Rows, documents: Iterable[str], which: str = "F"
) -> Headline:
    counts = np.array([rows.get(d, _NOTHING) for d in documents], float).reshape(-1, 3)
    values = _ratio(counts.sum(axis=0), which)
    if np.isnan(values):
        return Headline(name, None)
    return Headline(name, float(values), *_interval(counts, which))


def _ratio(counts: chance.Counts, which: str) -> chance.Values:
    """Precision, recall or F1; not a number where nothing was counted."""
    hits, predicted, gold = (counts[..., i] for i in range(3))
    over = {"P": predicted, "R": gold, "F": (predicted + gold) / 2}[which]
    return _divide(hits, over)


def _divide(part: chance.Values, whole: chance.Values) -> chance.Values:
    quotient: chance.Values = np.full(np.shape(whole), np.nan)
    np.divide(part, whole, out=quotient, where=whole > 0)
    return quotient


def _interval(counts: chance.Counts, which: str) -> tuple[float, ...]:
    if len(counts) < 2:
        return ()
    values = _ratio(chance.resample(counts), which)
    return chance.interval(values[~np.isnan(values)])


def _merging(documents: Mapping[str, Sequence[Match]]) -> Iterator[Headline]:
    """B-cubed and entity CEAF F1 of the events over the records found."""
    pairs = [
        (doc_id, gold, event)
        for doc_id, matches in documents.items()
        for gold, event in _events(matches)
    ]
    sums: defaultdict[str, chance.Values] = defaultdict(lambda: np.zeros(6))
    scored = parts([(gold, event) for _, gold, event in pairs])
    for (doc_id, _, _), part in zip(pairs, scored, strict=True):
        b = (part.b_precision, part.b_recall, 1)
        sums[doc_id] += np.array([*b, part.ceaf, part.events, part.gold])
    table = np.array([sums[doc_id] for doc_id in documents]).reshape(-1, 6)
    if not pairs:
        return
    for name, f1 in (("merging B-cubed F1", _b_cubed), ("merging CEAF-e F1", _ceaf)):
        value = float(f1(table.sum(axis=0)))
        if len(table) < 2:
            yield Headline(name, value)
            continue
        drawn = f1(chance.resample(table))
        yield Headline(name, value, *chance.interval(drawn[~np.isnan(drawn)]))


def _events(matches: Iterable[Match]) -> Iterator[tuple[str, str]]:
    for match in matches:
        if match.judgement is Judgement.SAME and match.gold and match.candidate:
            told, found = (r.get("event_key") for r in (match.gold, match.candidate))
            if told and found:
                yield told, found


def _b_cubed(sums: chance.Values) -> chance.Values:
    precision, recall = sums[..., 0], sums[..., 1]
    whole = sums[..., 2] * (precision + recall)
    return _divide(2 * precision * recall, whole)


def _ceaf(sums: chance.Values) -> chance.Values:
    return _ratio(sums[..., 3:], "F")


def _calibration(
    of: str,
    documents: Mapping[str, Sequence[Match]],
    outcomes: Callable[[Iterable[Match]], Iterable[Outcome]],
) -> Iterator[Headline]:
    """Expected calibration error, where there is confidence."""
    table = np.zeros((len(documents), BINS, 3))
    for row, matches in zip(table, documents.values(), strict=True):
        for stated, right in outcomes(matches):
            row[min(BINS - 1, int(stated * BINS))] += (stated, right, 1)
    if not table.any():
        return
    name, value = f"calibration error of {of}", float(_error(table.sum(axis=0)))
    if len(table) < 2:
        yield Headline(name, value)
    else:
        drawn = _error(chance.resample(table))
        yield Headline(name, value, *chance.interval(drawn))


def _error(table: chance.Values) -> chance.Values:
    gaps = np.abs(table[..., 0] - table[..., 1]).sum(axis=-1)
    records = table[..., 2].sum(axis=-1)
    return np.nan_to_num(_divide(gaps, records))
