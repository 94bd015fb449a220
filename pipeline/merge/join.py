"""Which records tell of one event.

Groups of records are joined from the two that are likest on the whole on. They become
one only where no pair across them is barred, every pair is likely enough, and they are
as like on the whole as a pair must be: no chain joins what no pair would. What is less
sure, or what a bar keeps apart though it is alike, is listed for a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from pipeline.assemble.weights import probability, reason
from pipeline.merge.bars import bar
from pipeline.merge.blocking import pairs
from pipeline.merge.groups import Groups, Link
from pipeline.merge.likeness import likeness
from pipeline.merge.marks import Marks
from pipeline.merge.weights import Weights

#: What a person decided of two records, by their ids: whether they are one event.
Ruled = Mapping[frozenset[str], bool]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of two records.

    Attributes:
        a: Id of the one that comes first.
        b: Id of the other.
        sure: How likely they are one event.
        reason: What spoke for and against, in words.
        bar: Why they can never be joined; None where they may be.
    """

    a: str
    b: str
    sure: float
    reason: str
    bar: str | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """Records sorted into events.

    Attributes:
        events: Ids of each event's records, sorted; every record is in one.
        within: The pairs that were looked at inside an event, by its first id.
        unsure: Pairs alike that were not joined, likest first.
    """

    events: tuple[tuple[str, ...], ...]
    within: Mapping[str, tuple[Verdict, ...]]
    unsure: tuple[Verdict, ...]


@dataclass(slots=True)
class _Bench:
    """Verdicts as they are asked for; those of pairs that are alike are kept."""

    records: Mapping[str, Marks]
    weights: Weights
    ruled: Ruled
    made: dict[tuple[str, str], Verdict] = field(default_factory=dict)

    def on(self, one: str, other: str) -> Verdict:
        """What is found of two records."""
        a, b = sorted((one, other))
        return self.made.get((a, b)) or self._find(a, b)

    def sure(self, one: str, other: str) -> float | None:
        """How likely two records are one event; None where they never are."""
        a, b = sorted((one, other))
        if verdict := self.made.get((a, b)):
            return None if verdict.bar else verdict.sure
        if bar(self.records[a], self.records[b]):
            return None
        signs = likeness(self.records[a], self.records[b])
        return probability(self.weights.likeness, signs)

    def link(self, one: str, other: str) -> Link | None:
        """What ties two records; None where they are never one event."""
        sure = self.sure(one, other)
        if sure is None:
            return None
        ruled = bool(self.ruled.get(frozenset((one, other))))
        return Link(sure, sure, 1, sure < self.weights.thresholds["least"], ruled)

    def look(self, a: str, b: str) -> None:
        """Keep what is found of a pair that shares a key, if it is alike."""
        ruled = frozenset((a, b)) in self.ruled
        one, other = self.records[a], self.records[b]
        if not ruled and bar(one, other) and not _seems(one, other):
            return
        signs = likeness(one, other)
        sure = probability(self.weights.likeness, signs)
        if ruled or sure >= self.weights.thresholds["unsure"]:
            self.made[a, b] = self._find(a, b)

    def _find(self, a: str, b: str) -> Verdict:
        ruled = self.ruled.get(frozenset((a, b)))
        if ruled is not None:
            said = "one event" if ruled else "not the same"
            barred = None if ruled else "a person decided"
            return Verdict(a, b, float(ruled), f"a person decided: {said}", barred)
        one, other = self.records[a], self.records[b]
        signs = likeness(one, other)
        weighed = self.weights.likeness
        sure = round(probability(weighed, signs), 4)
        return Verdict(a, b, sure, reason(weighed, signs), bar(one, other))


def _seems(a: Marks, b: Marks) -> bool:
    """Whether a barred pair is worth a look: one place and target, told apart."""
    return bool(a.places & b.places and a.targets & b.targets)


def join(
    records: Iterable[Marks], weights: Weights, ruled: Ruled | None = None
) -> Joined:
    """Sort records into events.

    Args:
        records: Of any documents, in any order; the order shows nowhere.
        weights: What speaks for and against.
        ruled: What a person decided of pairs, which goes before all else.
    """
    ordered = sorted(records, key=lambda m: m.id)
    bench = _Bench({m.id: m for m in ordered}, weights, ruled or {})
    looked_at = _looked_at(ordered, bench)
    events = _events(bench, looked_at)
    return Joined(
        tuple(sorted(set(events.values()))),
        {
            event[0]: tuple(bench.on(*p) for p in combinations(event, 2))
            for event in set(events.values())
            if len(event) > 1
        },
        tuple(_unsure(bench, looked_at, events)),
    )


def _looked_at(ordered: Sequence[Marks], bench: _Bench) -> list[Verdict]:
    """Verdicts on the pairs that share a key, likest first."""
    ids = [m.id for m in ordered]
    found = {(ids[i], ids[j]) for i, j in pairs(ordered)}
    for ruled in bench.ruled:
        a, b = sorted(ruled)
        if a in bench.records and b in bench.records:
            found.add((a, b))
    for pair in sorted(found):
        bench.look(*pair)
    return sorted(bench.made.values(), key=lambda v: (-v.sure, v.a, v.b))


def _events(
    bench: _Bench, looked_at: Iterable[Verdict]
) -> Mapping[str, tuple[str, ...]]:
    """The event of each record: the two groups that are likest on the whole first."""
    join = bench.weights.thresholds["join"]
    groups = Groups(bench.records, bench.link, join)
    for verdict in looked_at:
        if verdict.sure < join:  # no mean is higher than its likest pair
            break
        groups.tie(verdict.a, verdict.b)
    return groups.joined()


def _unsure(
    bench: _Bench, looked_at: Iterable[Verdict], events: Mapping[str, tuple[str, ...]]
) -> Iterable[Verdict]:
    for verdict in looked_at:
        if verdict.sure < bench.weights.thresholds["unsure"]:
            return
        apart = events[verdict.a] != events[verdict.b]
        if apart and frozenset((verdict.a, verdict.b)) not in bench.ruled:
            yield verdict
