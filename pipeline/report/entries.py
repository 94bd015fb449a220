"""The events of a run, and their records, as the report shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from incidents.pipeline import files
from incidents.pipeline.fields import FIELDS, SINGLE
from incidents.pipeline.review.decisions import FINAL
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.events import EventDesk
from incidents.pipeline.review.folder import Document
from incidents.pipeline.review.state import State
from incidents.pipeline.review.store import Store, address
from incidents.pipeline.review.values import Value, in_order

#: Fields read from mentions that have coordinates, the smaller places first.
_PLACED = tuple(f.name for f in reversed(FIELDS) if f.mention == "PLACE")
_MEMORY = "sqlite://"  # a run that nobody has reviewed


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a record, with its coordinates."""

    name: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Entry:
    """One record.

    Attributes:
        anchor: Its name in the page.
        state: The record, with what reviewers decided.
        document: Where it is told.
        places: Those with coordinates.
    """

    anchor: str
    state: State
    document: Document
    places: tuple[Place, ...]

    @property
    def values(self) -> tuple[Value, ...]:
        """The values that stand, in the order of the codebook."""
        standing = (v for v in self.state.values if v.stands)
        return tuple(sorted(standing, key=in_order))

    def of(self, field: str) -> list[Any]:
        """The values of one field."""
        return self.state.all(field)


@dataclass(frozen=True, slots=True)
class Event:
    """One event, as reviewed so far.

    Attributes:
        anchor: Its name in the page.
        row: As ``events.jsonl`` has it.
        entries: Its records, in the order of the run.
    """

    anchor: str
    row: Mapping[str, Any]
    entries: tuple[Entry, ...]

    def of(self, field: str) -> list[Any]:
        """The values of one field to use."""
        told = self.row["fields"].get(field)
        if told is None:
            return []
        return [told["best"]] if field in SINGLE else list(told["best"])

    @property
    def places(self) -> tuple[Place, ...]:
        """Those of the first record that has any with coordinates."""
        return next((e.places for e in self.entries if e.places), ())

    @property
    def title(self) -> str:
        """The event in a few words."""
        where = (*self.of("places"), *self.of("countries"))[:1]
        what = self.of("incident_type")
        return ", ".join(str(part) for part in (*self.of("date"), *where, *what))


def read_events(run: Path, database: str | None = None) -> list[Event]:
    """Every event, in the order of the first of its records in the run.

    Raises:
        ValueError: There is no such run, or it cannot be read.
    """
    reviewed = database or (run / "reviews.sqlite").is_file()
    store = Store(address(database, run) if reviewed else _MEMORY)
    try:
        desk = Desk(run, store)
        events, named = EventDesk(desk).of(FINAL), _mentions(run)
        told: dict[str, list[Entry]] = {}
        standing = (s for s in desk.states(FINAL) if s.stands)
        for n, state in enumerate(standing, 1):
            entry = _entry(n, state, desk.run.documents[state.doc_id], named)
            told.setdefault(events.key_of[state.known_as], []).append(entry)
        return [
            Event(f"e{n}", events.rows[key], tuple(entries))
            for n, (key, entries) in enumerate(told.items(), 1)
        ]
    finally:
        store.close()


def _entry(
    number: int,
    state: State,
    document: Document,
    named: Mapping[str, list[Mapping[str, Any]]],
) -> Entry:
    mentions = named.get(document.id, [])
    found = (
        _locate(value, mentions)
        for field in _PLACED
        for value in state.values
        if value.field == field and value.stands
    )
    places = tuple(place for place in found if place is not None)
    return Entry(f"r{number}", state, document, places)


def _locate(value: Value, mentions: list[Mapping[str, Any]]) -> Place | None:
    """The place that a mention of the same words, in the value's quote, was read as."""
    for mention in mentions:
        cited = any(
            c["start"] <= mention["start"] and mention["end"] <= c["end"]
            for c in value.citations
        )
        if cited and value.value in (mention["text"], mention["name"]):
            return Place(str(value.value), mention["lat"], mention["lon"])
    return None


def _mentions(run: Path) -> dict[str, list[Mapping[str, Any]]]:
    """Places with coordinates, by document."""
    path = run / "mentions.jsonl"
    if not path.is_file():
        return {}
    found: dict[str, list[Mapping[str, Any]]] = {}
    try:
        for row in files.read_lines(path):
            found[row["doc_id"]] = [
                {**m, "name": m.get("name")} for m in row["mentions"] if _is_place(m)
            ]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"{path}: not as a run writes it: {error!r}") from error
    return found


def _is_place(mention: Mapping[str, Any]) -> bool:
    lat, lon = mention.get("lat"), mention.get("lon")
    return (
        mention.get("label") == "PLACE"
        and isinstance(lat, int | float)
        and isinstance(lon, int | float)
        and -90 <= lat <= 90
        and -180 <= lon <= 180
    )
