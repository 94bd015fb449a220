"""The places and countries of an incident, among all that its events reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractors.mention import Mention
from pipeline.assemble.fill.belongs import belongs
from pipeline.assemble.telling import Found, Telling
from pipeline.assemble.traits import place_key
from pipeline.records import Citation, Derivation, Incident

#: From the smallest to the largest, as the codebook orders places.
_SIZE = {"venue": 0, "": 1, "city": 2, "admin2": 3, "admin1": 4, "region": 5}
#: Places that one incident has at most.
_MOST = 4


def where(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """Places, smallest first, and the countries that they and the words name."""
    found, countries = _places(telling)
    names: dict[str, Found] = {}
    for mention, event in found:
        names.setdefault(mention.text, (mention, event))
    codes: dict[str, Found] = {}
    for mention, event in (*countries, *found):
        if code := mention.get("country"):
            codes.setdefault(code, (mention, event))
    cite = telling.citer.cite
    cited = [cite(f"places[{n}]", *f) for n, f in enumerate(names.values())]
    cited += [
        cite(f"countries[{n}]", m, e, None if _is_country(m) else Derivation("place"))
        for n, (m, e) in enumerate(codes.values())
    ]
    return replace(incident, places=tuple(names), countries=tuple(codes)), cited


def _is_country(mention: Mention) -> bool:
    return bool(mention.get("kind") == "country")


def _places(telling: Telling) -> tuple[list[Found], list[Found]]:
    """Places below the country, smallest first, and countries; each once.

    A country stands among the places only where nothing smaller is known.
    """
    weighed = [
        (belongs(m, event, telling.reader), (m, event))
        for m, event in telling.found("PLACE")
        if m.get("kind") != "venue"
    ]
    weighed = [(w, f) for w, f in weighed if w > 0]
    if not weighed:
        return [], _by_heading(telling)
    best = max(w for w, _ in weighed)
    chosen = [f for w, f in weighed if w >= best / 2]
    countries = _distinct(f for f in chosen if _is_country(f[0]))
    small = _distinct(f for f in chosen if not _is_country(f[0]))
    small.sort(key=lambda f: _SIZE.get(str(f[0].get("kind") or ""), 1))
    if not countries and not any(m.get("country") for m, _ in small):
        countries = _by_heading(telling)
    return (small or countries)[:_MOST], countries


def _by_heading(telling: Telling) -> list[Found]:
    """The country that the heading names, where the events reach none."""
    for event in telling.core:
        named = [
            m
            for m in telling.reader.heading(event.section)
            if m.label == "PLACE" and _is_country(m)
        ]
        if len(named) == 1:
            return [(named[0], event)]
    return []


def _distinct(found: Iterable[Found]) -> list[Found]:
    seen: dict[str, Found] = {}
    for mention, event in found:
        seen.setdefault(place_key(mention), (mention, event))
    names = [m.text.casefold() for m, _ in seen.values()]
    return [f for n, f in enumerate(seen.values()) if names[n] not in names[:n]]
