"""GeoJSON: a feature a record or event, for QGIS, with the first and last day.

What is known to the country alone, or lies at sea, has no geometry; ``place_kind`` and
``ucdp_precision`` tell which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from incidents.pipeline.export.bundle import Bundle, Event, Told
from incidents.pipeline.export.json_array import plain, write_members
from incidents.pipeline.export.places import Placed
from incidents.pipeline.export.tables import Cells, tables

SUFFIX = ".geojson"


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write the features, one by one."""
    head = {"type": "FeatureCollection", "choice": str(bundle.choice)}
    write_members(out, _features(bundle), head, "features")
    nowhere = sum(not points(unit) for unit in bundle.units)
    return [f"{nowhere} features have no point, as no town or area is known"][:nowhere]


def points(unit: Told | Event) -> list[Placed]:
    """Where it is drawn: of its points those that are most precise."""
    found = [place for place in unit.places if place.is_point]
    best = min((p.ucdp or 9 for p in found), default=9)
    spots = {(p.lon, p.lat): p for p in reversed(found) if p.ucdp == best}
    return list(reversed(spots.values()))


def _features(bundle: Bundle) -> Iterator[dict[str, Any]]:
    for unit, row in zip(bundle.units, tables(bundle)[0].rows(), strict=True):
        yield {
            "type": "Feature",
            "id": unit.id,
            "geometry": _geometry(points(unit)),
            "properties": _properties(row),
        }


def _properties(row: Cells) -> dict[str, Any]:
    return {k: v for k, v in plain(row).items() if k not in ("latitude", "longitude")}


def _geometry(found: Sequence[Placed]) -> dict[str, Any] | None:
    spots = [[place.lon, place.lat] for place in found]
    if not spots:
        return None
    if len(spots) == 1:
        return {"type": "Point", "coordinates": spots[0]}
    return {"type": "MultiPoint", "coordinates": spots}
