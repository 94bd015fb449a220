"""Values altered: another number, day, name or stance, with the same citations."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from incidents.extractors import _gazetteer
from incidents.pipeline.records import (
    ATTACK_TYPES,
    LEGAL_STEPS,
    LINKS,
    GroupLink,
    Incident,
    Person,
    Range,
)
from tests.pipeline.assemble.alterations.record import Element, elements

_NEIGHBOURS = dict(
    pair.split("-")
    for pair in (
        "FR-BE BE-NL DE-AT AT-HU GB-IE IE-GB ES-PT IT-CH TR-GR SY-IQ IQ-IR IR-IQ AF-TJ"
        " PK-IN IN-BD LK-MV RU-BY US-CA CA-US KE-TZ SO-ET NG-NE ML-BF EG-LY TN-DZ IL-JO"
        " LB-SY PH-MY ID-PG CO-VE PE-BO CL-AR AR-UY NO-SE SE-FI DK-SE NL-DE UA-PL JP-KR"
        " CN-MN AU-NZ NZ-AU"
        " UG-RW DJ-ER KH-LA TH-MM SA-YE MX-GT BR-PY"
    ).split()
)


def altered(
    incident: Incident,
    element: Element,
    quotes: str,
    others: list[Incident],
    random: Random,
) -> Iterator[tuple[str, Any]]:
    """Other values for the same citations."""
    field, value = element
    if field in ("killed", "injured", "casualties", "hostages"):
        yield from _tolls(incident, field, value, quotes, random)
    elif field == "suspects.count":
        yield from (("number", n) for n in _count(value, quotes, random))
    elif field == "suspects.ages":
        yield from (("age", value + n) for n in (1, -3) if absent(value + n, quotes))
    elif field == "date":
        # which of two printed years is the event's is for linking, not for this check
        years = set(re.findall(r"(?:19|20)\d\d", quotes))
        yield from (
            (f, v) for f, v in _dates(value) if f != "year" or v[:4] not in years
        )
    elif field in ("places", "suspects.names", "targets", "weapons", "groups"):
        yield from _names(field, value, quotes, others, random)
    elif field in ("countries", "suspects.nationalities"):
        found = _countries(incident, field, value, others, random)
        yield from ((f, code) for f, code in found if not _country_named(code, quotes))
    elif field in ("legal", "attack_types"):
        terms = LEGAL_STEPS if field == "legal" else ATTACK_TYPES[:-1]
        new = random.choice([t for t in terms if t not in getattr(incident, field)])
        yield "another term", new
    elif field == "suspects.people":
        yield from _persons(value, incident.suspects.people, random)
    elif field in ("outcome", "assertion", "incident_type"):
        yield from _stances(field, value)


def _persons(
    person: Person, people: tuple[Person, ...], random: Random
) -> Iterator[tuple[str, Person]]:
    """Another step, and the steps of somebody else of the record."""
    new = random.choice([t for t in LEGAL_STEPS if t not in person.legal])
    yield "another term", replace(person, legal=(new,))
    for other in people:
        if set(other.legal) - set(person.legal):
            yield "another person's steps", replace(person, legal=other.legal)


def absent(number: int, quotes: str) -> bool:
    return not re.search(rf"(?<!\d){number}(?!\d)", quotes)


def _tolls(
    incident: Incident, field: str, value: Range, quotes: str, random: Random
) -> Iterator[tuple[str, Range]]:
    base = value.min if value.min is not None else value.max or 0
    number = next(
        n
        for n in iter(lambda: random.randint(2, 3 * base + 9), None)
        if abs(n - base) > 1
    )
    yield "number", Range(number, number if value.max == value.min else None)
    other = {"killed": incident.injured, "injured": incident.killed}.get(field)
    if other and other != value:
        yield "killed and injured swapped", other
    if value.min == value.max and base:
        yield "bounds flipped", Range(base + 1, None)
        yield "bounds flipped", Range(None, base - 1 or 2)
    elif value.max is None:
        yield "bounds flipped", Range(None, base)


def _count(
    value: tuple[Any, Any], quotes: str, random: Random
) -> Iterator[tuple[int, int]]:
    base = value[0] or value[1]
    for number in (base + random.randint(2, 5), 2 * base + 7):
        if absent(number, quotes):
            yield number, number


def _dates(value: str) -> Iterator[tuple[str, str]]:
    first, slash, rest = value.partition("/")
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", first)
    if not match:
        return
    year, month, day = match.groups()
    for shift in (-1, 1, 10):
        yield "year", f"{int(year) + shift}{first[4:]}{slash}{rest}"
    if month and int(month) <= 12 and (day is None or int(day) <= 28):
        new = int(month) % 12 + 1
        yield "month", f"{year}-{new:02}{first[7:]}{slash}{rest}"
        new = (int(month) + 5) % 12 + 1
        yield "month", f"{year}-{new:02}{first[7:]}{slash}{rest}"
    if day and not slash:
        for shift in (1, -2, 7):
            yield "day", str(date.fromisoformat(first) + timedelta(shift))


def _names(
    field: str, value: Any, quotes: str, others: list[Incident], random: Random
) -> Iterator[tuple[str, Any]]:
    known = {v for o in others for f, v in elements(o) if f == field} - {value}
    if field == "groups":
        printed = [g.name for g in known]
        entries = _gazetteer.load("groups").values()
        all_names = sorted(
            {*printed, *(e.name for e in random.sample(list(entries), 4))}
        )
        for name in all_names:
            if name != value.name and not _named(name, quotes):
                yield "another group", replace(value, name=name)
        for link in random.sample([x for x in LINKS if x != value.link], 2):
            yield "another link", GroupLink(value.name, link)
        return
    words = [(v if isinstance(v, str) else v.text, v) for v in known]
    absent = sorted((t, v) for t, v in words if t.casefold() not in quotes.casefold())
    for _, new in absent[:2]:
        yield f"another of the {field.split('.')[-1]}", new


def _named(name: str, text: str) -> bool:
    entry = next(
        (e for e in _gazetteer.load("groups").values() if e.name == name), None
    )
    aliases = (
        (name, *entry.aliases, *entry.fields.get("ambiguous", ())) if entry else (name,)
    )
    return any(re.search(rf"(?<!\w){re.escape(a)}(?!\w)", text, re.I) for a in aliases)


def _countries(
    incident: Incident, field: str, value: str, others: list[Incident], random: Random
) -> Iterator[tuple[str, str]]:
    own = {*incident.countries, *incident.suspects.nationalities}
    told = {c for o in others for c in (*o.countries, *o.suspects.nationalities)} - own
    family = "another country" if field == "countries" else "another nationality"
    for code in sorted(random.sample(sorted(told), min(2, len(told)))):
        yield family, code
    if _NEIGHBOURS.get(value, value) not in own:
        yield "country made a neighbour", _NEIGHBOURS[value]


def _country_named(code: str, text: str) -> bool:
    entry = _gazetteer.load("nationalities").get(code)
    names = (entry.name, *entry.aliases) if entry else ()
    return any(re.search(rf"(?<!\w){re.escape(n)}(?!\w)", text) for n in names)


def _stances(field: str, value: str) -> Iterator[tuple[str, str]]:
    if field == "outcome":
        new = {"completed": "foiled", "foiled": "completed"}.get(value, "abandoned")
        yield "another outcome", new
    elif field == "assertion" and value != "denied":
        yield "another stance", "denied"
