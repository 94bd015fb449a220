"""How far stated confidences are from what came true, for records and for values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: A confidence from 0 to 1, and the share of it that was right: 0 or 1 for a record.
Outcome = tuple[float, float]
BINS = 10


@dataclass(frozen=True, slots=True)
class Band:
    """Outcomes of about the same confidence: one point of a reliability diagram.

    Attributes:
        low: Lower end of the band.
        count: How many outcomes.
        stated: Their mean confidence.
        right: Their mean share right.
    """

    low: float
    count: int
    stated: float
    right: float


def bands(outcomes: Iterable[Outcome], number: int = BINS) -> tuple[Band, ...]:
    """Bands of equal width that hold any outcome, the least confident first."""
    sorted_in: dict[int, list[Outcome]] = {}
    for outcome in outcomes:
        sorted_in.setdefault(min(number - 1, int(outcome[0] * number)), []).append(
            outcome
        )
    return tuple(
        Band(
            n / number,
            len(held),
            _mean([s for s, _ in held]),
            _mean([r for _, r in held]),
        )
        for n, held in sorted(sorted_in.items())
    )


def expected_calibration_error(
    outcomes: Iterable[Outcome], number: int = BINS
) -> float:
    """The mean gap between stated and right, each band weighted by its count.

    Returns:
        From 0 to 1; 0 where there are no outcomes.
    """
    found = bands(outcomes, number)
    total = sum(b.count for b in found)
    return sum(b.count * abs(b.stated - b.right) for b in found) / (total or 1)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
