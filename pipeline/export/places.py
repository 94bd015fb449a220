"""Where a record's places lie, how precisely, and what in the report says so."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from incidents.extractors.places.names import fold
from incidents.extractors.places.table import named, place

#: The precision of a place that is named plainly, by its kind.
_PRECISION = {"city": 1, "admin2": 3, "admin1": 4, "country": 6}
#: What evidence may stretch over, in characters, to be quoted in one piece.
_NEAR = 80


@dataclass(frozen=True, slots=True)
class Placed:
    """A place of a record.

    Attributes:
        name: As the document writes it; of a country told alone, its code.
        kind: ``city``, ``admin1``, ``admin2``, ``country`` or ``region``; empty where
            the name was not resolved.
        known_as: The gazetteer's name.
        geonames: GeoNames id, where it has one.
        country: ISO 3166-1 alpha-2; empty where it lies in several.
        admin1: First-order subdivision, where known.
        lat: Latitude of the place, or of the middle of the area.
        lon: Longitude.
        ucdp: ``where_prec`` of UCDP GED: 1 the place itself, 2 near it, 3 a
            second-order subdivision, 4 a first-order one, 5 a vaguer area of one
            country, 6 a country, 7 international waters. None for what spans countries.
        acled: ``geo_precision`` of ACLED: 1 a town, 2 part of a region, 3 a region.
            None where ACLED has no code: a country, a continent, a sea.
        evidence: The words of the report that tell which place of the name it is.
        start: Where these words stand.
        end: One past their last character.
    """

    name: str
    kind: str = ""
    known_as: str | None = None
    geonames: int | None = None
    country: str = ""
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    ucdp: int | None = None
    acled: int | None = None
    evidence: str | None = None
    start: int | None = None
    end: int | None = None

    @property
    def is_point(self) -> bool:
        """Whether it can be drawn as a point: no country, continent or sea can."""
        return self.lat is not None and self.ucdp in (1, 2, 3, 4, 5)


def locate(name: str, mention: Mapping[str, Any] | None, text: str) -> Placed:
    """A place as the run's own mention of it was read.

    Args:
        name: As the record has it.
        mention: A row of ``mentions.jsonl``, or what ``in_gazetteer`` gives; None where
            neither fits.
        text: The document's canonical text.
    """
    if mention is None:
        return Placed(name)
    start, end = _evidence(mention)
    country = str(mention.get("country") or "")
    value = str(mention.get("value") or "")
    lat, lon = _number(mention, "lat", 90), _number(mention, "lon", 180)
    kind = str(mention.get("kind") or "")
    ucdp = _ucdp(kind, value, country, mention.get("precision"))
    return Placed(
        name=name,
        kind=kind,
        known_as=mention.get("name"),
        geonames=int(value) if value.isascii() and value.isdigit() else None,
        country=country,
        admin1=mention.get("admin1"),
        lat=lat if lon is not None else None,
        lon=lon if lat is not None else None,
        ucdp=ucdp,
        acled=_acled(ucdp),
        evidence=_words(mention, start, end, text),
        start=start,
        end=end,
    )


def in_quotes(
    name: str, citations: Iterable[Mapping[str, Any]], mentions: list[Mapping[str, Any]]
) -> Mapping[str, Any] | None:
    """The mention of a place that a value's quotes hold; resolved ones first."""
    spans = [(c["start"], c["end"]) for c in citations]
    found = [
        m
        for m in mentions
        if name in (m.get("text"), m.get("name"))
        and any(start <= m["start"] and m["end"] <= end for start, end in spans)
    ]
    return max(found, key=lambda m: (bool(m.get("value")), -m["start"]), default=None)


def in_gazetteer(name: str, countries: Collection[str]) -> Mapping[str, Any] | None:
    """A place that a reviewer named, if the gazetteer has but one in these countries.

    Of a town and the district of its name, which contains it, the town is meant.
    """
    options = (option.place for option in named(fold(name)))
    found = [p for p in options if p.country in countries]
    inner = [p for p in found if all(p is q or p.within(q) for q in found)]
    if len(inner) != 1:
        return None
    one = inner[0]
    state = place(one.admin1) if one.admin1 else None
    return {
        "value": one.value,
        "kind": one.kind,
        "name": one.name,
        "country": one.country,
        "admin1": state.name if state else None,
        "lat": one.lat,
        "lon": one.lon,
        "precision": _PRECISION.get(one.kind),
    }


def in_country(code: str, mentions: Iterable[Mapping[str, Any]]) -> Placed:
    """A country of which no place is told: an area, never a point."""
    named = (m for m in mentions if m.get("kind") == "country")
    mention = next((m for m in named if m.get("country") == code), {})
    value = str(mention.get("value") or "")
    return Placed(
        name=code,
        kind="country",
        known_as=mention.get("name"),
        geonames=int(value) if value.isascii() and value.isdigit() else None,
        country=code,
        lat=_number(mention, "lat", 90),
        lon=_number(mention, "lon", 180),
        ucdp=6,
    )


def _ucdp(kind: str, value: str, country: str, told: Any) -> int | None:
    if kind == "region":  # Kashmir, Europe: of several countries, so no code of UCDP's
        return 7 if value in _waters() else 5 if country else None
    return told if told in (1, 2, 3, 4, 6) else None


def _acled(ucdp: int | None) -> int | None:
    return {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}.get(ucdp or 0)


def _number(mention: Mapping[str, Any], key: str, most: int) -> float | None:
    told = mention.get(key)
    fits = isinstance(told, int | float) and -most <= told <= most
    return float(told) if fits and told is not None else None


def _evidence(mention: Mapping[str, Any]) -> tuple[int | None, int | None]:
    first, _, last = str(mention.get("derived_from") or "").partition(":")
    if not (first.isascii() and first.isdigit() and last.isascii() and last.isdigit()):
        return None, None
    return int(first), int(last)


def _words(
    mention: Mapping[str, Any], start: int | None, end: int | None, text: str
) -> str | None:
    """The place with what contains it: *Solingen, western Germany*."""
    if start is None or end is None:
        return None
    first, last = min(start, mention["start"]), max(end, mention["end"])
    if last - first <= _NEAR and "\n\n" not in text[first:last]:
        return " ".join(text[first:last].split())
    return f"{text[mention['start'] : mention['end']]} … {text[start:end]}"


@cache
def _waters() -> frozenset[str]:
    """Ids of the gazetteer's regions that are sea."""
    path = files("incidents.pipeline.export") / "waters.toml"
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))["waters"])
