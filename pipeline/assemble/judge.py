"""Which events are attacks, plots or arrests, which tell more of one, which nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.assemble.event import ARREST, ATTACK, DETAIL, NONE, PLOT, Event
from pipeline.assemble.reader import Reader
from pipeline.assemble.signs import signs
from pipeline.assemble.weights import Weights, probability, reason

#: Kinds that an incident may begin with.
BEGIN = (ATTACK, PLOT, ARREST)


def judge(reader: Reader, told: Sequence[Event], weights: Weights) -> list[Event]:
    """``told``, each with its kind, how surely it is that, and the signs in words."""
    return [
        _judged(event, seen, weights)
        for event, seen in zip(told, signs(reader, told), strict=True)
    ]


def _judged(event: Event, seen: frozenset[str], weights: Weights) -> Event:
    if event.kind != NONE:  # a row says what it is
        return replace(event, sure=1.0, reason="a row of a table")
    sure = {kind: probability(w, seen) for kind, w in weights.kinds.items()}
    least = weights.thresholds
    kind = max(BEGIN, key=lambda k: sure[k] / least[k])
    if sure[kind] < least[kind]:
        tells = sure[DETAIL] >= least["detail"]
        kind = DETAIL if tells or sure[kind] >= least["detail"] else NONE
    said = kind if kind in weights.kinds else max(BEGIN, key=lambda k: sure[k])
    why = f"{said} {sure[said]:.2f}: {reason(weights.kinds[said], seen)}"
    return replace(event, kind=kind, sure=max(sure[k] for k in BEGIN), reason=why)
