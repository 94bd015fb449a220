"""How well records are sorted into events: B-cubed and entity CEAF.

Both are written as shares of each record, so that documents can be resampled with the
sorting as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from incidents.pipeline.reconcile.assign import assign

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """What one record adds to the measures.

    Attributes:
        b_precision: Share of its event's records that are of its gold event.
        b_recall: Share of its gold event's records that are of its event.
        ceaf: Its part of the likeness of its gold event and the event aligned with it.
        events: Its part of an event: one over the records of that.
        gold: Likewise of its gold event.
    """

    b_precision: float
    b_recall: float
    ceaf: float
    events: float
    gold: float


def parts(pairs: Sequence[Pair]) -> list[Part]:
    """Score records sorted twice.

    Args:
        pairs: For each record the gold event's key and the candidate's.
    """
    told = Counter(gold for gold, _ in pairs)
    found = Counter(event for _, event in pairs)
    both = Counter(pairs)
    aligned = _aligned(told, found, both)
    return [
        Part(
            both[gold, event] / found[event],
            both[gold, event] / told[gold],
            aligned.get(gold, 0.0) / told[gold],
            1 / found[event],
            1 / told[gold],
        )
        for gold, event in pairs
    ]


def _aligned(
    told: Counter[str], found: Counter[str], both: Counter[Pair]
) -> dict[str, float]:
    """The likeness of each gold event and the event that it is aligned with.

    The alignment is one to one and the best overall (Luo 2005, phi 4: twice the shared
    over the sum of the sizes).
    """
    if not both:
        return {}
    rows, columns = list(told), list(found)
    at = {event: j for j, event in enumerate(columns)}
    alike = np.zeros((len(rows), len(columns)))
    shared: defaultdict[str, list[str]] = defaultdict(list)
    for gold, event in both:
        shared[gold].append(event)
    for i, gold in enumerate(rows):
        for event in shared[gold]:
            sizes = told[gold] + found[event]
            alike[i, at[event]] = 2 * both[gold, event] / sizes
    pairs = zip(*assign(alike), strict=True)
    return {rows[i]: float(alike[i, j]) for i, j in pairs}
