"""Which of the values that are offered to a story are of its incident.

What speaks for and against each (``bearing.py``, ``manner.py``) is weighed by what was
learned; each value that is likely enough stands, with the reason in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from incidents.pipeline.assemble.aftermath import told_after
from incidents.pipeline.assemble.bearing import signs
from incidents.pipeline.assemble.beside import INSIDE, Near
from incidents.pipeline.assemble.event import ARREST
from incidents.pipeline.assemble.linking import doubted, links, plainly
from incidents.pipeline.assemble.manner import (
    ASSASSINATION,
    TYPE,
    assassinates,
    manners,
)
from incidents.pipeline.assemble.offers import Document, Offer, offers
from incidents.pipeline.assemble.story import Story
from incidents.pipeline.assemble.struck import is_struck, only_speaks
from incidents.pipeline.assemble.weights import Weights, probability, reason

#: Where a group's claim stands that is no part of the story itself.
_AFTER = "1 after"
#: Links that the words around a name tell by themselves, the surest first.
_PLAIN = ("claimed", "inspired", "alleged")
#: Why a toll is the story's that no event word of its sentence ties to it.
_RIGHT_AFTER = "told right after"
#: How sure it is that one was attacked for an office, and why.
_CHOSEN, _FOR_OFFICE = 0.7, "attacked for an office"
#: How sure a value is that a table's row gives under its header, and why.
_COLUMN, _HEADED = 0.9, "in its column"


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
    found = {
        kind: [
            c
            for offer in offered
            if not (kind == "GROUP" and _struck(offer))
            for c in _chosen(offer, weights)
        ]
        for kind, offered in offers(document, story).items()
    }
    found[TYPE] = [
        chosen
        for value, seen in manners(document, story)
        for chosen in _likely(TYPE, value, seen, weights)
    ]
    if assassinates(story):
        found[TYPE] = _assassinated(found[TYPE])
    return {
        kind: sorted(chosen, key=lambda c: (-c.sure, [n.mention.start for n in c.near]))
        for kind, chosen in found.items()
    }


def _assassinated(types: Sequence[Chosen]) -> list[Chosen]:
    """The types of an attack on one who was chosen: with gun or knife no other."""
    own = next((c for c in types if c.value == ASSASSINATION), None)
    own = own or Chosen(ASSASSINATION, _CHOSEN, _FOR_OFFICE)
    others = [c for c in types if c.value not in (ASSASSINATION, "armed_assault")]
    return [own, *others]


def _chosen(offer: Offer, weights: Weights) -> Iterator[Chosen]:
    """The offer, if it is likely enough, with its mentions; of a group, the link."""
    seen = signs(offer)
    likely = list(_likely(offer.kind, offer.value, seen, weights))
    if not likely and (cell := _in_its_column(offer)):
        likely = [Chosen(offer.value, _COLUMN, _HEADED, (cell,))]
    if not likely and (after := told_after(offer)):
        sure = weights.thresholds[offer.kind]
        yield Chosen(offer.value, sure, _RIGHT_AFTER, (after,))
    for chosen in likely:
        best = offer.best
        near = sorted(offer.near, key=lambda n: (n is not best, n.far))
        link = ""
        if offer.kind == "GROUP":
            link = likeliest(weights.links, links(offer))
            if plain := _plain(offer):
                link, told = plain
                near.sort(key=lambda n: n is not told)
        yield replace(chosen, near=tuple(near), link=link)


def _in_its_column(offer: Offer) -> Near | None:
    """The cell of the story's own row under a header that names such values."""
    own = (n for n in offer.near if n.where == INSIDE[0])
    return next((n for n in own if n.mention.get("column")), None)


def _struck(offer: Offer) -> bool:
    """Whether a group is told of as attacked, or as one who tells of it, alone."""
    inside = [n for n in offer.near if n.inside]
    struck = [
        is_struck(n.mention, n.event, offer.reader)
        or only_speaks(n.mention, offer.reader)
        for n in inside
    ]
    return any(struck) and all(struck) and _plain(offer) is None


def _plain(offer: Offer) -> tuple[str, Near] | None:
    """The link that the grammar tells of a group in or right after the story.

    Of an attack or plot it is alleged where each mention in the story is hedged.
    """
    told = {
        link: near
        for near in offer.near
        if (near.inside or near.where == _AFTER)
        and (link := plainly(near.mention, offer.reader))
    }
    inside = [n for n in offer.near if n.inside]
    arrest = offer.of.kinds == ARREST
    if inside and not arrest and all(doubted(n.mention, offer.reader) for n in inside):
        told["alleged"] = inside[0]
    return next(((k, told[k]) for k in _PLAIN if k in told), None)


def _likely(
    kind: str, value: str, seen: frozenset[str], weights: Weights
) -> Iterator[Chosen]:
    table = weights.belongs[kind]
    sure = probability(table, seen)
    if sure >= weights.thresholds[kind]:
        yield Chosen(value, sure, reason(table, seen))


def likeliest(tables: Mapping[str, Mapping[str, float]], seen: frozenset[str]) -> str:
    """The name of the table that speaks most for what is seen."""
    return max(tables, key=lambda name: probability(tables[name], seen))
