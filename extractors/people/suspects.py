"""How many plotters, attackers or arrested people a report speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from incidents.extractors import _numbers
from incidents.extractors._nouns import (
    ATTACKER,
    GENERIC,
    KIN,
    SUSPECT,
    beside_suspects,
    is_attacker,
    role,
)
from incidents.extractors.figures.clauses import objects, subjects, verb
from incidents.extractors.figures.extent import EDGES, HARMED
from incidents.extractors.figures.phrases import Party, parties, party
from incidents.extractors.figures.words import PREPOSITIONS, Words

_ARREST = beside_suspects("arrested")
_NOMINAL = beside_suspects("arrests")
_DEEDS = beside_suspects("deeds")
_ANYONE = beside_suspects("anyone")
#: What is done to those who are attacked.
_SUFFERED = beside_suspects("suffered")
#: How many words before ``by`` its verb may stand.
_BEFORE = 10
_BANDS = beside_suspects("bands")
_TAKERS = beside_suspects("takers")
#: Verbs of many uses that police do, each with its particle.
_TAKING = frozenset(tuple(p.split()) for p in beside_suspects("taking"))
#: After *held*, what it is for.
_HELD_FOR = beside_suspects("held_for")
#: Bands of those who attack, and what tells of how many each is.
_CREWS = beside_suspects("crews")
_STRONG = beside_suspects("strong")
#: Words between police and what they do, and after *held*.
_AFTER_TAKER, _FOR = 4, 9


class Count(NamedTuple):
    """People counted; ``start`` and ``end`` count words, as does ``trigger``."""

    start: int
    end: int
    people: Party
    trigger: tuple[int, int]
    kind: str


def counts(words: Words) -> Iterator[Count]:
    """Yield each count of suspects, in reading order of what shows them to be so."""
    for i, word in enumerate(words.low):
        if word in _ARREST or word in _NOMINAL:
            yield from _arrested(words, i)
        elif word in _BANDS and words.at(i + 1) == "of":
            yield from _band(words, i)
        elif word == "held" or tuple(words.low[i : i + 2]) in _TAKING:
            yield from _held(words, i)
        elif word == "custody" and words.at(i - 1) in {"in", "into"}:
            yield from _in_custody(words, i)
        if word in _CREWS:
            yield from _crew(words, i)
        if is_attacker(word) or word in _ANYONE:
            yield from _attacking(words, i)


def _arrested(words: Words, i: int) -> Iterator[Count]:
    word = words.low[i]
    if word in _NOMINAL and words.at(i + 1) == "of":
        found = parties(words, i + 2)
    elif word == "arrests":
        found = []
    else:
        group = verb(words, i, i + 1)
        if group.unreal or group.denied:
            return
        if group.passive:
            found = subjects(words, group)
        else:
            found = objects(words, i + 1) or subjects(words, group, close=True)
    if word in {"identified", "suspected"}:
        found = [p for p in found if is_attacker(p.head)]
    yield from _list(words, found, (i, i + 1), "arrested")


def _held(words: Words, i: int) -> Iterator[Count]:
    """``police held a nurse``, ``six men are being held over it``."""
    end = i + (1 if words.low[i] == "held" else 2)
    group = verb(words, i, end)
    if group.unreal or group.denied or words.at(end) == "that":
        return
    if group.passive:
        reason = words.low[i : min(i + _FOR, words.sentence(i)[1])]
        found = subjects(words, group) if _HELD_FOR & {*reason} else []
    else:
        before = words.low[max(words.sentence(i)[0], i - _AFTER_TAKER) : i]
        found = objects(words, end) if _TAKERS & {*before} else []
    yield from _list(words, found, (i, end), "arrested")


def _in_custody(words: Words, i: int) -> Iterator[Count]:
    """``nine people are in custody``, ``a man was taken into custody``."""
    start = i - 2 if words.at(i - 2) == "taken" else i - 1
    group = verb(words, start, i + 1)
    if group.passive and not (group.unreal or group.denied):
        yield from _list(words, subjects(words, group), (start, i + 1), "arrested")


def _crew(words: Words, i: int) -> Iterator[Count]:
    """``a seven-man cell``, ``a five-strong gang of thieves``."""
    for j in range(i - 1, max(i - 4, 1), -1):
        number = _numbers.cardinal(words, j - 2)
        strong = words.low[j] in _STRONG and words.low[j - 1] == "-"
        if strong and number and number.end == j - 1:
            span = (number.start, number.end)
            one = Party(
                j - 2, i + 1, "count", words.low[i], number.min, number.max, span
            )
            yield Count(j - 2, i + 1, one, (i, i + 1), "attacker")


def _list(
    words: Words, found: list[Party], trigger: tuple[int, int], kind: str
) -> Iterator[Count]:
    found = [p for p in found if not _is_age(words, p)]
    people = [p for p in found if p.kind in {"count", "one", "definite"}]
    if _kin(found) or _alike(found):
        people = [_together(found)]
    elif len(people) < len(found):  # of those named, the kin is one more
        people = [p for p in people if p.number or role(p.head) != KIN]
    for one in people:
        start, end = min(one.start, trigger[0]), max(one.end, trigger[1])
        if end - start < 40:
            yield Count(start, end, one, trigger, kind)


def _kin(found: list[Party]) -> bool:
    """Whether a list is of people with their kin, each counted: *he and his wife*."""
    of = [p for p in found[1:] if role(p.head) == KIN]
    known = all(p.min is not None and p.min == p.max for p in found)
    return bool(of) and known and any(p.kind != "name" for p in found)


def _alike(found: list[Party]) -> bool:
    """Whether a list counts people and no more: *two men and a woman*."""
    roles = {role(p.head) for p in found}
    known = all(p.kind in {"count", "one"} and p.min == p.max for p in found)
    return len(found) > 1 and known and roles <= {GENERIC, ATTACKER, SUSPECT, KIN}


def _is_age(words: Words, one: Party) -> bool:
    """Whether a bare number is an age: ``(25)``, ``aged 16, 18 and 19``."""
    if one.head or not one.number:
        return False
    i = one.number[0] - 1
    if words.at(i) == "(" and words.at(one.number[1]) == ")":
        return True
    while words.at(i) in {",", "and"} or words.at(i).isdigit():
        i -= 1
    return words.at(i) in {"aged", "ages", "age"}


def _together(found: list[Party]) -> Party:
    total = sum(p.min or 0 for p in found)
    return Party(found[0].start, found[-1].end, "count", "", total, total)


def _band(words: Words, i: int) -> Iterator[Count]:
    """``a cell of five``; of many a band is no count of suspects, so few count."""
    one = party(words, i + 2)
    crew = words.low[i] == "cell" or (one is not None and is_attacker(one.head))
    if one is not None and one.kind == "count" and crew:
        yield Count(i, one.end, one, (i, i + 1), "attacker")


def _attacking(words: Words, i: int) -> Iterator[Count]:
    """``two masked men entered``, ``a lone gunman``, ``the three attackers``."""
    one = _headed(words, i)
    if one is None or one.kind not in {"count", "one", "definite"}:
        return
    if is_attacker(words.low[i]):
        if one.max == 1 and _modifies(words, i):
            return
        yield Count(one.start, one.end, one, (i, i + 1), "attacker")
        return
    before = words.at(one.start - 1)
    if before == "by" and (done := _done_by(words, one.start - 1)) is not None:
        yield Count(one.start, one.end, one, (done, done + 1), "attacker")
        return
    if before in PREPOSITIONS - {"of"} or before in HARMED:
        return
    near = range(one.start + 1, min(one.end + 7, len(words)))
    deed = next((j for j in near if words.low[j] in _DEEDS or words.ends(j)), None)
    if deed is None or words.ends(deed) or _suffer(words, one.end, deed):
        return
    yield Count(one.start, one.end, one, (deed, deed + 1), "attacker")


def _done_by(words: Words, by: int) -> int | None:
    """The deed that ``by`` says whose it is: ``was seized in May by two men``."""
    for i in range(by - 1, max(-1, by - _BEFORE), -1):
        if words.ends(i):
            return None
        if words.low[i] in _DEEDS | _SUFFERED:
            passive = {"was", "were", "been", "being"} & {*words.low[max(0, i - 3) : i]}
            return i if passive else None
    return None


def _modifies(words: Words, i: int) -> bool:
    """Whether an untagged ``rebel`` may only describe: ``the rebel forces``."""
    after = words.at(i + 1)
    closed = words.ends(i + 1) or after in EDGES or after in _DEEDS
    return not (words.tag[i] or closed or after.endswith("ed"))


def _suffer(words: Words, start: int, end: int) -> bool:
    """Whether those named are harmed: ``two men were``, not ``two men opened fire``."""
    return bool(
        set(words.low[start : end + 1]) & (HARMED - {"shot", "executed"})
        or set(words.low[start:end])
        & {"was", "were", "been", "being", "who", ",", "by"}
    )


def _headed(words: Words, i: int) -> Party | None:
    """The phrase whose head is word ``i``, read from its figure or article."""
    for start in range(max(0, i - 6), i):
        if words.tag[start].startswith("NN") and not words.low[start].isdigit():
            continue
        one = party(words, start)
        if one is not None and one.end > i and one.kind in {"count", "one", "definite"}:
            return one if one.end == i + 1 else None
    return None
