"""Who is where: which document each reviewer had open last, and when.

It is no decision: a row a person, written over, in a table of its own beside theirs.
Where the database has no time for it, it goes unsaid; nothing waits for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Column, Float, MetaData, Table, Text, delete, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import CreateTable

from incidents.pipeline.review.database import open_engine, writing

#: Seconds for which someone counts as being where they were seen.
WITHIN = 180.0
#: Seconds that it waits for another to write.
_WAIT = 0.2
_TABLE = Table(
    "presence",
    MetaData(),
    Column("reviewer", Text, primary_key=True),
    Column("layer", Text, primary_key=True),
    Column("doc_id", Text, nullable=False),
    Column("at", Float, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Here:
    """Someone who has a document open.

    Attributes:
        name: Who.
        layer: Whose decisions they make: the team's, or their own.
        doc_id: The document.
        minutes: Whole minutes since they were seen.
    """

    name: str
    layer: str
    doc_id: str
    minutes: int


class Presence:
    """Who is where on one database of decisions."""

    def __init__(self, url: str, now: Callable[[], float] = time.time) -> None:
        """Use the database at ``url``; ``now`` tells the time."""
        self._engine = open_engine(url, _WAIT)
        self._now = now
        self._ready = False

    def note(self, name: str, layer: str, doc_id: str) -> None:
        """Say that ``name`` has a document open."""
        key = {"reviewer": name, "layer": layer}
        own = (_TABLE.c.reviewer == name, _TABLE.c.layer == layer)
        with suppress(SQLAlchemyError):
            self._make()
            with writing(self._engine, f"presence {name}") as connection:
                connection.execute(delete(_TABLE).where(*own))
                row = {**key, "doc_id": doc_id, "at": self._now()}
                connection.execute(insert(_TABLE).values(**row))

    def _make(self) -> None:
        if not self._ready:
            with writing(self._engine, "presence") as connection:
                connection.execute(CreateTable(_TABLE, if_not_exists=True))
            self._ready = True

    def here(self) -> list[Here]:
        """Who was seen in the last minutes, by name."""
        since = self._now() - WITHIN
        query = select(_TABLE).where(_TABLE.c.at > since).order_by(_TABLE.c.reviewer)
        try:
            with self._engine.connect() as connection:
                rows = connection.execute(query).all()
        except SQLAlchemyError:  # nobody was seen yet, or it does not answer
            return []
        return [
            Here(name, layer, doc_id, max(0, int(self._now() - at)) // 60)
            for name, layer, doc_id, at in rows
        ]

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()
