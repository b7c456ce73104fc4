"""The only connection to a database: for a command that must not see, or make, half a change."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import event, inspect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.pool import ConnectionPoolEntry

from board.db.engine import create_engine, is_sqlite
from board.db.postgresql import AdvisoryLock

PATIENCE = 3.0
"""seconds in which others may still leave: a process that was killed does not leave at once"""
LOOK = 0.1

_OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND application_name = current_setting('application_name')"
    " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
)


class InUseError(Exception):
    """Another process of Shortlist uses the database. The text is its URL, with the password."""


@asynccontextmanager
async def alone(url: str, *, reading: bool = False) -> AsyncIterator[AsyncConnection]:
    """A connection while no other process of Shortlist has one. Raises InUseError.

    Nobody else can open a SQLite file meanwhile. A process that connects to PostgreSQL later can; with `reading` it
    cannot write before the transaction ends that the connection comes with.
    """
    engine = create_engine(url, patient=True)
    try:
        if is_sqlite(engine):
            async with _alone_on_file(engine) as conn:
                yield conn
        else:
            async with engine.connect() as conn:
                await _wait_for_others(conn)
                names = await conn.run_sync(lambda sync: inspect(sync).get_table_names())
                if reading and names:
                    await conn.exec_driver_sql(f"LOCK TABLE {', '.join(names)} IN SHARE MODE")
                else:
                    await conn.rollback()
                yield conn
    finally:
        await engine.dispose()


@asynccontextmanager
async def _alone_on_file(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    event.listen(engine.sync_engine, "connect", _lock, insert=True)
    try:
        conn = await engine.connect()
    except (sqlite3.OperationalError, DBAPIError) as error:
        if "locked" in str(error):
            raise InUseError(_url(engine)) from error
        raise
    try:
        yield conn
    finally:
        await conn.close()


def _lock(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Before anything else: in WAL mode SQLite decides at the first access how it locks."""
    cursor = connection.cursor()
    for statement in (f"busy_timeout={round(PATIENCE * 1000)}", "locking_mode=EXCLUSIVE", "journal_mode=WAL"):
        cursor.execute(f"PRAGMA {statement}")
    cursor.close()


async def _wait_for_others(conn: AsyncConnection) -> None:
    # Between two statements it may take long to read or write elsewhere.
    await conn.exec_driver_sql("SET idle_in_transaction_session_timeout = 0")
    await conn.commit()
    give_up = asyncio.get_running_loop().time() + PATIENCE
    while True:
        locked = (await conn.exec_driver_sql("SELECT pg_try_advisory_lock(%s)", (AdvisoryLock.COPY,))).scalar_one()
        others = (await conn.exec_driver_sql(_OTHERS)).scalar_one()
        # The lock is the connection's, not the transaction's.
        await conn.rollback()
        if locked and not others:
            return
        if asyncio.get_running_loop().time() > give_up:
            raise InUseError(_url(conn.engine))
        await asyncio.sleep(LOOK)


def _url(engine: AsyncEngine) -> str:
    return engine.url.render_as_string(hide_password=False)
