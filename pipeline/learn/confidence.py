"""How likely records and values are right, learned from records that others read.

What a record looks like is set beside what gold says of it. The records must be of
documents that the weights they were read by were not learned from, or all look right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from incidents.pipeline.assemble import confidence
from incidents.pipeline.calibration import Outcome, expected_calibration_error
from incidents.pipeline.evaluate.borderline import Passages, set_aside
from incidents.pipeline.fields import FIELD_OF, SLOTS
from incidents.pipeline.reconcile import Judgement, Match, reconcile

#: Strength of the pull of the coefficients towards 0.
RIDGE = 1.0
_STEPS = 50
#: Parts of the documents, of which each is left out once.
_PARTS = 10


@dataclass(frozen=True, slots=True)
class Case:
    """A record, and what of it is right.

    Attributes:
        doc_id: Its document, all of which is left out when it is tested.
        record: The record.
        right: Whether a gold record was matched with it.
        shares: For each field with a value, the share of its values that agree.
    """

    doc_id: str
    record: Mapping[str, Any]
    right: bool
    shares: Mapping[str, float]


def cases(
    gold: Iterable[Mapping[str, Any]],
    candidates: Iterable[Mapping[str, Any]],
    borderline: Passages | None = None,
) -> list[Case]:
    """``candidates`` beside the gold of their documents.

    Args:
        gold: Their gold records.
        candidates: The records.
        borderline: Passages that coders left uncoded: what is told there is no case.
    """
    matches = reconcile(gold, candidates)
    aside = {id(record) for record in set_aside(matches, borderline or {})}
    return [
        Case(m.doc_id, m.candidate, m.judgement is Judgement.SAME, _shares(m))
        for m in matches
        if m.candidate is not None
        and m.judgement is not Judgement.UNSURE
        and id(m.candidate) not in aside
    ]


def _shares(match: Match) -> dict[str, float]:
    """Of each field with a value, the share that its deciding slots say is right."""
    hits, told = Counter[str](), Counter[str]()
    for a in match.agreements:
        if SLOTS[a.slot].decides and FIELD_OF[a.slot].sure:
            hits[FIELD_OF[a.slot].head] += a.hits
            told[FIELD_OF[a.slot].head] += len(a.candidate)
    return {field: hits[field] / total for field, total in told.items() if total}


def fit(found: Sequence[Case]) -> dict[str, dict[str, float]]:
    """Coefficients of both regressions: of ``record`` and of ``value``."""
    record = regress(
        [confidence.record_features(c.record) for c in found],
        [float(c.right) for c in found],
    )
    rows = [
        (confidence.value_features(c.record, field, _score(record, c)), share)
        for c in found
        for field, share in c.shares.items()
    ]
    value = regress([f for f, _ in rows], [share for _, share in rows])
    return {"record": record, "value": value}


def _score(weights: Mapping[str, float], case: Case) -> float:
    return confidence.linear(weights, confidence.record_features(case.record))


def regress(
    rows: Sequence[confidence.Features], right: Sequence[float]
) -> dict[str, float]:
    """Logistic regression with a ridge, by Newton's method; of no rows, nothing."""
    names = sorted({name for row in rows for name in row})
    if not names:
        return {}
    x = np.array([[row.get(n, 0.0) for n in names] for row in rows])
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        weights = weights - _newton(x, np.array(right), weights)
    return {n: round(float(w), 4) for n, w in zip(names, weights, strict=True)}


def _newton(
    x: NDArray[np.float64], right: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    stated = 1 / (1 + np.exp(-x @ weights))
    slope = x.T @ (stated - right) + RIDGE * weights
    bend = (x * (stated * (1 - stated))[:, None]).T @ x + RIDGE * np.eye(len(weights))
    return np.asarray(np.linalg.solve(bend, slope))


def told(found: Sequence[Case]) -> str:
    """How far off it is on documents left out, for the head of a file of weights."""
    errors = (expected_calibration_error(outcomes) for outcomes in left_out(found))
    records, values = (f"{error:.3f}" for error in errors)
    return f"confidence: calibration error of records {records}, of values {values}"


def left_out(found: Sequence[Case]) -> tuple[list[Outcome], list[Outcome]]:
    """Outcomes of records and of values, each tenth of documents by the others' fit."""
    records: list[Outcome] = []
    values: list[Outcome] = []
    documents = sorted({c.doc_id for c in found})
    for n in range(min(_PARTS, len(documents))):
        part = set(documents[n::_PARTS])
        weights = fit([c for c in found if c.doc_id not in part])
        for case in (c for c in found if c.doc_id in part):
            score = _score(weights["record"], case)
            records.append((_probability(score), float(case.right)))
            for field, share in case.shares.items():
                features = confidence.value_features(case.record, field, score)
                stated = _probability(confidence.linear(weights["value"], features))
                values.append((stated, share))
    return records, values


def _probability(score: float) -> float:
    return float(1 / (1 + np.exp(-score)))
