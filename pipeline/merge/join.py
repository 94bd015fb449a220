"""Which records tell of one event.

Groups of records are joined from the two that are likest on the whole on. They become
one only where no pair across them is barred, every pair is likely enough, and they are
as like on the whole as a pair must be: no chain joins what no pair would. What is less
sure, or what a bar keeps apart though it is alike, is listed for a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from incidents.pipeline.assemble.weights import probability, reason
from incidents.pipeline.merge.bars import bar
from incidents.pipeline.merge.blocking import pairs
from incidents.pipeline.merge.groups import Groups, Link
from incidents.pipeline.merge.likeness import likeness
from incidents.pipeline.merge.marks import Marks
from incidents.pipeline.merge.weights import Weights

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


#: Two records by their ids, the first first.
_Pair = tuple[str, str]
#: Pairs that are listed for a person of each record at most, its likest.
_LISTED = 8


@dataclass(slots=True)
class _Bench:
    """What is found of pairs as it is asked for; of those that are alike it is kept.

    Attributes:
        records: By id.
        weights: What speaks for and against.
        ruled: What a person decided.
        sures: Of the pairs that are alike, how likely each is one event.
        barred: Those of them that never are.
    """

    records: Mapping[str, Marks]
    weights: Weights
    ruled: Ruled
    sures: dict[_Pair, float] = field(default_factory=dict)
    barred: set[_Pair] = field(default_factory=set)

    def sure(self, one: str, other: str) -> float | None:
        """How likely two records are one event; None where they never are."""
        a, b = sorted((one, other))
        if (a, b) in self.sures:
            return None if (a, b) in self.barred else self.sures[a, b]
        if self._bar(a, b):
            return None
        return self._likely(a, b)

    def link(self, one: str, other: str) -> Link | None:
        """What ties two records; None where they are never one event."""
        sure = self.sure(one, other)
        if sure is None:
            return None
        ruled = bool(self.ruled.get(frozenset((one, other))))
        return Link(sure, sure, 1, sure < self.weights.thresholds["least"], ruled)

    def look(self, a: str, b: str) -> None:
        """Keep what is found of a pair that shares a key, if it is alike."""
        barred = self._bar(a, b)
        ruled = frozenset((a, b)) in self.ruled
        if barred and not ruled and not _seems(self.records[a], self.records[b]):
            return
        sure = self._likely(a, b)
        if ruled or sure >= self.weights.thresholds["unsure"]:
            self.sures[a, b] = sure
            if barred:
                self.barred.add((a, b))

    def on(self, one: str, other: str) -> Verdict:
        """What is found of two records, with its reasons in words."""
        a, b = sorted((one, other))
        ruled = self.ruled.get(frozenset((a, b)))
        if ruled is None:
            signs = likeness(self.records[a], self.records[b])
            sure = self._weighed(signs)
            why = reason(self.weights.likeness, signs)
        else:
            sure = float(ruled)
            why = f"a person decided: {'one event' if ruled else 'not the same'}"
        return Verdict(a, b, sure, why, self._bar(a, b))

    def _bar(self, a: str, b: str) -> str | None:
        ruled = self.ruled.get(frozenset((a, b)))
        if ruled is not None:
            return None if ruled else "a person decided"
        return bar(self.records[a], self.records[b])

    def _likely(self, a: str, b: str) -> float:
        ruled = self.ruled.get(frozenset((a, b)))
        if ruled is not None:
            return float(ruled)
        return self._weighed(likeness(self.records[a], self.records[b]))

    def _weighed(self, signs: frozenset[str]) -> float:
        return round(probability(self.weights.likeness, signs), 4)


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


def _looked_at(ordered: Sequence[Marks], bench: _Bench) -> list[_Pair]:
    """The pairs that share a key and are alike, likest first."""
    for i, j in pairs(ordered):
        bench.look(ordered[i].id, ordered[j].id)
    for ruled in bench.ruled:
        a, b = sorted(ruled)
        if a in bench.records and b in bench.records:
            bench.look(a, b)
    return sorted(bench.sures, key=lambda pair: (-bench.sures[pair], pair))


def _events(bench: _Bench, looked_at: Iterable[_Pair]) -> Mapping[str, tuple[str, ...]]:
    """The event of each record: the two groups that are likest on the whole first."""
    join = bench.weights.thresholds["join"]
    groups = Groups(bench.records, bench.link, join)
    for pair in looked_at:
        if bench.sures[pair] < join:  # no mean is higher than its likest pair
            break
        groups.tie(*pair)
    return groups.joined()


def _unsure(
    bench: _Bench, looked_at: Iterable[_Pair], events: Mapping[str, tuple[str, ...]]
) -> Iterable[Verdict]:
    """The pairs for a person, likest first; of a record that is like many, some."""
    listed: Counter[str] = Counter()
    for a, b in looked_at:
        if events[a] == events[b] or frozenset((a, b)) in bench.ruled:
            continue
        if max(listed[a], listed[b]) < _LISTED:
            listed.update((a, b))
            yield bench.on(a, b)
