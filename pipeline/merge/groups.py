"""Groups of records that grow: of all pairs of groups the likest become one first.

Whether two groups may become one is decided by the mean over all pairs across them
(average linkage), so that one lucky pair does not. Which two come first is halfway from
that to their likest pair: a record goes to the group that tells it again, though others
there tell of it in few words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import reduce
from heapq import heappop, heappush
from itertools import product


@dataclass(frozen=True, slots=True)
class Link:
    """What ties two groups.

    Attributes:
        total: How likely the pairs across are one event, added up.
        likest: The likest of them.
        pairs: How many there are.
        unlikely: Whether one of them is less likely than any may be.
        ruled: Whether a person joined one of them.
    """

    total: float
    likest: float
    pairs: int
    unlikely: bool
    ruled: bool

    def __add__(self, other: Link) -> Link:
        return Link(
            self.total + other.total,
            max(self.likest, other.likest),
            self.pairs + other.pairs,
            self.unlikely or other.unlikely,
            self.ruled or other.ruled,
        )

    @property
    def mean(self) -> float:
        """How like the groups are on the whole."""
        return round(self.total / self.pairs, 9)

    @property
    def rank(self) -> float:
        """What goes first is highest: what a person joined, then what is likest."""
        return 2.0 if self.ruled else (self.mean + self.likest) / 2


@dataclass(slots=True)
class Groups:
    """Records in groups, each named by its first id, and what ties these.

    Attributes:
        ids: All records.
        link: What ties two records; None where they are never one event.
        join: From which mean on groups become one.
    """

    ids: Iterable[str]
    link: Callable[[str, str], Link | None]
    join: float
    members: dict[str, tuple[str, ...]] = field(init=False)
    ties: dict[str, dict[str, Link | None]] = field(init=False, default_factory=dict)
    likest: list[tuple[float, str, str, int]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.members = {id: (id,) for id in self.ids}

    def tie(self, one: str, other: str) -> None:
        """Look at two records."""
        self._keep(one, other, self.link(one, other))

    def joined(self) -> dict[str, tuple[str, ...]]:
        """Join what may be joined; the group of each record."""
        while self.likest:
            _, one, other, pairs = heappop(self.likest)
            link = self.ties.get(one, {}).get(other)
            if link is not None and link.pairs == pairs:  # else one has grown
                self._join(one, other)
        return {id: group for group in self.members.values() for id in group}

    def _holds(self, link: Link | None) -> bool:
        """Whether groups so tied may become one."""
        if link is None:
            return False
        return link.ruled or (not link.unlikely and link.mean >= self.join)

    def _join(self, one: str, other: str) -> None:
        tied = [self.ties.pop(one), self.ties.pop(other)]
        near = sorted((tied[0].keys() | tied[1].keys()) - {one, other})
        links = {
            third: _plus(
                self._across(tied[0], one, third), self._across(tied[1], other, third)
            )
            for third in near
        }
        both = tuple(sorted(self.members.pop(one) + self.members.pop(other)))
        self.members[both[0]] = both
        self.ties[both[0]] = {}
        for third, link in links.items():
            for gone in (one, other):
                self.ties[third].pop(gone, None)
            self._keep(both[0], third, link)

    def _across(
        self, tied: dict[str, Link | None], group: str, third: str
    ) -> Link | None:
        """What ties a group to a third: known, or looked at pair by pair."""
        if third in tied:
            return tied[third]
        pairs = product(self.members[group], self.members[third])
        return reduce(_plus, (self.link(a, b) for a, b in pairs))

    def _keep(self, one: str, other: str, link: Link | None) -> None:
        self.ties.setdefault(one, {})[other] = link
        self.ties.setdefault(other, {})[one] = link
        if link is not None and self._holds(link):
            a, b = sorted((one, other))
            heappush(self.likest, (-link.rank, a, b, link.pairs))


def _plus(one: Link | None, other: Link | None) -> Link | None:
    return None if one is None or other is None else one + other
