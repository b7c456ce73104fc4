"""Links as they are stored. Takes an open connection and never commits."""

from sqlalchemy import Connection, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from board.people.links import digest, weaker
from board.people.roles import Role
from board.people.tables import links


def add_links(conn: Connection, *, board: str, facilitate: str) -> dict[Role, str]:
    """Opens the three links of a new board and returns their tokens."""
    tokens = weaker(Role.FACILITATOR, facilitate)
    conn.execute(
        insert(links), [{"hash": digest(token), "board": board, "role": role} for role, token in tokens.items()]
    )
    return tokens


async def find_link(conn: AsyncConnection, *, token: str) -> tuple[str, Role] | None:
    """The board and role that a token opens, or None."""
    row = (await conn.execute(select(links.c.board, links.c.role).where(links.c.hash == digest(token)))).first()
    return (row.board, Role(row.role)) if row else None


async def granted(conn: AsyncConnection, *, board: str) -> dict[bytes, Role]:
    """The links of a board: which hash of a token grants which role."""
    rows = await conn.execute(select(links.c.hash, links.c.role).where(links.c.board == board))
    return {row.hash: Role(row.role) for row in rows}
