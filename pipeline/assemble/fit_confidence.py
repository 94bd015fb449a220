"""Fit ``confidence.toml``: ``python -m pipeline.assemble.fit_confidence RUN GOLD ...``.

Each pair is a run's folder and the gold records of its documents. It prints how well
confidences are calibrated on documents that they were not fitted on.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.assemble import confidence
from pipeline.calibration import Outcome, bands, expected_calibration_error
from pipeline.fields import FIELD_OF, SLOTS
from pipeline.reconcile import Judgement, Match, reconcile

FILE = Path(__file__).with_name("confidence.toml")
#: Strength of the pull of the coefficients towards 0.
RIDGE = 1.0
_HEAD = "# Coefficients of confidence.py, written by fit_confidence.py, not by hand.\n"


@dataclass(frozen=True, slots=True)
class Case:
    """A record of a run, and what of it is right.

    Attributes:
        doc_id: Its document, which is left out whole when it is tested.
        record: The record.
        right: Whether a gold record was matched with it.
        shares: For each field with a value, the share of its values that agree.
    """

    doc_id: str
    record: Mapping[str, Any]
    right: bool
    shares: Mapping[str, float]


def cases(run: Path, gold: Path) -> list[Case]:
    """The records of a run beside the gold of its documents."""
    found = reconcile(_read(gold), _read(run / "records.jsonl"))
    return [
        Case(m.doc_id, m.candidate, m.judgement is Judgement.SAME, _shares(m))
        for m in found
        if m.candidate is not None and m.judgement is not Judgement.UNSURE
    ]


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def _shares(match: Match) -> dict[str, float]:
    """Of each field with a value, the share that its deciding slots say is right."""
    hits, told = Counter[str](), Counter[str]()
    for a in match.agreements:
        if SLOTS[a.slot].decides and FIELD_OF[a.slot].sure:
            hits[FIELD_OF[a.slot].head] += a.hits
            told[FIELD_OF[a.slot].head] += len(a.candidate)
    return {field: hits[field] / total for field, total in told.items() if total}


def fit(found: Sequence[Case]) -> dict[str, dict[str, float]]:
    """Coefficients of both regressions."""
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
    """Logistic regression with a ridge, by Newton's method."""
    names = sorted({name for row in rows for name in row})
    x = np.array([[row.get(n, 0.0) for n in names] for row in rows])
    weights = np.zeros(len(names))
    for _ in range(50):
        weights = weights - _newton(x, np.array(right), weights)
    return {n: round(float(w), 4) for n, w in zip(names, weights, strict=True)}


def _newton(
    x: NDArray[np.float64], right: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    stated = 1 / (1 + np.exp(-x @ weights))
    slope = x.T @ (stated - right) + RIDGE * weights
    bend = (x * (stated * (1 - stated))[:, None]).T @ x + RIDGE * np.eye(len(weights))
    return np.asarray(np.linalg.solve(bend, slope))


def left_out(found: Sequence[Case]) -> tuple[list[Outcome], list[Outcome]]:
    """Outcomes of records and of values, each document by a fit on all others."""
    records: list[Outcome] = []
    values: list[Outcome] = []
    for doc_id in sorted({c.doc_id for c in found}):
        weights = fit([c for c in found if c.doc_id != doc_id])
        for case in (c for c in found if c.doc_id == doc_id):
            score = _score(weights["record"], case)
            records.append((_probability(score), float(case.right)))
            for field, share in case.shares.items():
                features = confidence.value_features(case.record, field, score)
                stated = _probability(confidence.linear(weights["value"], features))
                values.append((stated, share))
    return records, values


def _probability(score: float) -> float:
    return float(1 / (1 + np.exp(-score)))


def main(arguments: Sequence[str]) -> int:
    """Fit on the runs given, write the coefficients, print the calibration."""
    paths = [Path(a) for a in arguments]
    if not paths or len(paths) % 2:
        print("usage: fit_confidence RUN GOLD [RUN GOLD ...]", file=sys.stderr)
        return 2
    found = [c for n in range(0, len(paths), 2) for c in cases(*paths[n : n + 2])]
    FILE.write_text(_HEAD + _toml(fit(found)), "utf-8")
    for name, outcomes in zip(("records", "values"), left_out(found), strict=True):
        error = expected_calibration_error(outcomes)
        base = sum(right for _, right in outcomes) / len(outcomes)
        print(f"{name}: {len(outcomes)}, right {base:.2f}, ECE {error:.3f}")
        for band in bands(outcomes):
            print(f"  {band.low:.1f} {band.count:4} {band.stated:.2f} {band.right:.2f}")
    return 0


def _toml(weights: Mapping[str, Mapping[str, float]]) -> str:
    return "".join(
        f"\n[{name}]\n" + "".join(f"{n} = {w}\n" for n, w in sorted(table.items()))
        for name, table in sorted(weights.items())
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
