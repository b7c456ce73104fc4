"""Transactions that write, one at a time, on a thread of their own.

The asynchronous driver hands every statement to a thread and back, which costs more than the statement. Here one
hand-over carries a whole transaction.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from board.db.engine import BEGIN, OUTSIDE, WRITING, create_sync_engine

T = TypeVar("T")


class Writer:
    """Writes to the database of `engine`."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._async = engine
        self._threaded = engine.dialect.name == "sqlite"
        self._engine = create_sync_engine(engine.url) if self._threaded else engine.sync_engine
        self._conn: Connection | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Runs `work` in one transaction and commits it; what it raises undoes everything and is raised here."""
        if not self._threaded:
            async with self._async.begin() as conn:
                return await conn.run_sync(work)
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._write, work)

    def _write(self, work: Callable[[Connection], T]) -> T:
        # Begun and committed beside SQLAlchemy, whose own way costs more than the statement between.
        conn = self._conn = self._conn or self._engine.connect().execution_options(**{BEGIN: OUTSIDE})
        try:
            driver = conn.connection.cursor()
            driver.execute(WRITING)
            done = work(conn)
            driver.execute("COMMIT")
            return done
        except BaseException:
            # Whatever state it is in, the next transaction begins on a fresh one.
            self._conn = None
            conn.invalidate()
            conn.close()
            raise

    def close(self) -> None:
        """Waits for what is being written and lets the thread and its connection go."""
        if self._threaded:
            self._thread.submit(self._end).result()
        self._thread.shutdown()

    def _end(self) -> None:
        if self._conn is not None:
            self._conn.close()
        self._engine.dispose()
