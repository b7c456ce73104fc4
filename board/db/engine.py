"""Engines whose connections keep what was acknowledged and forget what was deleted.

SQLite allows one writer. A transaction that begins as a reader and then writes fails at once when another one wrote
in between, whatever the time-out, so transactions take the write lock when they begin: `engine.begin()` and
`engine.connect()` both run BEGIN IMMEDIATE. A transaction that does not write uses `reader(engine)` instead and never
waits for a lock. Choosing the wrong one costs speed, never a write.

PostgreSQL has many writers. Its server ends a transaction of a process that stands still, so no other waits for it;
`board.db.postgresql` says how a process gives up a server that does.
"""

import errno
import functools
import sqlite3
from collections.abc import Callable, Mapping, Sequence

import psycopg
from sqlalchemy import Connection, Dialect, Engine, Table, event, insert
from sqlalchemy import create_engine as create_blocking_engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from board.db import postgresql

# The execution option that says how a SQLite transaction begins; an empty string begins none.
BEGIN = "shortlist_begin"
WRITING = "BEGIN IMMEDIATE"
READING = "BEGIN"
OUTSIDE = ""

PATIENCE = 10.0
"""seconds that a connection waits for another connection's lock"""
GLANCE = 0.05
"""seconds that emptying the write-ahead log waits for readers: no writer can begin meanwhile"""

# SQLite forgets all of these but the journal mode when a connection closes.
PRAGMAS = {
    "journal_mode": "WAL",
    # In WAL mode, NORMAL may lose acknowledged commits in a power cut.
    "synchronous": "FULL",
    "foreign_keys": "ON",
    # Deleted rows are overwritten, not only unlinked.
    "secure_delete": "ON",
    # Sorting must leave no ideas in temporary files.
    "temp_store": "MEMORY",
}


def create_engine(url: str | URL, *, patient: bool = False) -> AsyncEngine:
    """`hide_parameters`: the text of an exception goes to logs, and the values bound to a statement are ideas.

    `patient`: for a command, whose statements take as long as they need. Those of a server have to be answered soon.
    """
    url = make_url(url)
    if url.get_backend_name() != "sqlite":
        return _postgresql_engine(url, patient=patient)
    # The driver would begin transactions by itself, deferred and only before the first write.
    engine = create_async_engine(url, hide_parameters=True, connect_args={"isolation_level": None})
    event.listen(engine.sync_engine, "connect", _set_pragmas)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _postgresql_engine(url: URL, *, patient: bool) -> AsyncEngine:
    how = postgresql.arguments(locked_for=PATIENCE if patient else postgresql.LOCKED_FOR)
    if not patient:
        how["async_creator_fn"] = postgresql.connect_async
    return create_async_engine(
        url, hide_parameters=True, pool_pre_ping=True, pool_timeout=postgresql.LOST_AFTER, connect_args=how
    )


def create_sync_engine(url: str | URL, *, patience: float = PATIENCE) -> Engine:
    """The same without asyncio, with the same durability and erasure. `patience` is in seconds."""
    url = make_url(url)
    if url.get_backend_name() != "sqlite":
        how = postgresql.arguments(locked_for=min(patience, postgresql.LOCKED_FOR))
        engine = create_blocking_engine(url, hide_parameters=True, connect_args=how)
        event.listen(engine, "do_connect", lambda dialect, entry, arguments, how: postgresql.connect(*arguments, **how))
        return engine
    engine = create_blocking_engine(
        url.set(drivername="sqlite"), hide_parameters=True, connect_args={"isolation_level": None}
    )
    event.listen(engine, "connect", lambda connection, entry: _set_pragmas(connection, entry, patience))
    event.listen(engine, "begin", _begin)
    return engine


def is_sqlite(conn: Connection | AsyncConnection | AsyncEngine) -> bool:
    """Whether this is the database of one process, in which a table holds the rows of all documents."""
    return conn.dialect.name == "sqlite"


def is_storage_fault(error: BaseException) -> bool:
    """Whether the fault lies with the disk or the database, not with the statement: a retry may succeed."""
    # A damaged file is a DatabaseError itself; its other kinds are about the statement.
    return (
        isinstance(error, OperationalError | InterfaceError | NoConnectionError | OSError)
        or type(error) is DatabaseError
        or (isinstance(error, DBAPIError) and error.connection_invalidated)
    )


def is_disk_full(error: BaseException) -> bool:
    """Whether a storage fault means that the disk, or the file's allowed size, has no room left."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL
    if isinstance(cause, psycopg.errors.DiskFull):
        return True
    return isinstance(cause, OSError) and cause.errno in (errno.ENOSPC, errno.EDQUOT)


def wait_for_locks(connection: Connection, seconds: float) -> None:
    """Sets how long this connection to SQLite waits for a lock from now on."""
    dbapi = connection.connection.dbapi_connection
    if dbapi is not None and is_sqlite(connection):
        _set_patience(dbapi, seconds)


def execute(connection: Connection, statement: str, parameters: tuple[object, ...] = ()) -> None:
    """Runs what returns no rows, on SQLite past SQLAlchemy: that took twice as long as a short statement itself."""
    dbapi = connection.connection.dbapi_connection
    if not isinstance(dbapi, sqlite3.Connection):
        connection.exec_driver_sql(statement, parameters)
        return
    try:
        dbapi.execute(statement, parameters)
    except sqlite3.Error as error:
        raise DBAPIError.instance(statement, None, error, sqlite3.Error, hide_parameters=True) from error


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Inserts rows that give every column of the table, on SQLite without SQLAlchemy's preparations for each batch."""
    if not is_sqlite(connection):
        connection.execute(insert(table), rows)
        return
    statement, columns = _inserting(table, connection.dialect)
    for row in rows:
        execute(connection, statement, tuple(bind(row[name]) if bind else row[name] for name, bind in columns))


@functools.cache
def _inserting(table: Table, dialect: Dialect) -> tuple[str, Sequence[tuple[str, Callable[[object], object] | None]]]:
    """The statement, and for each column in its order what makes of a value what the driver takes."""
    binds = [(column.name, column.type.dialect_impl(dialect).bind_processor(dialect)) for column in table.columns]
    return str(insert(table).compile(dialect=dialect)), binds


def reader(engine: AsyncEngine) -> AsyncEngine:
    """The same engine and pool for transactions that only read: they see one state and hold no lock."""
    return engine.execution_options(**{BEGIN: READING})


async def truncate_wal(engine: AsyncEngine) -> bool:
    """Fold the write-ahead log into the file and empty it: until then deleted bytes can still be read in it.

    False when a reader or writer blocked it; the caller then tries again. It does not wait for a long reader.
    """
    if engine.dialect.name != "sqlite":
        return True
    async with engine.connect() as connection:
        # SQLite refuses a checkpoint inside a transaction.
        await connection.execution_options(**{BEGIN: OUTSIDE})
        try:
            await connection.run_sync(wait_for_locks, GLANCE)
            busy = (await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")).scalar_one()
        finally:
            await connection.run_sync(wait_for_locks, PATIENCE)
    return bool(busy == 0)


def _set_pragmas(connection: DBAPIConnection, _entry: ConnectionPoolEntry, patience: float = PATIENCE) -> None:
    # First: switching the journal may itself have to wait for another process.
    _set_patience(connection, patience)
    cursor = connection.cursor()
    for name, value in PRAGMAS.items():
        cursor.execute(f"PRAGMA {name}={value}")
    cursor.close()


def _set_patience(connection: DBAPIConnection, seconds: float) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={round(seconds * 1000)}")
    cursor.close()


def _begin(connection: Connection) -> None:
    begin = connection.get_execution_options().get(BEGIN, WRITING)
    if begin:
        connection.exec_driver_sql(begin)
