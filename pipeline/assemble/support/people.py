"""One person: what a quote says of that person, and of no other.

A step is borne out by its own word, not negated, of which the person is named as the
object right after it, or else is the last named before it, alone or in one list; or
where nobody is named there, by the name that the value leans on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from extractors import _gazetteer
from pipeline.assemble.support.evidence import Evidence, Shown, negated, whole_words
from pipeline.assemble.support.suspects import age, nationality
from pipeline.records import LEGAL_STEPS, Person

#: What stands between a verb and its object, or a noun and whom it is of.
_OBJECT = re.compile(
    r"\s(?:(?:of|against)\s)?(?:(?!and\s|in\s|with\s)[\w’'-]+,?\s){0,4}"
)
#: Before a step that is said of its subject.
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being)\s(?:\w+\s){0,3}$")
#: Between the names of one list: joints, and an age or a few words set off by commas.
_LIST = re.compile(r",?\s(?:and\s)?(?:[^,.;]{1,30},\s(?:and\s)?)?")
_CONTRAST = re.compile(r"\b(?:but|not)\b", re.IGNORECASE)
_STOP = re.compile(r"(?<=\w\w)[.;!?]\s|\n")
_Span = tuple[int, int]


def bears(person: Person, names: Sequence[str], shown: Shown) -> bool:
    """Whether the quotes name ``person`` and say all of that person.

    Args:
        person: As the record has it.
        names: Of all the record's suspects, whose steps are not this one's.
        shown: What is cited for the suspects.
    """
    own = [e for e in shown if any(_places(person.name, e.whole))]
    return (
        bool(own)
        and (person.age is None or age(person.age, own))
        and (person.nationality is None or nationality(person.nationality, own))
        and all(
            any(_taken(s, person.name, names, e) for e in own) for s in person.legal
        )
    )


def _taken(step: str, name: str, names: Sequence[str], one: Evidence) -> bool:
    others = [n for n in names if n != name]
    return any(
        _of(found.span(), name, others, one)
        for found in _words(step).finditer(one.quote)
        if not negated(one.quote, found.start())
    )


def _of(step: _Span, name: str, others: Sequence[str], one: Evidence) -> bool:
    """Whether the step at this place of the quote is ``name``'s."""
    text = one.quote
    start, stop = _sentence(text, step)
    told = sorted((at, n) for n in (name, *others) for at in _places(n, text))
    after = [(at, n) for at, n in told if step[1] <= at[0] and at[1] <= stop]
    passive = _PASSIVE.search(text, start, step[0])
    if after and not passive and _is_object(text, step, after[0][0]):
        return name in _group(after, text)
    before = [(at, n) for at, n in told if start <= at[0] and at[1] <= step[0]]
    if before:
        return name in _group(before[::-1], text)
    return any(_places(name, one.lean))  # "He was acquitted"


def _is_object(text: str, step: _Span, name: _Span) -> bool:
    between = text[step[1] : name[0]]
    return bool(_OBJECT.fullmatch(between)) and not _any_step().search(between)


def _group(told: Sequence[tuple[_Span, str]], text: str) -> set[str]:
    """The first of ``told`` and those in one list with it."""
    found = {told[0][1]}
    for (one, _), (other, name) in pairwise(told):
        first, second = sorted((one, other))
        joint = text[first[1] : second[0]]
        if not _LIST.fullmatch(joint) or _CONTRAST.search(joint):
            break
        if _any_step().search(joint):
            break
        found.add(name)
    return found


def _places(name: str, text: str) -> Iterator[_Span]:
    """Where ``text`` has the name, or its last word alone."""
    full = [m.span() for m in whole_words(name).finditer(text)]
    yield from full
    for match in whole_words(name.split()[-1]).finditer(text) if name.split() else ():
        if not any(a <= match.start() < b for a, b in full) and match[0][:1].isupper():
            yield match.span()


def _sentence(text: str, step: _Span) -> _Span:
    before = [m.end() for m in _STOP.finditer(text, 0, step[0])]
    after = _STOP.search(text, step[1])
    return (before[-1] if before else 0), (after.start() if after else len(text))


def _any_step() -> re.Pattern[str]:
    return _words(*LEGAL_STEPS)


@cache
def _words(*steps: str) -> re.Pattern[str]:
    """The words of the gazetteer that carry exactly one of ``steps``."""
    names = [
        name
        for entry in _gazetteer.load("legal").values()
        if entry.fields["step"] in steps
        for name in (entry.name, *entry.aliases)
    ]
    longest = sorted(names, key=lambda n: (-len(n), n))
    found = "|".join(r"\s+".join(map(re.escape, n.split())) for n in longest)
    return re.compile(rf"(?<!\w)(?:{found or '(?!)'})(?!\w)", re.IGNORECASE)
