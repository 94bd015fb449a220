"""How much of a difference chance alone makes: resampling counts, all seeded.

Counts are an array of units by measures by three (hits, predicted, gold). A unit is
what is resampled or swapped as a whole: a document, or a record inside one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.float64]
Values = NDArray[np.float64]

SEED = 20240322
RESAMPLES = 1000
PERMUTATIONS = 4999


def f1(counts: Counts) -> Values:
    """F1 of counts, whose last axis is hits, predicted, gold; 0 where all are."""
    whole = counts[..., 1] + counts[..., 2]
    empty = np.zeros(whole.shape)
    return np.divide(2 * counts[..., 0], whole, out=empty, where=whole > 0)


def resample(counts: Counts, draws: int = RESAMPLES) -> Counts:
    """Sums over as many units as there are, drawn with replacement, ``draws`` times."""
    return np.tensordot(drawn(len(counts), draws), counts, axes=1)


def drawn(units: int, draws: int = RESAMPLES) -> Values:
    """How often each of ``units`` is drawn, with replacement, ``draws`` times."""
    generator = np.random.default_rng(SEED)
    times = generator.multinomial(units, np.full(units, 1 / units), size=draws)
    return times.astype(float)


def interval(values: Values) -> tuple[float, float]:
    """The middle 95 % of resampled values of one measure."""
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def loss_p_values(
    before: Counts, after: Counts, families: Sequence[slice], draws: int = PERMUTATIONS
) -> tuple[Values, Values]:
    """How often chance alone makes the F1 of each measure fall as far as it did.

    Under the null hypothesis the two runs are alike, so that which of them did what in
    a unit is a toss: before and after are swapped in random units, all measures
    together (a paired permutation test, one-sided).

    Args:
        before: Counts of the one run.
        after: Counts of the other, of the same units.
        families: Measures that are corrected for their number together.
        draws: How many swaps to try.

    Returns:
        The p value of each measure alone, and corrected.
    """
    changed = np.any(before != after, axis=(1, 2))
    moved = (after - before)[changed]
    tosses = np.random.default_rng(SEED).integers(0, 2, size=(draws, len(moved)))
    tosses = np.vstack([np.ones(len(moved)), tosses])  # the first draw is what happened
    new = before.sum(axis=0) + np.tensordot(tosses, moved, axes=1)
    fall = f1(new) - f1((before + after).sum(axis=0) - new)
    ranks = _ranks(fall.round(12))  # rounded so that equal falls tie
    adjusted = [_step_down(ranks[:, family]) for family in families]
    return ranks[0], np.concatenate(adjusted)


def _ranks(falls: Values) -> Values:
    """For each draw, the share of draws of that measure that fall as far or farther."""
    return np.array(
        [np.searchsorted(np.sort(column), column, side="right") for column in falls.T]
    ).T / len(falls)


def _step_down(ranks: Values) -> Values:
    """Holm's correction with what the draws say of how measures move together.

    A p value is as rare as it is that the smallest of it and of all larger ones is as
    small by chance (Westfall and Young 1993). Holm's own bound supposes the worst
    dependence, and measures of the same records rise and fall together.
    """
    order = np.argsort(ranks[0], kind="stable")
    smallest = np.minimum.accumulate(ranks[:, order[::-1]], axis=1)[:, ::-1]
    adjusted = np.empty(len(order))
    adjusted[order] = np.maximum.accumulate((smallest <= ranks[0, order]).mean(axis=0))
    return adjusted


def units_lost(sizes: Sequence[int], units: int, power: float) -> float | None:
    """The smallest share of records whose loss reaches ``units`` with ``power``.

    Args:
        sizes: Records found, by unit; each is lost alike, at random.
        units: How many units must lose a record.
        power: How probable that is to be.

    Returns:
        From 0 to 1; None where even the loss of all does not reach so many.
    """
    if _reaches(sizes, 1, units) < power:
        return None
    low, high = 0.0, 1.0
    for _ in range(30):
        middle = (low + high) / 2
        if _reaches(sizes, middle, units) < power:
            low = middle
        else:
            high = middle
    return high


def _reaches(sizes: Sequence[int], share: float, units: int) -> float:
    """Probability that losing ``share`` of the records reaches ``units`` or more."""
    fewer = np.zeros(units)
    fewer[0] = 1
    for size in sizes:
        spared = (1 - share) ** size
        fewer = fewer * spared + np.append(0, fewer[:-1]) * (1 - spared)
    return 1 - float(fewer.sum())
