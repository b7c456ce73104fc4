"""Stores, finds and deletes frozen records. The caller opens the connection and commits."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from board.records import canonical
from board.records.tables import decisions, tombstones

LONGEST_CHAIN = 100
"""records that are followed in search of the newest"""


class Damaged(Exception):
    """The stored bytes do not match their digest: they were changed outside the database."""


@dataclass(frozen=True, slots=True)
class Found:
    """One stored record, the record that follows it, if any, and the newest of the chain."""

    sha256: str
    board: str
    content: bytes
    follows: str | None
    newer: str | None
    newest: str | None = None
    frozen_at: int = 0


def store(conn: Connection, *, board: str, content: bytes, frozen_at: float, follows: str | None = None) -> str:
    """Stores the bytes under their digest and returns it. Storing the same bytes again changes nothing."""
    sha256 = canonical.digest(content)
    known = conn.scalar(select(decisions.c.sha256).where(decisions.c.sha256 == sha256))
    if known is None:
        row = {"sha256": sha256, "board": board, "content": content, "follows": follows, "frozen_at": int(frozen_at)}
        conn.execute(insert(decisions).values(row))
    return sha256


async def find(conn: AsyncConnection, *, sha256: str) -> Found | None:
    """Returns the record at this address. Raises Damaged when its bytes do not match."""
    return await conn.run_sync(look_up, sha256=sha256)


async def deleted_at(conn: AsyncConnection, *, sha256: str) -> int | None:
    """Returns when the record at this address was deleted, in Unix seconds; None if it was not."""
    return await conn.run_sync(look_up_deleted, sha256=sha256)


def look_up(conn: Connection, *, sha256: str) -> Found | None:
    row = conn.execute(select(decisions).where(decisions.c.sha256 == sha256)).one_or_none()
    if row is None:
        return None
    if canonical.digest(row.content) != sha256:
        raise Damaged
    chain = _after(conn, sha256)
    newer, newest = (chain[0], chain[-1]) if chain else (None, None)
    return Found(row.sha256, row.board, row.content, row.follows, newer, newest, row.frozen_at)


def look_up_deleted(conn: Connection, *, sha256: str) -> int | None:
    at = conn.scalar(select(tombstones.c.deleted_at).where(tombstones.c.sha256 == sha256))
    return None if at is None else int(at)


def remove(conn: Connection, *, sha256: str, now: float) -> None:
    """Deletes the record and leaves a tombstone at its address."""
    row = conn.execute(select(decisions.c.follows).where(decisions.c.sha256 == sha256)).one_or_none()
    if row is not None:
        conn.execute(insert(tombstones).values(sha256=sha256, follows=row.follows, deleted_at=int(now)))
        conn.execute(delete(decisions).where(decisions.c.sha256 == sha256))


def of_board(conn: Connection, *, board: str) -> list[str]:
    """Returns the addresses of all records of a board."""
    return list(conn.scalars(select(decisions.c.sha256).where(decisions.c.board == board)))


async def frozen_until(conn: AsyncConnection, *, until: float, most: int) -> list[str]:
    """Returns the addresses of the oldest records that were frozen at this time or before."""
    old = select(decisions.c.sha256).where(decisions.c.frozen_at <= until)
    return list(await conn.scalars(old.order_by(decisions.c.frozen_at).limit(most)))


def _after(conn: Connection, sha256: str) -> list[str]:
    """Returns the chain of records that follow. Tombstones keep what a deleted record followed, so it leaves no gap."""
    chain, seen = [], {sha256}
    at: Sequence[str] = [sha256]
    while at and len(seen) <= LONGEST_CHAIN:
        stands = select(decisions.c.sha256).where(decisions.c.follows.in_(at))
        next_one = conn.scalar(stands.order_by(decisions.c.frozen_at.desc(), decisions.c.sha256).limit(1))
        if next_one is not None and next_one not in seen:
            chain.append(next_one)
            at = [next_one]
        else:
            gone = select(tombstones.c.sha256).where(or_(*[tombstones.c.follows == one for one in at]))
            at = [one for one in conn.scalars(gone.limit(LONGEST_CHAIN)) if one not in seen]
        seen.update(at)
    return chain
