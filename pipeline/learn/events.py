"""What joins records of several documents to one event, learned from gold keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.learn.coded import Source, reports
from pipeline.learn.examples import rare
from pipeline.learn.regress import regress
from pipeline.merge.bars import bar
from pipeline.merge.blocking import pairs
from pipeline.merge.join import join
from pipeline.merge.likeness import likeness
from pipeline.merge.marks import Marks, of_record
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
class Sorted:
    """How records were sorted into events, beside their gold keys.

    Attributes:
        right: Pairs of one event, rightly.
        found: Pairs of one event.
        gold: Pairs that are one event by their keys.
        whole: Events of several records that were found as they are.
        several: How many there are.
    """

    right: int = 0
    found: int = 0
    gold: int = 0
    whole: int = 0
    several: int = 0

    @property
    def f1(self) -> float:
        """Pairwise F1; 0 where there is no pair."""
        whole = self.found + self.gold
        return 2 * self.right / whole if whole else 0.0


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


def measure(found: Sequence[Keyed], weights: Weights) -> Sorted:
    """Sort ``found`` into events and hold them against the keys."""
    keys = {k.marks.id: k.event for k in found}
    events = join((k.marks for k in found), weights).events
    by_key: dict[str, list[str]] = {}
    for id, key in keys.items():
        by_key.setdefault(key, []).append(id)
    several = {tuple(sorted(ids)) for ids in by_key.values() if len(ids) > 1}
    together = [pair for event in events for pair in combinations(event, 2)]
    return Sorted(
        sum(keys[a] == keys[b] for a, b in together),
        len(together),
        sum(len(ids) * (len(ids) - 1) // 2 for ids in several),
        len(several & set(events)),
        len(several),
    )


def out_of_sample(found: Sequence[Keyed], folds: Mapping[str, int]) -> Sorted:
    """Each fold of documents, sorted by what the others taught."""
    total = Sorted()
    for fold in sorted(
        {folds[k.marks.doc_id] for k in found if k.marks.doc_id in folds}
    ):
        others = [k for k in found if folds.get(k.marks.doc_id) != fold]
        own = [k for k in found if folds.get(k.marks.doc_id) == fold]
        total = _sum(total, measure(own, fit(others)))
    return total


def _sum(a: Sorted, b: Sorted) -> Sorted:
    return Sorted(
        a.right + b.right,
        a.found + b.found,
        a.gold + b.gold,
        a.whole + b.whole,
        a.several + b.several,
    )


def said(told: Sorted) -> str:
    """The figures in words."""
    return (
        f"pairwise F1 {told.f1:.3f} ({told.right} of {told.found} pairs joined are"
        f" right, {told.gold} are to be found), {told.whole} of {told.several} events"
        " of several reports whole"
    )
