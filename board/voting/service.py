"""Reading what is kept of counted rounds. Takes an open connection and never commits."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from board.voting.tables import receipts


async def receipts_of(conn: AsyncConnection, *, board: str) -> dict[int, dict[str, list[str]]]:
    """Round → option → the hash of each dot, sorted."""
    rows = await conn.execute(
        select(receipts.c.round, receipts.c.option, receipts.c.hash)
        .where(receipts.c.board == board)
        .order_by(receipts.c.hash)
    )
    told: dict[int, dict[str, list[str]]] = {}
    for number, option, text in rows:
        told.setdefault(number, {}).setdefault(option, []).append(text)
    return told
