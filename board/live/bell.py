"""What other processes that share the database stored: PostgreSQL's NOTIFY tells it, and a look now and then.

A notification may be lost. That costs the time until the next look, never data.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Iterable, Mapping
from typing import Protocol

import psycopg
from sqlalchemy.ext.asyncio import AsyncEngine

from board.clock import steady
from board.db.engine import is_sqlite
from board.db.postgresql import address, connect_async
from board.live.document import Changed
from board.live.journal import log_end
from board.live.peers.messages import PEERS
from board.live.peers.peers import Peers
from board.live.storage_health import StorageHealth
from board.live.stored.documents import BELL, read_notice

log = logging.getLogger("shortlist.bell")

LOOK_EVERY = 1.5
"""seconds between two looks at the versions of what is open here"""
OLD = 3.0
"""seconds without a look after which what is open here may be old: the process stood still, or is cut off"""
COME_BACK = 1.0
"""seconds between two attempts to reach it"""


class Follower(Protocol):
    """The open documents of one kind."""

    def open_ids(self) -> Iterable[str]: ...

    def heard(self, id: str, version: int, changed: Changed = None) -> None:
        """A document has this version now, or -1 when it was deleted. `changed`: what the last commit wrote of it."""


class Bell:
    """Hears of every commit to a document. On SQLite there is nothing to hear."""

    def __init__(
        self, engine: AsyncEngine, storage: StorageHealth, followers: Mapping[str, Follower], peers: Peers
    ) -> None:
        """`followers`: kind → those who follow it. `peers` receive the messages of the other channel."""
        self._silent = is_sqlite(engine)
        self._address = "" if self._silent else address(engine.url)
        self._storage = storage
        self._followers = followers
        self._peers = peers
        self._looked_at = steady()

    def is_current(self) -> bool:
        """Whether the versions of what is open here were compared a moment ago."""
        return self._silent or steady() - self._looked_at < OLD

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Listens until the block is left."""
        if self._silent:
            yield
            return
        listening = asyncio.create_task(self._listen())
        listening.add_done_callback(log_end)
        try:
            yield
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)

    async def _listen(self) -> None:
        while True:
            try:
                async with await connect_async(self._address, autocommit=True) as connection:
                    await connection.execute(f"LISTEN {BELL}")
                    await self._peers.meet(connection)
                    await self._hear(connection)
            except (psycopg.OperationalError, OSError) as error:
                if not self._storage.readonly:
                    log.error("The database cannot be followed: %s", type(error).__name__)
                self._storage.fail()
                await asyncio.sleep(COME_BACK)

    async def _hear(self, connection: psycopg.AsyncConnection) -> None:
        while True:
            await self._peers.keep(connection)
            await self._look(connection)
            async for notification in connection.notifies(timeout=LOOK_EVERY):
                if notification.channel == PEERS:
                    self._peers.receive(notification.payload)
                else:
                    self._tell(notification.payload)

    def _tell(self, payload: str) -> None:
        kind, id, version, changed = read_notice(payload)
        if (follower := self._followers.get(kind)) is not None:
            follower.heard(id, version, changed)

    async def _look(self, connection: psycopg.AsyncConnection) -> None:
        """Compares the versions of all that is open here. Asks even if nothing is: the answer says that the database
        is there.
        """
        began = steady()
        followers = {id: follower for follower in self._followers.values() for id in follower.open_ids()}
        found = await connection.execute("SELECT id, version FROM documents WHERE id = ANY(%s)", (list(followers),))
        versions: dict[str, int] = dict(await found.fetchall())
        for id, follower in followers.items():
            follower.heard(id, versions.get(id, -1))
        self._looked_at = began
