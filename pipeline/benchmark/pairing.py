"""Spans of an answer paired with gold spans, as the published scorers pair them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Span = Mapping[str, Any]


def paired(
    gold: Sequence[Span], given: Sequence[Span], exact: bool = False
) -> list[tuple[int, int]]:
    """Pairs of positions, one to one, the largest overlap first.

    Args:
        gold: Spans with ``start`` and ``end``, half-open.
        given: Spans alike.
        exact: Pair equal spans only.
    """
    left, right = set[int](), set[int]()
    pairs = []
    for _, _, i, j in sorted(_candidates(gold, given, exact)):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def same(a: Span, b: Span) -> bool:
    """Whether two spans are equal."""
    return (a["start"], a["end"]) == (b["start"], b["end"])


def overlap(a: Span, b: Span) -> int:
    """Characters that two spans share; negative where they are apart."""
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"]))


def _candidates(
    gold: Sequence[Span], given: Sequence[Span], exact: bool
) -> Iterator[tuple[int, bool, int, int]]:
    for i, a in enumerate(gold):
        for j, b in enumerate(given):
            if exact and same(a, b):
                yield 0, False, i, j
            elif not exact and overlap(a, b) > 0:
                yield -overlap(a, b), not same(a, b), i, j
