"""A run as it is exported: its records as decided so far, located and dated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from incidents.pipeline.export.choice import Choice
from incidents.pipeline.export.days import Dated, dated
from incidents.pipeline.export.places import Placed
from incidents.pipeline.merge.claims import Source
from incidents.pipeline.merge.event import event
from incidents.pipeline.merge.rows import source
from incidents.pipeline.review.values import Value

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """One record as it is exported.

    Attributes:
        row: As ``records.jsonl`` has it, with what was decided at the desk.
        values: Its values that stand, each with its quotes, in the codebook's order.
        document: The row of ``documents.jsonl`` that it is told in.
        places: Its places; of a country of which nothing smaller is told, the country.
        status: ``todo``, ``begun`` or ``done``.
        reviewers: Who decided.
        confidence: How likely the record is right, where the run says so.
    """

    row: Row
    values: tuple[Value, ...]
    document: Row
    places: tuple[Placed, ...] = ()
    status: str = "todo"
    reviewers: tuple[str, ...] = ()
    confidence: float | None = None

    @property
    def id(self) -> str:
        """The incident's id."""
        return str(self.row["incident_id"])

    @property
    def event_key(self) -> str:
        """What records of one event share."""
        return str(self.row.get("event_key") or self.id)

    @property
    def dated(self) -> Dated | None:
        """The days of its date."""
        return dated(self.row.get("date"))

    @property
    def place(self) -> Placed | None:
        """Where it is drawn: its most precise place."""
        return most_precise(self.places)

    @property
    def page(self) -> int | None:
        """The page of its first quote."""
        pages = (c.get("page") for v in self.values for c in v.citations)
        return next((p for p in pages if isinstance(p, int)), None)

    def of(self, field: str) -> list[Any]:
        """The values of one field."""
        return [v.value for v in self.values if v.field == field]


@dataclass(frozen=True)
class Event:
    """An event, and its records that are exported.

    Attributes:
        row: As ``events.jsonl`` has it, made anew of these records.
        told: The records.
    """

    row: Row
    told: tuple[Told, ...]

    @property
    def id(self) -> str:
        """The event's key."""
        return str(self.row["event_key"])

    @property
    def dated(self) -> Dated | None:
        """The days of its date."""
        return dated(next(iter(self.of("date")), None))

    @property
    def places(self) -> tuple[Placed, ...]:
        """Those of its records, each once."""
        return tuple(dict.fromkeys(p for t in self.told for p in t.places))

    @property
    def place(self) -> Placed | None:
        """Where it is drawn: its most precise place."""
        return most_precise(self.places)

    def of(self, field: str) -> list[Any]:
        """The values to use of one field."""
        held = self.row["fields"].get(field, {}).get("best")
        if held is None:
            return []
        return list(held) if isinstance(held, list) else [held]

    def contradicted(self, told: Told) -> tuple[str, ...]:
        """The fields in which a record says what cannot be right beside the best."""
        return tuple(
            name
            for name, held in self.row["fields"].items()
            if any(
                reading.get("contradicts") and _claims(reading, told.id)
                for reading in held["values"]
            )
        )


@dataclass(frozen=True)
class Bundle:
    """What is exported.

    Attributes:
        folder: The run's.
        run: What ``run.json`` says, or ``merge.json``.
        choice: What was chosen.
        documents: Rows of ``documents.jsonl``, by ``doc_id``.
        told: The records, in the order of the run.
        mentions: What every extractor read, by ``doc_id``.
        texts: The canonical texts, by ``doc_id``; under pseudonyms no row has them.
        sources: Where the files lie that were read, and their SHA-256, by ``doc_id``.
        made: By key, rows of events as they were merged, which stand for the same
            records.
    """

    folder: Path
    run: Row
    choice: Choice
    documents: Mapping[str, Row]
    told: tuple[Told, ...]
    mentions: Mapping[str, list[Row]]
    texts: Mapping[str, str]
    sources: Mapping[str, tuple[Path | None, str]]
    made: Mapping[str, Row] = field(default_factory=dict)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The records by event, in the order in which each event is first told."""
        by_key: dict[str, list[Told]] = {}
        for told in self.told:
            by_key.setdefault(told.event_key, []).append(told)
        sources = {
            id: source({**row, "text": self.texts[id]})
            for id, row in self.documents.items()
        }
        return tuple(
            Event(self._row(key, held, sources), (*held,))
            for key, held in by_key.items()
        )

    def _row(self, key: str, held: list[Told], sources: Mapping[str, Source]) -> Row:
        """An event's row: as it was merged, else made anew of the records exported."""
        made = self.made.get(key)
        if made and made["incident_ids"] == sorted(t.id for t in held):
            return made
        return {**event([t.row for t in held], sources), "event_key": key}

    @cached_property
    def contradicted(self) -> Mapping[str, tuple[str, ...]]:
        """By record the fields in which its event's other reports speak against it."""
        return {t.id: e.contradicted(t) for e in self.events for t in e.told}

    @property
    def units(self) -> Sequence[Told | Event]:
        """Records or events, as chosen."""
        return self.events if self.choice.events else self.told

    @property
    def cited(self) -> Mapping[str, Row]:
        """The documents that a record is told in, by ``doc_id``."""
        ids = {t.row["doc_id"] for t in self.told}
        return {id: row for id, row in self.documents.items() if id in ids}


def _claims(reading: Row, incident_id: str) -> bool:
    """Whether a record says so; another reading that it has beside is none."""
    return any(
        claim["incident_id"] == incident_id and not claim.get("alternative")
        for claim in reading["claims"]
    )


def most_precise(places: Iterable[Placed]) -> Placed | None:
    """The place to draw, the first of the most precise; None of no places."""
    return min(places, key=lambda p: p.ucdp or 9, default=None)
