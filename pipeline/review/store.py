"""Where decisions are kept: SQLite beside the run, or PostgreSQL by URL.

Rows are only ever added; triggers refuse anything else. Each row takes the next number
of its layer and document, and the database holds those numbers apart, so that of two
saves at once one is the second, and is told.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import (
    Column,
    Integer,
    MetaData,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    insert,
    select,
)
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError, TimeoutError

from incidents.pipeline.review.database import (
    WAIT,
    guard,
    is_guarded,
    open_engine,
    writing,
)
from incidents.pipeline.review.decisions import Decision
from incidents.pipeline.review.presence import Presence

_TABLE = Table(
    "decisions",
    MetaData(),
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String(40), nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("layer", Text, nullable=False),
    Column("doc_id", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("subject", Text, nullable=False),
    Column("value_id", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("shown", Text, nullable=False),
    Column("text_sha256", String(64), nullable=False),
    UniqueConstraint("layer", "doc_id", "seq"),
    sqlite_autoincrement=True,  # an id is never given twice
)
_JSON = ("payload", "shown")


class Unkept(Exception):
    """A decision that was not kept; says why."""


class Busy(Unkept):
    """The database did not take it, or not in time."""

    def __init__(self, error: Exception) -> None:
        said = str(getattr(error, "orig", None) or error).splitlines()[0][:200]
        super().__init__(f"the database of decisions is busy ({said})")


class Ahead(Unkept):
    """What was shown is of a later state than the database has, or of another."""

    def __init__(self) -> None:
        super().__init__("the page is of other decisions than these")


class Conflict(Unkept):
    """Somebody decided on the same record since it was shown."""

    def __init__(self, by: Decision) -> None:
        super().__init__(f"{by.reviewer} decided on this record at {by.at}")
        self.by = by


class Store:
    """The decisions on a run and its re-runs.

    Attributes:
        presence: Who is where.
    """

    def __init__(self, url: str, wait: float = WAIT) -> None:
        """Open the database at ``url``, and make its table if it has none.

        Args:
            url: Of SQLite or PostgreSQL.
            wait: Seconds that a save waits for another to end.

        Raises:
            ValueError: It cannot be opened.
        """
        try:
            self._engine = open_engine(url, wait)
            with self._engine.connect() as connection:
                ready = is_guarded(connection)
            if not ready:
                self._make()
            self.presence = Presence(url)
        except (SQLAlchemyError, ImportError) as error:
            said = str(error).splitlines()[0]
            raise ValueError(
                f"the database of decisions cannot be opened: {said}"
            ) from error

    def _make(self) -> None:
        with writing(self._engine, ["decisions"]) as connection:
            if not is_guarded(connection):
                _TABLE.metadata.create_all(connection)
                guard(connection)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()
        self.presence.close()

    def read(self, layer: str, doc_id: str | None = None) -> list[Decision]:
        """The decisions of a layer, on one document or on all, in order."""
        query = select(_TABLE).where(_TABLE.c.layer == layer).order_by(_TABLE.c.id)
        if doc_id is not None:
            query = query.where(_TABLE.c.doc_id == doc_id)
        with self._engine.connect() as connection:
            return [_decision(row) for row in connection.execute(query)]

    def last(self, layer: str, reviewer: str) -> Decision | None:
        """The reviewer's last decision in a layer that is not undone."""
        query = (
            select(_TABLE)
            .where(_TABLE.c.layer == layer, _TABLE.c.reviewer == reviewer)
            .order_by(_TABLE.c.id.desc())
        )
        undone = set()
        # closed, as a cursor left in the middle holds what it has read, and a later
        # save on its connection would be turned away
        with (
            self._engine.connect() as connection,
            closing(connection.execute(query)) as rows,
        ):
            for decision in map(_decision, rows):
                if decision.kind == "undo":
                    undone.add(decision.payload["undoes"])
                elif decision.id not in undone:
                    return decision
        return None

    def tally(self, layer: str) -> list[tuple[str, int, str]]:
        """Of each reviewer in a layer: name, number of decisions, time of the last."""
        query = (
            select(_TABLE.c.reviewer, func.count(), func.max(_TABLE.c.at))
            .where(_TABLE.c.layer == layer)
            .group_by(_TABLE.c.reviewer)
            .order_by(_TABLE.c.reviewer)
        )
        with self._engine.connect() as connection:
            return [(name, count, at) for name, count, at in connection.execute(query)]

    def layers(self) -> list[str]:
        """Every layer that has decisions."""
        query = select(_TABLE.c.layer).distinct().order_by(_TABLE.c.layer)
        with self._engine.connect() as connection:
            return list(connection.scalars(query))

    def heads(self, layer: str) -> dict[str, int]:
        """The last number of each document in a layer."""
        query = (
            select(_TABLE.c.doc_id, func.max(_TABLE.c.seq))
            .where(_TABLE.c.layer == layer)
            .group_by(_TABLE.c.doc_id)
        )
        with self._engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def append(self, decision: Decision, seen: int) -> Decision:
        """Keep a decision on records as they were shown.

        Args:
            decision: Without ``id``, ``seq`` and ``at``, which it is given here.
            seen: The last number that was known when the record was shown.

        Raises:
            Conflict: One of its records was decided on after ``seen``.
            Ahead: There is no ``seen`` yet.
            Busy: Another program writes, and does not end.
        """
        return self.append_all([decision], {decision.doc_id: seen})[0]

    def append_all(
        self, decisions: Sequence[Decision], seen: Mapping[str, int]
    ) -> Sequence[Decision]:
        """Keep decisions on different records of a layer together, or none of them.

        Args:
            decisions: As ``append`` takes them.
            seen: For each document the last number that was known.

        Raises:
            Unkept: As for ``append``.
        """
        streams = sorted({f"{d.layer} {d.doc_id}" for d in decisions})
        try:
            with writing(self._engine, streams) as connection:
                return [
                    self._add(connection, decision, seen.get(decision.doc_id, 0))
                    for decision in decisions
                ]
        except (DBAPIError, TimeoutError) as error:
            raise Busy(error) from error

    def batch(self, layer: str, batch: str) -> list[Decision]:
        """The decisions that were kept together under this name."""
        query = (
            select(_TABLE)
            .where(_TABLE.c.layer == layer, _TABLE.c.payload.contains(batch))
            .order_by(_TABLE.c.id)
        )
        with self._engine.connect() as connection:
            found = [_decision(row) for row in connection.execute(query)]
        return [d for d in found if d.payload.get("batch") == batch]

    def _add(self, connection: Connection, decision: Decision, seen: int) -> Decision:
        own = (_TABLE.c.layer == decision.layer, _TABLE.c.doc_id == decision.doc_id)
        last = connection.scalar(select(func.max(_TABLE.c.seq)).where(*own)) or 0
        if seen > last:
            raise Ahead
        later = connection.execute(
            select(_TABLE).where(*own, _TABLE.c.seq > seen).order_by(_TABLE.c.seq)
        ).all()
        touched = set(decision.subjects) - {""}
        for other in map(_decision, later):
            if touched & set(other.subjects):
                raise Conflict(other)
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        kept = replace(decision, seq=last + 1, at=at)
        made = connection.execute(insert(_TABLE).values(**_columns(kept)))
        key = made.inserted_primary_key
        return replace(kept, id=key[0] if key else 0)


def address(database: str | None, run: Path) -> str:
    """The URL of the database: the one given, else SQLite beside the run's files."""
    return database or f"sqlite:///{(run / 'reviews.sqlite').resolve()}"


def _columns(decision: Decision) -> dict[str, object]:
    names = [c.name for c in _TABLE.columns if c.name != "id"]
    columns = {name: getattr(decision, name) for name in names}
    # ASCII, since PostgreSQL takes no NUL and no surrogate
    return columns | {name: json.dumps(columns[name]) for name in _JSON}


def _decision(row: Row[tuple[object, ...]]) -> Decision:
    columns = dict(row._mapping)
    return Decision(**columns | {name: json.loads(columns[name]) for name in _JSON})
