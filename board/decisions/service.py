"""Storing and finding frozen records. The caller opens the connection and commits."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from board.decisions import canonical
from board.decisions.tables import decisions


@dataclass(frozen=True, slots=True)
class Found:
    """One stored record, and the newest one that follows it directly, if any does."""

    sha256: str
    board: str
    content: bytes
    follows: str | None
    newer: str | None


def store(conn: Connection, *, board: str, content: bytes, frozen_at: float, follows: str | None = None) -> str:
    """Keep the bytes under their digest and return it. The same bytes again change nothing."""
    sha256 = canonical.digest(content)
    known = conn.scalar(select(decisions.c.sha256).where(decisions.c.sha256 == sha256))
    if known is None:
        row = {"sha256": sha256, "board": board, "content": content, "follows": follows, "frozen_at": int(frozen_at)}
        conn.execute(insert(decisions).values(row))
    return sha256


async def find(conn: AsyncConnection, *, sha256: str) -> Found | None:
    row = (await conn.execute(select(decisions).where(decisions.c.sha256 == sha256))).one_or_none()
    if row is None:
        return None
    later = select(decisions.c.sha256).where(decisions.c.follows == sha256)
    newer = await conn.scalar(later.order_by(decisions.c.frozen_at.desc(), decisions.c.sha256).limit(1))
    return Found(row.sha256, row.board, row.content, row.follows, newer)
