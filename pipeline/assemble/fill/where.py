"""The places and countries of an incident, among all that is named beside it."""

from __future__ import annotations

from dataclasses import replace

from incidents.pipeline.assemble.belonging import Chosen
from incidents.pipeline.assemble.telling import Telling
from incidents.pipeline.records import Citation, Derivation, Incident

#: From the smallest to the largest, as the codebook orders places.
_SIZE = {"": 1, "city": 2, "admin2": 3, "admin1": 4, "region": 5, "country": 6}
#: A country stands among the places only where nothing smaller is known.
_COUNTRY = _SIZE["country"]
#: Places that one incident has at most.
_MOST = 4


def where(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """Places, smallest first, and the countries that they and the words name."""
    places = sorted(telling.of("PLACE")[:_MOST], key=_size)
    places = [c for c in places if _size(c) < _COUNTRY] or places
    countries = telling.of("COUNTRY")
    cited = [telling.cite(f"places[{n}]", c.best) for n, c in enumerate(places)]
    for n, country in enumerate(countries):
        printed = country.best.mention.get("kind") == "country"
        by = None if printed else Derivation("place")
        cited.append(telling.cite(f"countries[{n}]", country.best, by))
    names = tuple(c.best.mention.text for c in places)
    codes = tuple(c.value for c in countries)
    return replace(incident, places=names, countries=codes), cited


def _size(place: Chosen) -> int:
    return _SIZE.get(str(place.best.mention.get("kind") or ""), 1)
