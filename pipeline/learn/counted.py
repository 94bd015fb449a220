"""Documents of which no more is known than how many incidents they tell of.

A description of one attack teaches that what tells of violence in it is that attack, a
document without any that its words of violence are talk. Which passage tells is not
said: the likeliest by what coded documents taught is taken, and what is in doubt is
left out, a bomb that was found before it went off among it. Of plots and arrests such
documents say nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from spacy.language import Language

from incidents.pipeline.assemble import tell
from incidents.pipeline.assemble.belonging import belong
from incidents.pipeline.assemble.event import ATTACK, NONE, Event
from incidents.pipeline.assemble.join import join
from incidents.pipeline.assemble.judge import judge
from incidents.pipeline.assemble.offers import Document
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.signs import signs
from incidents.pipeline.assemble.weights import Weights
from incidents.pipeline.assemble.worth import worths as of_stories
from incidents.pipeline.document import parse_report
from incidents.pipeline.learn.examples import Example
from incidents.pipeline.records import Report

#: From which probability on a passage beside the likeliest tells of an attack as well.
_TOO = 0.5


@dataclass(frozen=True, slots=True)
class Counted:
    """A document as assembly reads it, and how many incidents it tells of.

    Attributes:
        doc_id: The document.
        reader: Its mentions.
        told: All its events, not yet judged.
        incidents: How many it tells of.
    """

    doc_id: str
    reader: Reader
    told: tuple[Event, ...]
    incidents: int


def counted(path: Path, nlp: Language) -> Iterator[Counted]:
    """The documents of ``path``, a file of JSON lines.

    A line has ``doc_id``, ``text`` and the list ``templates`` of its incidents; without
    that it describes one. ``dateline_date`` is the day it was published.
    """
    with path.open(encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            row = json.loads(line)
            parsed = parse_report(_report(row), nlp)
            reader = Reader(parsed.doc, parsed.mentions)
            told = tuple(tell(reader, parsed.blocks))
            number = len(row["templates"]) if "templates" in row else 1
            yield Counted(row["doc_id"], reader, told, number)


def told(paths: Iterable[Path]) -> Iterator[str]:
    """What was learned from, for the head of a file of weights."""
    for path in paths:
        held = path.read_bytes()
        number = sum(map(bool, map(bytes.strip, held.splitlines())))
        yield f"- {path.stem}: {number} counted, {sha256(held).hexdigest()[:16]}"


def _report(row: dict[str, Any]) -> Report:
    day = row.get("dateline_date")
    published = date.fromisoformat(day) if day else None
    return Report(
        row["doc_id"], "counted", "", "text/plain", row["text"], published=published
    )


def kinds(document: Counted, weights: Weights) -> Iterator[tuple[frozenset[str], str]]:
    """The signs of each event whose kind the number of incidents tells, and the kind.

    Args:
        document: The document.
        weights: What coded documents taught of the kinds.
    """
    seen = signs(document.reader, document.told)
    judged = judge(document.reader, document.told, weights)
    best = _best(judged)
    for event, told, words in zip(document.told, judged, seen, strict=True):
        if event.kind != NONE:
            continue
        if not document.incidents:
            yield words, NONE
        elif _attacks(told) and (told is best or told.sure >= _TOO):
            yield words, ATTACK


def worths(document: Counted, weights: Weights) -> Iterator[Example]:
    """Each story of which the number of incidents says if it is a record.

    Args:
        document: The document.
        weights: Of kinds, joins and what belongs.
    """
    stories = join(judge(document.reader, document.told, weights), weights)
    offered = Document(document.reader, stories)
    told = [(story, belong(offered, story, weights)) for story in stories]
    best = max(stories, key=lambda s: max(e.sure for e in s.events), default=None)
    seen = of_stories(told, len(document.reader.text))
    for story, words in zip(stories, seen, strict=True):
        if ATTACK in story.traits.kinds and (not document.incidents or story is best):
            yield Example(words, bool(document.incidents))


def _attacks(event: Event) -> bool:
    """Whether it has words of attacks, and of nothing that was planned or stopped."""
    words = event.told()
    return bool(words) and all(word.get("kind") == ATTACK for word in words)


def _best(judged: Sequence[Event]) -> Event | None:
    """The event that likeliest tells of an incident, among those that have a word."""
    told = [event for event in judged if event.told()]
    return max(told, key=lambda event: event.sure, default=None)
