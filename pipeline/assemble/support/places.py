"""Places: words that are read as one, and not as a person, a group or a thing."""

from __future__ import annotations

from collections.abc import Sequence

from incidents.extractors.mention import Mention
from incidents.extractors.places.names import fold
from incidents.extractors.places.spots import is_demonym, is_plain
from incidents.extractors.places.table import named
from incidents.extractors.places.words import BODIES, IN, PEOPLES, TYPES
from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.assemble.support.passage import (
    Passage,
    Span,
    sentences,
    word_after,
    word_before,
)

#: What else a capitalised word may have been read as.
_OTHER = ("DATE", "EVENT", "LEGAL", "NATIONALITY", "PERSON", "WEAPON")
#: What may part the names of a place and of where it lies: *Izige, Nigeria*.
_LIES_IN = (", ", "/", " – ", " - ", ",\n", " (")


def bears(value: str, case: Case) -> bool:
    """Whether a quote names the place ``value``, and as one of this incident."""
    return any(_named(*printed) for printed in case.printed(value))


def _named(passage: Passage, span: Span) -> bool:
    """Whether the words at ``span`` are read as a place, or can be nothing else."""
    start, end = span
    if passage.text.startswith("the ", start):
        start += 4
    text = passage.text[start:end]
    small = not any(c.isupper() or c.isdigit() for c in text)
    if small and any(c.isupper() for c in passage.text):
        return False  # but in a text that has small letters only
    if read := passage.over(span, "PLACE"):
        return not _is_beside(passage, span, read)
    if passage.over(span, "GROUP"):
        return False
    if _typed(text) or word_after(passage.text, end).casefold() in TYPES:
        return True
    if passage.over(span, *_OTHER) or is_demonym(text) or text.casefold() in PEOPLES:
        return False
    known = bool(named(fold(text))) and not is_plain(text.casefold())
    return known or _placed(passage, span)


def _is_beside(passage: Passage, span: Span, read: Sequence[Mention]) -> bool:
    """Whether a name is of no place of an act, beside one that may be.

    *A man from Oslo*, *the Oslo Bakery in Riga*, *a court in Oslo said that in Riga*.
    """
    if any(span[1] > m.end or not is_role(m, passage) for m in read):
        return False
    sentence = next(s for s in sentences(passage) if s[0] <= span[0] < s[1])
    return any(
        m.get("kind") != "country" and not is_role(m, passage)
        for m in passage.over(sentence, "PLACE")
    )


def is_role(place: Mention, passage: Passage) -> bool:
    """Whether a place is where people are from, a part of a name, or a court's."""
    courts = [c for c in passage.of("CUE") if c.value == "court"]
    of_court = any(0 <= c.start - place.end <= 1 for c in courts)
    return bool(place.get("part_of") or place.reached("origin") or of_court)


def _typed(text: str) -> bool:
    """Whether a name says what kind of place it is of: *Foyle Road*, *Port of Aden*."""
    words = text.casefold().split()
    return len(words) > 1 and any(w in TYPES or w in BODIES for w in words)


def _placed(passage: Passage, span: Span) -> bool:
    """Whether an unknown name stands where a place stands."""
    start, end = span
    before = word_before(passage.text, start).casefold()
    if before in IN or before == "at":
        return True
    between = (
        (passage.text[end : m.start], passage.text[m.end : start])
        for m in passage.of("PLACE")
    )
    return any(gap in _LIES_IN for gaps in between for gap in gaps)
