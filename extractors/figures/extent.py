"""Where a noun phrase ends, by the words and, where there are any, the tags."""

from __future__ import annotations

from incidents.extractors._nouns import is_person
from incidents.extractors.figures.numerals import is_number
from incidents.extractors.figures.words import (
    AUXILIARIES,
    CALENDAR,
    FINITE,
    PREPOSITIONS,
    SUBORDINATORS,
    Words,
)

HARMED = frozenset(
    "killed killing kills kill injured injuring injures wounded wounding wounds dead "
    "hurt hurting died dying dies murdered murdering assassinated assassinating "
    "executed executing slain beheaded beheading massacred massacring maimed maiming "
    "shot stabbed arrested arresting detained detaining charged".split()
)
#: Nouns of harm, whose figure is not that of the next word of harm.
TOLLS = frozenset("casualties deaths fatalities injuries".split())
DETERMINERS = frozenset(
    "the this that these those his her their its our your my whose".split()
)
SELVES = frozenset("himself herself itself themselves".split())
_WORDS = frozenset(
    "and or , ; & ' \" `` '' as well plus such there here including".split()
)
EDGES = _WORDS | PREPOSITIONS | SUBORDINATORS | AUXILIARIES | SELVES | HARMED | CALENDAR
_REACH = 9


def noun_end(words: Words, i: int) -> int:
    """One past the noun phrase, without its complements, that goes on at word ``i``."""
    j = i
    while j < i + _REACH and not words.ends(j) and inside(words, j):
        if words.low[j] in DETERMINERS or words.low[j] in {"a", "an", "another"}:
            break
        if words.low[j : j + 3] == ("-", "in", "-"):
            j += 4  # mother-in-law
            break
        if words.tag[j] in {"RB", "TO", "RP"} or words.low[j] in {"not", "to"}:
            break
        if j > i and (is_number(words.low[j]) or _past_head(words, j)):
            break
        j += 1
    return min(j, len(words))


def _past_head(words: Words, j: int) -> bool:
    """Whether a clause starts at ``j``: ``a civilian delivering bread``."""
    if not words.tag[j]:
        last = is_person(words.low[j - 1]) and words.low[j] not in {"-", "'s", "’s"}
        return last and not is_person(words.low[j])
    before = words.tag[j - 1].startswith("NN") or is_person(words.low[j - 1])
    return before and words.tag[j] in {"VBG", "VBN"}


def inside(words: Words, j: int) -> bool:
    """Whether word ``j`` can stand within a noun phrase."""
    return words.low[j] not in EDGES and words.tag[j] not in FINITE
