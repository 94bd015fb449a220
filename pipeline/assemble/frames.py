"""What one passage tells of one incident: a sentence, a table row, a timeline entry.

A sentence that names two days, each with its own attack, is two frames.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc

from extractors.mention import Mention
from pipeline import edtf
from pipeline.assemble.ties import FAR, NEAR, tie
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
#: No telling of an incident at all: trends, threats, what states do.
TALK = "talk"
_SILENT = {REFERENCE, FRONT, CAPTION, HEADER}
_BREAK = re.compile(
    r"[;,]?\s(?:and|or|while|but|after|before|when|followed by|as well as)\s|[;,]\s"
    r"|\s[–—-]\s"
)
#: What armies and police do; no incident, whoever is killed.
_OPERATION = re.compile(
    r"\b(?:air ?strikes?|air raids?|drone strikes?|warplanes?|fighter jets|shelling by"
    r"|(?:army|government|military|troops|forces|police|coalition|navy)\W+(?:\w+\W+){0,2}"
    r"(?:shelling|strikes?|airstrikes?|offensive|operations?|bombardment|raids?|crackdown)"
    r"|(?:shelling|offensive|bombardment)\W+(?:\w+\W+){0,3}(?:army|troops|forces)"
    r"|(?:killed|shot dead) in (?:a )?(?:clash|shootout|firefight|gun ?battle)\w*)",
    re.IGNORECASE,
)
#: Words before a date that make it a bound, not the day of an event.
_BOUND = re.compile(
    r"\b(?:since|until|till|prior to|as of|born(?: in| on)?|scheduled for|set for"
    r"|due(?: in| on)?)\s+(?:\w+\s)?$|\b(?:by|between|from)\s+$",
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


#: Eleven from Russia, a man from Uzbekistan, attackers were from Tajikistan.
_FROM = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|m[ae]n"
    r"|people|individuals?|attackers?|perpetrators?|suspects?|were|is|was|brothers?"
    r"|bombers?|gunm[ae]n|others) from (?:the )?$",
    re.IGNORECASE,
)
#: Turkey's ambassador, Iran's minister: no place of an event.
_POSSESSED = re.compile(r"['’]s?\b")
#: Near Niger, neighbouring Libya: not in them.
_BESIDE = re.compile(r"\b(?:near|neighbou?ring|against|bordering) $", re.IGNORECASE)
#: A place in capitals before the day of a dateline, and what stands after it.
_WIRE_PLACE = re.compile(r"[A-Z]{3}[A-Z .'’-]*(?:,\s[A-Z][\w. ]{2,20})?,\s*$")
_WIRE_MARK = re.compile(r"[\s,]*(?:\d{4}[\s,]*)?(?:\([^)\n]{2,30}\)|-{1,2}\s|[–—_])")
#: What somebody is quoted as saying.
_QUOTED = re.compile(
    r"“[^”\n]{3,400}”|\"[^\"\n]{3,400}\"|(?<!\w)‘(?:[^‘’\n]|(?<=\w)’(?=\w)){8,400}’(?!\w)"
)
#: The church of St. Peter is not in a town of that name.
_SAINT = re.compile(r"(?:St\.?|Saint|Santa|San|Sankt)\s")
_CHURCH = re.compile(
    r"church|cathedral|chapel|basilica|attack|synagogue", re.IGNORECASE
)
#: The Paris Olympic Games, the Vienna Convention.
_NAMED_AFTER = re.compile(
    r"\s+(?:Olympic|Games|Cup|Agreement|Accords?|Treaty|Conference|Summit|Protocol"
    r"|Convention|Declaration|Times|Post|Government)\b"
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
    """

    start: int
    end: int
    kind: str
    origin: str
    block: int
    section: int
    reference: str
    mentions: tuple[Mention, ...]

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
        self._quoted = [m.span() for m in _QUOTED.finditer(self.text)]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that lie in ``start:end``, less those of elsewhere and no day."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(
            m for m in self.mentions[first:last] if m.end <= end and self._own(m)
        )

    def origins(self, frame: Frame) -> tuple[Mention, ...]:
        """Countries that people of ``frame`` are said to be from."""
        first = bisect_left(self._starts, frame.start)
        last = bisect_left(self._starts, frame.end)
        return tuple(
            m
            for m in self.mentions[first:last]
            if m.label == "PLACE"
            and m.get("kind") == "country"
            and _FROM.search(self.text, max(0, m.start - 40), m.start)
        )

    def heading(self, section: int) -> tuple[Mention, ...]:
        """What the heading that starts at ``section`` names."""
        if section < 0:
            return ()
        end = self.text.find("\n", section)
        return self.within(section, end if end >= 0 else len(self.text))

    def _spoken(self, mention: Mention) -> bool:
        """Whether a mention stands in somebody's quoted words."""
        n = bisect_right(self._quoted, (mention.start, len(self.text))) - 1
        return n >= 0 and mention.end <= self._quoted[n][1]

    def _dateline(self, mention: Mention) -> bool:
        """Whether a day is that of the wire: MOGADISHU, Feb. 29 (Xinhua) --."""
        before = self.text[max(0, mention.start - 40) : mention.start]
        after = self.text[mention.end : mention.end + 40]
        return bool(_WIRE_PLACE.search(before) and _WIRE_MARK.match(after))

    def _own(self, mention: Mention) -> bool:
        if mention.label in ("PLACE", "TARGET", "WEAPON") and self._spoken(mention):
            return False
        before = self.text[max(0, mention.start - 48) : mention.start]
        after = self.text[mention.end : mention.end + 7]
        if mention.label == "DATE":
            bound = mention.get("mod") in {"BEFORE", "AFTER", "START", "END"}
            bound = bound or _BOUND.search(before) is not None
            bound = bound and not before.endswith(" the ")  # since the 2015 attack
            return (
                bool(mention.value)
                and not mention.get("citation")
                and not self._dateline(mention)
                and (not bound or after.startswith(", when"))
            )
        if mention.label == "PLACE":
            after = self.text[mention.end : mention.end + 24]
            country = mention.get("kind") == "country"
            if country and (_POSSESSED.match(after) or _BESIDE.search(before)):
                return False
            return not (
                mention.get("part_of")
                or _ELSEWHERE.search(before)
                or _NAMED_AFTER.match(after)
                or (_SAINT.match(mention.text) and _CHURCH.search(before + after))
            )
        return True


def frames(reader: Reader, blocks: Sequence[Block]) -> Iterator[Frame]:
    """Frames of prose, table rows and timeline entries, in reading order."""
    entry: list[Block] = []
    day = _chronicle(reader, blocks)
    for n, block in enumerate(blocks):
        if block.kind == DATE_LINE:
            yield from _entry(reader, entry)
            entry = [block]
        elif entry and block.kind in (LABEL, PARAGRAPH, ITEM) and len(entry) < 8:
            entry.append(block)
        else:
            yield from _entry(reader, entry)
            entry = []
            for frame in _prose(reader, block, title=n < 3):
                undated = block.kind == ITEM and not frame.of("DATE")
                yield (
                    replace(frame, mentions=tuple(sorted((*day, *frame.mentions))))
                    if undated
                    else frame
                )
    yield from _entry(reader, entry)


def _chronicle(reader: Reader, blocks: Sequence[Block]) -> tuple[Mention, ...]:
    """The day that a chronicle is of, where its title is nothing but a day."""
    title = reader.text[: blocks[0].end].strip(" #*\n") if blocks else ""
    found = [m for m in reader.within(0, len(title) + 8) if m.label == "DATE"]
    if len(found) == 1 and len(found[0].value) == 10 and len(title) < 30:
        rest = title.replace(found[0].text, "").strip(" ,.:")
        return tuple(found) if not rest else ()
    return ()


def _entry(reader: Reader, blocks: Sequence[Block]) -> Iterator[Frame]:
    """A date line with what stands under it, as one frame."""
    if len(blocks) < 2:
        return
    start, end = blocks[0].start, blocks[-1].end
    mentions = reader.within(start, end)
    kind = _kind(mentions, reader.text[start:end])
    if kind == DETAIL and any(m.value == "arrested" for m in mentions):
        kind = ARREST
    if kind not in (DETAIL, TALK):
        yield Frame(
            start, end, kind, "entry", start, blocks[0].section, "new", mentions
        )


def _prose(reader: Reader, block: Block, title: bool) -> Iterator[Frame]:
    if block.kind in _SILENT or block.kind == ROW:
        return
    if block.kind == HEADING and not title:
        return
    span = reader.doc.char_span(block.start, block.end, alignment_mode="contract")
    if span is None:
        return
    origin = "title" if block.kind == HEADING else "sentence"
    for sentence in span.sents:  # type: ignore[attr-defined]
        end = sentence[-1].idx + len(sentence[-1])
        for start, stop, shared in _zones(reader, sentence.start_char, end):
            mentions = tuple(sorted((*shared, *reader.within(start, stop))))
            kind = _kind(mentions, reader.text[start:stop])
            mentions = _tied(reader, kind, mentions)
            if mentions and kind != TALK:
                yield Frame(
                    start,
                    stop,
                    kind,
                    origin,
                    block.start,
                    block.section,
                    _reference(mentions),
                    mentions,
                )


def _tied(
    reader: Reader, kind: str, mentions: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """``mentions`` less the days and places of who told of the event."""
    events = [m for m in mentions if m.label == "EVENT" and not m.get("modality")]
    if kind in (ARREST, DETAIL) or not events:
        return mentions
    least = NEAR if _reference(mentions) == "definite" else FAR
    return tuple(
        m
        for m in mentions
        if m.label not in ("DATE", "PLACE") or tie(reader.doc, m, events) >= least
    )


Zone = tuple[int, int, tuple[Mention, ...]]


def _zones(reader: Reader, start: int, end: int) -> Iterator[Zone]:
    """A sentence, cut between two days that cannot be the same.

    Each zone comes with what it shares with the one before: of *attacks in Paris in
    2015 and in Brussels in 2016* the second has a day and place, the first the attacks.
    """
    mentions = reader.within(start, end)
    dates = [m for m in mentions if m.label == "DATE" and not m.get("name")]
    events = [m for m in mentions if m.label == "EVENT" and m.get("kind") != "foil"]
    cut, shared = start, tuple[Mention, ...]()
    for a, b in pairwise(dates):
        if edtf.overlap(a.value, b.value):
            continue
        place = _cut(reader.text, a, b, events)
        plural = [e for e in events if cut <= e.start < a.end and e.get("number")]
        own = any(e.start >= place for e in events)
        placed = _placed(mentions, place, end)
        if place <= cut or not placed or not (own or plural):
            continue
        yield cut, place, shared
        cut, shared = place, () if own else tuple(plural[-1:])
    yield cut, end, shared


def _cut(text: str, a: Mention, b: Mention, events: Sequence[Mention]) -> int:
    """Where the telling of day ``b`` begins: before its event, at a conjunction."""
    between = [e for e in events if a.end <= e.start < b.start]
    until = between[-1].start if between else b.start
    breaks = list(_BREAK.finditer(text, a.end, until))
    words = [m for m in breaks if m.group().strip(" ,;")]
    return (words or breaks)[-1].start() if breaks else 0


def _placed(mentions: Sequence[Mention], start: int, end: int) -> bool:
    """Whether a place or a target is named on both sides of ``start``."""
    places = [m.start for m in mentions if m.label in ("PLACE", "TARGET")]
    return any(p < start for p in places) and any(start <= p < end for p in places)


def _kind(mentions: Sequence[Mention], text: str) -> str:
    events = [m for m in mentions if m.label == "EVENT"]
    real = [m for m in events if m.get("modality") is None]
    kinds = {m.get("kind") for m in real}
    counted = any(m.label in ("KILLED", "INJURED", "SUSPECTS") for m in mentions)
    if real and not counted and _general(real, mentions):
        return TALK
    killed = [m for m in mentions if m.label == "KILLED"]
    if killed and all(m.get("aggregate") for m in killed) and _since(mentions):
        return TALK
    if "plot" in kinds or ("foil" in kinds and events):
        return PLOT
    if _OPERATION.search(text):
        return TALK
    attacks = [m for m in real if m.get("kind") == "attack"]
    if attacks and attacks[0].get("agent") == "state":
        return TALK
    violent = [m for m in attacks if m.get("agent") != "state"]
    arrested = any(
        m.label == "LEGAL" and m.value == "arrested" and not m.get("negated")
        for m in mentions
    )
    if violent and not (arrested and all(m.get("reference") for m in violent)):
        return ATTACK
    if arrested and any(m.label in ("SUSPECTS", "PERSON") for m in mentions):
        return ARREST
    return DETAIL


def _since(mentions: Sequence[Mention]) -> bool:
    """Whether no day or month is given, so that a toll is of years."""
    return not any(m.label == "DATE" and len(m.value) >= 7 for m in mentions)


def _general(events: Sequence[Mention], mentions: Sequence[Mention]) -> bool:
    """Several attacks or plots of no day: *attacks in Europe have multiplied*."""
    days = any(m.label == "DATE" and len(m.value) >= 7 for m in mentions)
    return not days and all(m.get("number") == "plural" for m in events)


def _reference(mentions: Sequence[Mention]) -> str:
    found = [m.get("reference") for m in mentions if m.label == "EVENT"]
    if "new" in found:
        return "new"
    return "definite" if "definite" in found else ""
