"""Links as they are stored. Takes an open connection and never commits."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, and_, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from board.people.links import digest, weaker
from board.people.tables import board_sessions, deleted_links, links, session_boards
from board.protocol.roles import Role


def add_links(conn: Connection, *, board: str, facilitate: str, participate: str | None = None) -> dict[Role, str]:
    """Opens the three links of a new board and returns their tokens. `participate` is a further one for taking part."""
    tokens = weaker(Role.FACILITATOR, facilitate)
    rows = [{"hash": digest(token), "board": board, "role": role} for role, token in tokens.items()]
    if participate is not None:
        rows.append({"hash": digest(participate), "board": board, "role": Role.PARTICIPANT})
    conn.execute(insert(links), rows)
    return tokens


def move_links(conn: Connection, *, hashes: Mapping[bytes, bytes]) -> dict[bytes, bytes]:
    """Gives links new tokens: the hash of the old one → that of the new one. Returns those that there were."""

    def move(old: bytes, new: bytes) -> bool:
        return conn.execute(update(links).where(links.c.hash == old).values(hash=new)).rowcount > 0

    return {old: new for old, new in hashes.items() if move(old, new)}


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


LINKS = links.name
"""the name under which commits announce new links of a board, or another session with which it goes on"""


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


class HeldBoard(NamedTuple):
    """A board that was opened inside a session."""

    board: str
    lead: bytes | None
    """the hash of its link for facilitating; None when the board was deleted"""


def hold_board(conn: Connection, *, board: str, chain: str, session: str, item: str) -> None:
    """Notes that a board was opened for an item of a session."""
    conn.execute(insert(session_boards).values(board=board, chain=chain, session=session, item=item))


async def boards_of_session(conn: AsyncConnection, *, session: str) -> dict[str, HeldBoard]:
    """Item → the board that was opened for it and is not deleted."""
    own, facilitating = session_boards, and_(links.c.board == session_boards.c.board, links.c.role == Role.FACILITATOR)
    found = select(own.c.item, own.c.board, links.c.hash).outerjoin_from(own, links, facilitating)
    rows = await conn.execute(found.where(own.c.session == session).order_by(own.c.item))
    return {row.item: HeldBoard(row.board, row.hash) for row in rows}


def boards_of_chain(conn: Connection, *, chain: str) -> list[str]:
    """The boards that were opened inside the sessions of a chain."""
    return list(conn.scalars(select(session_boards.c.board).where(session_boards.c.chain == chain)))


def let_boards_go(conn: Connection, *, session: str) -> None:
    """A session is deleted: its boards stay, as any others."""
    conn.execute(delete(session_boards).where(session_boards.c.session == session))


def forget_board(conn: Connection, *, board: str) -> None:
    """A board is deleted: neither the session that it goes on with nor the one that opened it has it any more."""
    conn.execute(delete(session_boards).where(session_boards.c.board == board))
    drop_session(conn, board=board)


def boards_given(conn: Connection, *, chain: str) -> list[str]:
    """The boards whose people were given the links of a chain."""
    return list(conn.scalars(select(board_sessions.c.board).where(board_sessions.c.chain == chain)))


def drop_session(conn: Connection, *, board: str = "", chain: str = "") -> None:
    """Forgets the session of a board, or a chain whose links lead nowhere any more."""
    rows = board_sessions.c
    conn.execute(delete(board_sessions).where((rows.board == board) | (rows.chain == chain)))
