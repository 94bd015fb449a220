"""Cues as the gazetteer writes them, found in a report's words.

An alias may leave words open: ``denied * reports`` has up to two words between,
``(it|they) claimed`` is two phrases, ``and # others`` has any figure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from incidents.extractors._gazetteer import Entry, load

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Words that ``*`` may stand for, at most.
_GAP = 2
GAP, FIGURE = "*", "#"
#: A passage's end, which a report's words have as a line break.
BREAK = "¶"
#: A part of an alias: words to choose from, or one.
_PART = re.compile(r"\([^()|]+(?:\|[^()|]+)+\)|\S+")
#: For each word of a phrase, what it may be.
Phrase = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """The words ``start:end``, read as a phrase of ``entry``."""

    start: int
    end: int
    entry: Entry


def plain(word: str) -> str:
    """``word``, which is in lower case, its apostrophe straight."""
    return word.replace("\u2019", "'") if "\u2019" in word else word


def phrases(alias: str) -> Iterator[Phrase]:
    """The phrases that ``alias`` stands for, their words cut as a report's are.

    One phrase has all the single words that may stand at one place; an alternative of
    several words makes a phrase of its own.
    """
    choices = [list(_choices(part)) for part in _PART.findall(alias)]
    for chosen in product(*choices):
        yield tuple(word for part in chosen for word in part)


def _choices(part: str) -> Iterator[Phrase]:
    """What may stand at one place: single words together, then the longer ones."""
    options = part[1:-1].split("|") if part[0] == "(" and "|" in part else [part]
    cut = [tuple(w for o in option.split() for w in _cut(o)) for option in options]
    if single := frozenset(word for word, *more in cut if not more):
        yield (frozenset("\n" if word == BREAK else word for word in single),)
    for words in cut:
        if len(words) > 1:
            yield tuple(frozenset({word}) for word in words)


@cache
def _cut(word: str) -> tuple[str, ...]:
    return tuple(plain(t.lower_) for t in _tokeniser()(word))


@cache
def _tokeniser() -> Callable[[str], Doc]:
    import spacy

    return spacy.blank("en").tokenizer  # splits "didn't" as in reports


@dataclass(slots=True)
class _Begun:
    """What a first word may begin.

    Attributes:
        alone: The entry that it is a phrase of by itself.
        second: By second word, what may follow that.
        gaps: Phrases in which a gap or a figure comes second.
    """

    alone: Entry | None = None
    second: dict[str, list[tuple[Phrase, Entry]]] = field(default_factory=dict)
    gaps: list[tuple[Phrase, Entry]] = field(default_factory=list)

    def add(self, rest: Phrase, entry: Entry) -> None:
        """Let ``rest`` follow."""
        if not rest:
            self.alone = entry
        elif rest[0] & {GAP, FIGURE}:
            self.gaps.append((rest, entry))
        else:
            for word in rest[0]:
                self.second.setdefault(word, []).append((rest[1:], entry))


@cache
def _phrases() -> dict[str, _Begun]:
    """What each first word may begin."""
    known: defaultdict[str, _Begun] = defaultdict(_Begun)
    for entry in load("cues").values():
        for alias in (entry.name, *entry.aliases):
            for first, *rest in phrases(alias):
                for word in first:
                    known[word].add(tuple(rest), entry)
    return dict(known)


def find(words: Sequence[str], closed: Sequence[int]) -> list[Match]:
    """The longest phrases that do not overlap, in reading order.

    Args:
        words: Of a report, as ``plain`` has them.
        closed: For each, other than 0 where no gap may hold it.
    """
    known = _phrases()
    found: list[Match] = []
    for i, word in enumerate(words):
        if (begun := known.get(word)) is not None:
            if begun.alone is not None:
                found.append(Match(i, i + 1, begun.alone))
            if begun.gaps or begun.second:
                found += _longer(begun, words, closed, i)
    found.sort(key=_precedence)
    taken: set[int] = set()
    kept = []
    for match in found:
        inside = range(match.start, match.end)
        if taken.isdisjoint(inside):
            taken.update(inside)
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


def _precedence(match: Match) -> tuple[int, bool, int]:
    """The longest first; of two as long, what is no cue, then the earlier."""
    cue = match.entry.fields["category"] != "none"
    return match.start - match.end, cue, match.start


def _longer(
    begun: _Begun, words: Sequence[str], closed: Sequence[int], start: int
) -> list[Match]:
    """The phrases of two words and more that word ``start`` begins."""
    after = words[start + 1] if start + 1 < len(words) else ""
    rests = [(rest, entry, start + 2) for rest, entry in begun.second.get(after, ())]
    rests += [(rest, entry, start + 1) for rest, entry in begun.gaps]
    return [
        Match(start, end, entry)
        for rest, entry, at in rests
        if (end := _end(rest, words, closed, at))
    ]


def _end(rest: Phrase, words: Sequence[str], closed: Sequence[int], at: int) -> int:
    """One past the last word of a phrase that goes on at ``at``; 0 if it does not."""
    for n, options in enumerate(rest):
        if GAP in options:
            return _after_gap(rest[n + 1 :], words, closed, at)
        if at >= len(words):
            return 0
        word = words[at]
        if word not in options and not (FIGURE in options and word[0].isdigit()):
            return 0
        at += 1
    return at


def _after_gap(
    rest: Phrase, words: Sequence[str], closed: Sequence[int], at: int
) -> int:
    for skipped in range(_GAP + 1):
        if any(closed[at : at + skipped]):
            break
        if end := _end(rest, words, closed, at + skipped):
            return end
    return 0
