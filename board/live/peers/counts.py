"""Counts of network addresses over all processes that share a PostgreSQL.

A table that no log and no backup of it contains holds, under a keyed hash of the address, when a bucket will be empty.
The key is that of the day, which is on no disk: after it nobody can tell whose the hashes were.
"""

import asyncio
import logging
from collections.abc import Sequence

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from board.live.peers.key import SharedKey
from board.people.addresses import AddressHashes, Bucket
from board.people.creating import CreationLimit

log = logging.getLogger("shortlist.peers")

ANSWERED_WITHIN = 1.0
"""seconds after which a process relies on what it counted itself"""
MOST_WAITING = 10
"""counts that wait for the database at one time"""

_FORGET = (
    "DELETE FROM address_counts WHERE hash IN (SELECT hash FROM address_counts"
    " WHERE empty_at < extract(epoch FROM now()) LIMIT 100 FOR UPDATE SKIP LOCKED)"
)
# It locks the rows, in one order, and brings them into being.
_LEVELS = (
    "INSERT INTO address_counts AS known SELECT hash, extract(epoch FROM now()) FROM unnest(%s::bytea[]) AS hash"
    " ON CONFLICT (hash) DO UPDATE SET empty_at = greatest(known.empty_at, excluded.empty_at)"
    " RETURNING hash, empty_at - extract(epoch FROM now())::float8 AS left"
)
_ADD = "UPDATE address_counts SET empty_at = extract(epoch FROM now()) + %s WHERE hash = %s"


class AddressCounts:
    """The buckets that all processes fill together."""

    def __init__(self, engine: AsyncEngine, key: SharedKey) -> None:
        self._engine = engine
        self._key = key
        self._waiting: set[asyncio.Task[list[float] | None]] = set()

    async def levels(self, address: str, buckets: Sequence[Bucket], *, over: bool) -> list[float] | None:
        """How full the buckets of an address were before one was added to each; None when the database does not answer.

        Nothing is added when one of them has no room, unless `over`.
        """
        if (key := self._key.of("addresses")) is None or len(self._waiting) >= MOST_WAITING:
            return None
        hashes = AddressHashes(key)
        wanted = {hashes.of(address, bucket.about): bucket for bucket in buckets}
        counting = asyncio.create_task(self._try(wanted, over=over))
        self._waiting.add(counting)
        counting.add_done_callback(self._waiting.discard)
        # Cancelled inside a statement, it would leave a connection in an unknown state.
        done, _ = await asyncio.wait({counting}, timeout=ANSWERED_WITHIN)
        return counting.result() if done else None

    async def _try(self, wanted: dict[bytes, Bucket], *, over: bool) -> list[float] | None:
        try:
            async with self._engine.begin() as conn:
                return await _count(conn, wanted, over=over)
        except (SQLAlchemyError, OSError) as error:
            log.error("Addresses are counted by this process alone: %s", type(error).__name__)
            return None


async def _count(conn: AsyncConnection, wanted: dict[bytes, Bucket], *, over: bool) -> list[float]:
    found = await conn.exec_driver_sql(_LEVELS, (sorted(wanted),))
    left: dict[bytes, float] = {bytes(row.hash): row.left for row in found}
    levels = {hash: max(0.0, left[hash]) * bucket.per_second for hash, bucket in wanted.items()}
    if over or all(levels[hash] + 1 <= bucket.most for hash, bucket in wanted.items()):
        for hash, bucket in wanted.items():
            await conn.exec_driver_sql(_ADD, (min(bucket.most, levels[hash] + 1) / bucket.per_second, hash))
    # Last: whoever forgets locks rows in no order, and waits for none after that.
    await conn.exec_driver_sql(_FORGET)
    return list(levels.values())


class Creations:
    """How many boards and sessions an address may create, at all processes together."""

    def __init__(self, limit: CreationLimit, counts: AddressCounts | None = None) -> None:
        """Without `counts` this process counts for itself."""
        self._limit = limit
        self._counts = counts

    async def take(self, address: str, now: float) -> float:
        """Counts one and returns 0; or counts nothing and returns the seconds until one may be created."""
        if self._counts is not None and not self._limit.look(address, now):
            levels = await self._counts.levels(address, self._limit.buckets, over=False)
            if levels is not None and (wait := self._limit.wait(levels)):
                return wait
        return self._limit.take(address, now)
