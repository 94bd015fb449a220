"""RAND's incident descriptions: one incident a text, coded by field.

A field is the first record's where there is one, else it is read off the mentions:
these texts are one paragraph on one incident, and tell it in words that may not add up
to a record (no day, no country).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language

from incidents.extractors import Mention
from incidents.gazetteers import load as gazetteer
from incidents.gazetteers import pattern
from incidents.pipeline.benchmark.reading import Read, read, rows
from incidents.pipeline.parse import load
from incidents.pipeline.records import Range

#: RAND's weapon for each of GTD's categories.
WEAPONS = {
    "explosives": "Explosives",
    "missile": "Explosives",
    "firearms": "Firearms",
    "incendiary": "Fire or Firebomb",
    "melee": "Knives & sharp objects",
    "chemical": "Chemical Agent",
    "biological": "Biological Agent",
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
#: After a name that is one of a part: the Crumlin *neighborhood of* Belfast.
_PART = re.compile(
    rf"(?:\s(?:district|{pattern('heads', 'parts', 'sections')})){{0,2}}"
    rf"\s(?:of|in)\s(?:the )?(?:{pattern('heads', 'sides')}\w*\s)?",
    re.IGNORECASE,
)
#: What follows the name of a part of a town.
_PARTLY = re.compile(
    rf"\s{pattern('heads', 'parts', 'sections', 'sites')}\b", re.IGNORECASE
)
_SMALL = ("city", "part", "admin2", "admin1", "region")


def predictions(path: Path) -> Iterator[dict[str, Any]]:
    """Code each description of ``path``, in the format of ``score_incident.py``."""
    nlp: Language = load()
    for row in rows(path):
        yield code(read(row, nlp))


def code(seen: Read) -> dict[str, Any]:
    """The coded fields of one description; None where it says nothing."""
    record = seen.incidents[0] if seen.incidents else None
    return {
        "doc_id": seen.report.doc_id,
        "date": _date(seen),
        "city": _city(seen),
        "country": _country(seen),
        "perpetrator": _perpetrator(seen),
        "weapon": _weapon(seen),
        "killed": _toll(seen, "KILLED", record.killed if record else None),
        "injured": _toll(seen, "INJURED", record.injured if record else None),
    }


def _date(seen: Read) -> str | None:
    for incident in seen.incidents:
        if incident.date and _DAY.fullmatch(incident.date):
            return incident.date
    days = [m.value for m in seen.of("DATE") if _DAY.fullmatch(m.value)]
    return days[0] if days else None


def _city(seen: Read) -> str | None:
    """The town; of *a district of a town or province*, as RAND codes, the latter."""
    places = [m for m in seen.of("PLACE") if m.get("kind") not in ("country", "venue")]
    named = [
        [m for m in places if m.text in incident.places] for incident in seen.incidents
    ]
    text = seen.report.text
    chosen = min(
        next(filter(None, named), places), key=lambda m: _size(text, m), default=None
    )
    if chosen is None:
        return None
    part = _PART.match(text, chosen.end)
    whole = [m for m in places if part and m.start == part.end()]
    return (whole[0] if whole else chosen).text


def _size(text: str, place: Mention) -> tuple[int, int]:
    kind = place.get("kind") or ""
    if _PARTLY.match(text, place.end):
        kind = "part"
    return (_SMALL.index(kind) if kind in _SMALL else 0, place.start)


def _country(seen: Read) -> str | None:
    codes = [c for i in seen.incidents for c in i.countries]
    codes += [m.get("country") for m in seen.of("PLACE") if m.get("country")]
    codes += [m.value for m in seen.of("NATIONALITY") if m.value]
    known = gazetteer("nationalities")
    return next((known[c].name for c in codes if c in known), None)


def _perpetrator(seen: Read) -> str | None:
    """The group as printed, its acronym in brackets where the text has both."""
    mentions = seen.of("GROUP")
    linked = {g.name for i in seen.incidents for g in i.groups if g.link != "denied"}
    chosen = [m for m in mentions if m.get("name") in linked] or mentions
    if not chosen:
        return None
    same = [m.text for m in mentions if m.get("name") == chosen[0].get("name")]
    name = max(same, key=len)
    acronym = next((t for t in same if t.isupper() and t != name), None)
    return f"{name} ({acronym})" if acronym else name


def _weapon(seen: Read) -> str | None:
    found = [m for m in seen.of("WEAPON") if m.get("category") in WEAPONS]
    named = [m for m in found if not m.get("weak")] or found
    return WEAPONS[named[0].get("category")] if named else None


def _toll(seen: Read, label: str, coded: Range | None) -> int | None:
    """The figure; 0 where the text says that there were none, or no casualties."""
    if coded is not None:
        return coded.max if coded.min is None else coded.min
    told = [m for m in seen.of(label) if not (m.get("aggregate") or m.get("earlier"))]
    harmed = {m.value: m for m in told if m.value and not m.get("negated")}
    if harmed:
        return sum(_number(value) for value in harmed)
    of_none = (
        ("KILLED", "INJURED", "CASUALTIES")
        if label == "KILLED"
        else (label, "CASUALTIES")
    )
    return 0 if any(m.get("negated") for m in seen.of(*of_none)) else None


def _number(value: str) -> int:
    low, _, high = value.partition("..")
    return int(low or high or 0)
