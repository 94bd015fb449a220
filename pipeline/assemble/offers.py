"""The values that the words in and around a story offer its incident."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from incidents.extractors.mention import Mention
from incidents.extractors.places.belief import kilometres
from incidents.extractors.places.words import TYPES
from incidents.pipeline.assemble import persons
from incidents.pipeline.assemble.beside import (
    ELSEWHERE,
    INSIDE,
    NAMED,
    Near,
    beside,
    core,
)
from incidents.pipeline.assemble.event import DETAIL, Event
from incidents.pipeline.assemble.far import Far, Values, far_off
from incidents.pipeline.assemble.grammar import hangs
from incidents.pipeline.assemble.home import HOME
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.realis import was_taken
from incidents.pipeline.assemble.story import Joined, Story

#: What makes two mentions one value.
Key = Callable[[Mention], str]
#: What two events of one sentence do not have in common, where only one has it.
_OWN = ("DATE", "PLACE", "TARGET", "KILLED", "INJURED")
#: Words that lead to another event.
_SEQUENCE = "sequence"
#: Kilometres that a town measures; characters before a name, and what calls it one.
_TOWN, _BEFORE = 16.0, 24
_CALLED = re.compile(r"\b(\w+) of $")
#: How many of the document's groups are looked at anywhere.
_GROUPS = 2
#: What else is, after a story and before the next.
_FAR_KINDS = ("PERSON", "LEGAL", "SUSPECTS")
#: Whose deaths are a step taken against suspects.
_ATTACKERS = ("attacker", "both")


def _attribute(name: str) -> Key:
    return lambda m: str(m.get(name) or "")


def _value(m: Mention) -> str:
    return m.value


def _counted(m: Mention) -> str:
    return "" if m.get("again") else m.value  # a rival of the figure before it


def _words(m: Mention) -> str:
    return "" if m.get("kind") in ("venue", HOME) else m.text.casefold()


def _taken(step: Mention) -> str:
    if step.label == "KILLED":
        return "killed" if step.get("role") in _ATTACKERS else ""
    return step.value if was_taken(step) else ""


#: For each kind of value, the labels it is read from, and what makes two one.
KINDS: Mapping[str, tuple[tuple[str, ...], Key]] = {
    "DATE": (("DATE",), _value),
    "PLACE": (("PLACE",), _words),
    "COUNTRY": (("PLACE",), _attribute("country")),
    "TARGET": (("TARGET", "PERSON", "GROUP"), _words),
    "GROUP": (("GROUP",), _attribute("name")),
    "PERSON": (("PERSON",), lambda m: m.value or m.text),
    "KILLED": (("KILLED",), _counted),
    "INJURED": (("INJURED",), _counted),
    "SUSPECTS": (("SUSPECTS",), _value),
    "LEGAL": (("LEGAL", "KILLED"), _taken),
    "WEAPON": (("WEAPON",), _attribute("category")),
}


class Document:
    """What is known of a report once: its stories, and whom steps are taken against.

    Attributes:
        reader: Its mentions.
        stories: Its stories.
        steps: The legal steps that were taken, each with who is named for it.
        accused: All who are.
        counts: By kind, how often each value is told.
        tellers: The stories whose events reach a mention, with the events.
        signs: What the words of a mention say, by its identity, with it: asked often.
    """

    def __init__(self, reader: Reader, stories: Sequence[Story]) -> None:
        """Read what ``stories`` have in common."""
        self.reader, self.stories = reader, stories
        self.steps = {
            m: {p.value for p in persons.of_step(reader, m)}
            for m in reader.mentions
            if m.label == "LEGAL" and _taken(m)
        }
        self.accused = {name for names in self.steps.values() for name in names}
        self.counts = {
            kind: Counter(k for m in self.of(kind) if (k := KINDS[kind][1](m)))
            for kind in KINDS
        }
        self.signs: dict[int, tuple[Mention, frozenset[str]]] = {}
        self.tellers: dict[Mention, list[tuple[Story, Event]]] = defaultdict(list)
        for story in stories:
            for event in story.events:
                for mention in event.mentions:
                    self.tellers[mention].append((story, event))

    @cached_property
    def said(self) -> Mapping[str, Sequence[tuple[Mention, Mention]]]:
        """By name, what is said of somebody anywhere, with where the name stands."""
        return persons.said(self.reader)

    @cached_property
    def far(self) -> Far:
        """Its stories along the text."""
        return Far(self.reader.text, self.stories)

    @cached_property
    def since(self) -> Mapping[str, Callable[[Story], Values]]:
        """Of the kinds told far off, the values that may be a story's."""
        return {kind: self.far.since(self._accused_first(kind)) for kind in _FAR_KINDS}

    def _accused_first(self, kind: str) -> Values:
        values: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.of(kind):
            if value := KINDS[kind][1](mention):
                values[value].append(mention)
        return {v: values[v] for v in sorted(values, key=self._order)}

    def _order(self, value: str) -> tuple[bool, str]:
        return value not in self.accused, value

    def of(self, kind: str) -> Iterator[Mention]:
        """Mentions that a value of ``kind`` is read from."""
        labels = KINDS[kind][0]
        return (m for m in self.reader.mentions if m.label in labels)

    def others(self, mention: Mention, story: Story) -> Iterator[tuple[Story, Event]]:
        """The stories beside ``story`` that reach a mention, with the events."""
        told = self.tellers.get(mention, ())
        return ((other, event) for other, event in told if other is not story)

    def of_another(self, mention: Mention, story: Story) -> bool:
        """Whether an event of another story, no detail, reaches a mention."""
        return any(e.kind != DETAIL for _, e in self.others(mention, story))


@dataclass(frozen=True)
class Offered:
    """All that is offered to one story.

    Attributes:
        document: The document.
        story: The story.
        values: By kind and value, the mentions that give it.
        ties: How closely the grammar ties a mention, by its identity: asked often.
    """

    document: Document
    story: Story
    values: Mapping[str, Mapping[str, list[Near]]] = field(default_factory=dict)
    ties: dict[int, float] = field(default_factory=dict)

    @cached_property
    def kinds(self) -> str:
        """What its events are."""
        kinds = {p.event.kind for p in core(self.story)}
        return "+".join(sorted(kinds)) or "no event"

    @cached_property
    def accused(self) -> frozenset[str]:
        """Whom its events name for a legal step."""
        steps = (m for e in self.story.events for m in e.of("LEGAL"))
        return frozenset(n for m in steps for n in self.document.steps.get(m, ()))

    @cached_property
    def people(self) -> frozenset[str]:
        """Everybody who is named in or around it."""
        return frozenset(self.values["PERSON"])

    @cached_property
    def suspects(self) -> dict[str, Near]:
        """Who is named as a suspect in its events."""
        return {
            name: near[0]
            for name, near in self.values["PERSON"].items()
            if near[0].far < 2
            and (near[0].mention.get("role") == "suspect" or name in self.accused)
        }


@dataclass(frozen=True)
class Offer:
    """A value that may be of a story's incident.

    Attributes:
        kind: One of ``KINDS``.
        value: What makes it one.
        near: The mentions that give it.
        of: All that is offered to the story.
    """

    kind: str
    value: str
    near: tuple[Near, ...]
    of: Offered

    @cached_property
    def best(self) -> Near:
        """The nearest mention; a named weapon before a manner."""
        return min(
            self.near,
            key=lambda n: (n.far, bool(n.mention.get("weak")), n.mention.start),
        )

    @property
    def reader(self) -> Reader:
        """The mentions of the report."""
        return self.of.document.reader

    @cached_property
    def rivals(self) -> list[list[Near]]:
        """The mentions of each other value."""
        others = self.of.values[self.kind]
        return [near for value, near in others.items() if value != self.value]


def offers(document: Document, story: Story) -> Mapping[str, list[Offer]]:
    """By kind, every value that is offered to ``story``."""
    found = [
        n for n in beside(document.reader, story) if not _parted(document, n, story)
    ]
    values = {kind: _by_value(kind, found) for kind in KINDS}
    for part in core(story)[:1]:
        for near in [*_main_groups(document, part, values["GROUP"])]:
            values["GROUP"][KINDS["GROUP"][1](near.mention)] = [near]
    for kind in _FAR_KINDS:
        told = document.since[kind](story)
        for near in [*far_off(told, values[kind], story)]:
            values[kind].setdefault(KINDS[kind][1](near.mention), []).append(near)
    values["PLACE"] = _without_datelines(document.reader, values["PLACE"])
    offered = Offered(document, story, values)
    for near in list(offered.suspects.values())[:1]:
        count = str(len(offered.suspects))
        values["SUSPECTS"].setdefault(count, [replace(near, where=NAMED)])
    return {
        kind: [Offer(kind, value, tuple(n), offered) for value, n in by_value.items()]
        for kind, by_value in values.items()
    }


def _parted(document: Document, near: Near, story: Story) -> bool:
    """Whether a mention of the sentence is of another event that is told in it."""
    if near.mention.label not in _OWN:
        return False
    if _led_to(document.reader, near):
        return True
    if near.where != INSIDE[2]:
        return False
    return document.of_another(near.mention, story)


def _led_to(reader: Reader, near: Near) -> bool:
    """Whether it hangs on words that lead from the event to another.

    *A year after the Lund case, a cell planned to bomb the hall.*
    """
    if not near.inside or not near.mention.reached(_SEQUENCE):
        return False
    return hangs(reader, near.mention, _SEQUENCE) and not any(
        hangs(reader, word, _SEQUENCE) for word in near.event.of("EVENT", "LEGAL")
    )


def _by_value(kind: str, found: Sequence[Near]) -> dict[str, list[Near]]:
    labels, key = KINDS[kind]
    by_value: dict[str, list[Near]] = {}
    for near in found:
        if near.mention.label in labels and (value := key(near.mention)):
            by_value.setdefault(value, []).append(near)
    return by_value


def _without_datelines(
    reader: Reader, by_value: dict[str, list[Near]]
) -> dict[str, list[Near]]:
    """Less where a wire writes from, where the story names a town far from it."""
    towns = [n.mention for near in by_value.values() for n in near if _town(reader, n)]
    kept = {
        value: [n for n in near if not _elsewhere_written(n.mention, towns)]
        for value, near in by_value.items()
    }
    return {value: near for value, near in kept.items() if near}


def _elsewhere_written(place: Mention, towns: Sequence[Mention]) -> bool:
    at_dateline = place.get("role") == "dateline"
    return at_dateline and any(_apart(place, town) for town in towns)


def _town(reader: Reader, near: Near) -> bool:
    """Whether a sentence of the story names a town."""
    place = near.mention
    if not near.inside or place.get("role") == "dateline":
        return False
    before = reader.text[max(0, place.start - _BEFORE) : place.start]
    known = place.get("kind") == "city" or place.get("candidates")
    called = _CALLED.search(before)
    return bool(known or (called and TYPES.get(called[1]) == "city"))


def _apart(one: Mention, other: Mention) -> bool:
    """Whether two places are not parts of one town, as far as is known."""
    if one.value == other.value:
        return False
    ends = [m.get(name) for m in (one, other) for name in ("lat", "lon")]
    if None in ends:
        return True
    lat, lon, lat_b, lon_b = map(float, ends)
    return kilometres((lat, lon), (lat_b, lon_b)) > _TOWN


def _main_groups(
    document: Document, part: Joined, known: Mapping[str, list[Near]]
) -> Iterator[Near]:
    """The groups that the document tells most of, where they stand far from the story.

    Each where it is last told before the story, or else first.
    """
    for value, _ in document.counts["GROUP"].most_common(_GROUPS):
        told = [m for m in document.of("GROUP") if KINDS["GROUP"][1](m) == value]
        before = [m for m in told if m.start < part.event.start]
        if value not in known:
            yield Near(before[-1] if before else told[0], part, ELSEWHERE)
