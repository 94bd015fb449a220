"""How far what was learned holds: each fold of documents by what the others taught."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from incidents.pipeline.assemble import assemble
from incidents.pipeline.assemble.weights import Weights
from incidents.pipeline.evaluate import Evaluation, evaluate
from incidents.pipeline.evaluate.borderline import Passages
from incidents.pipeline.learn.coded import Study
from incidents.pipeline.learn.counted import Counted
from incidents.pipeline.learn.fit import fit
from incidents.pipeline.records import to_json


def read_by_others(
    found: Sequence[Study],
    folds: Mapping[str, int],
    heard: Callable[[int], None] = lambda fold: None,
    counted: Sequence[Counted] = (),
    start: Weights | None = None,
) -> list[dict[str, Any]]:
    """The records of every document that has a fold, by weights of the other folds.

    Args:
        found: The documents.
        folds: The fold of each; one without a fold is learned from always, and never
            read.
        heard: Called with each fold that is done.
        counted: Documents that are learned from always.
        start: Weights that each fold begins from; they must not know the documents.
    """
    candidates: list[dict[str, Any]] = []
    for fold in sorted({folds[s.coded.doc_id] for s in with_fold(found, folds)}):
        coded = [s.coded for s in found if folds.get(s.coded.doc_id) != fold]
        weights = fit(coded, counted=counted, start=start)
        kept = [s for s in found if folds.get(s.coded.doc_id) == fold]
        candidates += records(kept, weights)
        heard(fold)
    return candidates


def with_fold(found: Iterable[Study], folds: Mapping[str, int]) -> list[Study]:
    """Those of the documents that have a fold."""
    return [s for s in found if s.coded.doc_id in folds]


def records(found: Iterable[Study], weights: Weights) -> list[dict[str, Any]]:
    """The records that ``weights`` make of the documents."""
    return [
        json.loads(json.dumps(to_json(incident)))
        for s in found
        for incident in assemble(
            s.parsed.report, s.parsed.doc, s.parsed.blocks, s.parsed.mentions, weights
        ).incidents
    ]


def gold(found: Iterable[Study]) -> list[Mapping[str, Any]]:
    """What the documents' coders found."""
    return [record for s in found for record in s.coded.gold]


def borderline(found: Iterable[Study]) -> Passages:
    """The passages of the documents that coders left uncoded."""
    return {s.coded.doc_id: s.coded.aside for s in found if s.coded.aside}


def measure(found: Sequence[Study], candidates: list[dict[str, Any]]) -> Evaluation:
    """The figures of ``candidates`` on the documents, borderline ones set aside."""
    return evaluate(gold(found), candidates, borderline=borderline(found))
