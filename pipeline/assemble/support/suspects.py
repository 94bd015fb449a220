"""Suspects: their number, origin and ages, by mentions of people."""

from __future__ import annotations

from collections.abc import Iterator

from incidents.extractors._nouns import (
    OFFICER,
    OFFICIAL,
    SPEAKER,
    VICTIM,
    is_attacker,
    is_person,
    is_plural,
    role,
)
from incidents.extractors._numbers import bounds
from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.nationals import of_suspect as is_said_of_suspect
from incidents.pipeline.assemble.nationals import words_after
from incidents.pipeline.assemble.support.attack_types import OFFICES
from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.assemble.support.counted import counted
from incidents.pipeline.assemble.support.passage import ACTS, HARM, Passage
from incidents.pipeline.assemble.support.tolls import Ends, spread, sums

#: Those who were hurt, or who speak.
_OTHERS = ("official", "victim")
#: Mentions of somebody.
_SOMEBODY = ("AGE", "NATIONALITY", "PERSON", "SUSPECTS")
#: Mentions of people who may be from somewhere.
_PEOPLE = ("HOSTAGES", "INJURED", "KILLED", "PERSON", "SUSPECTS", "TARGET")
#: Those who are never suspects, though they are people.
_NEVER = (OFFICER, OFFICIAL, SPEAKER, VICTIM)
#: How near after a word for people their age or what they did stands, in characters.
_STEP = 10


def counts(low: int | None, high: int | None, case: Case) -> bool:
    """Whether the quotes count people as ``low`` to ``high``, or name so many."""
    wanted = low, high
    told = [[*_counted(p, case)] for p in case.shown]
    every = [ends for passage in told for ends in passage]
    if wanted in every or any(wanted in sums(p) for p in (*told, every)):
        return True
    people = [m for p in case.shown for m in p.of(*_SOMEBODY) if case.real(m)]
    named = {m.value for m in people if m.label == "PERSON" and of_suspect(m)}
    if low and len(named) >= low and high in (None, len(named)):
        return True
    if (low, high) == (1, 1):
        several = any(ends != (1, 1) for ends in every)
        return bool(people) and not several
    if spread(wanted, [*every, (len(named), len(named))]):
        return True
    return not any(ends == ends[::-1] for ends in every) and _plainly(wanted, case)


def _plainly(wanted: Ends, case: Case) -> bool:
    """Whether so many people are told of who are not known to be others.

    By a number before a noun, *six Arabs from Khuzestan seized*; of two and more also
    by a noun for attackers alone, *bombers*; or by the names that the record has.
    """
    printed = [n for n in case.incident.suspects.names if any(case.printed(n))]
    if printed and len(printed) == wanted[0] and wanted[1] in (None, len(printed)):
        return True
    return any(wanted in _people(passage, case) for passage in case.shown)


def _people(passage: Passage, case: Case) -> Iterator[Ends]:
    """Numbers of people in a passage that nothing reads as others."""
    if not passage.of(*ACTS, "GROUP", "HOSTAGES", "LEGAL", "TARGET", "WEAPON"):
        return
    for count, span in counted(passage, (passage.start, passage.end)):
        noun = passage.text[slice(*span)].casefold()
        known = passage.over(span, *_PEOPLE, "PLACE")
        if role(noun) in _NEVER or any(map(_is_hurt, known)):
            continue
        if passage.over(span, *HARM) or not case.told(passage, span):
            continue
        if is_attacker(noun) and is_plural(noun):
            yield 2, None
        if count:
            yield count, count


def _counted(passage: Passage, case: Case) -> Iterator[Ends]:
    """Numbers of suspects in a passage; attackers who died are some."""
    for m in passage.told("SUSPECTS", "KILLED"):
        counted = m.label == "SUSPECTS" or m.get("role") == "attacker"
        if m.value and counted and case.real(m) and not case.undone(passage, m.start):
            yield bounds(m.value)


def of_suspect(mention: Mention) -> bool:
    """Whether a mention of somebody may be of a suspect."""
    return mention.get("role") not in _OTHERS


def nationality(code: str, case: Case) -> bool:
    """Whether a quote says of suspects that they are of the country, or from there."""
    return any(
        m.value == code or m.get("country") == code
        for p in case.shown
        for m in p.told("NATIONALITY", "PLACE")
        if m.label == "NATIONALITY" or m.reached("origin")
        if _is_suspects(m, p) and case.told(p, (m.start, m.end))
    )


def age(years: int, case: Case) -> bool:
    """Whether a quote gives ``years`` as the age of one who is no victim."""
    return any(
        m.value == str(years) and of_suspect(m)
        for p in case.shown
        for m in p.told("AGE")
    )


def _is_suspects(origin: Mention, passage: Passage) -> bool:
    """Whether an origin is of suspects, as far as the words say of whom it is.

    Of a place, the people last told of are from there.
    """
    if _of_victims(origin, passage):
        return False
    if origin.label == "PLACE":
        before = passage.start, origin.start
        told = passage.over(before, *_PEOPLE)
        return not told or not _is_hurt(max(told, key=lambda m: m.start))
    if _of_other(origin, passage):
        return False
    if is_said_of_suspect(origin, passage.mentions, passage.text):
        return True
    span = origin.start, origin.end
    if any(m.get("head") for m in passage.over(span, "TARGET")):
        return False
    return _is_noun(origin, passage)


def _of_other(nationality: Mention, passage: Passage) -> bool:
    """Whether it says where officials, police or speakers are from: *Danish police*."""
    people = (role(word) for word in words_after(nationality, passage.text)[:1])
    offices = passage.over((nationality.start, nationality.end), "TARGET")
    return any(r in _NEVER for r in people) or any(
        m.value in OFFICES and not m.get("generic") for m in offices
    )


def _is_noun(nationality: Mention, passage: Passage) -> bool:
    """Whether it names people by itself: *two Fijians, a Tongan and*."""
    text, end = passage.text, nationality.end
    if nationality.text.endswith("s") or not text[end : end + 2].strip().isalpha():
        return True
    people = words_after(nationality, text)[:1]
    after = passage.over((end, end + _STEP), "AGE", "EVENT", "LEGAL")
    return bool(after) or any(map(is_person, people))


def _is_hurt(mention: Mention) -> bool:
    victim = mention.get("victim") or mention.get("role") == "victim"
    return bool(victim) or mention.label == "HOSTAGES"


def _of_victims(mention: Mention, passage: Passage) -> bool:
    """Whether it stands in the words for those who were hurt or taken."""
    span = mention.start, mention.end
    hurt = passage.over(span, "HOSTAGES", "INJURED", "KILLED", "TARGET")
    return any(map(_is_hurt, hurt))
