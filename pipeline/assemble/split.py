"""The event words of a sentence, put together where they are of one event.

*A bomb killed six* has two event words and tells of one event; *a day after gunmen had
shot a judge in Kaduna* adds another. Two words are of one event unless what they have
of their own cannot be of one, or the words between them say so.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import fsum
from typing import TYPE_CHECKING

from incidents.extractors.mention import Mention
from incidents.pipeline import edtf
from incidents.pipeline.assemble.grammar import (
    distance,
    goes_on,
    hangs,
    root,
    steps,
)
from incidents.pipeline.assemble.reader import Reader

if TYPE_CHECKING:
    from spacy.tokens import Token

#: A mention is a word's own where every other word is so much farther.
_NEARER = 1.0
#: What is counted before the next clause is of no word in that.
_COUNTED = ("KILLED", "INJURED", "CASUALTIES")
#: What a word may have of its own, and what is shared where no word has it nearest.
_OWNED = ("DATE", "PLACE", "TARGET", "KILLED", "INJURED", "CASUALTIES", "SUSPECTS")


@dataclass(frozen=True, slots=True)
class Part:
    """What a sentence tells of one event.

    Attributes:
        start: First character.
        end: One past the last.
        words: Its event words, in reading order.
        mentions: What it reaches, its words among them, in reading order.
    """

    start: int
    end: int
    words: tuple[Mention, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """An event word with what stands nearest to it."""

    mention: Mention
    token: Token
    own: tuple[Mention, ...]

    def of(self, label: str) -> list[Mention]:
        """Its own mentions of ``label``."""
        return [m for m in self.own if m.label == label]


def split(reader: Reader, start: int, end: int, words: Sequence[Mention]) -> list[Part]:
    """The events of the sentence at ``start:end``, in the order of their first words.

    Args:
        reader: The report.
        start: First character of the sentence.
        end: One past its last.
        words: Its event words, in reading order.
    """
    mentions = reader.within(start, end)
    known = _words(reader, words, mentions) if len(words) > 1 else []
    if len(known) < 2:
        return [Part(start, end, tuple(words), mentions)]
    groups: list[list[Word]] = []
    for word in known:
        scored = [
            (min(_score(reader, other, word) for other in group), n)
            for n, group in enumerate(groups)
        ]
        best = max(scored, default=(-99.0, 0))
        if best[0] >= 0:
            groups[best[1]].append(word)
        else:
            groups.append([word])
    if len(groups) < 2:
        return [Part(start, end, tuple(words), mentions)]
    return [_part(group, groups, mentions, start, end) for group in groups]


def _score(reader: Reader, a: Word, b: Word) -> float:
    return fsum(weights()[sign] for sign in likeness(reader, a, b))


def _words(
    reader: Reader, words: Sequence[Mention], mentions: Sequence[Mention]
) -> list[Word]:
    tokens = [(w, t) for w in words if (t := root(reader.doc, w)) is not None]
    owned: dict[int, list[Mention]] = {n: [] for n in range(len(tokens))}
    for mention in mentions:
        token = root(reader.doc, mention)
        if mention.label not in _OWNED or token is None or not tokens:
            continue
        far = {
            n: distance(token, t)
            for n, (_, t) in enumerate(tokens)
            if mention.label not in _COUNTED or not goes_on(token, t)
        }
        near = sorted(far, key=far.__getitem__)
        if len(near) == 1 or (near and far[near[1]] - far[near[0]] >= _NEARER):
            owned[near[0]].append(mention)
    return [Word(w, t, tuple(owned[n])) for n, (w, t) in enumerate(tokens)]


@cache
def weights() -> Mapping[str, float]:
    """Weights by sign, from ``split.toml``."""
    text = (files("incidents.pipeline.assemble") / "split.toml").read_text("utf-8")
    return tomllib.loads(text)


def likeness(reader: Reader, a: Word, b: Word) -> frozenset[str]:
    """What speaks for and against two words' being of one event, in words."""
    return frozenset({"always"}.union(*(see(reader, a, b) for see in FEATURES)))


def days(reader: Reader, a: Word, b: Word) -> Iterator[str]:
    """Whether the days that either has of its own can be one."""
    found = [edtf.overlap(x.value, y.value) for x in a.of("DATE") for y in b.of("DATE")]
    if found:
        yield "same day" if any(found) else "other day"


def towns(reader: Reader, a: Word, b: Word) -> Iterator[str]:
    """Whether either has a town of its own."""
    ones, others = _towns(a), _towns(b)
    if ones and others and not ones & others:
        yield "other town"


def _towns(word: Word) -> set[str]:
    return {
        m.value
        for m in word.of("PLACE")
        if m.get("kind") in ("city", "admin2", "") and m.value
    }


def between(reader: Reader, a: Word, b: Word) -> Iterator[str]:
    """Words of time or likeness between the two: *a day after*, *similar to*.

    Or before the first, that set it beside what is told: *in addition to the raid*.
    """
    first, second = sorted((a.mention, b.mention))
    said = reader.cued(first.end, second.start, "sequence", "comparison")
    added, also = (hangs(reader, word, "addition") for word in (first, second))
    if said or (added and not also):
        yield "parted by words"


def reference(reader: Reader, a: Word, b: Word) -> Iterator[str]:
    """Whether the second noun is spoken of as a new one."""
    nouns = all(w.token.pos_ in ("NOUN", "PROPN") for w in (a, b))
    if nouns and b.mention.get("reference") == "new":
        yield "another"


def grammar(reader: Reader, a: Word, b: Word) -> Iterator[str]:
    """Whether one is the subject or object of the other, or part of its name."""
    labels = [t.dep_ for t in steps(a.token, b.token)]
    if 0 < len(labels) <= 2 and not {"conj", "advcl"} & {*labels}:
        yield "of each other"
    elif 0 < len(labels) <= 3:
        yield "near each other"


FEATURES = (days, towns, between, reference, grammar)


def _part(
    group: Sequence[Word],
    groups: Sequence[Sequence[Word]],
    mentions: Sequence[Mention],
    start: int,
    end: int,
) -> Part:
    """The words of ``group`` with their own, and what is no other group's."""
    others = {
        m for g in groups if g is not group for w in g for m in (w.mention, *w.own)
    }
    kept = [m for m in mentions if m not in others]
    own = [m for w in group for m in (w.mention, *w.own)]
    first = min(groups, key=lambda g: g[0].mention.start) is group
    last = max(groups, key=lambda g: g[-1].mention.end) is group
    return Part(
        start if first else min(m.start for m in own),
        end if last else max(m.end for m in own),
        tuple(w.mention for w in group),
        tuple(kept),
    )
