"""How like an event is to what is told of an incident: a list of features, weighed.

A feature is a small function that says in words what it sees of an event beside a
story; what its words count for stands in ``weights.toml``, under ``join``. Adding one
is a function and its name in ``FEATURES``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from incidents.pipeline import edtf
from incidents.pipeline.assemble.event import ARREST, Event
from incidents.pipeline.assemble.story import Story
from incidents.pipeline.assemble.traits import Traits, is_known

#: Days that a month may have, and that two days may be apart and still be one.
_MONTH, _DAY = 31, 3
#: What tells one incident from another, where it is the same or not.
_MARKS = frozenset(
    f"{said} {mark}"
    for said in ("same", "other")
    for mark in ("day", "month", "place", "target", "name", "group", "toll")
)
#: Marks from which on more say no more.
_MANY = 4
#: Traits whose being told or not says how much two can have in common.
_TOLD = ("dates", "places", "targets", "tolls", "types", "names", "counts")


@dataclass(frozen=True, slots=True)
class Pair:
    """An event beside a story.

    Attributes:
        event: The event.
        a: Its traits.
        story: The story.
        last: Whether the story is the one told last.
        alone: Whether the document has no other so far.
        gap: How many passages the document has between its last event and this.
    """

    event: Event
    a: Traits
    story: Story
    last: bool = False
    alone: bool = False
    gap: int = 0

    @property
    def b(self) -> Traits:
        """Traits of the story."""
        return self.story.traits


Feature = Callable[[Pair], Iterator[str]]


def likeness(pair: Pair) -> frozenset[str]:
    """What speaks for and against the event's being of the story, in words."""
    seen = {"always"}.union(*(feature(pair) for feature in FEATURES))
    return frozenset(seen.union(together(seen)))


def together(seen: set[str]) -> Iterator[str]:
    """How many marks are alike and how many are not: more than the sum of them."""
    for said in ("same", "other"):
        count = sum(sign.partition(" ")[0] == said for sign in seen & _MARKS)
        yield f"{min(count, _MANY)} marks {said}"


def day(pair: Pair) -> Iterator[str]:
    """Whether their days can be one, and how exactly."""
    if not pair.a.dates or not pair.b.dates:
        return
    coarse = [
        max(edtf.days(x), edtf.days(y))
        for x in pair.a.dates
        for y in pair.b.dates
        if edtf.overlap(x, y)
    ]
    if not coarse:
        yield "other day"
        if all(edtf.days(x.dates[0]) == 1 for x in (pair.a, pair.b)):
            yield "other day, both exact"
    elif min(coarse) <= _DAY:
        yield "same day"
    else:
        yield "same month" if min(coarse) <= _MONTH else "same year"


def place(pair: Pair) -> Iterator[str]:
    """Whether they name one place; a place in no table may be a part of the other."""
    if pair.a.places & pair.b.places:
        yield "same place"
    elif pair.a.countries and pair.b.countries and not _country(pair):
        yield "other country"
    elif all(any(map(is_known, t.places)) for t in (pair.a, pair.b)):
        yield "other place"
    elif _country(pair):
        yield "same country"


def _country(pair: Pair) -> bool:
    return bool(pair.a.countries & pair.b.countries)


def target(pair: Pair) -> Iterator[str]:
    """Whether the words for what was hit are shared, and its kind."""
    yield from _shared("target", pair.a.targets, pair.b.targets)
    yield from _shared("kind of target", pair.a.categories, pair.b.categories)


def manner(pair: Pair) -> Iterator[str]:
    """Attack types and weapons."""
    yield from _shared("attack type", pair.a.types, pair.b.types)
    yield from _shared("weapon", pair.a.weapons, pair.b.weapons)


def people(pair: Pair) -> Iterator[str]:
    """Names of suspects and victims, and groups."""
    if pair.a.names & pair.b.names:
        yield "same name"
    yield from _shared("group", pair.a.groups, pair.b.groups)


def figures(pair: Pair) -> Iterator[str]:
    """Tolls, and of two arrests the number arrested; one dead tells little."""
    if pair.a.kinds == pair.b.kinds == {ARREST}:
        yield from _shared("number arrested", pair.a.counts, pair.b.counts)
    ones, others = ({t.partition("..")[0] for t in x.tolls} for x in (pair.a, pair.b))
    if ones and others and ones | others != {"1"}:
        yield "same toll" if ones & others - {"1"} else "other toll"


def _shared(what: str, a: frozenset[str], b: frozenset[str]) -> Iterator[str]:
    if a and b:
        yield f"same {what}" if a & b else f"other {what}"


def kinds(pair: Pair) -> Iterator[str]:
    """What the event is, beside what the story is of so far."""
    of = " and ".join(sorted(pair.b.kinds)) or "no event"
    yield f"{pair.event.kind} beside {of}"
    if pair.a.kinds and pair.b.kinds and not pair.a.kinds & pair.b.kinds:
        yield "other kind"


def told(pair: Pair) -> Iterator[str]:
    """What either says nothing of."""
    for trait in _TOLD:
        if not getattr(pair.a, trait):
            yield f"event without {trait}"
        if not getattr(pair.b, trait):
            yield f"story without {trait}"


def bare(pair: Pair) -> Iterator[str]:
    """Whether the event has no mark of its own, so that it must go on with another."""
    if any((pair.a.dates, pair.a.places, pair.a.countries, pair.a.targets)):
        return
    spoken = pair.event.reference or "neither"
    yield f"bare, spoken of as {spoken}"
    if pair.last:
        yield f"bare, spoken of as {spoken}, told last"
    if pair.alone:
        yield "bare, the only story"


def manner_of_telling(pair: Pair) -> Iterator[str]:
    """Whether the event is spoken of as known."""
    yield f"spoken of as {pair.event.reference or 'neither new nor known'}"
    if pair.event.told():
        yield "has an event word"


def standing(pair: Pair) -> Iterator[str]:
    """Where the event stands, and how far from the story."""
    story, event = pair.story.events, pair.event
    if any(e.block == event.block for e in story):
        yield "same paragraph"
    elif story[-1].section == event.section:
        yield "same section"
    if pair.last:
        yield "told last"
    if pair.alone:
        yield "the only story"
    if pair.gap <= 1:
        yield "told just before"
    else:
        yield "near" if pair.gap <= 3 else "far" if pair.gap <= 10 else "very far"


def form(pair: Pair) -> Iterator[str]:
    """Rows, entries, items and titles, which say what belongs together."""
    first, event = pair.story.events[0], pair.event
    if event.structured:
        yield "event in a table or timeline"
    if first.structured:
        yield "story in a table or timeline"
    if first.origin == "title":
        yield "story of the title"
    items = event.listed and first.listed and first.section == event.section
    if items and all(e.block != event.block for e in pair.story.events):
        yield "other item of the list"


FEATURES: tuple[Feature, ...] = (
    day,
    place,
    target,
    manner,
    people,
    figures,
    kinds,
    told,
    bare,
    manner_of_telling,
    standing,
    form,
)
