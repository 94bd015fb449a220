"""Whether a confidence of 0.8 is right eight times in ten, of records and of values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from incidents.pipeline.calibration import (
    Band,
    Outcome,
    bands,
    expected_calibration_error,
)
from incidents.pipeline.fields import FIELD_OF
from incidents.pipeline.reconcile import Judgement, Match


@dataclass(frozen=True, slots=True)
class Reliability:
    """Confidence beside what became of it.

    Attributes:
        bands: Those with outcomes, the least confident first.
        ece: Expected calibration error: the mean gap in a band, weighted by its size.
        brier: Mean square of the gap between confidence and outcome.
    """

    bands: tuple[Band, ...]
    ece: float
    brier: float


def reliability(outcomes: Iterable[Outcome]) -> Reliability | None:
    """Set confidence against outcomes; None where there are none."""
    outcomes = list(outcomes)
    if not outcomes:
        return None
    gaps = [(stated - right) ** 2 for stated, right in outcomes]
    error = expected_calibration_error(outcomes)
    return Reliability(bands(outcomes), error, sum(gaps) / len(gaps))


def of_records(matches: Iterable[Match]) -> Iterator[Outcome]:
    """Each candidate's confidence, and 1 where a gold record was matched with it."""
    for match in _judged(matches):
        stated = _share((match.candidate or {}).get("confidence"))
        if stated is not None:
            yield stated, float(match.judgement is Judgement.SAME)


def of_values(matches: Iterable[Match]) -> Iterator[Outcome]:
    """The confidence of each field of a candidate, and the share that is right."""
    for match in _judged(matches):
        stated = (match.candidate or {}).get("confidences")
        if not isinstance(stated, Mapping):
            continue
        counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        for agreement in match.agreements:
            count = counts[FIELD_OF[agreement.slot].head]
            count[0] += agreement.hits
            count[1] += len(agreement.candidate)
        for field, (right, whole) in counts.items():
            share = _share(stated.get(field))
            if share is not None and whole:
                yield share, right / whole


def _judged(matches: Iterable[Match]) -> Iterator[Match]:
    for match in matches:
        if match.candidate is not None and match.judgement is not Judgement.UNSURE:
            yield match


def _share(value: object) -> float | None:
    if isinstance(value, int | float) and 0 <= value <= 1:
        return float(value)
    return None
