"""KML: placemarks with their time span, for Google Earth; only what has a point."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from incidents.pipeline import files
from incidents.pipeline.export.bundle import Bundle, Event, Told
from incidents.pipeline.export.cells import clean
from incidents.pipeline.export.formats.geojson import points
from incidents.pipeline.export.tables import Cells, tables

SUFFIX = ".kml"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document><name>Incidents</name>\n'
)


def write(bundle: Bundle, out: Path) -> Sequence[str]:
    """Write the placemarks, one by one."""
    left = 0
    with files.whole(out) as file:
        file.write(f"{_HEAD}<description>{_text(bundle.choice)}</description>\n")
        for unit, row in zip(bundle.units, tables(bundle)[0].rows(), strict=True):
            if points(unit):
                file.write(_placemark(unit, row))
            else:
                left += 1
        file.write("</Document></kml>\n")
    return [f"{left} have no point and are left out: no town or area is known"][:left]


def _placemark(unit: Told | Event, row: Cells) -> str:
    parts = (row.get("incident_type"), row.get("date"), row.get("place"))
    name = ", ".join(str(part) for part in parts if part)
    spots = "".join(
        f"<Point><coordinates>{p.lon},{p.lat}</coordinates></Point>"
        for p in points(unit)
    )
    told = "".join(
        f"<Data name={quoteattr(key)}><value>{_text(value)}</value></Data>"
        for key, value in row.items()
        if value is not None
    )
    return (
        f"<Placemark><name>{_text(name)}</name>{_span(unit)}"
        f"<ExtendedData>{told}</ExtendedData>"
        f"<MultiGeometry>{spots}</MultiGeometry></Placemark>\n"
    )


def _span(unit: Told | Event) -> str:
    days = unit.dated
    if days is None:
        return ""
    return f"<TimeSpan><begin>{days.first}</begin><end>{days.last}</end></TimeSpan>"


def _text(value: object) -> str:
    return escape(clean(str(value)))
