"""What an earlier run got right, stored so that a later one is set against it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from incidents.pipeline.evaluate import MEASURES, Evaluation, count
from incidents.pipeline.evaluate.measures import Figure
from incidents.pipeline.reconcile import Judgement
from incidents.pipeline.reconcile.score import Record

#: A document and a gold record of it, or ``""`` for its spurious candidates.
Unit = tuple[str, str]
Figures = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Baseline:
    """What an earlier run got right.

    Attributes:
        units: The figures of each gold record, and of a document's spurious candidates.
        found: Gold records that a candidate was matched with, by ``incident_id``.
        must_pass: Those that no later run may lose.
    """

    units: Mapping[Unit, Figures]
    found: frozenset[str]
    must_pass: frozenset[str]


def baseline_of(evaluation: Evaluation, must_pass: Collection[str] = ()) -> Baseline:
    """Take an evaluation as the baseline for those to come.

    Raises:
        ValueError: A record that must pass is not found, or gold ids are not unique.
    """
    units, found = _units(evaluation), _found(evaluation)
    if missing := sorted(set(must_pass) - found):
        raise ValueError(f"must pass, and is not found: {', '.join(missing)}")
    return Baseline(units, found, frozenset(must_pass))


def _found(evaluation: Evaluation) -> frozenset[str]:
    same = evaluation.judged(Judgement.SAME)
    return frozenset(m.gold["incident_id"] for m in same if m.gold)


def _units(evaluation: Evaluation) -> dict[Unit, Figures]:
    units: defaultdict[Unit, dict[str, Figure]] = defaultdict(
        lambda: dict.fromkeys(MEASURES, Figure())
    )
    seen: set[str] = set()
    for match in evaluation.matches:
        if match.judgement is Judgement.UNSURE:
            continue
        gold_id = _gold_id(match.gold, seen) if match.gold else ""
        unit = units[match.doc_id, gold_id]
        for measure, figure in count(match).items():
            unit[measure] += figure
    return dict(units)


def _gold_id(gold: Record, seen: set[str]) -> str:
    gold_id = gold.get("incident_id")
    if not isinstance(gold_id, str) or not gold_id or gold_id in seen:
        raise ValueError(
            f"{gold['doc_id']}: incident_id {gold_id!r} of a gold record is missing "
            "or used twice"
        )
    seen.add(gold_id)
    return gold_id


def write_baseline(baseline: Baseline, path: Path) -> None:
    """Store a baseline as JSON: by document and gold record, counts of each measure.

    Counts are hits, predicted and gold; a measure that has none is left out.
    """
    documents: defaultdict[str, dict[str, dict[str, list[int]]]] = defaultdict(dict)
    for (doc_id, gold_id), figures in sorted(baseline.units.items()):
        documents[doc_id][gold_id] = {
            measure: list(astuple(figure))
            for measure, figure in figures.items()
            if figure != Figure()
        }
    content = {
        "documents": documents,
        "found": sorted(baseline.found),
        "must_pass": sorted(baseline.must_pass),
    }
    text = json.dumps(content, indent=1, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8")


def read_baseline(path: Path) -> Baseline:
    """Read what ``write_baseline`` wrote.

    Raises:
        ValueError: The file is no baseline; says file and what is wrong.
    """
    try:
        return _parse(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"{path}: no baseline: {error!r}") from error


def _parse(content: Any) -> Baseline:
    nothing = dict.fromkeys(MEASURES, Figure())
    units = {
        (doc_id, gold_id): {**nothing, **{m: Figure(*c) for m, c in counts.items()}}
        for doc_id, records in content["documents"].items()
        for gold_id, counts in records.items()
    }
    return Baseline(units, frozenset(content["found"]), frozenset(content["must_pass"]))
