"""Deleting for good on PostgreSQL: a table from which texts were deleted is written afresh, into a new file.

VACUUM alone erases nothing. While a table is written nobody reads it: 210 MB took 3 to 4 s on two busy cores. Records
are deleted rarely, and what is forgotten all the time has tables of its own.
"""

import asyncio
import contextlib
import logging
import re
from collections.abc import AsyncIterator

import psycopg
from psycopg import sql
from sqlalchemy.ext.asyncio import AsyncEngine

from board.db.engine import is_sqlite, reader
from board.db.postgresql import AdvisoryLock, address

log = logging.getLogger("shortlist.erasing")

LOOK_EVERY = 5.0
"""seconds between two looks at what there is to erase"""
LOCK_WITHIN = "500ms"
"""how long a table is waited for: whoever reads it has to queue up behind"""


class Eraser:
    """Writes tables afresh after deletions, which triggers and `empty_table` note in the table `unerased`."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Looks until the block is left. On SQLite there is nothing to do."""
        if is_sqlite(self._engine):
            yield
            return
        looking = asyncio.create_task(self._run())
        try:
            yield
        finally:
            looking.cancel()
            await asyncio.gather(looking, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            try:
                if tables := await self._unerased():
                    await self._erase(tables)
            except Exception as error:
                log.error("Deleted texts could not be erased yet: %s", type(error).__name__)
            await asyncio.sleep(LOOK_EVERY)

    async def _unerased(self) -> list[str]:
        async with reader(self._engine).connect() as conn:
            found = await conn.exec_driver_sql("SELECT DISTINCT relation FROM unerased")
            return list(found.scalars())

    async def _erase(self, tables: list[str]) -> None:
        # On a connection of its own: VACUUM runs in no transaction and may take long, and the pool's connections keep
        # their settings.
        connection = await psycopg.AsyncConnection.connect(address(self._engine.url), autocommit=True)
        async with connection:
            await connection.execute(sql.SQL("SET lock_timeout = {}").format(LOCK_WITHIN))
            alone = await (
                await connection.execute("SELECT pg_try_advisory_lock(%s)", (AdvisoryLock.ERASE,))
            ).fetchone()
            if alone != (True,):
                return
            for table in tables:
                with contextlib.suppress(psycopg.errors.LockNotAvailable):
                    await _rewrite(connection, table)


async def _rewrite(connection: psycopg.AsyncConnection, table: str) -> None:
    """Forgets the note as well, unless somebody who reads since before the deletion can still see the rows."""
    noted = await connection.execute("SELECT max(id) FROM unerased WHERE relation = %s", (table,))
    (last,) = await noted.fetchone() or (None,)
    details: list[str] = []

    def note(told: psycopg.errors.Diagnostic) -> None:
        details.append(told.message_detail or "")

    connection.add_notice_handler(note)
    try:
        # The board may have been deleted since, and its table with it.
        with contextlib.suppress(psycopg.errors.UndefinedTable):
            await connection.execute(sql.SQL("VACUUM (FULL, VERBOSE) {}").format(sql.Identifier(*table.split("."))))
    finally:
        connection.remove_notice_handler(note)
    if not any(map(_kept, details)):
        await connection.execute("DELETE FROM unerased WHERE relation = %s AND id <= %s", (table, last))


def _kept(detail: str) -> int:
    """How many deleted rows had to be copied, by the first number of "0 dead row versions cannot be removed yet"."""
    found = re.search(r"\d+", detail)
    return int(found.group()) if found else 0
