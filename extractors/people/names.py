"""Names of people: where each begins and ends, without titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from incidents.extractors._nouns import CIVILIAN, KIN, role
from incidents.extractors.figures.words import Words
from incidents.extractors.people.cues import TITLES
from incidents.extractors.people.shown import is_shown

_PARTICLES = frozenset(
    "al el bin ibn bint abu abd ul ur van von der den de da di dela del della dos das "
    "la le ter ten al- y ud oglu ould ag -".split()
)
_INITIAL = re.compile(r"(?:[A-Z]\.){1,3}|[A-Z]")
_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?")
#: Capitalised with names, and no part of one.
_STRANGERS = frozenset(
    "islamic state qaeda haram taliban brigade brigades front army movement party "
    "group police court street road avenue university hospital church mosque city "
    "county province district north south east west new the and in on at of for a "
    "isis isil hamas hezbollah tajik uzbek chechen monday tuesday wednesday thursday "
    "friday saturday sunday january february march april june july august september "
    "october november december he she his her they it but after before when while "
    "christmas easter muslim christian jewish republic union embassy hotel airport "
    "park bridge school square centre center allah news times post daily many several "
    "some most".split()
)
_LANDS = frozenset(
    "prime foreign interior defense defence us u.s. assistant district police state "
    "national".split()
)
_CUES = frozenset({"named", "called", "as"})
_WHOSE = frozenset({"his", "her", "their"})
_LONGEST = 7
#: Letters of the shortest name that stands alone.
_SHORTEST = 4


def names(words: Words) -> Iterator[tuple[int, int]]:
    """Yield first and one past the last word of each name, in reading order."""
    if words.capitals:
        yield from _by_model(words)
        return
    i, known, last = 0, set[str](), 0
    again = _again(words)
    while i < len(words):
        end = _name_end(words, i)
        if end is not None:
            i = _untitled(words, i, end)
        if end is not None and (
            _is_name(words, i, end)
            or is_shown(words, i, end, last)
            or (end == i + 1 and words.tokens[i].text in again)
        ):
            known.add(words.tokens[end - 1].text)
        elif end == i + 1 and words.tokens[i].text in known:
            pass  # the surname again
        else:
            i += 1
            continue
        yield i, end
        i = last = end


def _again(words: Words) -> frozenset[str]:
    """Single words that the model takes for somebody's name more than once."""
    alone = Counter(
        t.text
        for i, t in enumerate(words.tokens)
        if t.ent_type_ == "PERSON"
        and _capital(words, i)
        and not _is_person(words, i - 1)
        and not _is_person(words, i + 1)
    )
    return frozenset(w for w, n in alone.items() if n > 1 and len(w) >= _SHORTEST)


def _is_person(words: Words, i: int) -> bool:
    return 0 <= i < len(words) and words.tokens[i].ent_type_ == "PERSON"


def akin(words: Words, start: int) -> bool:
    """Whether the name at ``start`` is told as somebody's kin: *his brother Juan*."""
    return role(words.at(start - 1)) == KIN and words.at(start - 2) in _WHOSE


def _by_model(words: Words) -> Iterator[tuple[int, int]]:
    i = 0
    while i < len(words):
        end = i
        while end < len(words) and words.tokens[end].ent_type_ == "PERSON":
            end += 1
        if end - i > 1:
            yield i, end
        i = max(end, i + 1)


def _name_end(words: Words, i: int) -> int | None:
    """One past the run of name words that starts at ``i``, if one does."""
    if not _capital(words, i) or words.low[i] in TITLES or _is_initial(words, i):
        return None
    j = i + 1
    while j < min(i + _LONGEST, len(words)) and not _parted(words, j):
        after = _past_particles(words, j)
        if not (_capital(words, after) or (after == j and _is_initial(words, j))):
            break
        j = after + 1
    return j


def _parted(words: Words, j: int) -> bool:
    """Whether word ``j`` begins a paragraph, or a sentence by the parser."""
    token = words.tokens[j]
    return words.breaks[j] or bool(token.is_sent_start and token.ent_iob_ != "I")


def _untitled(words: Words, start: int, end: int) -> int:
    """Where the name starts in a run such as ``Turkish President Recep Erdogan``.

    At the head of a sentence a trade is printed as a name is: ``Nurse Olga Petrova``.
    """
    titles = [j for j in range(start, end - 1) if words.low[j] in TITLES]
    if titles:
        return titles[-1] + 1
    first, _ = words.sentence(start)
    trade = start == first and end - start > 2 and role(words.low[start]) == CIVILIAN
    return start + trade


def _past_particles(words: Words, j: int) -> int:
    k = j
    while k < j + 3 and words.at(k) in _PARTICLES and not words.ends(k):
        k += 1
    return k


def _capital(words: Words, i: int) -> bool:
    if i >= len(words):
        return False
    token = words.tokens[i]
    return (
        token.text[:1].isupper()
        and _WORD.fullmatch(token.text) is not None
        and words.low[i] not in _STRANGERS
        and not (token.is_upper and len(token) > 1)
        and words.tag[i] in {"", "NNP", "NNPS", "NN", "JJ", "VBD", "VBG", "XX", "FW"}
    )


def _is_initial(words: Words, i: int) -> bool:
    return i < len(words) and _INITIAL.fullmatch(words.tokens[i].text) is not None


def _is_name(words: Words, start: int, end: int) -> bool:
    """Whether a run of capitalised words is a person's name."""
    kinds = {t.ent_type_ for t in words.tokens[start:end]}
    titled = words.at(start - 1) in TITLES - _LANDS and not words.ends(start - 1)
    if end - start == 1:
        if akin(words, start):
            return kinds <= {"PERSON", "GPE", "ORG", ""} and len(words.low[start]) > 2
        return titled and kinds <= {"PERSON", ""} and len(words.low[start]) > 2
    if kinds & {"NORP", "ORG", "FAC", "LAW", "EVENT"} and "PERSON" not in kinds:
        return False
    if "PERSON" in kinds:
        return True
    initials = _is_initial(words, end - 1) and len(words.tokens[end - 1].text) > 1
    if initials and not _is_initial(words, start):
        return kinds <= {"", "GPE"} and not words.low[start].isdigit()
    cued = words.at(start - 1) in _CUES and words.at(start - 2) != "such"
    aged = words.at(end) == "," and words.at(end + 1).isdigit()
    return (titled or cued or aged) and kinds <= {""}
