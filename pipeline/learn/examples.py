"""Documents with gold as examples of decisions: which passage tells which record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incidents.extractors._numbers import bounds
from incidents.pipeline.assemble.bearing import FIGURES, signs
from incidents.pipeline.assemble.belonging import belong
from incidents.pipeline.assemble.beside import core
from incidents.pipeline.assemble.event import ARREST, ATTACK, DETAIL, NONE, PLOT, Event
from incidents.pipeline.assemble.join import Board, passages
from incidents.pipeline.assemble.likeness import likeness
from incidents.pipeline.assemble.linking import links
from incidents.pipeline.assemble.manner import TYPE, manners
from incidents.pipeline.assemble.offers import Document, Offer, offers
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.signs import signs as of_event
from incidents.pipeline.assemble.story import Story
from incidents.pipeline.assemble.weights import Weights
from incidents.pipeline.assemble.worth import worths as of_stories
from incidents.pipeline.reconcile.score import Slots, code, hits

#: The slot that each kind of value is scored in.
SLOT = {
    "DATE": "date",
    "PLACE": "places",
    "COUNTRY": "countries",
    "TARGET": "targets",
    "GROUP": "groups",
    "PERSON": "names",
    "KILLED": "killed",
    "INJURED": "injured",
    "SUSPECTS": "suspect_count",
    "LEGAL": "legal",
    "WEAPON": "weapon_categories",
    TYPE: "attack_types",
}

#: One line of a gold file.
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Coded:
    """A document as assembly reads it, beside what its coders found.

    Attributes:
        doc_id: The document.
        reader: Its mentions.
        told: All its events, not yet judged.
        gold: Its gold records.
        aside: Borderline passages, which coders left uncoded: they teach neither way.
    """

    doc_id: str
    reader: Reader
    told: tuple[Event, ...]
    gold: tuple[Record, ...]
    aside: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A decision that a coder took.

    Attributes:
        signs: What was seen, in words.
        right: Whether it holds.
    """

    signs: frozenset[str]
    right: bool


def kinds(coded: Coded) -> Iterator[tuple[frozenset[str], str]]:
    """The signs of each event that is judged, and what the gold says it is."""
    seen = of_event(coded.reader, coded.told)
    for event, words in zip(coded.told, seen, strict=True):
        if event.kind == NONE and not left_open(event, coded):
            yield words, label(event, coded.gold)[0]


def joins(coded: Coded, judged: Sequence[Event]) -> Iterator[Example]:
    """Each event that tells of an incident, beside each story that gold has so far.

    Args:
        coded: The document.
        judged: Its events, judged by what was learned of their kinds.
    """
    board, stories = Board(), dict[int, int]()
    for passage, event in passages(judged):
        number = label(event, coded.gold)[1]
        for n, pair in board.pairs(event, passage).items():
            yield Example(
                likeness(pair), number is not None and stories.get(n) == number
            )
        known = next((n for n, g in stories.items() if g == number), None)
        if number is not None or event.kind != DETAIL:
            n = board.add(
                known if number is not None else None, event, passage, 1.0, ""
            )
            stories[n] = -1 - n if number is None else number


@dataclass(frozen=True, slots=True)
class Value:
    """A value that is offered to a story, and what the gold makes of it.

    Attributes:
        kind: One of ``offers.KINDS``, or ``TYPE``.
        example: What was seen of it, and whether the gold has it.
        link: Of a group that the gold has, its link there, ...
        told: ... and what was seen of that.
    """

    kind: str
    example: Example
    link: str = ""
    told: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Learned:
    """A document's stories as assembly tells them, beside the gold.

    Attributes:
        document: The document.
        numbers: The number of the record that each story tells of.
        open: Whether each is borderline, so that it is right neither way.
        values: The values offered to each.
    """

    document: Document
    numbers: tuple[int | None, ...]
    open: tuple[bool, ...]
    values: tuple[tuple[Value, ...], ...]


def learned(coded: Coded, stories: Sequence[Story]) -> Learned:
    """What is offered to each of ``stories``, and what of it is right."""
    document = Document(coded.reader, stories)
    numbers = tuple(told_of(story, coded.gold) for story in stories)
    unsaid = tuple(
        number is None and any(left_open(p.event, coded) for p in core(story))
        for story, number in zip(stories, numbers, strict=True)
    )
    slots = [code(record).slots for record in coded.gold]
    found: list[tuple[Value, ...]] = []
    for story, number, open_ in zip(stories, numbers, unsaid, strict=True):
        gold = None if number is None else coded.gold[number]
        held = {} if number is None else slots[number]
        found.append(() if open_ else (*_values(document, story, gold or {}, held),))
    return Learned(document, numbers, unsaid, tuple(found))


def _values(
    document: Document, story: Story, gold: Record, slots: Slots
) -> Iterator[Value]:
    linked = {g["name"]: g["link"] for g in gold.get("groups") or ()}
    for kind, offered in offers(document, story).items():
        for offer in offered:
            right = any(
                hits(SLOT[kind], slots.get(SLOT[kind], ()), [printed])
                for printed in _printed(offer)
            )
            link = linked.get(offer.value, "") if kind == "GROUP" else ""
            told = links(offer) if link else frozenset[str]()
            yield Value(kind, Example(signs(offer), right), link, told)
    for value, seen in manners(document, story):
        yield Value(TYPE, Example(seen, value in slots.get(SLOT[TYPE], ())))


def _printed(offer: Offer) -> Iterator[str]:
    """A value as the gold would print it; of a name, every way that it is written."""
    if offer.kind in FIGURES:
        low, high = bounds(offer.value)
        yield f"{low}-{high}"
    elif offer.kind in ("PLACE", "TARGET"):
        yield from (near.mention.text for near in offer.near)
    else:
        yield offer.value


def told_of(story: Story, gold: Sequence[Record]) -> int | None:
    """The record that most of the events of ``story`` tell of, by their type first.

    Its details are asked only where its own events tell of none.
    """
    for parts in (core(story), story.parts):
        votes: Counter[int] = Counter()
        for part in parts:
            kind, number = label(part.event, gold)
            if number is not None:
                votes[number] += 1 if kind == DETAIL else 3
        if votes:
            return votes.most_common(1)[0][0]
    return None


def worths(learned: Learned, weights: Weights) -> Iterator[Example]:
    """Each story, and whether it is the one that tells most of a record."""
    best: dict[int, tuple[int, int]] = {}
    for n, number in enumerate(learned.numbers):
        if number is not None:
            right = sum(value.example.right for value in learned.values[n])
            best[number] = max(best.get(number, (-1, 0)), (right, -n))
    kept = {-n for _, n in best.values()}
    document = learned.document
    told = [(story, belong(document, story, weights)) for story in document.stories]
    for n, seen in enumerate(of_stories(told, len(document.reader.text))):
        if not learned.open[n]:
            yield Example(seen, n in kept)


def label(event: Event, gold: Sequence[Record]) -> tuple[str, int | None]:
    """What an event is by the gold, and the number of the record it tells of.

    It is of the type of the record whose type is cited from its passage; it is a detail
    where only other values are.
    """
    for n, record in enumerate(gold):
        if _cited(record, event, {"incident_type"}):
            return str(record["incident_type"]), n
    shares = [(_cited(record, event, None), -n) for n, record in enumerate(gold)]
    most, number = max(shares, default=(0, 0))
    return (DETAIL, -number) if most else (NONE, None)


def left_open(event: Event, coded: Coded) -> bool:
    """Whether coders left open what ``event`` tells: borderline, and in no record."""
    within = any(a < event.end and event.start < b for a, b in coded.aside)
    return within and label(event, coded.gold)[0] == NONE


def _cited(record: Record, event: Event, fields: set[str] | None) -> int:
    """How many citations of ``fields``, or of any, stand in the event's passage."""
    return sum(
        c["start"] < event.end and event.start < c["end"]
        for c in record.get("citations") or ()
        if fields is None or c["field"] in fields
    )


def rare(rows: Iterable[tuple[str, Iterable[str]]], least: int) -> frozenset[str]:
    """Signs that fewer than ``least`` documents show: too few to learn from.

    Args:
        rows: The document and the signs of each example.
        least: Documents that a sign must be seen in.
    """
    seen: dict[str, set[str]] = {}
    for doc_id, words in rows:
        for word in words:
            seen.setdefault(word, set()).add(doc_id)
    return frozenset(word for word, where in seen.items() if len(where) < least)


TYPES = (ATTACK, PLOT, ARREST, DETAIL)
