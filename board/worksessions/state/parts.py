"""The parts of a session that are stored."""

import copy
from collections.abc import Iterable, Sequence, Set

from sqlalchemy import Connection, delete, insert, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from board.brainstorm import write_board
from board.live.document import NoDocumentError
from board.live.stored import documents, update_log
from board.live.stored.parts import Part, UnitOfWork
from board.live.stored.private_rows import PrivateRows
from board.people import service as people
from board.protocol.worksession.links import Link
from board.worksessions.state import links as derived
from board.worksessions.state import recap, replies, tables
from board.worksessions.state.boards import Boards
from board.worksessions.state.session import REMOVED, Session, chain_of, number_of
from board.worksessions.state.tables import chains, links, renewed_links, seats, worksessions
from board.worksessions.text.shared import log_of
from board.worksessions.text.turns import read_in_turns
from board.worksessions.text.update import STORED

COLUMNS = [column.name for column in worksessions.c if column.name != "id"]
PRIVATE_ROWS = PrivateRows(Session)
KIND = "session"
"""what documents of this kind are called where kinds stand side by side"""

PASSED_ON = (Link.JOIN, Link.READ)
"""links that the people of a board are given"""


class LinksChangedError(RuntimeError):
    """Another session of the chain renewed the links in the same batch. Judged again, this one knows the new ones."""


class _Text(Part[Session]):
    """The updates of the text that people write together."""

    name = "text"

    def is_dirty(self, session: Session) -> bool:
        return bool(session.text.made) or session.text.renewed

    def save(self, conn: Connection, session: Session) -> None:
        text = session.text
        if text.renewed:
            text.log.replace(conn, text.epoch, text.document.state())
        else:
            text.log.append(conn, text.epoch, text.made, text.document.state)

    def stored(self, session: Session) -> None:
        session.text.renewed, session.text.made = False, []
        session.text.log.committed = session.text.log.seq

    def forgets(self, session: Session) -> bool:
        return session.text.renewed

    async def follow(self, conn: AsyncConnection, session: Session, changed: Set[str]) -> bool:
        typed = await update_log.after(conn, session.text.log, epoch=session.text.epoch)
        if typed is not None:
            session.text.follow(typed, [await read_in_turns(one, STORED) for one in typed])
        return typed is not None


class _Links(Part[Session]):
    """The links of the chain, after some were renewed."""

    name = links.name

    def is_dirty(self, session: Session) -> bool:
        return session.renewed is not None

    def changed(self, session: Session) -> Iterable[str]:
        # Boards that were opened inside the chain are found by their links.
        return (self.name, _Boards.name)

    def save(self, conn: Connection, session: Session) -> None:
        """Raises LinksChangedError when the stored links are others than this session knows."""
        if session.renewed is None:
            return
        granted, generations, before, after, moved = session.renewed
        known = delete(links).where(links.c.chain == session.chain, links.c.hash.in_(session.links))
        if conn.execute(known).rowcount != len(session.links):
            raise LinksChangedError
        for board in people.boards_of_chain(conn, chain=session.chain):
            moved[board] = people.move_links(conn, hashes=derived.moved(board, before, after))
        gone = session.links.keys() - granted.keys() | {old for hashes in moved.values() for old in hashes}
        if gone:
            conn.execute(insert(renewed_links), [{"hash": hashed} for hashed in gone])
        write_links(conn, session.chain, granted)
        others = set(moved)
        if cuts_off(session):
            others.update(people.boards_given(conn, chain=session.chain))
            people.drop_session(conn, chain=session.chain)
        documents.advance(conn, dict.fromkeys(others, frozenset((people.LINKS,))))
        conn.execute(update(chains).where(chains.c.id == session.chain).values(generations=generations))

    def stored(self, session: Session) -> None:
        if session.renewed is not None:
            session.links, session.generations, *_, moved = session.renewed
            for board, hashes in moved.items():
                session.boards.relink(board, hashes)
            session.renewed = None

    async def load(self, conn: AsyncConnection, session: Session) -> None:
        granted = await conn.execute(select(links.c.hash, links.c.link).where(links.c.chain == session.chain))
        session.links = {hashed: Link(link) for hashed, link in granted}
        generations = select(chains.c.generations).where(chains.c.id == session.chain)
        session.generations = await conn.scalar(generations) or {}


class _Boards(Part[Session]):
    """Boards that are opened inside the session."""

    name = "boards"

    def is_dirty(self, session: Session) -> bool:
        return bool(session.boards.opening)

    def save(self, conn: Connection, session: Session) -> None:
        for item, board, facilitate, participate in session.boards.opening:
            write_board(conn, board=board, facilitate=facilitate, participate=participate)
            people.hold_board(conn, board=board.id, chain=session.chain, session=session.id, item=item)

    def stored(self, session: Session) -> None:
        session.boards.opening = []

    async def load(self, conn: AsyncConnection, session: Session) -> None:
        session.boards = Boards(await people.boards_of_session(conn, session=session.id))


class _Removed(Part[Session]):
    """People who were sent out of the whole chain: their seats in its other sessions."""

    name = seats.name

    def is_dirty(self, session: Session) -> bool:
        return bool(session.sent_out)

    def save(self, conn: Connection, session: Session) -> None:
        """Somebody without a seat there gets a removed one: the link alone would let them read.

        The next session may be among the others: it is written before.
        """
        others = kin_of(conn, session.id)
        conn.execute(delete(seats).where(seats.c.session.in_(others), seats.c.hash.in_(session.sent_out)))
        rows = [{"session": id, "hash": seat, "person": REMOVED} for id in others for seat in session.sent_out]
        if rows:
            conn.execute(insert(seats), rows)

    def stored(self, session: Session) -> None:
        session.sent_out = set()


class _Following(Part[Session]):
    """The next session of the chain."""

    name = worksessions.name

    def is_dirty(self, session: Session) -> bool:
        return session.following is not None

    def save(self, conn: Connection, session: Session) -> None:
        if session.following is not None:
            write_new(conn, session.following)
            conn.execute(update(chains).where(chains.c.id == session.chain).values(newest=session.following.id))

    def stored(self, session: Session) -> None:
        session.following = None

    async def load(self, conn: AsyncConnection, session: Session) -> None:
        known = union_all(
            *(tables.ids_of(table.c.id, session.chain) for table in (worksessions, tables.deleted_worksessions))
        )
        session.last_number = max(map(number_of, await conn.scalars(known)))


class _Sharing(Part[Session]):
    """Recaps that are shared."""

    name = "recaps"

    def is_dirty(self, session: Session) -> bool:
        return bool(session.sharing)

    def save(self, conn: Connection, session: Session) -> None:
        for one in session.sharing:
            recap.save(conn, session.id, one)

    def stored(self, session: Session) -> None:
        session.sharing = []

    async def load(self, conn: AsyncConnection, session: Session) -> None:
        session.earlier = await recap.load_earlier(conn, session=session.id)


class _Replies(Part[Session]):
    """What readers of the chain's recaps replied."""

    name = "replies"

    def is_dirty(self, session: Session) -> bool:
        return bool(session.replies.changes)

    def save(self, conn: Connection, session: Session) -> None:
        replies.save(conn, session.chain, session.replies.changes)

    def forgets(self, session: Session) -> bool:
        return any(one.reply is None for one in session.replies.changes)

    async def load(self, conn: AsyncConnection, session: Session) -> None:
        session.replies.know(await replies.load(conn, chain=session.chain))


class _Kin(Part[Session]):
    """The other sessions of the chain, which know some of it, too."""

    name = "kin"

    def __init__(self, *shared: Part[Session]) -> None:
        self._shared = shared

    def is_dirty(self, session: Session) -> bool:
        return any(part.is_dirty(session) for part in self._shared)

    def save(self, conn: Connection, session: Session) -> None:
        dirty = (part for part in self._shared if part.is_dirty(session))
        changed = frozenset(name for part in dirty for name in part.changed(session))
        documents.advance(conn, dict.fromkeys(kin_of(conn, session.id), changed))


class _Row(Part[Session]):
    """The row of the session itself."""

    name = "row"

    def is_dirty(self, session: Session) -> bool:
        return session.row != session.row_now()

    def save(self, conn: Connection, session: Session) -> None:
        """Raises NoDocumentError when the row is not there any more."""
        values = dict(zip(COLUMNS, session.row_now(), strict=True))
        if conn.execute(update(worksessions).where(worksessions.c.id == session.id).values(**values)).rowcount == 0:
            raise NoDocumentError(session.id)

    def stored(self, session: Session) -> None:
        if self.is_dirty(session):
            session.row = copy.deepcopy(session.row_now())

    async def load(self, conn: AsyncConnection, session: Session) -> None:
        """Raises NoDocumentError when there is none."""
        row = (await conn.execute(select(worksessions).where(worksessions.c.id == session.id))).first()
        if row is None:
            raise NoDocumentError(session.id)
        session.epoch, session.text.epoch = row.epoch, row.text_epoch
        session.undo, session.touched_at, session.active_on = row.undo, row.touched_at, row.active_on
        session.row = copy.deepcopy(session.row_now())


ROW = _Row()
_SHARED: tuple[Part[Session], ...] = (_Links(), _Following(), _Removed(), _Sharing(), _Replies())
BESIDE: tuple[Part[Session], ...] = (PRIVATE_ROWS, _Boards(), *_SHARED, _Kin(*_SHARED))
"""what is loaded beside the row, the document and the text"""
WORK: UnitOfWork[Session] = UnitOfWork(*BESIDE, ROW, logs=(_Text(),))


def cuts_off(session: Session) -> bool:
    """Whether this batch renews the link by which people join or the one of the big screen."""
    if session.renewed is None:
        return False
    return any(session.links[hashed] in PASSED_ON for hashed in session.links.keys() - session.renewed.granted.keys())


def kin_of(conn: Connection, session: str) -> Sequence[str]:
    """The ids of the other sessions of a chain."""
    return conn.scalars(tables.ids_of(worksessions.c.id, chain_of(session)).where(worksessions.c.id != session)).all()


def write_new(conn: Connection, session: Session) -> None:
    """Writes a session that is new."""
    documents.enter(conn, kind=KIND, document=session.id)
    for log in (session.id, log_of(session.id)):
        update_log.create_log(conn, document=log)
    PRIVATE_ROWS.create(conn, session.id)
    session.row = copy.deepcopy(session.row_now())
    conn.execute(insert(worksessions).values(id=session.id, **dict(zip(COLUMNS, session.row, strict=True))))
    for part in (*WORK.logs, PRIVATE_ROWS):
        if part.is_dirty(session):
            part.save(conn, session)


def write_links(conn: Connection, chain: str, granted: dict[bytes, Link]) -> None:
    """Writes the links of a chain."""
    conn.execute(insert(links), [{"hash": hashed, "chain": chain, "link": link} for hashed, link in granted.items()])
