"""Who codes blind, how far any two of them agree, and how far records are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from incidents.pipeline.gold.agree import Compared, compare, kappa
from incidents.pipeline.gold.alpha import estimate
from incidents.pipeline.review.cases import Case, cases
from incidents.pipeline.review.decisions import blind
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.state import State

_PREFIX = blind("")


def reviewers(desk: Desk) -> list[str]:
    """Who coded blind."""
    layers = desk.store.layers()
    return [name.removeprefix(_PREFIX) for name in layers if name.startswith(_PREFIX)]


def figures(found: Iterable[Case]) -> list[Compared]:
    """Agreement on what is an incident, then on each field of those that both have."""
    found = list(found)
    pairs = [
        (case.one.record, case.two.record)
        for case in found
        if case.one is not None and case.two is not None and all(case.has)
    ]
    return [*_on_records(found), *compare(pairs)]


def _on_records(found: list[Case]) -> Iterator[Compared]:
    """Agreement on whether what either proposes, or the run, is an incident."""
    if found:
        told = [(str(one), str(two)) for one, two in (case.has for case in found)]
        units = [(c.doc_id, said) for c, said in zip(found, told, strict=True)]
        same, size = sum(a == b for a, b in told), len(told)
        both = sum(all(case.has) for case in found)
        yield Compared(
            "record", same, size, both, size, kappa(told), estimate(units), None
        )


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
