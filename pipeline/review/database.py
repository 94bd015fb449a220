"""The database under the decisions: how it is opened, written to, and guarded.

SQLite keeps a log beside the file, so that pages are read while another writes; of two
who write one waits. PostgreSQL gives each document's numbers out to one at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import OperationalError

#: Seconds that a save waits for another to end.
WAIT = 30.0
#: Connections, at least as many as the threads that answer requests.
_CONNECTIONS = 40

_REFUSE = "BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END"
_GUARDS = {
    "sqlite": [
        *(
            f"CREATE TRIGGER IF NOT EXISTS decisions_no_{change.lower()}"
            f" BEFORE {change} ON decisions {_REFUSE}"
            for change in ("UPDATE", "DELETE")
        ),
        # INSERT OR REPLACE deletes without a word to the trigger on DELETE
        "CREATE TRIGGER IF NOT EXISTS decisions_no_replace BEFORE INSERT ON decisions"
        " WHEN EXISTS (SELECT 1 FROM decisions WHERE id = NEW.id OR (layer = NEW.layer"
        f" AND doc_id = NEW.doc_id AND seq = NEW.seq)) {_REFUSE}",
    ],
    "postgresql": [
        "CREATE OR REPLACE FUNCTION decisions_only_added() RETURNS trigger AS"
        " 'BEGIN RAISE EXCEPTION ''decisions are only ever added''; END'"
        " LANGUAGE plpgsql",
        "CREATE TRIGGER decisions_only_added BEFORE UPDATE OR DELETE OR TRUNCATE"
        " ON decisions EXECUTE FUNCTION decisions_only_added()",
    ],
}
#: What tells that the last guard is there.
_GUARDED = {
    "sqlite": "SELECT 1 FROM sqlite_master WHERE name = 'decisions_no_replace'",
    "postgresql": "SELECT 1 FROM pg_trigger WHERE tgname = 'decisions_only_added'",
}


def open_engine(url: str, wait: float) -> Engine:
    """The database at ``url``; a save waits ``wait`` seconds for another's end."""
    parsed = make_url(url)
    if parsed.drivername in ("postgresql", "postgres"):
        parsed = parsed.set(drivername="postgresql+pg8000")
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, max_overflow=_CONNECTIONS)
    if not parsed.database:  # in memory
        return create_engine(parsed)
    engine = create_engine(
        parsed, max_overflow=_CONNECTIONS, connect_args={"timeout": wait}
    )
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begun)
    return engine


def is_guarded(connection: Connection) -> bool:
    """Whether the table is there, with all that guards it."""
    known = _GUARDED.get(connection.dialect.name)
    return bool(known and connection.exec_driver_sql(known).scalar())


def guard(connection: Connection) -> None:
    """Have the database refuse any change of a row; an older one is guarded anew."""
    for statement in _GUARDS.get(connection.dialect.name, ()):
        connection.exec_driver_sql(statement)


@contextmanager
def writing(engine: Engine, streams: Iterable[str]) -> Iterator[Connection]:
    """A transaction that writes to ``streams``, and waits for any other that does.

    All who write name theirs in one order, so that no two wait for each other.
    """
    with (
        engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
    ):
        if engine.dialect.name == "postgresql":
            lock = text("SELECT pg_advisory_xact_lock(hashtextextended(:stream, 0))")
            for stream in sorted(streams):
                connection.execute(lock, {"stream": stream})
        yield connection


def _connected(connection: Any, _: object) -> None:
    connection.isolation_level = None  # transactions begin where we say so
    with suppress(OperationalError, connection.OperationalError):
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def _begun(connection: Connection) -> None:
    """Who means to write takes the lock at once, so that none is late midway."""
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
