"""Words that say how others are meant, from ``gazetteers/cues.toml``.

The value is the category: ``negation`` (*no one*), ``fear`` (*warned of*), ``fiction``
(*a novel*). ``cue`` is the entry's id, ``reach`` the ``start:end`` of the words that it
reaches, its own among them. Tokens and punctuation decide, so that a text that nobody
parsed is read as any other. After ConText: https://doi.org/10.1016/j.jbi.2009.05.002
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from incidents.extractors._cue_phrases import Match, find, plain
from incidents.extractors.mention import Mention, pack

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

LABEL = "CUE"
#: Categories that are no cue's: what only looks like one, and what ends a scope.
NONE, END = "none", "end"
#: Categories that end every scope of words or of a clause.
_ENDS = frozenset({END, "speech"})
#: What stands between words, from the weakest on.
_COMMA, _CLAUSE, _SENTENCE, _PASSAGE = range(1, 5)
_SCOPES = {"clause": _CLAUSE, "sentence": _SENTENCE, "passage": _PASSAGE}
_MARKS = {
    ",": _COMMA,
    **dict.fromkeys([";", ":", "(", ")", "[", "]", "—", "--", "---", "..."], _CLAUSE),
    **dict.fromkeys([".", "!", "?", "|"], _SENTENCE),
}
#: The same, of what stands apart: a dash, a list's bullet.
_APART = {"-": _CLAUSE, "–": _CLAUSE, "*": _SENTENCE, "•": _SENTENCE}
#: What is read of a token.
_READ: list[int | str] = ["LOWER", "IDX", "LENGTH", "SPACY"]
_BRACKETS = {")": "(", "]": "["}
_JOINING = {",", "and", "or", "nor"}
_ASIDE = 8  # words in commas right after a cue: "would have, had it exploded, killed"
_BRACKETED = 5  # words in brackets that a scope goes on after
_DATELINE = 9  # words before the agency in a dateline
_LISTED = 3  # words of one member of a list


@dataclass(slots=True)
class _Words:
    """The words of a report.

    Attributes:
        low: As the gazetteer writes them.
        tokens: Number of the token.
        start: First character.
        end: One past the last.
        marks: What the word ends, 0 for nothing.
    """

    low: list[str] = field(default_factory=list)
    tokens: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)

    def add(self, low: str, token: int, start: int, end: int, mark: int) -> None:
        """Append one word."""
        self.low.append(low)
        self.tokens.append(token)
        self.start.append(start)
        self.end.append(end)
        self.marks.append(mark)


def extract(doc: Doc, published: date | None) -> Iterator[Mention]:
    """Yield each cue in ``doc``, the longest where they overlap."""
    words = _words(doc)
    found = find(words.low, words.marks)
    heads = {i: m.entry.fields["category"] for m in found for i in (m.start, m.end - 1)}
    for match in found:
        category = match.entry.fields["category"]
        if category in (NONE, END):
            continue
        first, last = _reach(words, match, heads)
        if category == "dateline":
            first = _dateline(words, match, first)
        end = match.end - 1 - (words.low[match.end - 1] == "\n")
        if first > match.start:
            continue
        yield Mention(
            words.start[match.start],
            words.end[end],
            LABEL,
            doc[words.tokens[match.start] : words.tokens[end] + 1].text,
            category,
            __name__,
            pack(cue=match.entry.id, reach=f"{words.start[first]}:{words.end[last]}"),
        )


def _dateline(words: _Words, match: Match, first: int) -> int:
    """First word of a dateline; after ``match`` where there is none.

    A headline may run on into it; an agency may stand after its sentence as well.
    """
    if match.start - first <= _DATELINE:
        return first
    closes = words.low[match.end - 1] == "\n"
    return match.end if closes else match.start - _DATELINE


def with_reached(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """``mentions``, in reading order, each with the cues that reach it."""
    cues = sorted((_zone(m), m) for m in mentions if m.label == LABEL)
    open_: list[tuple[tuple[int, int], Mention]] = []
    n = 0
    for mention in mentions:
        while n < len(cues) and cues[n][0][0] < mention.end:
            open_.append(cues[n])
            n += 1
        open_ = [c for c in open_ if c[0][1] > mention.start]
        near = [c for (start, _), c in open_ if start < mention.end]
        if not near or mention.label == LABEL:
            yield mention
            continue
        told = "|".join(f"{c.value}@{c.start}:{c.end}" for c in sorted(near))
        yield mention.with_attribute("reached", told)


def _zone(cue: Mention) -> tuple[int, int]:
    start, _, end = str(cue.get("reach")).partition(":")
    return int(start), int(end)


def _words(doc: Doc) -> _Words:
    """The tokens of ``doc``, and the breaks between its passages as words too."""
    words, forms = _Words(), _Forms(doc.vocab)
    blocks = "blocks" in doc.spans  # then a line's end is a block's
    spaced = True
    for i, (lower, start, size, blank) in enumerate(doc.to_array(_READ).tolist()):
        low = forms[lower]
        if low.isspace():
            if low.count("\n") > (not blocks) or "\t" in low or "\f" in low:
                words.add("\n", i, start, start + size, _PASSAGE)
            spaced = True
            continue
        mark = 0
        if not low.isalpha():
            mark = _MARKS.get(low, 0)
            if spaced and blank:
                mark = _APART.get(low, mark)
        if words.marks and words.low[-1] == "." and doc[i].text[0].islower():
            words.marks[-1] = 0  # approx. twelve
        words.add(low, i, start, start + size, mark)
        if low in _BRACKETS:
            _join_bracketed(words)
        spaced = blank
    return words


class _Forms(dict[int, str]):
    """The words of a vocabulary in lower case, by their numbers."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self.vocab = vocab

    def __missing__(self, number: int) -> str:
        low = self[number] = plain(self.vocab.strings[number])
        return low


def _join_bracketed(words: _Words) -> None:
    """Let a scope go on over a few words in brackets: *(IS)*."""
    last = len(words.low) - 1
    opening = _BRACKETS[words.low[last]]
    for first in range(last - 1, max(-1, last - _BRACKETED - 2), -1):
        if words.low[first] == opening:
            words.marks[first] = words.marks[last] = 0
            return


def _reach(words: _Words, match: Match, heads: dict[int, str]) -> tuple[int, int]:
    """First and last word that a cue reaches, its own among them."""
    fields = match.entry.fields
    scope, direction = fields["scope"], fields["direction"]
    ends = frozenset(fields.get("ends", ()))
    first, last = match.start, match.end - 1
    if direction in ("forward", "both"):
        last = _far(words, match, heads, scope, ends, 1)
    if direction in ("backward", "both"):
        first = _far(words, match, heads, scope, ends, -1)
    return first, last


def _far(
    words: _Words,
    match: Match,
    heads: dict[int, str],
    scope: str | int,
    ends: frozenset[str],
    step: int,
) -> int:
    """The last word reached from a cue forward (``step`` 1) or backward (-1)."""
    level = _SCOPES.get(scope, _COMMA) if isinstance(scope, str) else _CLAUSE
    left = len(words.low) if isinstance(scope, str) else scope
    ends = ends | _ENDS if level == _CLAUSE else ends
    far = match.end - 1 if step > 0 else match.start
    at = far + step
    if step > 0:
        at = _after_aside(words, at)
    low, marks = words.low, words.marks
    while 0 <= at < len(low) and left > 0:
        mark = marks[at]
        if mark >= level or heads.get(at) in ends or low[at] in ends:
            break
        if mark == _COMMA and level == _CLAUSE and not _lists(words, at):
            break
        if low[at][0].isalnum():
            far = at
            left -= 1
        at += step
    return far


def _after_aside(words: _Words, at: int) -> int:
    """Past an aside in commas that begins at word ``at``, if one does."""
    if at < len(words.low) and words.low[at] == ",":
        for closing in range(at + 1, min(at + _ASIDE, len(words.low))):
            if words.low[closing] == ",":
                return closing + 1
            if words.marks[closing]:
                break
    return at


def _lists(words: _Words, at: int) -> bool:
    """Whether the comma at word ``at`` parts members of a list."""
    for after in range(at + 2, min(at + _LISTED + 2, len(words.low))):
        if words.low[after] in _JOINING:
            return True
        if words.marks[after]:
            return False
    return False
