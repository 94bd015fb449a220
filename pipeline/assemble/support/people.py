"""One person: what a quote says of that person, and of no other.

A step is borne out by a mention of it that was taken, of which the person is named as
the object right after it, or else is the last named before it, alone or in one list; or
where nobody is named there, by the name that the value leans on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.assemble.support.legal import is_step
from incidents.pipeline.assemble.support.meant import Named, listed, meant
from incidents.pipeline.assemble.support.passage import Passage, Span, whole_words
from incidents.pipeline.assemble.support.suspects import age, nationality, of_suspect
from incidents.pipeline.records import Person

#: What stands between a verb and its object, or a noun and whom it is of.
_OBJECT = re.compile(
    r"\s(?:(?:of|against)\s)?(?:(?!and\s|in\s|with\s)[\w’'-]+,?\s){0,4}"
    r"|[^.;]{1,80}\s(?:against|including)\s(?:[\w-]+\s){0,3}"
)
#: Before a step that is said of its subject.
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being)\s(?:\w+\s){0,3}$")
#: What a sentence says before those it lists: *Convicted by a jury in June: *.
_COLON = re.compile(r"[^:]{0,60}:\s")
_STOP = re.compile(r"(?<=\w\w)[.!?]\s|;\s|\n(?!\s*[a-z])")
#: Right after a name, an age.
_AGED = re.compile(r"(?:,\s[\"“”'‘’][^,]{1,30})?,?[\"”’']?\s(?:aged\s|\()?(\d\d)(?!\w)")
#: Between a name and the nationality of whom it is, in an apposition.
_APPOSED = re.compile(r"(?:,|\swas|\sis)\san?\s(?:[\w-]+\s){0,2}")
#: Between a nationality and the name that it stands before.
_BEFORE = re.compile(r"\s(?:[\w-]+\s){0,5}")
#: How far before a quote those are named whom it means by *he*, in characters.
_BACK = 600


def bears(person: Person, case: Case) -> bool:
    """Whether the quotes name ``person`` and say all of that person."""
    shown = [
        p for p in case.trial.passages("suspects") if _is_told(person.name, p, case)
    ]
    own = [p for p in shown if _names(person.name, p) or _of_nobody_else(p, case)]
    return (
        any(_names(person.name, p) for p in own)
        and (person.age is None or _is_aged(person, own, shown, case))
        and (person.nationality is None or _is_from(person, own, case))
        and all(
            any(_is_taken(s, person.name, p, case) for p in shown) for s in person.legal
        )
    )


def _is_aged(
    person: Person, own: Sequence[Passage], shown: Sequence[Passage], case: Case
) -> bool:
    """Whether the age stands with the person, right after the name or after *he*."""
    if any(_has_age(person, passage, case) for passage in own):
        return True
    return any(
        m.value == str(person.age)
        and person.name in _meant(p, m.start, person.name, case)
        for p in shown
        for m in p.of("AGE")
    )


def _has_age(person: Person, passage: Passage, case: Case) -> bool:
    """Whether a passage that names the person gives the age, and of nobody else."""
    here = [*_places(person.name, passage)]
    for _, end in here:
        found = _AGED.match(passage.text, end, passage.end)
        if found and int(found[1]) == person.age:
            return all(map(of_suspect, passage.over(found.span(1), "AGE")))
    own = case.of([passage])
    if not age(person.age or 0, own):
        return False
    told = [m for m in passage.of("AGE") if m.value == str(person.age)]
    others = [
        (m.start, m.end)
        for m in passage.of("PERSON")
        if not any(a < m.end and m.start < b for a, b in here)
    ]
    return not others or any(_is_nearest(m, here, others) for m in told)


def _is_nearest(at: Mention, here: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether the last name before a mention is the person's, or else the next."""
    before = [s for s in (*here, *others) if s[1] <= at.start]
    after = [s for s in (*here, *others) if at.end <= s[0]]
    return (max(before) if before else min(after, default=None)) in here


def _is_from(person: Person, own: Sequence[Passage], case: Case) -> bool:
    """Whether the nationality is of suspects there, or set beside the name."""
    if nationality(person.nationality or "", case.of(own)):
        return True
    return any(
        _APPOSED.fullmatch(p.text, at[1], m.start)
        or _BEFORE.fullmatch(p.text, m.end, at[0])
        for p in own
        for m in p.of("NATIONALITY")
        if m.value == person.nationality
        for at in _places(person.name, p)
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
    return any(
        is_step(m, step, passage, case) and name in _whose(m, name, passage, case)
        for m in passage.over((passage.start, passage.end), "KILLED", "LEGAL")
    )


def _whose(step: Mention, name: str, passage: Passage, case: Case) -> set[str]:
    """Against whom of the record, ``name`` among them, the step was taken."""
    start, stop = _sentence(passage, step)
    told = _told(name, passage, case)
    after = [(at, n) for at, n in told if step.end <= at[0] and at[1] <= stop]
    if after and _COLON.match(passage.text, step.end, after[0][0][0]):
        return {n for _, n in after}
    passive = _PASSIVE.search(passage.text, start, step.start)
    if after and not passive and _is_object(passage, step, after[0][0]):
        return listed(after, passage)
    before = [(at, n) for at, n in told if start <= at[0] and at[1] <= step.start]
    if before:
        return listed(before[::-1], passage)
    alone = len(case.incident.suspects.people) == 1
    if alone and not passage.of("PERSON"):  # "He was freed"
        return {name}
    if passage.basis is not None and _names(name, passage.basis):
        return {name}
    return _meant(passage, step.start, name, case)


def _told(name: str, passage: Passage, case: Case) -> list[Named]:
    """Who of the record is named in a passage, in its order."""
    names = {name, *(p.name for p in case.incident.suspects.people)}
    return sorted((at, n) for n in names for at in _places(n, passage))


def _meant(passage: Passage, at: int, name: str, case: Case) -> set[str]:
    """Whom of those named before the words mean that stand before ``at``."""
    start = _sentence_start(passage, at)
    back = replace(passage, start=max(0, start - _BACK), end=at)
    own = _told(name, back, case)
    others = [
        ((m.start, m.end), m.value)
        for m in case.trial.read(back.start, at, "PERSON")
        if not any(a[0] < m.end and m.start < a[1] for a, _ in own)
    ]
    suspects = case.incident.suspects
    many = suspects.count_min or len(suspects.people)
    named = sorted((*own, *others), reverse=True)
    return meant((start, at), named, many, passage)


def _is_object(passage: Passage, step: Mention, name: Span) -> bool:
    between = step.end, name[0]
    return bool(_OBJECT.fullmatch(passage.text, *between)) and not _any_step(
        passage, between
    )


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
        inside = any(a <= match.start() < b for a, b in full)
        if (
            not inside
            and match[0][:1].isupper()
            and not _of_other(match, name, passage)
        ):
            yield match.span()


def _of_other(surname: re.Match[str], name: str, passage: Passage) -> bool:
    """Whether a surname ends another's name: *Jon Holm*, beside *Ida Holm*."""
    return any(
        m.start < surname.start() and m.text not in name and name not in m.text
        for m in passage.over(surname.span(), "PERSON")
    )


def _sentence(passage: Passage, step: Mention) -> Span:
    after = _STOP.search(passage.text, step.end, passage.end)
    start = _sentence_start(passage, step.start)
    return start, (after.start() if after else passage.end)


def _sentence_start(passage: Passage, at: int) -> int:
    before = [m.end() for m in _STOP.finditer(passage.text, passage.start, at)]
    return before[-1] if before else passage.start
