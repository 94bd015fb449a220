"""The best pairing of two lists, one to one."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

Places = NDArray[Any]


def assign(alike: NDArray[Any], maximize: bool = True) -> tuple[Places, Places]:
    """Rows and columns of the pairs whose sum is the highest, or else the lowest."""
    # half a second to load, which a run that is only shown or exported never needs
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(alike, maximize=maximize)
    return rows, columns
