"""Transactions that write, one at a time, on a thread of their own.

The asynchronous driver hands every statement to a thread and back, which costs more than the statement. Here one
hand-over carries a whole transaction.
"""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from board.db.engine import BEGIN, GLANCE, OUTSIDE, WRITING, create_sync_engine, execute, is_sqlite, wait_for_locks

T = TypeVar("T")

_Work = Callable[[Connection], object]
_Done: TypeAlias = "asyncio.Future[Any]"  # Any: each transaction has a result of its own
_Job = tuple[_Work, _Done, float]

PATIENCE = 2.0
"""seconds that a transaction waits for another process's lock; short, so that people soon see the fault"""
QUEUED = 0.5
"""seconds in the queue after which a transaction waits for other processes only for a moment"""


class Writer:
    """Writes to the database of `engine`."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = create_sync_engine(engine.url, patience=PATIENCE)
        self._conn: Connection | None = None
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Runs `work` in one transaction and commits it; an exception rolls it back and is raised here.

        A transaction waits for another process's lock, but the waits of a whole queue never add up.
        """
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._jobs.put((work, done, time.monotonic()))
        return await done

    def _run(self) -> None:
        """One thread instead of a pool: a pool takes a dozen locks for each transaction."""
        while job := self._jobs.get():
            self._perform(*job)
            # The job holds a whole board, and the next may come much later.
            del job
        if self._conn is not None:
            self._conn.close()
        self._engine.dispose()

    def _perform(self, work: _Work, done: _Done, asked_at: float) -> None:
        try:
            result = self._write(work, asked_at)
        except BaseException as error:
            tell = partial(_settle, done, error=error)
        else:
            tell = partial(_settle, done, result)
        # Once the loop is closed, no caller waits.
        with suppress(RuntimeError):
            done.get_loop().call_soon_threadsafe(tell)

    def _write(self, work: Callable[[Connection], T], asked_at: float) -> T:
        conn = self._conn = self._conn or self._engine.connect().execution_options(**{BEGIN: OUTSIDE})
        hurried = time.monotonic() - asked_at > QUEUED
        try:
            if hurried:
                wait_for_locks(conn, GLANCE)
            _begin(conn)
            done = work(conn)
            _commit(conn)
            if hurried:
                wait_for_locks(conn, PATIENCE)
            return done
        except BaseException:
            # The state of the connection is unknown, so the next transaction begins on a fresh one.
            self._conn = None
            conn.invalidate()
            conn.close()
            raise

    def close(self) -> None:
        """Waits for the queued transactions, then ends the thread and its connection."""
        self._jobs.put(None)
        self._thread.join()


def _begin(conn: Connection) -> None:
    # On SQLite, BEGIN and COMMIT bypass SQLAlchemy, which would cost more than the statement between them.
    if is_sqlite(conn):
        execute(conn, WRITING)


def _commit(conn: Connection) -> None:
    if is_sqlite(conn):
        execute(conn, "COMMIT")
    else:
        conn.commit()


def _settle(done: _Done, result: object = None, *, error: BaseException | None = None) -> None:
    if done.cancelled():
        return
    if error is not None:
        done.set_exception(error)
    else:
        done.set_result(result)
