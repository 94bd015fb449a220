"""Makes ``world.tsv``, the outlines of countries, from Natural Earth by world-atlas.

Run ``python -m incidents.pipeline.report.build_world countries-110m.json``: the file is
of the npm package world-atlas 2.0.2 (ISC), made of Natural Earth 4.1 (public domain,
1:110m). A line is a country: its code, and its rings as an SVG path in tenths of a
degree, x east and y south. A ring that crosses the 180th meridian goes on beyond it.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

#: Areas without a number of ISO's, by the name that Natural Earth gives.
_UNNUMBERED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}
_LEFT_OUT = "AQ"
_AROUND = 3600
Point = tuple[int, int]


def outlines(topology: Any) -> dict[str, str]:
    """By ISO 3166-1 alpha-2 code, the rings of each country as a path."""
    arcs = [list(_arc(arc, topology["transform"])) for arc in topology["arcs"]]
    codes = _codes()
    found: dict[str, list[str]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = codes.get(str(shape.get("id")).lstrip("0"))
        code = code or _UNNUMBERED[shape["properties"]["name"]]
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = (_path(_ring(ring, arcs)) for polygon in polygons for ring in polygon)
        found.setdefault(code, []).extend(filter(None, rings))
    return {c: "".join(p) for c, p in sorted(found.items()) if c != _LEFT_OUT}


def _codes() -> dict[str, str]:
    """Codes by ISO's numbers."""
    table = files("incidents.pipeline.export") / "codebooks" / "countries.toml"
    countries = tomllib.loads(table.read_text(encoding="utf-8"))
    return {str(c["iso"]): code for code, c in countries.items() if "iso" in c}


def _arc(arc: Sequence[Sequence[int]], transform: Any) -> Iterator[Point]:
    """Points in tenths of a degree, of steps in a grid."""
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    for right, up in arc:
        x, y = x + right, y + up
        yield round((x * wide + left) * 10), -round((y * high + low) * 10)


def _ring(numbers: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """Arcs end to end; one with a negative number runs backwards."""
    points: list[Point] = []
    for n in numbers:
        points += arcs[n] if n >= 0 else arcs[~n][::-1]
    return list(_unbroken(points))


def _unbroken(points: Sequence[Point]) -> Iterator[Point]:
    """Each point once, with no jump around the world."""
    last: Point | None = None
    for x, y in points:
        if last is not None:
            x += round((last[0] - x) / _AROUND) * _AROUND
        if (x, y) != last:
            yield x, y
        last = x, y


def _path(points: Sequence[Point]) -> str:
    if len(points) < 3:
        return ""
    (x, y), *_ = points
    steps = (f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(points))
    return f"M{x} {y}l{' '.join(steps).replace(' -', '-')}z"


if __name__ == "__main__":
    made = outlines(json.loads(Path(sys.argv[1]).read_bytes()))
    text = "".join(f"{code}\t{path}\n" for code, path in made.items())
    Path(__file__).with_name("world.tsv").write_text(text, encoding="ascii")
