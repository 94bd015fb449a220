"""How many people were kidnapped, seized or held hostage, each figure with its words.

The label is ``HOSTAGES``. Attributes: ``trigger`` (``start:end`` of the word of
holding), ``number`` (of the figure), and ``implied`` where no figure is printed (*the
priest was kidnapped*). Whom police hold is no hostage.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from incidents.extractors import _numbers
from incidents.extractors._nouns import is_attacker, is_person, is_state
from incidents.extractors._phrases import words as listed
from incidents.extractors.figures.clauses import Verb, objects, subjects, verb
from incidents.extractors.figures.extent import noun_end
from incidents.extractors.figures.phrases import Party, parties
from incidents.extractors.figures.words import Words, words
from incidents.extractors.mention import Mention, pack

#: These say it by themselves; of the next, that people were seized by people.
_KIDNAPPED = listed("kidnapped kidnaped abducted kidnapping abducting kidnaps abducts")
_SEIZED = listed("seized snatched seizing snatching")
_DEEDS = listed("kidnapping kidnappings abduction abductions")
_TAKEN = listed("take takes took taken taking hold holds held holding seized")
#: People are held where attackers are said to; aboard, where it was hijacked.
_KEPT = listed("hold holds held holding keep keeps kept keeping")
_ABOARD = listed("passengers aboard")
_HELD = listed("hostage captive")
_HOSTAGES = listed("hostages captives")
_STATE = listed("court authorities custody officials government prosecutors raid")
#: Words between a verb and *hostage* that still go together.
_REACH = 10


@dataclass(frozen=True, slots=True)
class _Holding:
    """A word of holding and the people held; all numbers count words."""

    start: int
    end: int
    parties: tuple[Party, ...]


def extract(doc: Doc, published: date | None) -> Iterator[Mention]:
    """Yield each figure of people kidnapped or held, in reading order."""
    read = words(doc)
    last = 0
    for i in range(len(read)):
        holding = _holding(read, i)
        mention = _mention(read, holding) if holding else None
        if mention is not None and mention.start >= last:
            last = mention.end
            yield mention


def _holding(read: Words, i: int) -> _Holding | None:
    word = read.low[i]
    if word in _TAKEN and (end := _hostage(read, i)):
        return _taken(read, i, end)
    if word in _DEEDS and read.at(i + 1) == "of":
        return _found(i, i + 2, parties(read, i + 2))
    if word in _KIDNAPPED:
        people = _before(read, i) or _people(read, verb(read, i, i + 1))
        return _found(i, i + 1, people)
    if word in _SEIZED:
        group = verb(read, i, i + 1)
        people = _people(read, group)
        return _found(i, i + 1, people) if _sure(read, group, people) else None
    if word in _KEPT:
        group = verb(read, i, i + 1)
        kept = any(map(is_attacker, _agents(read, group)))
        people = _people(read, group) if kept else []
        return _found(i, i + 1, people) if _sure(read, group, people) else None
    if word in _ABOARD and _hijacked(read, i):
        return _counted(read, i) or _counted(read, i - 1)
    return _counted(read, i) if word in _HOSTAGES else None


def _hostage(read: Words, i: int) -> int:
    """One past the *hostage* that goes with a verb at ``i``; 0 where none does."""
    for j in range(i + 1, min(i + _REACH, len(read))):
        if read.ends(j):
            break
        if read.low[j] in _HELD:
            return j + 1
    return 0


def _taken(read: Words, i: int, end: int) -> _Holding | None:
    """``took 66 sailors hostage``, ``seven workers taken hostage``."""
    group = verb(read, i, i + 1)
    if group.unreal or group.denied:
        return None
    if end > i + 2:
        between = parties(read, i + 1)
        return _found(i, end, between if _last(between) >= end - 1 else [])
    found = subjects(read, group) if group.passive else []
    return _found(i, end, found or subjects(read, group, close=True))


def _before(read: Words, i: int) -> list[Party]:
    """``200 kidnapped girls``, with ``kidnapped`` at ``i``."""
    for j in range(max(0, i - 6), i * read.low[i].endswith("ed")):
        number = _numbers.read(read, j)
        if number is not None and number.end == i and noun_end(read, i) > i + 1:
            return parties(read, j)
    return []


def _last(people: list[Party]) -> int:
    return people[-1].end if people else 0


def _people(read: Words, group: Verb) -> list[Party]:
    """Whom a verb takes: its subject where it is passive, else its object."""
    if group.unreal or group.denied:
        return []
    if group.passive:
        return subjects(read, group)
    return objects(read, group.end) or subjects(read, group, close=True)


def _sure(read: Words, group: Verb, people: list[Party]) -> bool:
    """Whether people were seized, and not by police: *snatched three guards*."""
    by_state = any(w in _STATE or is_state(w) for w in _agents(read, group))
    return not by_state and all(is_person(p.head) for p in people)


def _agents(read: Words, group: Verb) -> Sequence[str]:
    """The words for who does what a verb tells: after *by*, else before it."""
    first, last = read.sentence(group.start)
    before, after = read.low[first : group.first], read.low[group.end : last]
    return after[after.index("by") + 1 :][:4] if "by" in after else before[-6:]


def _hijacked(read: Words, i: int) -> bool:
    """Whether the sentence around ``i`` tells of a hijacking."""
    first, last = read.sentence(i)
    return any(word.startswith("hijack") for word in read.low[first:last])


def _counted(read: Words, i: int) -> _Holding | None:
    """``700 hostages``, with ``hostages`` at ``i``."""
    for j in range(max(0, i - 6), i):
        number = _numbers.read(read, j)
        if number is not None and noun_end(read, number.end) == i + 1:
            return _found(i, i + 1, [_one(j, i + 1, number)])
    return None


def _one(start: int, end: int, number: _numbers.Number) -> Party:
    span = number.start, number.end
    return Party(start, end, "count", "hostages", number.min, number.max, span)


def _found(start: int, end: int, people: list[Party]) -> _Holding | None:
    taken = [p for p in people if p.kind not in {"self", "none"}]
    if not taken or any(is_attacker(p.head) for p in taken):
        return None
    return _Holding(start, end, tuple(taken))


def _mention(read: Words, holding: _Holding) -> Mention | None:
    known = [p for p in holding.parties if p.kind != "many"]
    value = _value(known, len(known) == len(holding.parties))
    if not value:
        return None
    first = min(holding.start, *(p.start for p in holding.parties))
    last = max(holding.end, *(p.end for p in holding.parties))
    start, end = _span(read, first, last)
    number = next((p.number for p in known if p.number), None)
    return Mention(
        start,
        end,
        "HOSTAGES",
        read.text[start:end],
        value,
        __name__,
        pack(
            trigger=_place(read, holding.start, holding.end),
            number=_place(read, *number) if number else None,
            implied=None if number else "1",
        ),
    )


def _value(known: list[Party], all_known: bool) -> str:
    lows = [p.min for p in known if p.min is not None]
    highs = [p.max for p in known if p.max is not None]
    closed = all_known and len(highs) == len(known)
    return _numbers.value(sum(lows) if lows else None, sum(highs) if closed else None)


def _span(read: Words, start: int, end: int) -> tuple[int, int]:
    last = read.tokens[end - 1]
    return read.tokens[start].idx, last.idx + len(last)


def _place(read: Words, start: int, end: int) -> str:
    return "{}:{}".format(*_span(read, start, end))
