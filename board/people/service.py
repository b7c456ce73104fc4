"""Who is asking: from the tokens in a cookie to a person with roles. Takes an open connection and never commits."""

from sqlalchemy import Connection, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from board.people.cookie import Pass, Person
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


async def identify(conn: AsyncConnection, *, board: str, shown: Pass | None) -> Person | None:
    """The person behind a pass on this board, with every role its links still grant; None for a stranger."""
    if shown is None:
        return None
    by_hash = {digest(token): token for token in shown.links}
    rows = await conn.execute(
        select(links.c.hash, links.c.role).where(links.c.board == board, links.c.hash.in_(by_hash))
    )
    held = {Role(row.role): by_hash[row.hash] for row in rows}
    return Person(shown.person, held) if held else None
