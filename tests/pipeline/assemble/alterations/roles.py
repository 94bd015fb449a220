"""Values of another role: a person for a place, a toll for a count of suspects."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

from incidents.extractors import _gazetteer
from incidents.pipeline.records import (
    ATTACK_TYPES,
    LEGAL_STEPS,
    LINKS,
    TARGET_CATEGORIES,
    WEAPON_CATEGORIES,
    Incident,
    Range,
    Report,
    Target,
    Weapon,
)
from tests.pipeline.assemble.alterations.record import Element

#: Words with a capital that name no place and no person.
_CAPITAL = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April"
    " June July August September October November December Islamic Muslim Christian"
    " Jewish Catholic Sunni Shiite Kurdish French German British American Russian"
    " Turkish Israeli Iraqi Afghan Pakistani Indian Spanish Chinese Police Army Navy"
    " State Taliban Hamas Hezbollah Kalashnikov Soldiers Gunmen Militants Officials"
    " Several There They After When Three Four Five Twelve Minister President"
    " Ministry Court Parliament Christmas Easter Ramadan".split()
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
SMALL = frozenset(
    "the a an and or of in on at by for to from with as is was were are be been has had"
    " have that which who whom this these those his her its their not no it he she they"
    " but after before when while into over about than more least two three one".split()
)


def altered(
    incident: Incident,
    report: Report,
    element: Element,
    quotes: str,
    others: list[Incident],
    random: Random,
) -> Iterator[tuple[str, Any]]:
    """Other values for the same citations, by family."""
    field, value = element
    if isinstance(value, Target | Weapon):
        yield from _category(field, value, random)
    if field in ("places", "targets", "suspects.names"):
        yield from _other_words(field, value, quotes, report, incident, others, random)
    if field == "places":
        yield from (("a person for a place", n) for n in _persons(incident, quotes))
    if field == "suspects.names":
        yield from (("a place for a person", p) for p in _printed(incident, quotes))
    if field == "groups":
        wrong = [x for x in LINKS if x != value.link]
        yield from ((f"link made {x}", replace(value, link=x)) for x in wrong)
    if field == "suspects.nationalities":
        away = {*incident.countries} - {*incident.suspects.nationalities}
        yield from (("the place's country", c) for c in sorted(away))
    if field in ("killed", "injured"):
        count = incident.suspects.count_min, incident.suspects.count_max
        known = [incident.killed, incident.injured, incident.casualties]
        if None not in count and count[0] != 1 and Range(*count) not in known:
            yield "count of suspects for a toll", Range(*count)
    if field == "suspects.count" and incident.killed:
        toll = incident.killed.min, incident.killed.max
        if None not in toll and toll != value and (toll[0] or 0) > 1:
            yield "toll for a count of suspects", toll
    if field == "suspects.ages":
        known = set(incident.suspects.ages)
        for digits in re.findall(r"(?<![\w.,])\d{1,2}(?![\w,]|\.\d)", quotes)[:3]:
            if int(digits) not in known and int(digits) > 4:
                yield "another figure for an age", int(digits)
    yield from _terms(incident, element)


def _terms(incident: Incident, element: Element) -> Iterator[tuple[str, Any]]:
    field, value = element
    if field == "attack_types":
        wrong = [t for t in ATTACK_TYPES[:-1] if t not in incident.attack_types]
        yield from (("every other attack type", t) for t in wrong)
    elif field == "legal":
        wrong = [t for t in LEGAL_STEPS if t not in incident.legal]
        yield from (("every other legal step", t) for t in wrong)
    elif field == "incident_type":
        kinds = {
            "attack": ("arrest",),
            "plot": ("attack",),
            "arrest": ("attack", "plot"),
        }
        yield from (("another incident type", t) for t in kinds[value])
    elif field == "outcome":
        ends = {
            "completed": ("failed", "abandoned"),
            "failed": ("completed", "abandoned"),
            "foiled": ("abandoned",),
            "unknown": ("abandoned", "foiled"),
            "abandoned": ("foiled",),
        }
        yield from (("every other outcome", t) for t in ends[value])


def _category(
    field: str, value: Target | Weapon, random: Random
) -> Iterator[tuple[str, Any]]:
    terms = TARGET_CATEGORIES if field == "targets" else WEAPON_CATEGORIES
    others = [t for t in terms if t not in (value.category, "unknown", "other")]
    for term in random.sample(others, 3):
        yield f"another category of {field}", replace(value, category=term)


def _other_words(
    field: str,
    value: Any,
    quotes: str,
    report: Report,
    incident: Incident,
    others: list[Incident],
    random: Random,
) -> Iterator[tuple[str, Any]]:
    """Words of the quote that no record gives as a value of the field."""
    known = " ".join(
        text.casefold()
        for record in (incident, *others)
        for text in (
            *record.places,
            *(t.text for t in record.targets),
            *(w.text for w in record.weapons),
            *record.suspects.names,
            *(g.name for g in record.groups),
        )
    )
    told = {w.casefold() for w in _WORD.findall(known)}
    words = {
        w
        for w in _WORD.findall(quotes)
        if w.casefold() not in told | SMALL and len(w) > 3
    }
    plain = {w for w in words if w[0].islower()}
    if field == "targets":
        plain -= {w for w in plain if w.casefold() in _target_words()}
    capital = {w for w in words if w in _CAPITAL}
    for new in _some(plain, random) + _some(capital, random):
        text = replace(value, text=new) if isinstance(value, Target) else new
        yield f"other words for {field}", text
    for name in [g.name for g in incident.groups if g.name in quotes][:1]:
        text = replace(value, text=name) if isinstance(value, Target) else name
        yield f"a group for {field}", text


def _some(words: set[str], random: Random) -> list[str]:
    return random.sample(sorted(words), min(2, len(words)))


def _target_words() -> set[str]:
    return {
        w.casefold()
        for e in _gazetteer.load("targets").values()
        for name in (e.name, *e.aliases)
        for w in _WORD.findall(name)
    }


def _persons(incident: Incident, quotes: str) -> list[str]:
    return [n for n in incident.suspects.names if n in quotes][:1]


def _printed(incident: Incident, quotes: str) -> list[str]:
    return [p for p in incident.places if p in quotes][:1]
