"""Links as they are stored. Takes an open connection and never commits."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from board.people.links import digest, weaker
from board.people.tables import board_sessions, deleted_links, links
from board.protocol.roles import Role


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


async def is_deleted(conn: AsyncConnection, *, tokens: Sequence[str]) -> bool:
    """Whether one of these tokens opened a board that was deleted."""
    gone = select(deleted_links.c.hash).where(deleted_links.c.hash.in_(map(digest, tokens)))
    return (await conn.execute(gone)).first() is not None


def delete_links(conn: Connection, *, board: str) -> None:
    """Closes the links of a board and marks them as those of a deleted board."""
    conn.execute(insert(deleted_links).from_select(["hash"], select(links.c.hash).where(links.c.board == board)))
    conn.execute(delete(links).where(links.c.board == board))


async def granted(conn: AsyncConnection, *, board: str) -> dict[bytes, Role]:
    """The links of a board: which hash of a token grants which role."""
    rows = await conn.execute(select(links.c.hash, links.c.role).where(links.c.board == board))
    return {row.hash: Role(row.role) for row in rows}


class BoardSession(NamedTuple):
    """The work session with which a board goes on."""

    chain: str
    sealed: bytes


def keep_session(conn: Connection, *, board: str, session: BoardSession) -> None:
    """Gives the people of a board the links of a session, in place of those of an earlier one."""
    conn.execute(delete(board_sessions).where(board_sessions.c.board == board))
    conn.execute(insert(board_sessions).values(board=board, **session._asdict()))


async def session_of(conn: AsyncConnection, *, board: str) -> BoardSession | None:
    """The session with which a board goes on."""
    row = (await conn.execute(select(board_sessions).where(board_sessions.c.board == board))).first()
    return BoardSession(row.chain, row.sealed) if row else None


def drop_session(conn: Connection, *, board: str = "", chain: str = "") -> None:
    """Forgets the session of a board, or a chain whose links lead nowhere any more."""
    rows = board_sessions.c
    conn.execute(delete(board_sessions).where((rows.board == board) | (rows.chain == chain)))
