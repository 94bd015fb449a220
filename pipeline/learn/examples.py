"""Documents with gold as examples of decisions: which passage tells which record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.assemble.event import ARREST, ATTACK, DETAIL, NONE, PLOT, Event
from pipeline.assemble.join import Board, passages
from pipeline.assemble.likeness import likeness
from pipeline.assemble.reader import Reader
from pipeline.assemble.signs import signs
from pipeline.assemble.standing import standings
from pipeline.assemble.story import Story

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
    """

    doc_id: str
    reader: Reader
    told: tuple[Event, ...]
    gold: tuple[Record, ...]


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
    seen = signs(coded.reader, coded.told)
    for event, words in zip(coded.told, seen, strict=True):
        if event.kind == NONE:
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
        for n, pair in enumerate(board.pairs(event, passage)):
            yield Example(
                likeness(pair), number is not None and stories.get(n) == number
            )
        known = next((n for n, g in stories.items() if g == number), None)
        if number is not None or event.kind != DETAIL:
            n = board.add(
                known if number is not None else None, event, passage, 1.0, ""
            )
            stories[n] = -1 - n if number is None else number


def records(coded: Coded, stories: Sequence[Story]) -> Iterator[Example]:
    """Each story, and whether it is a record of the gold that no other tells fuller.

    Args:
        coded: The document.
        stories: What was put together of its events.
    """
    of = [_record(story, coded.gold) for story in stories]
    fullest: dict[int, int] = {}
    for n, number in enumerate(of):
        if number is not None:
            known = fullest.setdefault(number, n)
            if len(stories[n].parts) > len(stories[known].parts):
                fullest[number] = n
    seen = standings(stories, len(coded.reader.text))
    for n, (signs_, number) in enumerate(zip(seen, of, strict=True)):
        yield Example(signs_, number is not None and fullest[number] == n)


def _record(story: Story, gold: Sequence[Record]) -> int | None:
    """The number of the record that most of its passages tell of."""
    told = [event for event in story.events if event.kind != DETAIL]
    found = [n for e in told if (n := label(e, gold)[1]) is not None]
    return max(found, key=found.count, default=None)


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
