"""One record, as a notebook shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from incidents.page import page
from incidents.pipeline.export.bundle import Told
from incidents.pipeline.review.values import Value


@dataclass(frozen=True, repr=False)
class Record:
    """What one document tells of one incident.

    Attributes:
        told: The record as decided so far, located and dated.
        text: The document's canonical text; None under pseudonyms.
    """

    told: Told
    text: str | None = None

    @property
    def id(self) -> str:
        """The incident's id."""
        return self.told.id

    @property
    def row(self) -> Mapping[str, Any]:
        """The record with the codebook's keys, as ``records.jsonl`` has it."""
        return self.told.row

    @property
    def values(self) -> tuple[Value, ...]:
        """Its values, each with its quotes and confidence."""
        return self.told.values

    def __repr__(self) -> str:
        told = [*self.told.of("incident_type"), *self.told.of("date")]
        where = [*self.told.of("places"), *self.told.of("countries")][:1]
        return f"<Record {self.id}: {', '.join(map(str, [*told, *where]))}>"

    def _repr_html_(self) -> str:
        return page(self.told, self.text)
