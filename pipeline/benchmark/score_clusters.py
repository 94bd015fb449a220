"""Scores of articles sorted into events: B-cubed and pairs, with intervals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from incidents.pipeline.benchmark.figures import Figure, Row
from incidents.pipeline.evaluate.chance import Values, interval, resample
from incidents.pipeline.evaluate.measures import harmonic

#: Of one article: its share of B-cubed precision and recall, and pairs that it is in:
#: rightly joined, joined, to be joined.
_Part = tuple[float, float, int, int, int]


def score(gold: Sequence[Row], answers: Sequence[Row], mode: str = "") -> list[Figure]:
    """B-cubed and pairwise F1; an article without an answer stands alone.

    Args:
        gold: Rows with ``doc_id`` and ``cluster``.
        answers: Rows of the same form.
        mode: Tells nothing apart.
    """
    asked = [row for row in gold if row.get("cluster")]
    if not asked:
        return []
    given = {row["doc_id"]: ("", row["cluster"]) for row in answers}
    pairs = [
        (str(r["cluster"]), given.get(r["doc_id"], ("alone", r["doc_id"])))
        for r in asked
    ]
    told, found = Counter(g for g, _ in pairs), Counter(f for _, f in pairs)
    both = Counter(pairs)
    parts = [_part(both[g, f], found[f], told[g]) for g, f in pairs]
    return [_b_cubed(parts), _pairwise(parts)]


def _part(both: int, found: int, told: int) -> _Part:
    return both / found, both / told, both - 1, found - 1, told - 1


def _b_cubed(parts: Sequence[_Part]) -> Figure:
    counts = np.array([part[:2] for part in parts], float)[:, None, :] / len(parts)
    drawn = resample(counts)[:, 0]
    low, high = interval(_ratio(2 * drawn.prod(axis=1), drawn.sum(axis=1)))
    precision, recall = (float(v) for v in counts[:, 0].sum(axis=0))
    value, n = harmonic(precision, recall), len(parts)
    return Figure("B-cubed", value, low, high, n, n, precision, recall)


def _pairwise(parts: Sequence[_Part]) -> Figure:
    """Each pair is counted with either of its articles."""
    counts = np.array([part[2:] for part in parts], float)[:, None, :]
    drawn = resample(counts)[:, 0]
    low, high = interval(_ratio(2 * drawn[:, 0], drawn[:, 1] + drawn[:, 2]))
    right, joined, gold = (int(n) // 2 for n in counts[:, 0].sum(axis=0))
    precision = right / joined if joined else 0.0
    recall = right / gold if gold else 0.0
    value = harmonic(precision, recall)
    return Figure("pairwise", value, low, high, gold, joined, precision, recall)


def _ratio(part: Values, whole: Values) -> Values:
    return np.divide(part, whole, out=np.zeros(np.shape(whole)), where=whole > 0)
