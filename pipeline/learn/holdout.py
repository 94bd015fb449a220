"""How far what was learned holds: each fold of documents by what the others taught."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pipeline.assemble import assemble
from pipeline.assemble.weights import Weights
from pipeline.evaluate import Evaluation, evaluate
from pipeline.learn.coded import Study
from pipeline.learn.counted import Counted
from pipeline.learn.fit import fit
from pipeline.records import to_json


def out_of_sample(
    found: Sequence[Study],
    folds: Mapping[str, int],
    heard: Callable[[int], None] = lambda fold: None,
    counted: Sequence[Counted] = (),
    start: Weights | None = None,
) -> Evaluation:
    """The figures of every document, read by weights of the other folds.

    Args:
        found: The documents.
        folds: The fold of each; one without a fold is learned from always, and never
            measured.
        heard: Called with each fold that is done.
        counted: Documents that are learned from always.
        start: Weights that each fold begins from; they must not know the documents.
    """
    candidates: list[dict[str, Any]] = []
    for fold in sorted(
        {folds[s.coded.doc_id] for s in found if s.coded.doc_id in folds}
    ):
        coded = [s.coded for s in found if folds.get(s.coded.doc_id) != fold]
        weights = fit(coded, counted=counted, start=start)
        kept = [s for s in found if folds.get(s.coded.doc_id) == fold]
        candidates += _records(kept, weights)
        heard(fold)
    return _figures([s for s in found if s.coded.doc_id in folds], candidates)


def in_sample(found: Sequence[Study], weights: Weights) -> Evaluation:
    """The figures of the documents that ``weights`` were learned from."""
    return _figures(found, _records(found, weights))


def _records(found: Iterable[Study], weights: Weights) -> list[dict[str, Any]]:
    return [
        json.loads(json.dumps(to_json(incident)))
        for s in found
        for incident in assemble(
            s.parsed.report, s.parsed.doc, s.parsed.blocks, s.parsed.mentions, weights
        ).incidents
    ]


def _figures(found: Iterable[Study], candidates: list[dict[str, Any]]) -> Evaluation:
    return evaluate([record for s in found for record in s.coded.gold], candidates)
