"""Words of harm, and for each form of them where the people harmed are looked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from incidents import gazetteers
from incidents.extractors import _numbers
from incidents.extractors.figures.again import again
from incidents.extractors.figures.clauses import Verb, objects, subjects, verb
from incidents.extractors.figures.nominal import (
    CASUALTIES,
    INJURED,
    KILLED,
    NOMINAL,
    Harm,
    deed,
    numbered,
    toll,
)
from incidents.extractors.figures.phrases import Party
from incidents.extractors.figures.words import Words


def _labelled(form: str) -> Mapping[str, str]:
    """Words of a form, each with what it is said of."""
    return {
        word: label
        for id, label in (("killed", KILLED), ("injured", INJURED))
        for word in gazetteers.load("harm")[id].fields[form]
    }


_PAST = {
    **dict.fromkeys(gazetteers.words("harm", "killed"), KILLED),
    **dict.fromkeys(gazetteers.words("harm", "injured"), INJURED),
}
_GERUND, _PRESENT = _labelled("gerund"), _labelled("present")
_DEGREE = frozenset(gazetteers.load("harm")["injured"].fields["degree"])
_ANYBODY = frozenset({"anyone", "anybody", "any"})
_DYING = gazetteers.words("harm", "died")
_SHOT = gazetteers.words("harm", "shot")
_TO_DEATH = frozenset(gazetteers.load("harm")["shot"].fields["to_death"])
#: Names of the fields of a form, what stands before one, and after its figure.
_FIELDS = _labelled("field")
#: Those who are counted: *the dead number 26*.
_COUNTED = {
    **dict.fromkeys(("dead", "killed"), KILLED),
    **dict.fromkeys(("wounded", "injured"), INJURED),
}
_OPENS = frozenset("( [ , ; | - •".split())
_CLOSES = frozenset(") ] , ; | . ( -".split())
_FATALLY = gazetteers.words("harm", "fatally")


def harms(words: Words) -> Iterator[Harm]:
    """Each word of harm in ``words`` that is said of countable people."""
    last: Harm | None = None
    for i, word in enumerate(words.low):
        told = list(form(words, i)) if word in _FIELDS else []
        if not told and word in _COUNTED:
            told = list(numbered(words, i, _COUNTED[word]))
        if not told and word in _READ:
            told = list(_READ[word](words, i))
        yield from told or again(words, i, last)
        last = told[-1] if told else last


def form(words: Words, i: int) -> Iterator[Harm]:
    """``Killed: 2``, ``(dead 14, injured 3)``: a field and its figure."""
    label, colon = _FIELDS[words.low[i]], words.at(i + 1) == ":"
    number = _numbers.read(words, i + 1 + colon)
    opens = _line(words, i) or words.ends(i - 1) or words.at(i - 1) in _OPENS
    if number is None or not opens:
        return
    end = number.end
    closes = words.ends(end) or _line(words, end) or words.at(end) in _CLOSES
    if closes and (colon or words.at(i - 1) in _OPENS):
        span = number.start, number.end
        one = Party(*span, "count", "", number.min, number.max, span)
        yield Harm((label,), i, i + 1, (one,))


def _line(words: Words, i: int) -> bool:
    """Whether a line begins at word ``i``."""
    return i == 0 or words.breaks[i] or "\n" in words.gap(i)


def _past(words: Words, i: int) -> Iterator[Harm]:
    label = KILLED if words.at(i - 1) in _FATALLY else _PAST[words.low[i]]
    end = i + 1 + (words.at(i + 1) == "down")
    labels = (label,)
    joint, other = words.at(end), _PAST.get(words.at(end + 1))
    if joint in {"and", "or", "/"} and other not in {None, label}:
        labels, end = ((CASUALTIES,), end + 2)
    elif _PAST.get(words.at(i - 2)) not in {None, label} and words.at(i - 1) in {
        "and",
        "or",
        "/",
    }:
        return  # read with the word before
    yield from _verbal(words, verb(words, i, end), labels)


def _verbal(
    words: Words, group: Verb, labels: tuple[str, ...], shot: bool = False
) -> Iterator[Harm]:
    if group.unreal:
        return
    if group.passive:
        found = subjects(words, group)
        none = bool(found) and found[0].kind == "none"
        if none and _DEGREE & {*words.low[group.first : group.start]}:
            return  # others may be hurt less
        if none:
            labels = (KILLED, INJURED) if labels == (CASUALTIES,) else labels
        if group.denied and not none:
            return
    else:
        if group.denied:
            return
        found = objects(words, group.end)
        if not found and not shot:
            found = subjects(words, group, close=True)
    if found:
        yield Harm(labels, group.start, group.end, tuple(found), shot=shot)


def _gerund(words: Words, i: int) -> Iterator[Harm]:
    label = KILLED if words.at(i - 1) == "fatally" else _GERUND[words.low[i]]
    end, labels = i + 1, (label,)
    other = _GERUND.get(words.at(end + 1))
    if words.at(end) in {"and", "or"} and other not in {None, label}:
        labels, end = (CASUALTIES,), end + 2
    elif words.at(i - 1) in {"and", "or"} and _GERUND.get(words.at(i - 2)):
        return
    if words.at(end) == "of":
        yield from deed(words, i)
        return
    found = objects(words, end)
    if words.at(i - 1) == "without" and words.at(end) in _ANYBODY:
        none = Party(i - 1, end + 1, "none", "", 0, 0, (i - 1, i))
        both = (KILLED, INJURED) if labels == (CASUALTIES,) else labels
        yield Harm(both, i, end, (none,))
    elif found and words.at(i - 1) not in {"without", "not"}:
        yield Harm(labels, i, end, tuple(found))


def _present(words: Words, i: int) -> Iterator[Harm]:
    group = verb(words, i, i + 1)
    if group.unreal or group.denied or words.at(i - 1) == "and":
        return
    found = objects(words, i + 1)
    if found and found[0].kind in {"count", "one"}:
        yield Harm((_PRESENT[words.low[i]],), i, i + 1, tuple(found))


def _died(words: Words, i: int) -> Iterator[Harm]:
    group = verb(words, i, i + 1)
    if group.unreal or group.denied:
        return
    found = subjects(words, group)
    if found:
        yield Harm((KILLED,), i, i + 1, tuple(found))


def _dead(words: Words, i: int) -> Iterator[Harm]:
    if words.at(i - 1) in _SHOT:
        yield from _verbal(words, verb(words, i - 1, i + 1), (KILLED,))
        return
    group = verb(words, i, i + 1)
    if group.unreal or group.denied:
        return
    found = subjects(words, group, close=not group.passive)
    if found:
        yield Harm((KILLED,), i, i + 1, tuple(found))


def _death(words: Words, i: int) -> Iterator[Harm]:
    if words.at(i - 1) == "to" and words.at(i - 2) in _TO_DEATH:
        yield from _verbal(words, verb(words, i - 2, i + 1), (KILLED,))
    elif words.at(i + 1) == "toll":
        yield from toll(words, i)
    else:
        yield from deed(words, i)


def _shot(words: Words, i: int) -> Iterator[Harm]:
    """People hit, of whom the sentence says no more."""
    if words.at(i + 1) in {"dead", "and", "to", "down"}:
        return
    for harm in _verbal(words, verb(words, i, i + 1), (INJURED,), shot=True):
        fatal = set(words.low[max(0, i - 2) : i + 2]) & _FATALLY
        yield Harm((KILLED,), i, i + 1, harm.parties) if fatal else harm


_READ = {
    **NOMINAL,
    **dict.fromkeys(_SHOT, _shot),
    **dict.fromkeys(_GERUND, _gerund),
    **dict.fromkeys(_PRESENT, _present),
    **dict.fromkeys(_PAST, _past),
    **dict.fromkeys(_DYING, _died),
    "dead": _dead,
    "death": _death,
}
