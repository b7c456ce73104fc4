"""Which chains of sessions began with a decision. Takes an open connection and never commits."""

from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from board.worksessions.state.tables import chains
from board.worksessions.state.tables import decision_sessions as table


class Following(NamedTuple):
    """A chain that began with a decision."""

    chain: str
    shown: bool
    """whether it stands on the page of the decision"""
    newest: str | None
    """its newest session; None when they are gone and only recaps are kept"""


def add(conn: Connection, *, chain: str, decision: str, shown: bool) -> None:
    """Notes the decision with which a new chain begins."""
    conn.execute(insert(table).values(chain=chain, decision=decision, shown=shown))


def show(conn: Connection, *, chain: str, decision: str) -> bool:
    """Puts a chain on the page of its decision; False when it did not begin with this one, or is gone."""
    began = (table.c.chain == chain) & (table.c.decision == decision)
    return conn.execute(update(table).where(began).values(shown=True)).rowcount > 0


def remove(conn: Connection, *, chain: str) -> None:
    """Forgets the decision of a chain."""
    conn.execute(delete(table).where(table.c.chain == chain))


async def of(conn: AsyncConnection, *, decision: str) -> list[Following]:
    """The chains that began with a decision, in an order that says nothing."""
    rows = select(table.c.chain, table.c.shown, chains.c.newest).outerjoin_from(
        table, chains, chains.c.id == table.c.chain
    )
    found = await conn.execute(rows.where(table.c.decision == decision).order_by(table.c.chain))
    return [Following(row.chain, row.shown, row.newest) for row in found]
