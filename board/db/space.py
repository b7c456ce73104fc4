"""How much disk space is left where the database lies."""

import asyncio
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Self

from sqlalchemy import URL

RESERVE = 200_000_000
"""free bytes below which nothing new begins, so that what exists can go on"""
SMALL = 10
"""the share of a small volume that stays free instead: one part in this many"""
CHECK_EVERY = 1.0
"""seconds for which one look counts"""


class Usage(NamedTuple):
    """Bytes of a volume, as `shutil.disk_usage` returns them."""

    total: int
    used: int
    free: int


class FreeSpace:
    """The free space on the volume of one folder. Without a folder (a database in memory) there is always enough."""

    def __init__(self, folder: Path | None, usage: Callable[[Path], Usage] | None = None) -> None:
        self._folder = folder
        self._usage = usage or (lambda folder: Usage(*shutil.disk_usage(folder)))
        self._short = False
        self._look_at = 0.0

    @classmethod
    def of(cls, url: URL) -> Self:
        """For the database at this address."""
        return cls(Path(url.database).parent if url.get_backend_name() == "sqlite" and url.database else None)

    async def is_short(self) -> bool:
        """Whether so little is left that nothing new should begin. A look may block, so a thread takes it."""
        now = time.monotonic()
        if self._folder is not None and now >= self._look_at:
            self._look_at = now + CHECK_EVERY
            self._short = await asyncio.to_thread(self._look, self._folder)
        return self._short

    def _look(self, folder: Path) -> bool:
        try:
            found = self._usage(folder)
        except OSError:
            # The database itself says what is wrong when something is written.
            return False
        return found.free < min(RESERVE, found.total // SMALL)
