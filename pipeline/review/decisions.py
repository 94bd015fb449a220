"""A decision: one row that is only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

#: About one value; ``value_id`` says which.
VALUE_KINDS = ("accept", "reject", "fix")
#: About a record, or making one.
RECORD_KINDS = (
    "add",
    "accept_record",
    "accept_values",
    "no_incident",
    "note",
    "split",
    "merge",
    "settle",
)
#: About events: which records tell of one, and which value to use.
EVENT_KINDS = ("join", "apart", "split", "use")
#: Of the team: who reads which documents.
TEAM_KINDS = ("assign", "unassign")
#: What people say to each other.
TALK_KINDS = ("comment",)
#: Without a record: of one that was missed, of a document that was read, of undoing.
OTHER_KINDS = ("new", "read", "undo")
KINDS = (
    *VALUE_KINDS,
    *RECORD_KINDS,
    *EVENT_KINDS,
    *TEAM_KINDS,
    *TALK_KINDS,
    *OTHER_KINDS,
)
#: Stands for the document in decisions about events, which are of no one document.
EVENTS = "#events"
#: Likewise in decisions on who reads which of them.
DOCUMENTS = "#documents"
#: The layer of decisions that are about the work, and not about records.
TEAM = "team"
#: The layer of the team's decisions, and of adjudication; exports are made of it.
FINAL = "final"


def blind(reviewer: str) -> str:
    """The layer of a reviewer who codes blind."""
    return f"blind:{reviewer}"


def layer_of(reviewer: str, is_blind: bool) -> str:
    """The layer that a reviewer writes to."""
    return blind(reviewer) if is_blind else FINAL


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided, and what was on the screen.

    Attributes:
        kind: One of ``KINDS``.
        doc_id: The document, or ``EVENTS``.
        subject: The record: an incident id of the run shown, or ``#n`` for the record
            that decision ``n`` made; empty for a new record. Of an event, its first.
        value_id: The value, for ``VALUE_KINDS``.
        payload: What was decided: the new value, the note, the other record; of
            events ``these`` records and ``those``; of the team ``these`` documents; of
            what is settled ``these`` codings.
        shown: The row of ``records.jsonl`` and the values as they were shown; of
            events, each record's row with its document and the hash of its text.
        text_sha256: Of the document's canonical text.
        reviewer: Who.
        layer: ``FINAL``, or a reviewer's own while coding is blind.
        id: Given when it is kept.
        seq: Its number among the layer's decisions on the document.
        at: When it was kept, in UTC.
    """

    kind: str
    doc_id: str
    subject: str
    value_id: str = ""
    payload: Mapping[str, Any] = field(default_factory=dict)
    shown: Mapping[str, Any] = field(default_factory=dict)
    text_sha256: str = ""
    reviewer: str = ""
    layer: str = FINAL
    id: int = 0
    seq: int = 0
    at: str = ""

    @property
    def makes(self) -> str:
        """The record that it makes; empty where it makes none."""
        made = self.kind in ("split", "new") or (
            self.kind == "settle" and not self.subject
        )
        return f"#{self.id}" if made else ""

    @property
    def subjects(self) -> tuple[str, ...]:
        """The records it touches or makes."""
        made = (self.makes,) if self.makes else ()
        other = self.payload.get("other")
        events = (*self.payload.get("these", ()), *self.payload.get("those", ()))
        return (
            self.subject,
            *([other] if isinstance(other, str) else []),
            *events,
            *made,
        )


def standing(decisions: Iterable[Decision]) -> Sequence[Decision]:
    """The decisions that were not undone, in order, and no undoing."""
    decisions = list(decisions)
    undone = {d.payload.get("undoes") for d in decisions if d.kind == "undo"}
    return [d for d in decisions if d.kind != "undo" and d.id not in undone]
