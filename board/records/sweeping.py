"""Once a day, what the settings say is kept no longer goes. Each kind of document brings its own sweep."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable

from board.clock import pause
from board.records.keeping import Keep

log = logging.getLogger("shortlist.retention")

EVERY = 24 * 3600.0
"""seconds between two sweeps; the first comes with the start"""
AT_FIRST = 5.0
"""seconds after the start, when those who waited for it have been served"""
MOST = 1000
"""documents of one kind that one sweep deletes; the next one goes on"""


@contextlib.asynccontextmanager
async def daily(sweep: Callable[[], Awaitable[object]], keep: Keep, stopping: asyncio.Event) -> AsyncIterator[None]:
    """Sweeps once a day until `stopping` is set. Without a setting nothing is ever deleted by itself."""
    if keep == Keep():
        yield
        return
    task = asyncio.create_task(_daily(sweep, stopping))
    try:
        yield
    finally:
        await task


async def _daily(sweep: Callable[[], Awaitable[object]], stopping: asyncio.Event) -> None:
    await pause(AT_FIRST, stopping)
    while not stopping.is_set():
        try:
            await sweep()
        except Exception as error:
            # Its text could hold what it was about; tomorrow is another try.
            log.error("What is kept no longer could not be deleted: %s", type(error).__name__)
        await pause(EVERY, stopping)
