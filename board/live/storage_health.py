"""Whether the database can be written, and whether deleted bytes are still in its write-ahead log."""

import asyncio
import logging

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from board.db.engine import is_sqlite, truncate_wal
from board.db.writer import Writer
from board.live.stored import update_log

log = logging.getLogger("shortlist.journal")

PROBE_EVERY = 1.0
"""seconds between two probes while storage is read-only"""
ERASE_EVERY = 1.0
"""seconds between two attempts to empty the write-ahead log while a reader blocks it"""


class StorageHealth:
    """Read-only after a storage fault, until a write goes through again."""

    def __init__(self, engine: AsyncEngine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer
        self._remote = not is_sqlite(engine)
        self._readonly = False
        self._probe_at = 0.0
        self._erase_at = 0.0
        self._unerased = True
        self._called = asyncio.Event()
        """set when storage began to need something"""

    @property
    def readonly(self) -> bool:
        """The last commit failed, and only probes are tried."""
        return self._readonly

    @property
    def away(self) -> bool:
        """The same, and reading fails as well: the database is a server that does not answer."""
        return self._remote and self._readonly

    @property
    def unerased(self) -> bool:
        """Deleted bytes may still be in the write-ahead log, as after any restart."""
        return self._unerased

    def fail(self) -> None:
        """A commit failed. What fails while it is known puts no probe off."""
        if not self._readonly:
            self._readonly, self._probe_at = True, asyncio.get_running_loop().time() + PROBE_EVERY
        self._called.set()

    def succeed(self) -> None:
        """A commit went through."""
        self._readonly = False

    def mark_unerased(self) -> None:
        """Rows were deleted that nobody may find again."""
        self._unerased = True
        self._called.set()

    async def needed(self) -> None:
        """Waits until `probe` or `erase` has something to do, or for `wake`."""
        if not self._readonly and not self._unerased:
            self._called.clear()
            await self._called.wait()

    def wake(self) -> None:
        """Ends the wait of `needed`: the server stops."""
        self._called.set()

    async def probe(self) -> None:
        """Tries a write while storage is read-only: pages that know it may send nothing that would show its end."""
        loop = asyncio.get_running_loop()
        if not self._readonly or loop.time() < self._probe_at:
            return
        try:
            await self._writer.write(update_log.touch)
        except (DBAPIError, OSError):
            self._probe_at = loop.time() + PROBE_EVERY
            return
        self._readonly = False

    async def erase(self) -> None:
        """Empties the write-ahead log after rows were deleted for good. A reader that blocks it delays it."""
        now = asyncio.get_running_loop().time()
        if not self._unerased or now < self._erase_at:
            return
        try:
            self._unerased = not await truncate_wal(self._engine)
        except DBAPIError as error:
            log.error("The write-ahead log could not be emptied yet: %s", type(error).__name__)
        # An attempt blocks writers, so attempts are throttled while a reader stays.
        self._erase_at = now + ERASE_EVERY if self._unerased else 0.0
