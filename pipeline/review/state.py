"""A record as decided so far, and all records of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.fields import values as readings
from incidents.pipeline.review.decisions import Decision
from incidents.pipeline.review.folder import DERIVED
from incidents.pipeline.review.lacks import lacks
from incidents.pipeline.review.values import (
    Value,
    build,
    confidence_of,
    read_values,
    record_confidence,
)


@dataclass(slots=True)
class State:
    """A record as decided so far; made anew by each folding, and then only read.

    Of a run most records are untouched, and of these the queue shows a line only: what
    they say is read off their rows, and taken apart into values where it is asked for.

    Attributes:
        id: The incident's id, or ``#n`` for a record that decision ``n`` made.
        doc_id: Its document.
        row: The run's row it came from; for a new record, only its ids.
        taken: Its values with what was decided on each; None where it is untouched.
        status: ``todo``, ``begun``, ``done``, ``no_incident`` or ``merged``.
        merged_into: The record that took its values.
        notes: Of each note, who, when and what.
        decisions: Those that touched it.
        lacks: What it needs before it is done, where all its values are decided.
    """

    id: str
    doc_id: str
    row: Mapping[str, Any]
    taken: list[Value] | None = None
    status: str = "todo"
    merged_into: str = ""
    notes: list[Mapping[str, str]] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    lacks: tuple[str, ...] = ()
    _doubts: tuple[float, ...] | None = None

    @property
    def values(self) -> list[Value]:
        """Its values, with what was decided on each."""
        if self.taken is None:
            self.taken = list(read_values(self.row))
        return self.taken

    @values.setter
    def values(self, values: list[Value]) -> None:
        self.taken = values

    @property
    def known_as(self) -> str:
        """Its id outside of the desk; one made here is named after its decision."""
        made = self.id.startswith(DERIVED)
        return f"{self.doc_id}/review-{self.id[1:]}" if made else self.id

    @property
    def stands(self) -> bool:
        """Whether it is a record still: neither merged nor found to be no incident."""
        return self.status not in ("merged", "no_incident")

    @property
    def record(self) -> dict[str, Any]:
        """The record as it now stands."""
        return {**build(self.row, self.values), "incident_id": self.id}

    @property
    def confidence(self) -> float | None:
        """What the run gives for the record; else the least sure of its values."""
        given = record_confidence(self.row)
        if given is not None:
            return given
        known = (v.confidence for v in self.values if v.confidence is not None)
        return min(known, default=None)

    @property
    def doubts(self) -> tuple[float, ...]:
        """Of each value that is open, how likely it is wrong, as far as is known."""
        if self._doubts is None:
            known = self._known() if self.stands else ()
            self._doubts = tuple(1 - share for share in known if share is not None)
        return self._doubts

    def _known(self) -> Iterator[float | None]:
        if self.taken is None:
            for name, field in BY_NAME.items():
                for n in range(len(readings(self.row, field))):
                    yield confidence_of(self.row, name, n)
        else:
            yield from (v.confidence for v in self.taken if v.status == "open")

    def first(self, name: str) -> Any:
        """The value that stands of a field, or None."""
        return next(iter(self.all(name)), None)

    def all(self, name: str) -> list[Any]:
        """The values that stand of a field."""
        if self.taken is None:
            return readings(self.row, BY_NAME[name])
        return [v.value for v in self.taken if v.field == name and v.stands]

    def settle(self) -> None:
        """Work out the status from the values; no decision leaves it as it is."""
        if not self.decisions or self.status in ("no_incident", "merged"):
            return
        decided = self.values and all(v.status != "open" for v in self.values)
        self.lacks = tuple(lacks(self.record)) if decided else ()
        self.status = "done" if decided and not self.lacks else "begun"


@dataclass(frozen=True, slots=True)
class Stale:
    """A decision that fits nothing in this run, and why."""

    decision: Decision
    reason: str


@dataclass(slots=True)
class Folded:
    """The records of a document after its decisions, and those that fit none.

    Attributes:
        records: By id.
        stale: Decisions that fit nothing.
        seq: The last number of its decisions.
        read_by: Who read the whole of it; empty where nobody has.
    """

    records: dict[str, State]
    stale: list[Stale] = field(default_factory=list)
    seq: int = 0
    read_by: str = ""
