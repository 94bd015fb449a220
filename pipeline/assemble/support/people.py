"""One person: what a quote says of that person, and of no other.

A step is borne out by a mention of it that was taken, of which the person is named as
the object right after it, or else is the last named before it, alone or in one list; or
where nobody is named there, by the name that the value leans on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.assemble.support.legal import is_step
from incidents.pipeline.assemble.support.passage import Passage, Span, whole_words
from incidents.pipeline.assemble.support.suspects import age, nationality
from incidents.pipeline.records import Person

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


def bears(person: Person, case: Case) -> bool:
    """Whether the quotes name ``person`` and say all of that person."""
    shown = [
        p for p in case.trial.passages("suspects") if _is_told(person.name, p, case)
    ]
    own = [p for p in shown if _names(person.name, p) or _of_nobody_else(p, case)]
    alone = case.of(own)
    return (
        any(_names(person.name, p) for p in own)
        and (person.age is None or age(person.age, alone))
        and (person.nationality is None or nationality(person.nationality, alone))
        and all(
            any(_is_taken(s, person.name, p, case) for p in own) for s in person.legal
        )
    )


def _is_told(name: str, passage: Passage, case: Case) -> bool:
    """Whether a passage tells of who is named, or names nobody."""
    told = [case.told(passage, span) for span in _places(name, passage)]
    return any(told) or (not told and not case.undone(passage))


def _of_nobody_else(passage: Passage, case: Case) -> bool:
    """Whether a passage names nobody, and the record but one."""
    return len(case.incident.suspects.people) == 1 and not passage.of("PERSON")


def _is_taken(step: str, name: str, passage: Passage, case: Case) -> bool:
    """Whether ``passage`` says that ``step`` was taken against ``name``."""
    others = [p.name for p in case.incident.suspects.people if p.name != name]
    return any(
        is_step(m, step, passage, case) and _of(m, name, others, passage)
        for m in passage.over((passage.start, passage.end), "KILLED", "LEGAL")
    )


def _of(step: Mention, name: str, others: Sequence[str], passage: Passage) -> bool:
    """Whether the step at this place of the quote is ``name``'s."""
    start, stop = _sentence(passage, step)
    told = sorted((at, n) for n in (name, *others) for at in _places(n, passage))
    after = [(at, n) for at, n in told if step.end <= at[0] and at[1] <= stop]
    passive = _PASSIVE.search(passage.text, start, step.start)
    if after and not passive and _is_object(passage, step, after[0][0]):
        return name in _group(after, passage)
    before = [(at, n) for at, n in told if start <= at[0] and at[1] <= step.start]
    if before:
        return name in _group(before[::-1], passage)
    if not others and not passage.of("PERSON"):  # "He was freed"
        return True
    return passage.basis is not None and _names(name, passage.basis)


def _is_object(passage: Passage, step: Mention, name: Span) -> bool:
    between = step.end, name[0]
    return bool(_OBJECT.fullmatch(passage.text, *between)) and not _any_step(
        passage, between
    )


def _group(told: Sequence[tuple[Span, str]], passage: Passage) -> set[str]:
    """The first of ``told`` and those in one list with it."""
    found = {told[0][1]}
    for (one, _), (other, name) in pairwise(told):
        first, second = sorted((one, other))
        joint = first[1], second[0]
        if not _LIST.fullmatch(passage.text, *joint):
            break
        if _CONTRAST.search(passage.text, *joint) or _any_step(passage, joint):
            break
        found.add(name)
    return found


def _any_step(passage: Passage, span: Span) -> bool:
    return bool(passage.over(span, "LEGAL"))


def _names(name: str, passage: Passage) -> bool:
    inside = any(_places(name, passage))
    return inside or (passage.basis is not None and _names(name, passage.basis))


def _places(name: str, passage: Passage) -> Iterator[Span]:
    """Where a passage has the name, or its last word alone."""
    at = passage.text, passage.start, passage.end
    full = [m.span() for m in whole_words(name).finditer(*at)]
    yield from full
    last = name.split()[-1:]
    for match in whole_words(last[0]).finditer(*at) if last else ():
        if not any(a <= match.start() < b for a, b in full) and match[0][:1].isupper():
            yield match.span()


def _sentence(passage: Passage, step: Mention) -> Span:
    before = [m.end() for m in _STOP.finditer(passage.text, passage.start, step.start)]
    after = _STOP.search(passage.text, step.end, passage.end)
    start = before[-1] if before else passage.start
    return start, (after.start() if after else passage.end)
