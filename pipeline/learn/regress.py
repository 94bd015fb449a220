"""Logistic regression with a ridge, by Newton's method.

The ridge pulls weights towards 0, or towards those that are known already: then what
few examples say changes them a little, what many say much.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

#: Steps at most, and how small the last must be.
_STEPS, _SMALL = 30, 1e-3
#: Decimals that a weight keeps.
_DIGITS = 3


def regress(
    rows: Sequence[Iterable[str]],
    right: Sequence[float],
    ridge: float,
    counts: Sequence[float] | None = None,
    known: Mapping[str, float] | None = None,
) -> dict[str, float]:
    """Weights by sign.

    Args:
        rows: The signs of each example.
        right: For each, 1 where the decision holds, 0 where not, or a share.
        ridge: How strongly weights are pulled towards 0, or what is known.
        counts: For each, how much it counts; 1 unless given.
        known: Weights to begin from; those of which no example speaks stay.

    Returns:
        Weights that are not 0, by name.
    """
    names = sorted({name for row in rows for name in row})
    x = _matrix(rows, {name: n for n, name in enumerate(names)})
    y = np.asarray(right, float)
    each = np.ones(len(y)) if counts is None else np.asarray(counts, float)
    known = known or {}
    start = np.asarray([known.get(name, 0.0) for name in names])
    weights = start
    for _ in range(_STEPS):
        step = _newton(x, y, each, weights, start, ridge)
        weights = weights - step
        if np.abs(step).max(initial=0.0) < _SMALL:
            break
    rounded = (round(float(w), _DIGITS) for w in weights)
    told = {**known, **dict(zip(names, rounded, strict=True))}
    return {name: told[name] for name in sorted(told) if told[name]}


def _matrix(
    rows: Sequence[Iterable[str]], columns: Mapping[str, int]
) -> NDArray[np.float64]:
    x = np.zeros((len(rows), len(columns)))
    for n, row in enumerate(rows):
        for name in row:
            x[n, columns[name]] = 1.0
    return x


def _newton(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    each: NDArray[np.float64],
    weights: NDArray[np.float64],
    start: NDArray[np.float64],
    ridge: float,
) -> NDArray[np.float64]:
    stated = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
    slope = x.T @ (each * (stated - y)) + ridge * (weights - start)
    bend = (x * (each * stated * (1 - stated))[:, None]).T @ x + ridge * np.eye(
        len(weights)
    )
    return np.asarray(np.linalg.solve(bend, slope))
