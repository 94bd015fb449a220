"""Scores of temporal expressions, as TempEval-3 counts them.

Extents equal (strict) or overlapping (relaxed), and of the overlapping those of the
same type, and those of the same value (UzZaman et al. 2013).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from incidents.pipeline.benchmark.figures import (
    Figure,
    Row,
    Tally,
    by_document,
    f1_figures,
)
from incidents.pipeline.benchmark.pairing import Span, paired, same

_ZULU = re.compile(r".*T\d.*Z")


def score(gold: Sequence[Row], answers: Sequence[Row], mode: str = "") -> list[Figure]:
    """F1 of ``strict``, ``relaxed``, ``type`` and ``value``.

    Where the gold timexes carry no TIMEX3 values (Recognizers-Text), of the extents.
    """
    documents = by_document(gold, answers, "timexes")
    valued = any("value" in t for _, wanted, _ in documents for t in wanted)
    return f1_figures([_tally(_placed(w), _placed(g), valued) for _, w, g in documents])


def _placed(timexes: Sequence[Span]) -> list[Span]:
    """Those with an extent: TIMEX3 knows empty ones."""
    return [t for t in timexes if None not in (t.get("start"), t.get("end"))]


def _tally(
    gold: Sequence[Span], given: Sequence[Span], valued: bool
) -> dict[str, Tally]:
    pairs = [(gold[i], given[j]) for i, j in paired(gold, given)]
    right = {
        "strict": sum(same(a, b) for a, b in pairs),
        "relaxed": len(pairs),
    }
    if valued:
        right["type"] = sum(a.get("type") == b.get("type") for a, b in pairs)
        right["value"] = sum(_same_value(a, b) for a, b in pairs)
    return {k: (n, len(given), n, len(gold)) for k, n in right.items()}


def _same_value(gold: Span, given: Span) -> bool:
    return bool(given.get("value")) and _value(gold) == _value(given)


def _value(timex: Span) -> str:
    """In capitals, without the time zone Z."""
    value = (timex.get("value") or "").strip().upper()
    return value[:-1] if _ZULU.fullmatch(value) else value
