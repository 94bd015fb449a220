"""How right candidates are: precision, recall and F1 of records and of their values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from incidents.pipeline.evaluate import chance
from incidents.pipeline.evaluate.borderline import Passages, set_aside
from incidents.pipeline.evaluate.measures import (
    Figure,
    Share,
    b_cubed,
    cited,
    events_whole,
    pairs_joined,
    verbatim,
)
from incidents.pipeline.reconcile import Judgement, Match, reconcile
from incidents.pipeline.reconcile.score import SCORED, Record
from incidents.pipeline.recordfile import GOLD_KEYS, load, load_texts

__all__ = ["GOLD_KEYS", "Evaluation", "evaluate", "load", "load_texts", "to_json"]

#: Every figure with precision and recall: records, their values, and each slot's.
MEASURES = ("incident", "slots", *SCORED)
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of one run against one gold set.

    Attributes:
        matches: Every record, paired or not, and the pairs that are unsure.
        figures: By measure: ``incident``, ``slots``, then each slot.
        intervals: By measure, where F1 would lie for 95 % of such sets of documents;
            none with fewer than two.
        merging: B-cubed F1 of events over the records found; None without event keys.
        joined: Pairs of records found, of different documents, that are one event.
        cited: Fields with a value that have a citation.
        verbatim: Quotes that stand in the text where they say; None without texts.
        whole: Gold events of several documents that are one event, and no other's.
        aside: Candidates told in borderline passages only, which count nowhere.
    """

    matches: tuple[Match, ...]
    figures: Mapping[str, Figure]
    intervals: Mapping[str, Interval]
    merging: float | None
    joined: Figure
    cited: Share
    verbatim: Share | None
    whole: Share
    aside: tuple[Record, ...] = ()

    def judged(self, judgement: Judgement) -> list[Match]:
        """The matches of one judgement."""
        return [match for match in self.matches if match.judgement is judgement]


def evaluate(
    gold: Sequence[Record],
    candidates: Sequence[Record],
    texts: Mapping[str, str] | None = None,
    borderline: Passages | None = None,
) -> Evaluation:
    """Score candidates against gold records.

    Args:
        gold: The gold records, all of a document or none.
        candidates: The records of a run, on the same documents.
        texts: Canonical text by ``doc_id``; without it quotes are not looked up.
        borderline: Passages that coders left uncoded: a candidate that pairs with no
            gold record and is told there is set aside.

    Raises:
        ValueError: A record has no ``doc_id``.
    """
    _need_documents("gold record", gold)
    _need_documents("candidate", candidates)
    matches = reconcile(gold, candidates)
    aside = set_aside(matches, borderline or {})
    if aside:
        gone = {id(record) for record in aside}
        candidates = [record for record in candidates if id(record) not in gone]
        matches = reconcile(gold, candidates)
    documents = _by_document(matches)
    return Evaluation(
        tuple(matches),
        {m: sum((d[m] for d in documents.values()), Figure()) for m in MEASURES},
        _intervals(documents),
        b_cubed([(told, found) for _, told, found in _events(matches)]),
        pairs_joined(_events(matches)),
        cited(candidates),
        None if texts is None else verbatim(candidates, texts),
        events_whole(gold, _events(matches)),
        tuple(aside),
    )


def _need_documents(kind: str, records: Iterable[Record]) -> None:
    for number, record in enumerate(records, 1):
        if not isinstance(record.get("doc_id"), str):
            raise ValueError(f"{kind} {number} has no doc_id")


def count(match: Match) -> dict[str, Figure]:
    """What one match adds to each measure; an unsure pair adds nothing."""
    if match.judgement is Judgement.UNSURE:
        return dict.fromkeys(MEASURES, Figure())
    slots = {
        a.slot: Figure(a.hits, len(a.candidate), len(a.gold)) for a in match.agreements
    }
    record = Figure(
        int(match.judgement is Judgement.SAME),
        int(match.candidate is not None),
        int(match.gold is not None),
    )
    return {"incident": record, "slots": sum(slots.values(), Figure()), **slots}


def _by_document(matches: Iterable[Match]) -> dict[str, dict[str, Figure]]:
    documents: defaultdict[str, dict[str, Figure]] = defaultdict(
        lambda: dict.fromkeys(MEASURES, Figure())
    )
    for match in matches:
        figures = documents[match.doc_id]
        for measure, figure in count(match).items():
            figures[measure] += figure
    return documents


def _intervals(documents: Mapping[str, Mapping[str, Figure]]) -> dict[str, Interval]:
    if len(documents) < 2:
        return {}
    values = chance.f1(chance.resample(as_counts(documents.values())))
    return {m: chance.interval(values[:, i]) for i, m in enumerate(MEASURES)}


def as_counts(units: Iterable[Mapping[str, Figure]]) -> chance.Counts:
    """The figures of each unit as an array, units by measures by three."""
    return np.array(
        [[(u[m].hits, u[m].predicted, u[m].gold) for m in MEASURES] for u in units],
        float,
    ).reshape(-1, len(MEASURES), 3)


def _events(matches: Iterable[Match]) -> list[tuple[str, str, str]]:
    """Document, gold event and candidate event of each record found."""
    pairs = [
        (match.doc_id, match.gold.get("event_key"), match.candidate.get("event_key"))
        for match in matches
        if match.judgement is Judgement.SAME and match.gold and match.candidate
    ]
    return [(doc_id, told, found) for doc_id, told, found in pairs if told and found]


def to_json(evaluation: Evaluation) -> dict[str, Any]:
    """The figures as a JSON object, rounded to four places.

    ``tp``, ``pred`` and ``gold`` are the counts behind ``p``, ``r`` and ``f1``; a slot
    that neither side ever fills is left out.
    """
    figures = evaluation.figures
    return {
        "incident": _figure(figures["incident"]),
        "slots": _figure(figures["slots"]),
        "fields": {
            slot: _figure(figures[slot])
            for slot in SCORED
            if figures[slot].gold or figures[slot].predicted
        },
        "intervals": {
            m: [_round(v) for v in i] for m, i in evaluation.intervals.items()
        },
        "merging_b3": _round(evaluation.merging),
        "merging_pairs": _figure(evaluation.joined),
        "cited": _round(evaluation.cited.value),
        "verbatim": _round(evaluation.verbatim.value if evaluation.verbatim else None),
        "set_aside": len(evaluation.aside),
        "missing": _ids(evaluation, Judgement.MISSING),
        "spurious": _ids(evaluation, Judgement.SPURIOUS),
    }


def _figure(figure: Figure) -> dict[str, float]:
    return {
        "p": round(figure.precision, 4),
        "r": round(figure.recall, 4),
        "f1": round(figure.f1, 4),
        "tp": figure.hits,
        "pred": figure.predicted,
        "gold": figure.gold,
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _ids(evaluation: Evaluation, judgement: Judgement) -> list[str | None]:
    records = (m.gold or m.candidate or {} for m in evaluation.judged(judgement))
    return [record.get("incident_id") for record in records]
