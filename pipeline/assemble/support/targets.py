"""Targets: words that name what was hit, of that category where one is known."""

from __future__ import annotations

from incidents.extractors._nouns import ATTACKER, SPEAKER, SUSPECT, is_person, role
from incidents.extractors._offices import category
from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.office import named
from incidents.pipeline.assemble.support.case import Case
from incidents.pipeline.assemble.support.passage import Passage, Span, sentences
from incidents.pipeline.records import Target

#: What stands between two things that are not of one list.
_PARTING = ("DATE", "EVENT", "SUSPECTS")
#: Characters between two things that stand side by side.
_LISTED = 16
#: How near after who speaks a word of saying stands.
_SAID = 2


def bears(target: Target, case: Case) -> bool:
    """Whether the words name a target, of the category where one is known."""
    for passage, span in case.printed(target.text):
        if _is_near(passage, span) or _speaks(passage, span):
            continue
        if target.category in ("", "unknown") and _may_be_hit(passage, span):
            return True
        read = {m.value for m in passage.over(span, "TARGET")} - {"", "unknown"}
        names = passage.over(span, "PERSON", "GROUP")
        read |= {named(m, passage.text) for m in names} - {""}
        if passage.basis and not read:  # a cell names what others tell of
            read = {category(target.text)} - {""}
        if target.category in read and _may_be_hit(passage, span):
            return True
        beside = {m.value for m in passage.of("TARGET")} - {"", "unknown"}
        free = not read and _may_be_hit(passage, span)
        if free and (
            target.category in beside or not beside or target.category == "other"
        ):
            return True
    return False


def _may_be_hit(passage: Passage, span: Span) -> bool:
    """Whether words can name what was hit: no act, weapon, day or suspect."""
    words = passage.text[slice(*span)]
    hit = [m for m in passage.over(span, "TARGET") if _has_head(words, m)]
    others = passage.over(span, "DATE", "EVENT", "WEAPON")
    if any(not any(t.start <= o.start and o.end <= t.end for t in hit) for o in others):
        return False
    if hit:
        return True
    people = passage.over(span, "PERSON", "SUSPECTS")
    if any(m.get("role") == "suspect" for m in people) or passage.over(span, "GROUP"):
        return False
    found = words.split()
    last = found[-1].casefold()
    if role(last) in (ATTACKER, SPEAKER, SUSPECT):
        return False
    return is_person(last) or any(w[:1].isupper() for w in found)


def _speaks(passage: Passage, span: Span) -> bool:
    """Whether who is named is not said to be hit, and speaks: *a spokesman said*."""
    named = passage.over(span, "TARGET")
    said = any(
        c.value == "speech" and span[1] <= c.start
        for c in passage.over((span[1], span[1] + _SAID), "CUE")
    )
    return said and not any(map(_is_struck, named))


def _is_near(passage: Passage, span: Span) -> bool:
    """Whether words name what was not struck beside what was, in one sentence."""
    named = passage.over(span, "TARGET")
    if not named or any(map(_is_struck, named)):
        return False
    sentence = next(s for s in sentences(passage) if s[0] <= span[0] < s[1])
    things = [
        m
        for m in passage.over(sentence, "TARGET")
        if m.get("object") and not m.get("victim") and not m.get("generic")
        if m.value not in {n.value for n in named}
    ]
    return any(not _in_one_list(passage, span, (m.start, m.end)) for m in things)


def _in_one_list(passage: Passage, one: Span, other: Span) -> bool:
    """Whether nothing but names and joints stands between two things."""
    first, second = sorted((one, other))
    between = passage.text[first[1] : second[0]]
    return len(between) < _LISTED or not passage.over((first[1], second[0]), *_PARTING)


def _is_struck(target: Mention) -> bool:
    return bool(target.get("object") or target.get("victim"))


def _has_head(words: str, target: Mention) -> bool:
    """Whether the noun that a target is named by is among ``words``."""
    return str(target.get("head") or "") in words.casefold()
