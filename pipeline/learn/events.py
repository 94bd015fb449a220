"""What joins records of several documents to one event, learned from gold keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.evaluate.measures import Figure, Share, events_whole, pairs_joined
from pipeline.learn.coded import Source, reports
from pipeline.learn.examples import rare
from pipeline.learn.regress import regress
from pipeline.merge.bars import bar
from pipeline.merge.blocking import pairs
from pipeline.merge.join import join
from pipeline.merge.likeness import likeness
from pipeline.merge.marks import Marks, of_record
from pipeline.merge.rows import keys
from pipeline.merge.weights import Weights
from pipeline.recordfile import GOLD_KEYS, load

#: How strongly weights are pulled towards 0; by cross-validation.
RIDGE = 3.0
#: A sign must be seen in so many documents to count.
LEAST = 4
#: By cross-validation; ``unsure`` so that a reviewer sees what is missed most often.
THRESHOLDS = {"join": 0.3, "unsure": 0.15, "least": 0.1}


@dataclass(frozen=True, slots=True)
class Keyed:
    """A gold record's marks, and the key of its event."""

    marks: Marks
    event: str


@dataclass(frozen=True, slots=True)
class Found:
    """Events of some records, beside their gold keys.

    Attributes:
        joined: Pairs of records of different documents that are one event.
        whole: Events of several documents that were found as they are.
    """

    joined: Figure
    whole: Share


#: A record's document, its event's gold key, and the key of the event found.
_Sorted = tuple[str, str, str]


def keyed(sources: Iterable[Source]) -> list[Keyed]:
    """Every gold record that has a key, with what its report says of itself.

    Raises:
        ValueError: A gold file is none.
    """
    found = []
    for source in sources:
        published = {r.doc_id: r.published for r in reports(source.reports)}
        for record in load(source.gold, GOLD_KEYS):
            if key := record.get("event_key"):
                day = published.get(record["doc_id"])
                found.append(Keyed(of_record(record, day), key))
    return found


def fit(
    found: Sequence[Keyed], thresholds: Mapping[str, float] = THRESHOLDS
) -> Weights:
    """Learn from every pair that shares a key of blocking and that no bar parts."""
    told = [
        (likeness(found[i].marks, found[j].marks), i, j)
        for i, j in pairs([k.marks for k in found])
        if bar(found[i].marks, found[j].marks) is None
    ]
    few = rare(
        ((found[n].marks.doc_id, signs) for signs, *both in told for n in both), LEAST
    )
    right = [float(found[i].event == found[j].event) for _, i, j in told]
    rows = [signs - few for signs, *_ in told]
    return Weights(regress(rows, right, RIDGE), dict(thresholds))


def measure(found: Sequence[Keyed], weights: Weights) -> Found:
    """Sort ``found`` into events and hold them against the keys."""
    return _held(found, _sorted(found, weights))


def out_of_sample(found: Sequence[Keyed], folds: Mapping[str, int]) -> Found:
    """Each fold of documents, sorted by what the others taught."""
    measured = [k for k in found if k.marks.doc_id in folds]
    told: list[_Sorted] = []
    for fold in sorted({folds[k.marks.doc_id] for k in measured}):
        others = [k for k in found if folds.get(k.marks.doc_id) != fold]
        own = [k for k in measured if folds[k.marks.doc_id] == fold]
        told += _sorted(own, fit(others))
    return _held(measured, told)


def _sorted(found: Sequence[Keyed], weights: Weights) -> list[_Sorted]:
    event_of = keys(join((k.marks for k in found), weights))
    return [(k.marks.doc_id, k.event, event_of[k.marks.id]) for k in found]


def _held(found: Iterable[Keyed], told: Sequence[_Sorted]) -> Found:
    gold = [{"doc_id": k.marks.doc_id, "event_key": k.event} for k in found]
    return Found(pairs_joined(told), events_whole(gold, told))


def said(found: Found) -> str:
    """The figures in words."""
    joined, whole = found.joined, found.whole
    return (
        f"pairwise F1 {joined.f1:.3f} ({joined.hits} of {joined.predicted} pairs joined"
        f" are right, {joined.gold} are to be found), {whole.part} of {whole.whole}"
        " events of several reports whole"
    )
