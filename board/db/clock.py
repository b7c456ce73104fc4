"""Several processes agree on when time is up: the clock of the database that they share decides."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from board.clock import AlignedClock, steady

log = logging.getLogger("shortlist.clock")

READ_EVERY = 10.0
"""seconds between two looks at the database's clock"""
ROUND_TRIPS = 5
"""of one look: the quickest of them says most"""
ANSWERED_WITHIN = 2.0
"""seconds after which the present look is given up"""


@contextlib.asynccontextmanager
async def following(engine: AsyncEngine, clock: AlignedClock) -> AsyncIterator[None]:
    """Keeps a clock with that of a PostgreSQL server, from the first moment until the block is left."""
    await _look(engine, clock)
    task = asyncio.create_task(_keep_looking(engine, clock))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _keep_looking(engine: AsyncEngine, clock: AlignedClock) -> None:
    while True:
        await asyncio.sleep(READ_EVERY)
        await _look(engine, clock)


async def _look(engine: AsyncEngine, clock: AlignedClock) -> None:
    try:
        async with asyncio.timeout(ANSWERED_WITHIN):
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
