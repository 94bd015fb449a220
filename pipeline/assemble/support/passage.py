"""What one citation shows: the words cited, and what was read in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from incidents.extractors.mention import Mention
from incidents.gazetteers import words
from incidents.pipeline.assemble.support.reading import Reading
from incidents.pipeline.edtf import overlap
from incidents.pipeline.records import Citation

Span = tuple[int, int]
#: Mentions of acts and of their harm.
ACTS = ("CASUALTIES", "EVENT", "INJURED", "KILLED")
#: Mentions of harm done to people.
HARM = ("CASUALTIES", "INJURED", "KILLED")
#: A sentence that follows, and the rest of one before it.
_NEXT = re.compile(r"[\"”’)]* [^.!?\n]{0,160}")
_REST = re.compile(r"[^.!?\n]{0,80}[.!?]?")
_STOP = re.compile(r"[.!?]\s")
#: The rest of a question.
_ASKED = re.compile(r"[^.!?;\n]{0,400}\?")
#: Where a sentence ends, or a part of it that could be one.
_ENDS = re.compile(r"(?<=\w[\w)])[.!?][\"”’)]*\s|;\s|\n")
#: Words whose full stop ends no sentence.
_SHORTENED = words("words", "shortened")
#: Characters of such a word, and what stands about it.
_LONG = 8
#: A sentence that says no more than that something was false is shorter.
_BREATH = 70
#: How far from the words a cue that reaches them is looked for, in characters.
_AROUND = 400


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one citation, or those that its value is derived from.

    Attributes:
        text: The report's canonical text; all offsets count in it.
        start: First character of the words.
        end: One past the last.
        mentions: What was read in them, and the cues that reach into them, in reading
            order.
        focus: Where the value's own words must stand.
        derived: How the value follows from them, where it is not printed.
        basis: What else the value rests on: a column's header, another date.
        published: Day the report appeared, where known.
        undone: How far words in them, or right after, take back what stands before.
    """

    text: str
    start: int
    end: int
    mentions: tuple[Mention, ...] = ()
    focus: Span | None = None
    derived: str | None = None
    basis: Passage | None = None
    published: date | None = None
    undone: int = 0

    @property
    def quote(self) -> str:
        """The words themselves."""
        return self.text[self.start : self.end]

    @property
    def all_undone(self) -> bool:
        """Whether no act is told after what takes back the words before it."""
        after = self.undone, self.end
        return bool(self.undone) and not self.over(after, *ACTS)

    def asks(self, at: int) -> bool:
        """Whether what stands ``at`` is asked, and not told, as *Was it ETA?* is."""
        return bool(_ASKED.match(self.text, at))

    def of(self, *labels: str) -> tuple[Mention, ...]:
        """Mentions of ``labels``, those of what the value is derived from first."""
        before = self.basis.of(*labels) if self.basis else ()
        return (*before, *(m for m in self.mentions if m.label in labels))

    def told(self, *labels: str) -> tuple[Mention, ...]:
        """Mentions of ``labels`` at the focus, or anywhere where there is none."""
        at = self.focus or (self.start, self.end)
        return self.over(at, *labels)

    def prints(self, value: str) -> Iterator[Span]:
        """Where the words are ``value``, whole words in any case, at the focus."""
        first, last = self.focus or (self.start, self.end)
        for match in whole_words(value).finditer(self.text, self.start, self.end):
            if match.start() < last and first < match.end():
                yield match.span()

    def over(self, span: Span, *labels: str) -> tuple[Mention, ...]:
        """Mentions of ``labels`` that overlap ``span``."""
        return tuple(
            m
            for m in self.mentions
            if m.label in labels and m.start < span[1] and span[0] < m.end
        )

    def cues(self, *categories: str) -> tuple[Mention, ...]:
        """Cues of ``categories`` that no other takes back: *was not foiled*."""
        cues = self.of("CUE")
        barring = [c for c in cues if c.value == "negation"]
        return tuple(
            c
            for c in cues
            if c.value in categories
            and not any(b != c and _meets(reach(b), (c.start, c.end)) for b in barring)
        )

    def reached_by(self, *categories: str) -> Iterator[Span]:
        """The stretches that cues of ``categories`` in or around the words reach."""
        for cue in self.of("CUE"):
            if cue.value in categories:
                yield reach(cue)


def passage(citation: Citation, reading: Reading) -> Passage:
    """What ``citation`` shows."""
    basis = citation.derived_from
    rests = None
    if basis and basis.start is not None and basis.end is not None:
        rests = _words(reading, basis.start, basis.end)
    return replace(
        _words(reading, citation.start, citation.end),
        focus=citation.focus,
        derived=basis.kind if basis else None,
        basis=rests,
        published=reading.report.published,
    )


def _words(reading: Reading, start: int, end: int) -> Passage:
    mentions = reading.over(start, end)
    around = reading.over(start - _AROUND, end + _AROUND)
    cues = [
        m
        for m in around
        if m.label == "CUE"
        and not _meets((m.start, m.end), (start, end))
        and _meets(reach(m), (start, end))
    ]
    found = tuple(sorted((*mentions, *cues)))
    text = reading.report.text
    after = _sentence_end(text, end)
    undone = max(
        (
            m.end
            for m in around
            if start <= m.start < after and _of_before(m, text, around, start)
        ),
        default=0,
    )
    return Passage(text, start, end, found, undone=undone)


def _sentence_end(text: str, at: int) -> int:
    """Where the sentence after the one that ``at`` is in ends, in its paragraph."""
    rest = None if text[at - 1 : at] in ".!?" else _REST.match(text, at)
    at = rest.end() if rest else at
    following = _NEXT.match(text, at)
    return following.end() if following else at


def _of_before(cue: Mention, text: str, around: Sequence[Mention], first: int) -> bool:
    """Whether a cue takes back what was told from ``first``: *the story was false*.

    A short sentence does that tells of no act, nor of another day: *a hoax on the next
    day*, but *it was a hoax, police said on Friday*.
    """
    if cue.label != "CUE" or cue.value != "refuted":
        return False
    start, end = reach(cue)
    stop = _STOP.search(text, cue.end, end)
    span = start, stop.start() if stop else end
    if span[1] - span[0] >= _BREATH:
        return False
    within = [m for m in around if _meets((m.start, m.end), span)]
    said = any(m.label == "CUE" and m.value == "speech" for m in within)
    if any(m.label in ACTS for m in within):
        return False
    before = [m for m in around if first <= m.start and m.end <= span[0]]
    return said or not _of_another_day(within, before)


def _of_another_day(within: Sequence[Mention], before: Sequence[Mention]) -> bool:
    """Whether words have a day, and none of those before."""
    own, told = (
        {m.value for m in some if m.label == "DATE" and m.value}
        for some in (within, before)
    )
    return bool(own and told) and not any(overlap(a, b) for a in own for b in told)


def reach(cue: Mention) -> Span:
    """The stretch that a cue reaches."""
    start, _, end = str(cue.get("reach")).partition(":")
    return int(start), int(end)


def _meets(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@lru_cache(maxsize=4096)
def whole_words(value: str) -> re.Pattern[str]:
    """A pattern for ``value`` as whole words, in any case, however it is broken."""
    words = r"\s+".join(re.escape(w) for w in value.split())
    return re.compile(rf"(?<!\w){words or '(?!)'}(?!\w)", re.IGNORECASE)


def sentences(passage: Passage) -> list[Span]:
    """The sentences of the words, and what a semicolon parts."""
    at = passage.text, passage.start, passage.end
    ends = [m.end() for m in _ENDS.finditer(*at) if m.end() < passage.end]
    ends = [
        e
        for e in ends
        if all(m.start >= e for m in passage.over((e - 1, e + 1), "DATE"))
        and not _shortened(passage.text, e)
    ]
    return [*pairwise([passage.start, *ends, passage.end])]


def _shortened(text: str, end: int) -> bool:
    """Whether the stop before ``end`` is that of a word written short: *St. Olaf*."""
    before, stop, after = text[max(0, end - _LONG) : end].rpartition(".")
    word = word_before(f"{before} ", _LONG)
    return bool(stop) and not after.strip() and word.casefold() in _SHORTENED


def word_before(text: str, at: int) -> str:
    """The word that ends before ``at``, with nothing but blanks between."""
    found = re.search(r"([^\W_]+(?:['’.-][^\W_]+)*)\s$", text[max(0, at - 40) : at])
    return found[1] if found else ""


def word_after(text: str, at: int) -> str:
    """The word that begins after ``at``, with nothing but a blank between."""
    found = re.match(r"\s([^\W_]+(?:['’.-][^\W_]+)*)", text[at : at + 40])
    return found[1] if found else ""
