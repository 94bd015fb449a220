"""Which of the values that are offered to a story are of its incident.

What speaks for and against each (``bearing.py``, ``manner.py``) is weighed by what was
learned; each value that is likely enough stands, with the reason in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.assemble.bearing import signs
from pipeline.assemble.beside import Near
from pipeline.assemble.manner import TYPE, manners
from pipeline.assemble.offers import Document, Offer, offers
from pipeline.assemble.story import Story
from pipeline.assemble.weights import Weights, probability, reason


@dataclass(frozen=True, slots=True)
class Chosen:
    """A value of an incident.

    Attributes:
        value: What makes it one; of a name written freely, its words in lower case.
        sure: How likely it is of the incident.
        reason: The weightiest of what spoke for and against it.
        near: The mentions that give it, the nearest first.
        link: Of a group, how it is tied to the incident.
    """

    value: str
    sure: float
    reason: str = ""
    near: tuple[Near, ...] = ()
    link: str = ""

    @property
    def best(self) -> Near:
        """The mention nearest to the story."""
        return self.near[0]


#: By kind, the values that belong to an incident, the surest first.
Belongings = Mapping[str, Sequence[Chosen]]


def belong(document: Document, story: Story, weights: Weights) -> Belongings:
    """The values that are of ``story``'s incident."""
    found: dict[str, list[Chosen]] = {}
    for kind, offered in offers(document, story).items():
        weighed = [_chosen(offer, weights) for offer in offered]
        found[kind] = _likely(kind, weighed, weights)
    types = [
        Chosen(*_weighed(TYPE, value, seen, weights))
        for value, seen in manners(document, story)
    ]
    return found | {TYPE: _likely(TYPE, types, weights)}


def _likely(kind: str, found: Sequence[Chosen], weights: Weights) -> list[Chosen]:
    least = weights.thresholds[kind]
    likely = [chosen for chosen in found if chosen.sure >= least]
    return sorted(likely, key=lambda c: (-c.sure, [n.mention.start for n in c.near]))


def _chosen(offer: Offer, weights: Weights) -> Chosen:
    seen = signs(offer)
    near = sorted(offer.near, key=lambda n: (n is not offer.best, n.far))
    link = likeliest(weights.links, seen) if offer.kind == "GROUP" else ""
    return Chosen(*_weighed(offer.kind, offer.value, seen, weights), tuple(near), link)


def _weighed(
    kind: str, value: str, seen: frozenset[str], weights: Weights
) -> tuple[str, float, str]:
    table = weights.belongs[kind]
    return value, probability(table, seen), reason(table, seen)


def likeliest(tables: Mapping[str, Mapping[str, float]], seen: frozenset[str]) -> str:
    """The name of the table that speaks most for what is seen."""
    return max(tables, key=lambda name: probability(tables[name], seen))
