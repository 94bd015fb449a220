"""Who codes blind, where any two of them differ, and how far records are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations

from incidents.pipeline.review.cases import cases
from incidents.pipeline.review.decisions import blind
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.state import State

_PREFIX = blind("")


def reviewers(desk: Desk) -> list[str]:
    """Who coded blind."""
    layers = desk.store.layers()
    return [name.removeprefix(_PREFIX) for name in layers if name.startswith(_PREFIX)]


def disputed(desk: Desk) -> set[str]:
    """Records of the run on which any two who coded blind differ."""
    return {
        case.run_id
        for one, two in combinations(reviewers(desk), 2)
        for case in cases(desk, one, two)
        if not case.agrees and case.run_id
    }


def progress(states: Iterable[State]) -> Mapping[str, int]:
    """How many records have each status."""
    return Counter(state.status for state in states)
