"""What the sentences right after a story give: *Hospitals put the toll at 19*.

The grammar of another sentence ties it to nothing. A toll is the story's where the
story gives no figure of its own and nothing between tells of another day, place or
event; a weapon, where they say so of those of whom the story told: *They had rifles*.
"""

from __future__ import annotations

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.beside import AROUND, Near
from incidents.pipeline.assemble.event import Event
from incidents.pipeline.assemble.offers import Offer
from incidents.pipeline.assemble.reader import Reader

_LABELS = ("KILLED", "INJURED")
_AFTER = frozenset(where for where in AROUND if where.endswith("after"))
#: The sentence after, what would make it one of another event, and whom it means.
_NEXT = "1 after"
_OWN_EVENT = ("DATE", "PLACE", "EVENT", "LEGAL", "GROUP")
_MEANT = ("PRP", "PRP$")
#: What a figure says of itself that is no toll of one event.
_NO_TOLL = ("aggregate", "earlier", "shot", "hedged", "derived_from")
#: What else stands beside a toll that is not of this event.
_ELSEWHERE = ("DATE", "PLACE")


def told_after(offer: Offer) -> Near | None:
    """The mention right after the story that gives its toll, or its weapon."""
    if offer.kind == "WEAPON":
        return next((near for near in offer.near if _carried(near, offer)), None)
    if offer.kind not in _LABELS or _told_within(offer):
        return None
    return next((near for near in offer.near if _follows(near, offer)), None)


def _carried(near: Near, offer: Offer) -> bool:
    """Whether the next sentence tells of a weapon in the hands of those told of."""
    start, end = offer.reader.sentence(near.mention.start)
    beside = offer.reader.within(start, end)
    span = offer.reader.doc.char_span(start, end, alignment_mode="expand")
    return (
        near.where == _NEXT
        and not near.event.structured
        and not near.mention.get("weak")
        and not any(m.label in _OWN_EVENT for m in beside)
        and any(t.tag_ in _MEANT for t in span or ())
    )


def _told_within(offer: Offer) -> bool:
    """Whether the story gives a figure of the same kind itself."""
    told = offer.of.values[offer.kind].values()
    return any(n.inside for near in told for n in near)


def _follows(near: Near, offer: Offer) -> bool:
    mention, event = near.mention, near.event
    if near.where not in _AFTER or event.structured:
        return False
    if mention.get("role") != "victim" or any(map(mention.get, _NO_TOLL)):
        return False
    return not _of_another(mention, offer) and same_event(offer.reader, event, mention)


def same_event(reader: Reader, event: Event, mention: Mention) -> bool:
    """Whether nothing from an event to a later figure tells of another."""
    _, start = reader.sentence(event.start)
    _, end = reader.sentence(mention.start)
    between = reader.within(start, end)
    return not any(m.label in _ELSEWHERE or _tells_anew(m, between) for m in between)


def nobody_hurt(reader: Reader, event: Event) -> Mention | None:
    """What the sentence after an event says of nobody's having come to harm."""
    said = reader.within(*reader.sentence(event.start, 1))
    return next(
        (m for m in said if m.get("negated") and same_event(reader, event, m)), None
    )


def _of_another(mention: Mention, offer: Offer) -> bool:
    """Whether a story that has a day or place of its own gives the figure."""
    document, story = offer.of.document, offer.of.story
    return document.of_another(mention, story) and any(
        other.traits.dates or other.traits.places
        for other, _ in document.others(mention, story)
    )


def _tells_anew(word: Mention, beside: tuple[Mention, ...]) -> bool:
    """Whether an event word tells of more than the harm that a figure counts."""
    if word.label != "EVENT" or word.get("reference") == "definite":
        return False
    return not any(
        m.label in _LABELS and m.start <= word.start and word.end <= m.end
        for m in beside
    )
