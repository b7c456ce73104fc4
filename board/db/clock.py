"""Several processes agree on when time is up: the clock of the database that they share decides."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from board.clock import AlignedClock, pause, steady

log = logging.getLogger("shortlist.clock")

READ_EVERY = 10.0
"""seconds between two looks at the database's clock"""
ROUND_TRIPS = 5
"""of one look: the quickest of them says most"""
PATIENCE = 5.0
"""seconds that a stopping server gives to the present look"""


@contextlib.asynccontextmanager
async def following(engine: AsyncEngine, clock: AlignedClock) -> AsyncIterator[None]:
    """Keeps a clock with that of a PostgreSQL server, from the first moment until the block is left."""
    await _look(engine, clock)
    stopping = asyncio.Event()
    task = asyncio.create_task(_keep_looking(engine, clock, stopping))
    try:
        yield
    finally:
        stopping.set()
        # Cancelled inside a statement, it would leave a connection in an unknown state.
        await asyncio.wait({task}, timeout=PATIENCE)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _keep_looking(engine: AsyncEngine, clock: AlignedClock, stopping: asyncio.Event) -> None:
    while not stopping.is_set():
        await _look(engine, clock)
        await pause(READ_EVERY, stopping)


async def _look(engine: AsyncEngine, clock: AlignedClock) -> None:
    try:
        clock.align(*await read(engine))
    except (SQLAlchemyError, OSError) as error:
        # The steady clock goes on.
        log.error("The database's clock cannot be read: %s", type(error).__name__)


async def read(engine: AsyncEngine) -> tuple[float, float]:
    """What the database's clock showed, and what our steady one showed in the same moment."""
    trips = []
    async with engine.connect() as conn:
        for _ in range(ROUND_TRIPS):
            asked = steady()
            told = await conn.exec_driver_sql("SELECT extract(epoch FROM clock_timestamp())::float8")
            took = steady() - asked
            trips.append((took, float(told.scalar_one()), asked + took / 2))
    _, shown, at = min(trips)
    return shown, at
