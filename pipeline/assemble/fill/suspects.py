"""Suspects: plotters, attackers, arrested people, by number, origin, age and name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors._nouns import is_attacker, is_person
from extractors._numbers import bounds
from extractors.mention import Mention
from pipeline.assemble.event import DETAIL, ROW, Event
from pipeline.assemble.reader import Reader
from pipeline.assemble.telling import Found, Telling
from pipeline.records import Citation, Incident, Suspects

#: Words after a nationality in which the people are looked for who have it.
_AFTER = 3


def suspects(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """Number, nationalities, ages and names of plotters, attackers, arrested people."""
    counted = _counted(_said(telling, "SUSPECTS"))
    origins: dict[str, Found] = {}
    for code, found in _origins(telling):
        origins.setdefault(code, found)
    ages = _said(telling, "AGE")
    ages = [a for a in ages if a[1].origin == ROW] or _once(ages)
    ages.sort(key=lambda age: int(age[0].value))
    names = _once([p for p in _said(telling, "PERSON") if not _no_person(*p)])
    low, high = bounds(counted[0][0].value) if counted else (None, None)
    told = Suspects(
        low,
        high,
        tuple(origins),
        tuple(int(m.value) for m, _ in ages),
        tuple(m.value for m, _ in names),
    )
    cited = [telling.citer.cite("suspects.count", *f) for f in counted]
    for part, found_ in (
        ("nationalities", list(origins.values())),
        ("ages", ages),
        ("names", names),
    ):
        cited += [
            telling.citer.cite(f"suspects.{part}[{n}]", *f)
            for n, f in enumerate(found_)
        ]
    return replace(incident, suspects=told), cited


def _said(telling: Telling, label: str) -> list[Found]:
    """Mentions of ``label`` that are of suspects, in the order of the events."""
    return [
        (m, f)
        for f in telling.story.events
        for m in f.of(label)
        if m.value and (m.get("role") == "suspect" or _in_court(m, f, telling.reader))
    ]


def _counted(counts: Sequence[Found]) -> list[Found]:
    """The largest number; one of a column that counts them before others."""
    rows = [c for c in counts if c[0].get("column")] or counts
    return sorted(rows, key=_size)[-1:]


def _size(count: Found) -> tuple[int, int]:
    """The number, then the earlier first."""
    return bounds(count[0].value)[0] or 0, -count[0].start


def _once(found: Sequence[Found]) -> list[Found]:
    """The first mention of each value."""
    first: dict[str, Found] = {}
    for mention, event in found:
        first.setdefault(mention.value, (mention, event))
    return list(first.values())


def _origins(telling: Telling) -> Iterator[tuple[str, Found]]:
    """Codes of the countries that suspects are of, by nationality or by *from*."""
    for event in telling.story.events:
        for m in event.of("NATIONALITY"):
            if m.value and _of_suspect(m, event, telling.reader.text):
                yield m.value, (m, event)
        if event.of("SUSPECTS", "NATIONALITY"):
            for m in telling.reader.origins(event):
                if m.get("country"):
                    yield m.get("country"), (m, event)


def _in_court(mention: Mention, event: Event, reader: Reader) -> bool:
    """Whether somebody, alone in a passage about a court, stands trial there."""
    if mention.get("role") != "unknown" or event.kind != DETAIL:
        return False
    alone = len(event.of("PERSON")) == 1
    return alone and bool(reader.cued(event.start, event.end, "court"))


def _no_person(mention: Mention, event: Event) -> bool:
    """Whether other extractors read the same words as a place, a target, a group."""
    others = event.of("PLACE", "TARGET", "GROUP")
    return any(m.start < mention.end and mention.start < m.end for m in others)


def _of_suspect(mention: Mention, event: Event, text: str) -> bool:
    """Whether a nationality is said of those who planned, attacked or were arrested."""
    if mention.get("column") or mention.get("role") == "suspect":
        return True
    people = _people(text, mention.end)
    if any(map(is_attacker, people)):
        return True
    told = [
        m for m in event.of("SUSPECTS", "PERSON", "AGE") if m.get("role") == "suspect"
    ]
    near = any(m.start - 40 < mention.start < m.end + 60 for m in told)
    aged = any(0 <= mention.start - m.end <= 12 for m in event.of("AGE") if m in told)
    return aged or (near and any(map(is_person, people)))


def _people(text: str, start: int) -> list[str]:
    """The words right after a nationality, in lower case."""
    return re.findall(r"[\w-]+", text[start : start + 60].casefold())[:_AFTER]
