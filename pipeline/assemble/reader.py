"""The mentions of one report by their place, and what stands around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from incidents.extractors.cues import LABEL as CUE
from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.event import Event

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Turkey's ambassador, Iran's minister: no place of an event.
_POSSESSED = re.compile(r"['’]s?\b")
#: A place in capitals before the day of a dateline, and what stands after it.
_WIRE_PLACE = re.compile(r"[A-Z]{3}[A-Z .'’-]*(?:,\s[A-Z][\w. ]{2,20})?,\s*$")
_WIRE_MARK = re.compile(r"[\s,]*(?:\d{4}[\s,]*)?(?:\([^)\n]{2,30}\)|-{1,2}\s|[–—_])")
#: From a verb of saying to its day: *told reporters late on Sunday*.
TO_DAY = re.compile(r"(?:\s(?:the\s)?\w+)?,?\s(?:late\s|early\s)?(?:on\s)?")
_SAID_NEAR = 40
#: A single name right before the year of its work.
_AUTHOR = re.compile(
    r"\(((?:[A-Z][\w’'-]+)(?:\s(?:and|&)\s[A-Z][\w’'-]+|\set\sal\.)?),?\s$"
)
#: What somebody is quoted as saying.
_QUOTED = re.compile(
    r"“[^”\n]{3,400}”|\"[^\"\n]{3,400}\"|(?<!\w)‘(?:[^‘’\n]|(?<=\w)’(?=\w)){8,400}’(?!\w)"
)

#: Cues of whoever tells of an event: the day and place of their verb are not its own.
_SAYING = ("speech", "court", "anniversary")


def _tokens(doc: Doc, mentions: Sequence[Mention]) -> Iterator[int]:
    """Numbers of the tokens that are words of telling."""
    for mention in mentions:
        if mention.label == CUE and mention.value in _SAYING:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            yield from (token.i for token in span or ())


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    """First character and end of each sentence."""
    if not doc.has_annotation("SENT_START"):
        return [(0, len(doc.text))]
    return [(s.start_char, s.end_char) for s in doc.sents]


class Reader:
    """Mentions of one report by place in the text.

    Attributes:
        doc: The report, parsed.
        text: Its text.
        mentions: All but the cues, in reading order.
        saying: Tokens that tell who speaks or judges.
    """

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        """Index ``mentions``, which are in reading order."""
        self.doc = doc
        self.text = doc.text
        self.mentions = [m for m in mentions if m.label != CUE]
        self._cues = [m for m in mentions if m.label == CUE]
        self.saying = frozenset(_tokens(doc, mentions))
        self._starts = [m.start for m in self.mentions]
        self._roots: dict[tuple[int, int], Token | None] = {}
        self._quoted = [
            (m.start(), m.end())
            for m in _QUOTED.finditer(self.text)
            if not self._tells(m.start(), m.end())
        ]
        self._sentences = _sentences(doc)

    @cached_property
    def _owned(self) -> tuple[list[Mention], list[int]]:
        """Mentions less those of elsewhere and no day, and where they start."""
        mentions = [m for m in self.mentions if self._own(m)]
        return mentions, [m.start for m in mentions]

    def _tells(self, start: int, end: int) -> bool:
        """Whether quoted words tell of an event as news does: what came of it, when."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        told = {m.label for m in self.mentions[first:last]}
        return "EVENT" in told and bool(told & {"DATE", "KILLED", "INJURED"})

    def sentence(self, at: int, step: int = 0) -> tuple[int, int]:
        """The sentence at ``at``, or that ``step`` after it; empty where none is."""
        n = bisect_right(self._sentences, (at, len(self.text))) - 1 + step
        return self._sentences[n] if 0 <= n < len(self._sentences) else (at, at)

    def root(self, mention: Mention) -> Token | None:
        """The head of the mention's words; found once."""
        at = mention.start, mention.end
        if at not in self._roots:
            span = self.doc.char_span(*at, alignment_mode="expand")
            self._roots[at] = span.root if span is not None and len(span) else None
        return self._roots[at]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that lie in ``start:end``, less those of elsewhere and no day."""
        mentions, starts = self._owned
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        return tuple(m for m in mentions[first:last] if m.end <= end)

    def cued(self, start: int, end: int, *categories: str) -> tuple[Mention, ...]:
        """Cues of ``categories`` in ``start:end``."""
        first = bisect_left(self._cues, start, key=lambda m: m.start)
        last = bisect_left(self._cues, end, key=lambda m: m.start)
        return tuple(m for m in self._cues[first:last] if m.value in categories)

    def of_saying(self, day: Mention) -> bool:
        """Whether a day stands right after who speaks: *said on Sunday*."""
        said = self.cued(day.start - _SAID_NEAR, day.start, "speech")
        return any(
            TO_DAY.fullmatch(self.text, cue.end, day.start) is not None for cue in said
        )

    def negated(self, mention: Mention) -> bool:
        """Whether a negation reaches ``mention``, be it a cue itself."""
        for cue in self._cues:
            start, _, end = str(cue.get("reach")).partition(":")
            if cue.value == "negation" and int(start) <= mention.start < int(end):
                return True
        return False

    def origins(self, event: Event) -> tuple[Mention, ...]:
        """Countries that people of ``event`` are said to be from."""
        first = bisect_left(self._starts, event.start)
        last = bisect_left(self._starts, event.end)
        return tuple(
            m
            for m in self.mentions[first:last]
            if m.label == "PLACE" and m.get("kind") == "country" and m.reached("origin")
        )

    def heading(self, section: int) -> tuple[Mention, ...]:
        """What the heading that starts at ``section`` names."""
        if section < 0:
            return ()
        return self.within(section, self._line_end(section))

    def heading_words(self, section: int) -> Iterator[str]:
        """Lemmas of the content words of the heading that starts at ``section``."""
        end = self._line_end(section)
        span = self.doc.char_span(section, end, alignment_mode="expand")
        for token in span or ():
            if token.is_alpha and not token.is_stop:
                yield token.lemma_.lower()

    def _line_end(self, start: int) -> int:
        end = self.text.find("\n", start)
        return end if end >= 0 else len(self.text)

    def _spoken(self, mention: Mention) -> bool:
        """Whether a mention stands in somebody's quoted words."""
        n = bisect_right(self._quoted, (mention.start, len(self.text))) - 1
        return n >= 0 and mention.end <= self._quoted[n][1]

    def _dateline(self, mention: Mention) -> bool:
        """Whether a day is that of the wire: MOGADISHU, Feb. 29 (Xinhua) --."""
        before = self.text[max(0, mention.start - 40) : mention.start]
        after = self.text[mention.end : mention.end + 40]
        return bool(_WIRE_PLACE.search(before) and _WIRE_MARK.match(after))

    def _cited(self, mention: Mention) -> bool:
        """Whether a year is that of a work: (Mayer 2014), but no (Lod 1972)."""
        before = self.text[max(0, mention.start - 40) : mention.start]
        author = _AUTHOR.search(before)
        if not author or self.text[mention.end : mention.end + 1] != ")":
            return False
        name = mention.start - len(before) + author.start(1)
        first = bisect_left(self._starts, name)
        last = bisect_left(self._starts, mention.start)
        return not any(m.label != "PERSON" for m in self.mentions[first:last])

    def _commemorates(self, mention: Mention) -> bool:
        """Whether a day is that of a wreath or a vigil for what happened before."""
        word = self.root(mention)
        verbs = (t for t in word.ancestors if t.pos_ == "VERB") if word else iter(())
        verb = next(verbs, None)
        if word is None or verb is None or not self._marked(mention, verb):
            return False
        first = bisect_left(self._starts, word.sent.start_char)
        last = bisect_left(self._starts, word.sent.end_char)
        events = [m for m in self.mentions[first:last] if m.label == "EVENT"]
        return bool(events) and verb not in map(self.root, events)

    def _marked(self, day: Mention, verb: Token) -> bool:
        """Whether those who remember reach a day, or its verb is of them.

        A year ago, on 3 May, it happened: an exact day may be its own.
        """
        reached = day.reached("anniversary")
        spans = [(verb.idx, verb.idx + len(verb)), *((c.start, c.end) for c in reached)]
        cues = [c for span in spans for c in self.cued(*span, "anniversary")]
        told = any(c.get("cue") == c.value for c in cues)
        return told or bool(day.get("relative") and reached)

    def _own(self, mention: Mention) -> bool:
        if mention.label in ("PLACE", "TARGET", "WEAPON") and self._spoken(mention):
            return False
        before = self.text[max(0, mention.start - 48) : mention.start]
        after = self.text[mention.end : mention.end + 7]
        if mention.label == "DATE":
            bound = mention.get("mod") in {"BEFORE", "AFTER", "START", "END"}
            bound = bound and not before.endswith(" the ")  # since the 2015 attack
            return (
                bool(mention.value)
                and not mention.get("citation")
                and not self._dateline(mention)
                and not self._cited(mention)
                and not self._commemorates(mention)
                and (not bound or after.startswith(", when"))
            )
        if mention.label == "PLACE":
            after = self.text[mention.end : mention.end + 24]
            country = mention.get("kind") == "country"
            if country and _POSSESSED.match(after):
                return False
            return not (mention.get("part_of") or mention.reached("origin"))
        return True
