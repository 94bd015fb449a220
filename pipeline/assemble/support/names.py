"""Names of suspects: words that are read as a person's, and as nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incidents.extractors._nouns import OFFICER, SPEAKER, role
from incidents.extractors.people.cues import TITLES
from incidents.extractors.places.names import fold
from incidents.extractors.places.spots import is_demonym, is_plain
from incidents.extractors.places.table import named
from incidents.extractors.places.words import PEOPLES
from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.assemble.support.passage import (
    Passage,
    Span,
    whole_words,
    word_before,
)

_OTHER = ("DATE", "EVENT", "GROUP", "LEGAL", "NATIONALITY", "PLACE", "TARGET", "WEAPON")
#: How near after a name a word of saying stands that is the named one's.
_SAID = 2
#: Letters of the shortest name that may stand alone.
_SHORTEST = 4
_PART = re.compile(r"[^\W\d_][\w'’.`-]*\.?")


def bears(value: str, case: Case) -> bool:
    """Whether a quote names the person ``value``, or by the surname alone."""
    return any(case.told(p, span) for p in case.shown for span in _spans(value, p))


def _spans(value: str, passage: Passage) -> Iterator[Span]:
    """Where the words name ``value``, as a name or as what can be nothing else."""
    for span in passage.prints(value):
        read = passage.over(span, "PERSON")
        if _speaks(passage, span):
            continue
        if read or _may_be(passage, span):
            yield span
    last = value.split()[-1]
    wholes = [m.span() for m in whole_words(value).finditer(passage.text)]
    if last == value or not wholes:
        return
    for span in passage.prints(last):
        if any(start <= span[0] < end for start, end in wholes):
            continue  # the whole name stands elsewhere
        read = passage.over(span, "PERSON")
        own = any(m.value == value or m.start == span[0] for m in read)
        if own or (not read and _is_free(passage, span)):
            yield span


def _speaks(passage: Passage, span: Span) -> bool:
    """Whether one who is no suspect speaks: *her counsel, Ida Holm, said that*."""
    read = passage.over(span, "PERSON")
    if not read or any(m.get("role") not in ("official", "victim") for m in read):
        return False
    after = passage.over((span[1], span[1] + _SAID + 1), "CUE")
    said = any(c.value == "speech" and c.start >= span[1] for c in after)
    before = word_before(passage.text, span[0]).casefold()
    return said or role(before) in (OFFICER, SPEAKER)


def _may_be(passage: Passage, span: Span) -> bool:
    """Whether words that no extractor read as a name can be one."""
    text = passage.text[slice(*span)]
    if passage.over(span, *_OTHER):
        return False
    return _like_a_name(text) or (
        len(text) >= _SHORTEST
        and _is_free(passage, span)
        and not named(fold(text))
        and _recurs(text, passage.text)
    )


def _is_free(passage: Passage, span: Span) -> bool:
    """Whether a word with a capital is nothing that is known."""
    text = passage.text[slice(*span)]
    return (
        text[0].isupper()
        and not passage.over(span, *_OTHER)
        and not _plain(text.casefold())
    )


def _recurs(text: str, report: str) -> bool:
    """Whether a word comes again, and always with its capital."""
    found = re.findall(rf"\b{re.escape(text)}\b", report, re.IGNORECASE)
    return len(found) > 1 and set(found) == {text}


def _like_a_name(text: str) -> bool:
    """Two words and more of a name, with the particles and initials of names."""
    words = text.split()
    capital = [w for w in words if any(c.isupper() for c in w)]
    return (
        len(capital) >= 2
        and all(_PART.fullmatch(w) for w in words)
        and words[-1] in capital
        and not any(_plain(w.casefold()) for w in capital)
    )


def _plain(word: str) -> bool:
    return is_plain(word) or is_demonym(word) or word in TITLES or word in PEOPLES
