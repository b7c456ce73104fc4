"""How much disk space is left where the database lies."""

import asyncio
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Self

from sqlalchemy import URL

RESERVE = 200_000_000
"""free bytes below which the server creates nothing new, so that existing boards can continue"""
SMALL = 10
"""on a small volume 1/SHARE of its size stays free instead"""
CHECK_EVERY = 1.0
"""seconds for which a measurement is cached"""


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
        """Whether too little is left to create anything new. The system call may block, so it runs in a thread."""
        now = time.monotonic()
        if self._folder is not None and now >= self._look_at:
            self._look_at = now + CHECK_EVERY
            self._short = await asyncio.to_thread(self._look, self._folder)
        return self._short

    def _look(self, folder: Path) -> bool:
        try:
            found = self._usage(folder)
        except OSError:
            # The next write reports what is wrong.
            return False
        return found.free < min(RESERVE, found.total // SMALL)
