"""What was settled between two coders and is told otherwise by one of them since.

The team's record stands as it was settled: who settles is told, and settles it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from incidents.pipeline.review.cases import Case, team_record
from incidents.pipeline.review.decisions import FINAL, Decision, blind
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.settle import Coding, coding
from incidents.pipeline.review.state import State


@dataclass(frozen=True, slots=True)
class Changed:
    """A record of the team that rests on codings which are others now.

    Attributes:
        ours: The record.
        settled: The decision that settled it.
        names: The coders who have it otherwise.
        case: What the two have now; None while one of them has not finished it.
    """

    ours: State
    settled: Decision
    names: tuple[str, ...]
    case: Case | None


def changed(
    desk: Desk, found: Iterable[Case], coders: tuple[str, str]
) -> Iterator[Changed]:
    """Those settled between ``coders``, of whose cases ``found`` are there now."""
    folds = desk.folds(FINAL)
    cases: dict[str, Case] = {}
    for case in found:
        ours = team_record(case, coders, folds[case.doc_id])
        if ours is not None:
            cases[ours.id] = case
    for folded in folds.values():
        for ours in folded.records.values():
            settled = _settled(ours, coders)
            if settled is not None:
                held = cases.get(ours.id)
                now = _of_case(held, coders) if held else _now(desk, settled)
                then = settled.shown["codings"]
                names = tuple(name for name in coders if now[name] != then[name])
                if names:
                    yield Changed(ours, settled, names, held)


def _settled(ours: State, coders: tuple[str, str]) -> Decision | None:
    """The last decision that settled a record between these two."""
    made = (d for d in reversed(ours.decisions) if d.kind == "settle")
    return next((d for d in made if set(d.payload["of"]) == set(coders)), None)


def _of_case(case: Case, coders: tuple[str, str]) -> Mapping[str, Coding]:
    sides = zip(coders, (case.one, case.two), strict=True)
    return {name: coding(state) for name, state in sides}


def _now(desk: Desk, settled: Decision) -> Mapping[str, Coding]:
    """What each has now of the record that they had when it was settled."""
    ids = iter(settled.payload["these"])
    found: dict[str, Coding] = {}
    for name in settled.payload["of"]:
        found[name] = coding(None)
        if settled.shown["codings"][name]["status"]:  # there was a record
            id = next(ids).removeprefix(f"{blind(name)} ")
            records = desk.folded(blind(name), settled.doc_id).records
            found[name] = coding(records.get(id))
    return found
