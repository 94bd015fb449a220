"""What an evaluation tells beside its figures: how near, what is amiss, how sure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from incidents.pipeline.evaluate import Evaluation
from incidents.pipeline.evaluate.edits import Edit, by_slot, counts, edits
from incidents.pipeline.evaluate.headlines import Headline, graded, headlines
from incidents.pipeline.evaluate.nearness import (
    WITHIN,
    Distances,
    dates,
    distances,
    spots,
)
from incidents.pipeline.evaluate.reliability import (
    Reliability,
    of_records,
    of_values,
    reliability,
)
from incidents.pipeline.reconcile import Match
from incidents.pipeline.reconcile.grade import Grades
from incidents.pipeline.reconcile.score import SCORED


@dataclass(frozen=True, slots=True)
class Detail:
    """The rest of an evaluation.

    Attributes:
        headlines: The figures that are quoted, with intervals.
        grades: MUC's grades of the values, by slot that either side fills.
        dates: Of the records found, how dates were read, by the gold's precision.
        places: How far places are off.
        script: The least edits from the candidates to the gold.
        reliability: By ``records`` and ``values``, confidence beside what became of
            it; without those that have none.
    """

    headlines: tuple[Headline, ...]
    grades: Mapping[str, Grades]
    dates: Mapping[str, Mapping[str, int]]
    places: Distances
    script: tuple[Edit, ...]
    reliability: Mapping[str, Reliability]


def detail(
    evaluation: Evaluation,
    texts: Mapping[str, str] | None = None,
    mentions: Iterable[Mapping[str, Any]] = (),
) -> Detail:
    """Work out what an evaluation tells beside its figures.

    Args:
        evaluation: Candidates set against gold.
        texts: Canonical text by ``doc_id``; without it a right passage is one that
            overlaps, and quotes are not looked up.
        mentions: Rows of ``mentions.jsonl``, which hold where places are.
    """
    matches = evaluation.matches
    grades = {slot: graded(matches, slot) for slot in SCORED}
    return Detail(
        headlines(evaluation, texts),
        {slot: g for slot, g in grades.items() if g != Grades()},
        dates(matches),
        distances(matches, spots(mentions)),
        edits(matches),
        _reliability(matches),
    )


def _reliability(matches: Iterable[Match]) -> dict[str, Reliability]:
    found = {
        "records": reliability(of_records(matches)),
        "values": reliability(of_values(matches)),
    }
    return {name: sure for name, sure in found.items() if sure}


def detail_to_json(told: Detail) -> dict[str, Any]:
    """The detail as a JSON object, figures rounded to four places."""
    return {
        "headlines": {
            h.name: {"value": _round(h.value), "95": _ends(h)} for h in told.headlines
        },
        "grades": {
            slot: {
                **asdict(grades),
                "f1_exact": _round(grades.f1(0)),
                "f1_partial": _round(grades.f1(0.5)),
            }
            for slot, grades in told.grades.items()
        },
        "dates": {p: dict(readings) for p, readings in told.dates.items()},
        "places": _places(told.places),
        **counts(told.script),
        "faults_by_slot": {s: dict(c) for s, c in by_slot(told.script).items()},
        "script": [asdict(edit) | {"fault": edit.fault} for edit in told.script],
        "calibration": {
            of: _rounded(asdict(sure)) for of, sure in told.reliability.items()
        },
    }


def _places(places: Distances) -> dict[str, Any]:
    return {
        "measured": len(places.kilometres),
        "unread": places.unread,
        "unplaced": places.unplaced,
        "median_km": _round(places.median),
        "within_km": {f"{w:g}": _round(places.within(w).value) for w in WITHIN},
    }


def _ends(headline: Headline) -> list[float | None] | None:
    if headline.low is None:
        return None
    return [_round(headline.low), _round(headline.high)]


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(v) for key, v in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(v) for v in value]
    return round(value, 4) if isinstance(value, float) else value


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
