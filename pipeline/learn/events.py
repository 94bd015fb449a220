"""What joins records of several documents to one event, learned from gold keys.

Of gold records, of a run's own that tell the same, and of whole articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from incidents.pipeline.benchmark import clusters
from incidents.pipeline.benchmark.documents import read_documents
from incidents.pipeline.evaluate.measures import (
    Figure,
    Share,
    events_whole,
    pairs_joined,
)
from incidents.pipeline.learn.coded import Source, reports
from incidents.pipeline.learn.examples import rare
from incidents.pipeline.learn.regress import regress
from incidents.pipeline.merge.bars import bar
from incidents.pipeline.merge.blocking import pairs
from incidents.pipeline.merge.join import join
from incidents.pipeline.merge.likeness import likeness
from incidents.pipeline.merge.marks import Marks, of_record
from incidents.pipeline.merge.rows import keys, marked, source
from incidents.pipeline.merge.weights import Weights
from incidents.pipeline.reconcile import reconcile
from incidents.pipeline.recordfile import GOLD_KEYS, load, load_documents

#: How strongly weights are pulled towards 0; by cross-validation.
RIDGE = 3.0
#: A sign must be seen in so many documents to count.
LEAST = 4
#: By cross-validation; ``unsure`` so that a reviewer sees what is missed most often.
THRESHOLDS = {"join": 0.3, "unsure": 0.15, "least": 0.1}
#: Of whole articles, by halves.
ARTICLES = {"join": 0.4, "unsure": 0.15, "least": 0.01}


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
    for coded in sources:
        published = {r.doc_id: r.published for r in reports(coded.reports)}
        for record in load(coded.gold, GOLD_KEYS):
            if key := record.get("event_key"):
                day = published.get(record["doc_id"])
                found.append(Keyed(of_record(record, day), key))
    return found


def aligned(run: Path, gold: Path) -> list[Keyed]:
    """The records of a run, each with the key of the gold record that it tells.

    One that tells of none is an event of its own.

    Raises:
        ValueError: A file of records or documents cannot be read; says where.
    """
    sources = {
        d["doc_id"]: source(d, with_text=False)
        for d in load_documents(run / "documents.jsonl")
    }
    known = load(gold, GOLD_KEYS)
    records = load(run / "records.jsonl", GOLD_KEYS)
    found: dict[str, Keyed] = {}
    for match in reconcile(known, (r for r in records if r["doc_id"] in sources)):
        if record := match.candidate:  # an unsure pair comes after a spurious record
            own = f"only {record['incident_id']}"
            marks = marked(record, sources[record["doc_id"]])
            key = (match.gold or {}).get("event_key") or own
            found[marks.id] = Keyed(marks, key)
    return list(found.values())


def articles(paths: Iterable[Path]) -> list[Keyed]:
    """Every article of the clustering sets, with the event that it is about.

    Raises:
        ValueError: A file is none, or an article has no event.
    """
    found = []
    for path in paths:
        told = {row["doc_id"]: row.get("cluster") for row in read_documents(path)}
        if missing := [id for id, event in told.items() if not event]:
            raise ValueError(f"{path}: {missing[0]} has no cluster")
        found += [Keyed(m, f"{path} {told[m.doc_id]}") for m in clusters.articles(path)]
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


def out_of_sample(
    found: Sequence[Keyed], folds: Mapping[str, int], more: Sequence[Keyed] = ()
) -> Found:
    """Each fold of documents, sorted by what the others, and ``more``, taught."""
    measured = [k for k in found if k.marks.doc_id in folds]
    told: list[_Sorted] = []
    for fold in sorted({folds[k.marks.doc_id] for k in measured}):
        others = [k for k in (*found, *more) if folds.get(k.marks.doc_id) != fold]
        own = [k for k in measured if folds[k.marks.doc_id] == fold]
        told += _sorted(own, fit(others))
    return _held(measured, told)


def by_halves(found: Sequence[Keyed]) -> Figure:
    """Pairs joined of each half of the events, by what the other half taught.

    All are sorted, so that there is as much to mistake them for; a pair of one of each
    half is wrong in both.
    """
    halves = {k.event: crc32(k.event.encode()) % 2 for k in found}
    total = Figure()
    for half in (0, 1):
        weights = fit([k for k in found if halves[k.event] != half])
        told = _sorted(found, weights)
        other = [t for t in told if halves[t[1]] != half]
        all_, apart = pairs_joined(told), pairs_joined(other)
        own = pairs_joined([t for t in told if halves[t[1]] == half])
        total += Figure(own.hits, all_.predicted - apart.predicted, own.gold)
    return total


def _sorted(found: Sequence[Keyed], weights: Weights) -> list[_Sorted]:
    event_of = keys(join((k.marks for k in found), weights))
    return [(k.marks.doc_id, k.event, event_of[k.marks.id]) for k in found]


def _held(found: Iterable[Keyed], told: Sequence[_Sorted]) -> Found:
    gold = [{"doc_id": k.marks.doc_id, "event_key": k.event} for k in found]
    return Found(pairs_joined(told), events_whole(gold, told))


def said(found: Found) -> str:
    """The figures in words."""
    whole = f"{found.whole.part} of {found.whole.whole}"
    return f"{said_of(found.joined)}, {whole} events of several reports whole"


def said_of(joined: Figure) -> str:
    """How many pairs are right, in words."""
    return (
        f"pairwise F1 {joined.f1:.3f} ({joined.hits} of {joined.predicted} pairs joined"
        f" are right, {joined.gold} are to be found)"
    )
