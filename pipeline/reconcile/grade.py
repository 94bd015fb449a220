"""How far two values agree, by MUC's grades, and which values are left without one.

The scored figures count a value as right or not. MUC's scorers told more apart: a
value is correct, partially correct (half a credit), incorrect, missing or spurious.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from incidents.pipeline.fields import SLOTS
from incidents.pipeline.reconcile import Agreement
from incidents.pipeline.reconcile.assign import assign
from incidents.pipeline.reconcile.reasons import FIGURES
from incidents.pipeline.reconcile.score import NAMES, date_agreement, hits, overlap
from incidents.pipeline.slots import Compare

#: Dates that include each other, or fall into one month, are partially correct.
_NEAR_DATE = 0.5
_RANGE = re.compile(r"(?:(\d{1,15})|None)-(?:(\d{1,15})|None)")


@dataclass(frozen=True, slots=True)
class Grades:
    """How many values have each of MUC's grades."""

    correct: int = 0
    partial: int = 0
    incorrect: int = 0
    missing: int = 0
    spurious: int = 0

    def __add__(self, other: Grades) -> Grades:
        return Grades(
            self.correct + other.correct,
            self.partial + other.partial,
            self.incorrect + other.incorrect,
            self.missing + other.missing,
            self.spurious + other.spurious,
        )

    @property
    def candidate(self) -> int:
        """Values that the candidates hold; MUC's *actual*."""
        return self.correct + self.partial + self.incorrect + self.spurious

    @property
    def gold(self) -> int:
        """Values that the gold records hold; MUC's *possible*."""
        return self.correct + self.partial + self.incorrect + self.missing

    def f1(self, credit: float) -> float:
        """F1 with this much credit for a partially correct value; 0 gives none."""
        whole = self.candidate + self.gold
        return 2 * (self.correct + credit * self.partial) / whole if whole else 0.0


def grade(agreement: Agreement) -> Grades:
    """Grade the values of one slot; each is used once, the best pairing overall."""
    told, found = agreement.gold, agreement.candidate
    if not told or not found:
        return Grades(missing=len(told), spurious=len(found))
    alike = np.array([[likeness(agreement.slot, g, c) for c in found] for g in told])
    credit = alike[assign(alike)]
    correct, partial = int((credit == 1).sum()), int((credit == 0.5).sum())
    left_told, left_found = (len(v) - correct - partial for v in (told, found))
    wrong = min(left_told, left_found)
    return Grades(correct, partial, wrong, left_told - wrong, left_found - wrong)


def likeness(slot: str, gold: Any, candidate: Any) -> float:
    """1 for the same value, a half for one that is partially correct, else 0."""
    if gold == candidate:
        return 1.0
    if SLOTS[slot].compare is Compare.DAY:
        near = date_agreement(gold, candidate)
        return 1.0 if near == 1 else 0.5 * (near >= _NEAR_DATE)
    if slot in NAMES:
        shared = overlap(str(gold), str(candidate))
        return 1.0 if shared == 1 else 0.5 * (shared > 0)
    if slot in FIGURES:
        return 0.5 * _meet(gold, candidate)
    if slot == "group_links":  # the group is right, the link is not
        return 0.5 * bool(gold.rpartition("=")[0] == candidate.rpartition("=")[0])
    return 0.0


def _meet(a: str, b: str) -> bool:
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    return low_a <= high_b and low_b <= high_a


def bounds(figure: str) -> tuple[float, float]:
    """The ends of a range as the slots write it; ``81-None`` has no upper end."""
    match = _RANGE.fullmatch(figure)
    if match is None:  # a record may hold anything: it meets nothing
        return math.inf, -math.inf
    low, high = match.groups()
    return float(low or 0), math.inf if high is None else float(high)


def unmatched(agreement: Agreement) -> tuple[list[Any], list[Any]]:
    """The values of gold and candidate that the figures do not count as agreeing."""
    told, found = list(agreement.gold), list(agreement.candidate)
    for i, j in _agreeing(agreement.slot, told, found):
        told[i] = found[j] = None
    return _kept(told), _kept(found)


def _kept(values: Iterable[Any]) -> list[Any]:
    return [value for value in values if value is not None]


def _agreeing(
    slot: str, told: Sequence[Any], found: Sequence[Any]
) -> list[tuple[int, int]]:
    """Places of the values that agree, as ``score.hits`` counts them."""
    if not told or not found:
        return []
    if slot in NAMES:
        alike = np.array([[overlap(str(g), str(c)) for c in found] for g in told])
        pairs = zip(*assign(alike), strict=True)
        return [(int(i), int(j)) for i, j in pairs if alike[i, j] >= 0.5]
    same = np.array([[hits(slot, [g], [c]) for c in found] for g in told])
    pairs = zip(*assign(same), strict=True)
    return [(int(i), int(j)) for i, j in pairs if same[i, j]]
