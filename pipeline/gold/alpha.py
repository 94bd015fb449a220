"""Krippendorff's alpha: how far coders agree, beyond what chance gives.

After Krippendorff (2011), Computing Krippendorff's alpha-reliability: for any number of
coders, with values missing, of labels (nominal) and of numbers (interval). Its interval
is by bootstrap over documents, since the records of one document are no independent
draws. The one library there is that is kept up is not under a licence that fits ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from incidents.pipeline.evaluate.chance import drawn, interval

if TYPE_CHECKING:
    from scipy.sparse import csr_array

#: What each coder gives for one unit; None where a coder gives nothing.
Unit = Sequence[Any]
_Array = NDArray[np.float64]
#: Draws are worked out a part at a time, so that many labels take little memory.
_PARTS = 10


class Level(Enum):
    """How far apart two values are: labels differ or not, numbers by their square."""

    NOMINAL = "nominal"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Estimate:
    """Alpha, and how far chance alone may move it.

    Attributes:
        alpha: 1 where all agree, 0 where they agree as chance has it.
        low: Lower end of the 95 % interval; None where there are too few documents.
        high: Its upper end.
        units: Units that two or more coders gave a value.
        documents: Documents these are of.
    """

    alpha: float
    low: float | None
    high: float | None
    units: int
    documents: int


@dataclass(frozen=True, slots=True)
class _Sums:
    """What adds up over units.

    Attributes:
        size: How many values.
        apart: How far the values of each unit are apart.
        told: How often each label is given; of numbers their sum, and that of their
            squares, both counted from one of them, so that large ones lose nothing.
        level: How far apart two values are.
    """

    size: _Array
    apart: _Array
    told: csr_array
    level: Level

    def by(self, weights: _Array) -> _Array:
        """Alpha of the units as often as each row of ``weights`` takes them.

        NaN where there is none.
        """
        size, apart = weights @ self.size, weights @ self.apart
        told = weights @ self.told
        told = np.asarray((self.told.T @ weights.T).T)
        if self.level is Level.NOMINAL:
            expected = size**2 - (told**2).sum(axis=1)
        else:
            expected = 2 * (size * told[:, 1] - told[:, 0] ** 2)
        share = np.full(len(size), np.nan)
        np.divide(apart, expected, out=share, where=expected > 0)
        return np.asarray(1 - (size - 1) * share)


def alpha(units: Sequence[Unit], level: Level = Level.NOMINAL) -> float | None:
    """Alpha; None where nothing can be compared, or one value was given throughout.

    >>> alpha([("a", "a"), ("a", "a"), ("b", "b"), ("a", "b")])
    0.5333333333333333
    """
    found = estimate([("", unit) for unit in units], level)
    return None if found is None else found.alpha


def estimate(
    units: Sequence[tuple[str, Unit]], level: Level = Level.NOMINAL
) -> Estimate | None:
    """Alpha with its interval; None where there is no alpha.

    Args:
        units: Each with the document that it is of.
        level: How far apart two values are.
    """
    told = ((doc, [v for v in unit if v is not None]) for doc, unit in units)
    kept = [(doc, values) for doc, values in told if len(values) > 1]
    if not kept:
        return None
    sums = _sums([values for _, values in kept], level)
    value = float(sums.by(np.ones((1, len(kept))))[0])
    if np.isnan(value):
        return None
    places = {doc: n for n, doc in enumerate(dict.fromkeys(doc for doc, _ in kept))}
    home = [places[doc] for doc, _ in kept]
    return Estimate(value, *_ends(sums, home, len(places)), len(kept), len(places))


def _ends(
    sums: _Sums, home: Sequence[int], documents: int
) -> tuple[float | None, float | None]:
    """The interval over draws of as many documents, where these have an alpha."""
    if documents < 2:
        return None, None
    found = [
        sums.by(times[:, home]) for times in np.array_split(drawn(documents), _PARTS)
    ]
    values = np.concatenate(found)
    values = values[~np.isnan(values)]
    return interval(values) if len(values) else (None, None)


def _sums(units: Sequence[Sequence[Any]], level: Level) -> _Sums:
    from scipy.sparse import csr_array  # what only shows a run waits for none of it

    size = np.array([len(unit) for unit in units], float)
    if level is Level.INTERVAL:
        origin = units[0][0]
        moved = [np.array([v - origin for v in unit], float) for unit in units]
        apart = np.array([((v[:, None] - v) ** 2).sum() for v in moved])
        told = csr_array([[v.sum(), (v**2).sum()] for v in moved])
    else:
        labels = {v: n for n, v in enumerate({v: 0 for u in units for v in u})}
        given = [(row, labels[v]) for row, unit in enumerate(units) for v in unit]
        rows, columns = zip(*given, strict=True)
        shape = (len(units), len(labels))
        told = csr_array((np.ones(len(given)), (rows, columns)), shape=shape)
        apart = size**2 - (told**2).sum(axis=1)
    return _Sums(size, apart / (size - 1), told, level)
