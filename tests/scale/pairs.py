"""Two servers on one PostgreSQL, in the loop of the test."""

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from tests.brainstorm.running import MovableClock, Server, serving
from tests.scale.cluster import Database


@contextlib.asynccontextmanager
async def pair_of_servers(shared: Database, folder: Path) -> AsyncIterator[tuple[Server, Server]]:
    """Both with the same clock."""
    clock, none = MovableClock(), folder / "no file"
    async with (
        serving(none, clock, database_url=shared.url) as one,
        serving(none, clock, database_url=shared.url) as two,
    ):
        yield one, two
