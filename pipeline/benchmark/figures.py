"""A benchmark's figures, each with how far it moves by chance over documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from incidents.pipeline.evaluate.chance import Counts, Values, interval, resample

#: A document of a benchmark, or the answer to it.
Row = Mapping[str, Any]
#: Right answers, answers given, gold items found, gold items asked for.
Tally = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure over a set.

    Attributes:
        measure: What is measured, as the scorer published with the set names it.
        value: From 0 to 1: F1, a share that is right, or an area.
        low: Lower end of the 95 % interval over documents.
        high: Its upper end.
        gold: How many items it is over; with none the value says nothing.
        answered: Answers given; None where the measure is no F1.
        precision: Share of the answers that are right; None alike.
        recall: Share of what was asked for that was found; None alike.
    """

    measure: str
    value: float
    low: float
    high: float
    gold: int
    answered: int | None = None
    precision: float | None = None
    recall: float | None = None


def f1_figures(documents: Sequence[Mapping[str, Tally]]) -> list[Figure]:
    """F1 of each measure, counts added up over documents (micro average)."""
    return [
        Figure(
            *estimate,
            gold=int(whole[3]),
            answered=int(whole[1]),
            precision=float(_ratio(whole[0], whole[1])),
            recall=float(_ratio(whole[2], whole[3])),
        )
        for estimate, whole in _estimates(documents)
    ]


def share_figures(documents: Sequence[Mapping[str, tuple[int, int]]]) -> list[Figure]:
    """The share that is right, of right and all of each document."""
    tallies = [{k: (*v, *v) for k, v in d.items()} for d in documents]
    return [Figure(*e, gold=int(whole[3])) for e, whole in _estimates(tallies)]


def by_document(
    gold: Sequence[Row], answers: Sequence[Row], key: str
) -> list[tuple[Row, list[Any], list[Any]]]:
    """Each gold row, what it holds under ``key``, and what was answered there.

    A document that was not answered counts as answered with nothing.
    """
    given = {row["doc_id"]: row for row in answers}
    return [
        (row, list(row.get(key) or ()), list(given.get(row["doc_id"], {}).get(key, ())))
        for row in gold
    ]


def _estimates(
    documents: Sequence[Mapping[str, Tally]],
) -> Iterator[tuple[tuple[str, float, float, float], Values]]:
    """Each measure with its F1, the interval of that, and its counts in all."""
    names = list(dict.fromkeys(name for d in documents for name in d))
    if not names:
        return
    counts = np.array(
        [[d.get(name, (0, 0, 0, 0)) for name in names] for d in documents], float
    )
    drawn = _f1(resample(counts))
    for n, name in enumerate(names):
        whole = counts[:, n].sum(axis=0)
        yield (name, float(_f1(whole)), *interval(drawn[:, n])), whole


def _f1(counts: Counts) -> Values:
    precision = _ratio(counts[..., 0], counts[..., 1])
    recall = _ratio(counts[..., 2], counts[..., 3])
    return _ratio(2 * precision * recall, precision + recall)


def _ratio(part: Values, whole: Values) -> Values:
    return np.divide(part, whole, out=np.zeros(np.shape(whole)), where=whole > 0)
