"""Nouns of harm: ``five deaths``, ``the killing of two guards``, ``death toll``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from incidents import gazetteers
from incidents.extractors import _numbers
from incidents.extractors._nouns import is_person
from incidents.extractors.figures.clauses import subjects, verb
from incidents.extractors.figures.extent import noun_end
from incidents.extractors.figures.phrases import Party, parties
from incidents.extractors.figures.words import CALENDAR, Words

KILLED, INJURED, CASUALTIES = "KILLED", "INJURED", "CASUALTIES"
_NOUNS = {
    **dict.fromkeys(gazetteers.load("harm")["injured"].fields["suffering"], INJURED),
    **dict.fromkeys("deaths fatalities fatality bodies corpses".split(), KILLED),
    **dict.fromkeys("injuries injury".split(), INJURED),
    **dict.fromkeys("casualties casualty".split(), CASUALTIES),
}
_DEEDS = {
    **dict.fromkeys(
        "death deaths killing killings murder murders assassination slaying execution "
        "massacre beheading murdering assassinating executing slaughtering massacring "
        "lives loss bodies body".split(),
        KILLED,
    ),
    **dict.fromkeys(
        "injuries injury wounding injuring hurting maiming".split(), INJURED
    ),
}
_DATES = CALENDAR - {"last", "this", "today", "early", "late", "may", "yesterday"}
_RISE = frozenset(
    "rises rose risen rising increases increased climbed climbs jumped jumps "
    "grew".split()
)
_NUMBER = frozenset("number numbered numbers".split())
_REACHED = frozenset("stands stood is was remained".split())
_COUNTED = {
    **dict.fromkeys("killed dead deaths fatalities".split(), KILLED),
    **dict.fromkeys("injured wounded injuries".split(), INJURED),
}
#: What a toll is of that counts no dead, or not them alone.
_OTHER_TOLLS = frozenset("injury casualty road bridge a heavy".split())
#: What is done by, and to, those who have injuries.
_SUFFERED = frozenset(gazetteers.load("harm")["injured"].fields["suffered"])
_APART = frozenset({"of", "about"})
_PARTIAL = frozenset("serious other further additional major more threatening".split())
_NEGATIONS = frozenset("no without nor neither nobody".split())


@dataclass(frozen=True, slots=True)
class Harm:
    """A word of harm, and the people it is said of; all offsets count words.

    Attributes:
        labels: What was done to them.
        start: First word of the word of harm.
        end: One past its last.
        parties: The people.
        total: Whether the figure is said to be a total.
        shot: Whether they are only said to have been hit.
        again: Whether it only gives another figure for what was told before.
    """

    labels: tuple[str, ...]
    start: int
    end: int
    parties: tuple[Party, ...]
    total: bool = False
    shot: bool = False
    again: bool = False


def toll(words: Words, i: int) -> Iterator[Harm]:
    """``The death toll rose from 12 to 17``, with ``death`` at ``i``."""
    end = i + 2
    found: list[Party] = []
    for j in range(end, end + 12):
        if words.ends(j) or words.low[j] in _DATES:
            break
        if found and words.low[j] in {"and", ","}:
            break
        if words.low[j] in {"from", "between"} and words.at(j + 2) == "to":
            continue  # from the old toll to the new
        if found and j < found[-1].end and words.at(j - 1) != "to":
            continue
        number = _numbers.read(words, j)
        if number is not None and (not found or words.at(j - 1) == "to"):
            span = (number.start, number.end)
            found = [Party(j, number.end, "count", "", number.min, number.max, span)]
    if found:
        yield Harm((KILLED,), i, end, tuple(found), total=True)


def _toll(words: Words, i: int) -> Iterator[Harm]:
    """``put the toll at 19``; ``the death toll`` is read at its first word."""
    if words.at(i - 1) not in _OTHER_TOLLS | {"death"}:
        yield from toll(words, i - 1)


def _rise(words: Words, i: int) -> Iterator[Harm]:
    """``The number of people killed in the fire increases to six``."""
    number = _numbers.read(words, i + 2) if words.at(i + 1) == "to" else None
    if number is None:
        return
    for j in range(i - 1, max(-1, i - 30), -1):
        if words.ends(j):
            return
        label = _rising(words, j)
        if label is not None:
            span = (number.start, number.end)
            one = Party(i + 2, number.end, "count", "", number.min, number.max, span)
            yield Harm((label,), j, j + 1, (one,), total=True)
            return


def _rising(words: Words, j: int) -> str | None:
    """What is said to rise, if word ``j`` ends its name."""
    if words.low[j] == "toll" and words.at(j - 1) not in _OTHER_TOLLS:
        return KILLED
    counted = "number" in words.low[max(0, j - 5) : j]
    return _COUNTED.get(words.low[j]) if counted else None


def deed(words: Words, i: int) -> Iterator[Harm]:
    """``the killing of two guards``, ``claimed the lives of 12``, ``injuries to 3``."""
    label = _DEEDS.get(words.low[i], KILLED)
    if words.at(i + 1) not in {"of", "to"}:
        return
    if (words.at(i + 1) == "to") != (label == INJURED):
        return
    found = parties(words, i + 2)
    if words.low[i] == "loss" and not all(is_person(p.head) for p in found):
        return  # of jobs, of life
    if found:
        yield Harm((label,), i, i + 2, tuple(found))


def numbered(words: Words, i: int, label: str) -> Iterator[Harm]:
    """``The dead number 26``, ``put the number of dead at 35``."""
    after = i + 1
    if words.low[max(0, i - 2) : i] == ("number", "of"):
        after += words.at(after) in _REACHED
        at = words.at(after) in {"at", "to", "as"}
    else:
        at = words.at(i - 1) == "the" and words.at(after) in _NUMBER
    number = _numbers.read(words, after + 1) if at else None
    if at and words.at(after + 1).isdigit():  # else "number 26" names a thing
        count = int(words.at(after + 1))
        number = _numbers.Number(after + 1, after + 2, count, count)
    if number is not None:
        span = number.start, number.end
        one = Party(*span, "count", "", number.min, number.max, span)
        yield Harm((label,), i, i + 1, (one,), total=True)


def _noun(words: Words, i: int) -> Iterator[Harm]:
    """``five deaths``, ``100+ casualties``, ``no injuries``."""
    word = words.low[i]
    label = _NOUNS[word]
    if word in _DEEDS and words.at(i + 1) in {"of", "to"}:
        yield from deed(words, i)
        return
    for j in range(max(0, i - 8), i):
        number = _numbers.read(words, j)
        if number is not None and noun_end(words, number.end) in {i, i + 1}:
            span = (number.start, number.end)
            one = Party(j, i + 1, "count", "", number.min, number.max, span)
            yield Harm((label,), i, i + 1, (one,))
            return
    if label == INJURED and words.at(i + 1) not in {"of", "to"}:
        yield from _suffered(words, i)
    none = _none_before(words, i)
    if none is not None:
        yield Harm((label,), i, i + 1, (none,))


def _suffered(words: Words, i: int) -> Iterator[Harm]:
    """``The driver suffered minor injuries``, ``nine were treated for injuries``."""
    for j in range(max(0, i - 6), i):
        if words.low[j] in _SUFFERED and not _APART & {*words.low[j:i]}:
            group = verb(words, j, i + 1)
            found = [] if group.unreal or group.denied else subjects(words, group)
            if found:
                yield Harm((INJURED,), j, i + 1, tuple(found))


def _none_before(words: Words, i: int) -> Party | None:
    for j in range(i - 1, max(-1, i - 9), -1):
        word = words.low[j]
        if words.stops(j) or word in _PARTIAL or word in {"but", "and"}:
            return None
        denied = word in _NEGATIONS or (
            word == "any" and {"not", "n't"} & set(words.low[max(0, j - 4) : j])
        )
        if denied:
            return Party(j, i + 1, "none", "", 0, 0, (j, j + 1))
        if words.breaks[j]:
            return None
    return None


def _lives(words: Words, i: int) -> Iterator[Harm]:
    if words.at(i + 1) == "of":
        yield from deed(words, i)
    elif words.at(i - 2) in {"lost", "losing"}:
        found = subjects(words, verb(words, i - 2, i + 1))
        if found:
            yield Harm((KILLED,), i - 2, i + 1, tuple(found))
    else:
        for j in range(max(0, i - 5), i):
            number = _numbers.read(words, j)
            if number is not None and number.end == i:
                span = (number.start, number.end)
                one = Party(j, i, "count", "lives", number.min, number.max, span)
                yield Harm((KILLED,), i, i + 1, (one,))
                return


NOMINAL = {
    **dict.fromkeys(_DEEDS, deed),
    **dict.fromkeys(_NOUNS, _noun),
    **dict.fromkeys(_RISE, _rise),
    "lives": _lives,
    "toll": _toll,
}
