"""What one passage tells of one incident: a sentence, a table row, a timeline entry.

A sentence that names two days, each with its own attack, is two frames.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extractors.mention import Mention
from pipeline import edtf
from pipeline.segment import (
    CAPTION,
    DATE_LINE,
    FRONT,
    HEADER,
    HEADING,
    ITEM,
    LABEL,
    PARAGRAPH,
    REFERENCE,
    ROW,
    Block,
)

ATTACK, PLOT, ARREST, DETAIL = "attack", "plot", "arrest", "detail"
_SILENT = {REFERENCE, FRONT, CAPTION, HEADER}
_BREAK = re.compile(
    r"[;,]\s|\s(?:and|while|but|after|before|when|followed by)\s|\s[–—-]\s"
)
#: Words before a date that make it a bound, not the day of an event.
_BOUND = re.compile(
    r"\b(?:since|until|till|by|prior to|between|from|as of|born(?: in| on)?"
    r"|scheduled for|set for|due(?: in| on)?)\s+(?:\w+\s)?$",
    re.IGNORECASE,
)
#: Words before a place that make it somebody's origin or home, or a speaker's place.
_ELSEWHERE = re.compile(
    r"\b(?:from|based in|liv(?:es?|ed|ing) in|resid\w+ (?:in|of)|born in|citizens? of"
    r"|nationals? of|natives? of|trained in|travel\w* (?:\w+ )?to|fl(?:ed|ee\w*) to"
    r"|return\w* (?:to|from)|ambassador to|embassy to|war in|conflict in|headquarter\w*"
    r" in|deported to|extradited (?:to|from)|fighting in|fighters in|(?:km|kilomet\w+"
    r"|miles)\)? (?:\w+ )?(?:of|from)|relations (?:with|between)|troops in|government"
    r" of|president of|border with|contact\w* in|handlers? in|operatives? in"
    r"|members? in|involving|such as)\s+(?:the )?(?:\w+ )?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One passage's telling of one incident.

    Attributes:
        start: First character of the passage.
        end: One past the last.
        kind: ``attack``, ``plot``, ``arrest``, or ``detail`` for figures, names and
            legal steps that tell no event of their own.
        origin: ``row``, ``entry`` (of a timeline), ``title`` or ``sentence``.
        block: Start of its block.
        section: Start of its heading.
        reference: ``definite``, ``new`` or empty, as the event is spoken of.
        mentions: All that was read in the passage, in reading order.
        context: Mentions that hold for it from its heading, row or date line.
    """

    start: int
    end: int
    kind: str
    origin: str
    block: int
    section: int
    reference: str
    mentions: tuple[Mention, ...]
    context: tuple[Mention, ...] = ()

    def of(self, *labels: str) -> tuple[Mention, ...]:
        """Its mentions of ``labels``."""
        return tuple(m for m in self.mentions if m.label in labels)

    def events(self) -> tuple[Mention, ...]:
        """Words that tell of an event that took place or was planned."""
        return tuple(m for m in self.of("EVENT") if not m.get("modality"))


class Reader:
    """Mentions of one report by place in the text."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        """Index ``mentions``, which are in reading order."""
        self.doc = doc
        self.text = doc.text
        self.mentions = list(mentions)
        self._starts = [m.start for m in self.mentions]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that lie in ``start:end``, less those of elsewhere and no day."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(
            m for m in self.mentions[first:last] if m.end <= end and self._own(m)
        )

    def _own(self, mention: Mention) -> bool:
        before = self.text[max(0, mention.start - 48) : mention.start]
        if mention.label == "DATE":
            return (
                bool(mention.value)
                and not mention.get("citation")
                and mention.get("mod") not in {"BEFORE", "AFTER", "START", "END"}
                and not _BOUND.search(before)
            )
        if mention.label == "PLACE":
            return not mention.get("part_of") and not _ELSEWHERE.search(before)
        return True


def frames(reader: Reader, blocks: Sequence[Block]) -> Iterator[Frame]:
    """Frames of prose, table rows and timeline entries, in reading order."""
    entry: list[Block] = []
    for n, block in enumerate(blocks):
        if block.kind == DATE_LINE:
            yield from _entry(reader, entry)
            entry = [block]
        elif entry and block.kind in (LABEL, PARAGRAPH, ITEM) and len(entry) < 8:
            entry.append(block)
        else:
            yield from _entry(reader, entry)
            entry = []
            yield from _prose(reader, block, title=n < 3)
    yield from _entry(reader, entry)


def _entry(reader: Reader, blocks: Sequence[Block]) -> Iterator[Frame]:
    """A date line with what stands under it, as one frame."""
    if len(blocks) < 2:
        return
    start, end = blocks[0].start, blocks[-1].end
    mentions = reader.within(start, end)
    kind = _kind(mentions, reader.text[start:end])
    if kind != DETAIL:
        yield Frame(
            start, end, kind, "entry", start, blocks[0].section, "new", mentions
        )


def _prose(reader: Reader, block: Block, title: bool) -> Iterator[Frame]:
    if block.kind in _SILENT or block.kind == ROW:
        return
    if block.kind == HEADING and not title:
        return
    span = reader.doc.char_span(block.start, block.end, alignment_mode="contract")
    for sentence in span.sents if span is not None else ():
        end = sentence[-1].idx + len(sentence[-1])
        for start, stop in _zones(reader, sentence.start_char, end):
            mentions = reader.within(start, stop)
            kind = _kind(mentions, reader.text[start:stop])
            if mentions:
                yield Frame(
                    start,
                    stop,
                    kind,
                    "title" if block.kind == HEADING else "sentence",
                    block.start,
                    block.section,
                    _reference(mentions),
                    mentions,
                )


def _zones(reader: Reader, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut between two days that cannot be the same."""
    mentions = reader.within(start, end)
    dates = [m for m in mentions if m.label == "DATE" and not m.get("name")]
    events = [m for m in mentions if m.label == "EVENT" and m.get("kind") != "foil"]
    cut = start
    if len(events) >= 2:
        for a, b in zip(dates, dates[1:], strict=False):
            if edtf.overlap(a.value, b.value):
                continue
            breaks = list(_BREAK.finditer(reader.text, a.end, b.start))
            if breaks and any(cut <= e.start < breaks[-1].end() for e in events):
                yield cut, breaks[-1].start()
                cut = breaks[-1].start()
    yield cut, end


def _kind(mentions: Sequence[Mention], text: str) -> str:
    events = [m for m in mentions if m.label == "EVENT"]
    real = [m for m in events if m.get("modality") is None]
    kinds = {m.get("kind") for m in real}
    if "plot" in kinds or ("foil" in kinds and events):
        return PLOT
    violent = [
        m for m in real if m.get("kind") == "attack" and m.get("agent") != "state"
    ]
    legal = [m for m in mentions if m.label == "LEGAL" and not m.get("negated")]
    arrests = any(m.value == "arrested" for m in legal)
    if violent and not (arrests and all(m.get("reference") for m in violent)):
        return ATTACK
    if arrests and any(m.label == "SUSPECTS" for m in mentions):
        return ARREST
    return DETAIL


def _reference(mentions: Sequence[Mention]) -> str:
    found = [m.get("reference") for m in mentions if m.label == "EVENT"]
    if "new" in found:
        return "new"
    return "definite" if "definite" in found else ""
