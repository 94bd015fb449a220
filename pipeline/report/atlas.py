"""The map: a spot for each place, as large as it has events.

The outlines in ``world.svgpath`` are Natural Earth's (public domain, 1:110m, version
4.1), by way of the npm package world-atlas 2.0.2 (ISC): every ring of its countries but
Antarctica's, in tenths of a degree, x east and y south; rings that cross the 180th
meridian go on beyond it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from incidents.pipeline.report.entries import Event, Place


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map, in tenths of a degree, and the events that were there."""

    name: str
    x: float
    y: float
    radius: float
    events: tuple[Event, ...]

    @property
    def kind(self) -> str:
        """What its events are, where they are all of one kind."""
        kinds = {str(k) for event in self.events for k in event.of("incident_type")}
        return kinds.pop() if len(kinds) == 1 else "several"


def spots(events: Iterable[Event]) -> list[Spot]:
    """One spot for each place; an event stands at its first, the most specific."""
    there: dict[tuple[float, float], tuple[Place, list[Event]]] = {}
    for event in events:
        for place in event.places[:1]:
            there.setdefault((place.lat, place.lon), (place, []))[1].append(event)
    made = [
        Spot(
            place.name,
            round(place.lon * 10, 1),
            round(-place.lat * 10, 1),
            round(9 * len(members) ** 0.5, 1),
            tuple(members),
        )
        for place, members in there.values()
    ]
    return sorted(made, key=lambda s: (-s.radius, s.x, s.y))  # small ones on top
