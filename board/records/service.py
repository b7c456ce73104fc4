"""Stores, finds and deletes frozen records. The caller opens the connection and commits."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from board.records import canonical, tables
from board.records.tables import tombstones

LONGEST_CHAIN = 100
"""records that are followed in search of the newest"""


class Damaged(Exception):
    """The stored bytes do not match their digest: they were changed outside the database."""


@dataclass(frozen=True, slots=True)
class Found:
    """One stored record, the record that follows it, if any, and the newest of the chain."""

    sha256: str
    source: str
    """the id of the board or the session of which it was made"""
    content: bytes
    follows: str | None
    newer: str | None
    newest: str | None = None
    frozen_at: int = 0


class RecordStore:
    """The stored records of one kind. `source` names the column with the id of what a record was made of."""

    def __init__(self, table: Table, source: str) -> None:
        self._table, self._rows, self._source = table, table.c, table.c[source]

    def store(
        self, conn: Connection, *, source: str, content: bytes, frozen_at: float, follows: str | None = None
    ) -> str:
        """Stores the bytes under their digest and returns it. Storing the same bytes again changes nothing."""
        sha256 = canonical.digest(content)
        known = conn.scalar(select(self._rows.sha256).where(self._rows.sha256 == sha256))
        if known is None:
            row = {"sha256": sha256, "content": content, "follows": follows, "frozen_at": int(frozen_at)}
            conn.execute(insert(self._table).values(row | {self._source.name: source}))
        return sha256

    async def find(self, conn: AsyncConnection, *, sha256: str) -> Found | None:
        """Returns the record at this address. Raises Damaged when its bytes do not match."""
        return await conn.run_sync(self.look_up, sha256=sha256)

    async def is_stored(self, conn: AsyncConnection, *, sha256: str) -> bool:
        """Whether there is a record at this address, without reading it."""
        return await conn.scalar(select(self._rows.sha256).where(self._rows.sha256 == sha256)) is not None

    def look_up(self, conn: Connection, *, sha256: str) -> Found | None:
        """As `find`, on a synchronous connection."""
        row = conn.execute(select(self._table).where(self._rows.sha256 == sha256)).one_or_none()
        if row is None:
            return None
        if canonical.digest(row.content) != sha256:
            raise Damaged
        chain = self._after(conn, sha256)
        newer, newest = (chain[0], chain[-1]) if chain else (None, None)
        source = row._mapping[self._source]
        return Found(row.sha256, source, row.content, row.follows, newer, newest, row.frozen_at)

    def remove(self, conn: Connection, *, sha256: str, now: float) -> None:
        """Deletes the record and leaves a tombstone at its address."""
        row = conn.execute(select(self._rows.follows).where(self._rows.sha256 == sha256)).one_or_none()
        if row is not None:
            conn.execute(insert(tombstones).values(sha256=sha256, follows=row.follows, deleted_at=int(now)))
            conn.execute(delete(self._table).where(self._rows.sha256 == sha256))

    def of(self, conn: Connection, *, source: str) -> list[str]:
        """Returns the addresses of all records of a board or a session."""
        return list(conn.scalars(select(self._rows.sha256).where(self._source == source)))

    async def frozen_until(self, conn: AsyncConnection, *, until: float, most: int) -> list[str]:
        """Returns the addresses of the oldest records that were frozen at this time or before."""
        old = select(self._rows.sha256).where(self._rows.frozen_at <= until)
        return list(await conn.scalars(old.order_by(self._rows.frozen_at).limit(most)))

    def _after(self, conn: Connection, sha256: str) -> list[str]:
        """Returns the chain of records that follow.

        Tombstones keep what a deleted record followed, so it leaves no gap.
        """
        chain, seen = [], {sha256}
        at: Sequence[str] = [sha256]
        while at and len(seen) <= LONGEST_CHAIN:
            stands = select(self._rows.sha256).where(self._rows.follows.in_(at))
            next_one = conn.scalar(stands.order_by(self._rows.frozen_at.desc(), self._rows.sha256).limit(1))
            if next_one is not None and next_one not in seen:
                chain.append(next_one)
                at = [next_one]
            else:
                gone = select(tombstones.c.sha256).where(or_(*[tombstones.c.follows == one for one in at]))
                at = [one for one in conn.scalars(gone.limit(LONGEST_CHAIN)) if one not in seen]
            seen.update(at)
        return chain


decisions = RecordStore(tables.decisions, "board")
recaps = RecordStore(tables.recaps, "session")
STORES = (decisions, recaps)


async def deleted_at(conn: AsyncConnection, *, sha256: str) -> int | None:
    """Returns when the record at this address was deleted, in Unix seconds; None if it was not."""
    return await conn.run_sync(look_up_deleted, sha256=sha256)


def look_up_deleted(conn: Connection, *, sha256: str) -> int | None:
    """As `deleted_at`, on a synchronous connection. An address is known as deleted, but not the kind of its record."""
    at = conn.scalar(select(tombstones.c.deleted_at).where(tombstones.c.sha256 == sha256))
    return None if at is None else int(at)
