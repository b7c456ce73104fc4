"""A session between memory and database. Takes an open connection and never commits."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from board.canvas.co_written import CoWrittenText
from board.live.document import NoDocumentError
from board.live.stored import documents, update_log
from board.people import service as people
from board.people.links import digest
from board.protocol.worksession.links import Link
from board.worksessions.state import following, recap, replies, tables
from board.worksessions.state.canvas import SessionCanvas
from board.worksessions.state.parts import BESIDE, PRIVATE_ROWS, ROW, kin_of, write_links, write_new
from board.worksessions.state.session import Session, chain_of, number_of
from board.worksessions.text.admission import History
from board.worksessions.text.shared import log_of
from board.worksessions.text.turns import read_in_turns
from board.worksessions.text.update import ROOT, STORED


class LedTo(NamedTuple):
    """Where a link leads: the newest session of its chain, and what it grants."""

    session: str
    link: Link


def create(conn: Connection, *, session: Session) -> None:
    """Writes the first session of a chain, and the chain with its links."""
    conn.execute(insert(tables.chains).values(id=session.chain, newest=session.id, generations=session.generations))
    write_links(conn, session.chain, session.links)
    write_new(conn, session)


async def load(conn: AsyncConnection, *, session: str, known: Session | None = None) -> Session | None:
    """The session as it is stored, or None when there is none. `known` is what memory held of it."""
    loaded = Session(id=session)
    loaded.version = await documents.hold(conn, document=session)
    try:
        await ROW.load(conn, loaded)
    except NoDocumentError:
        return None
    updates, loaded.log = await update_log.load(conn, document=session, epoch=loaded.epoch)
    loaded.canvas = SessionCanvas(updates)
    loaded.succeed(known, updates)
    for part in BESIDE:
        await part.load(conn, loaded)
    await _load_text(conn, loaded, known)
    return loaded


async def _load_text(conn: AsyncConnection, session: Session, known: Session | None) -> None:
    epoch = session.text.epoch
    updates, log = await update_log.load(conn, document=log_of(session.id), epoch=epoch)
    whole = CoWrittenText(ROOT, updates).state()
    session.text.load([whole], log, epoch, History.of(await read_in_turns(whole, STORED), session.writers))
    if known is not None and known.text.epoch == epoch:
        session.text.missed = (*known.text.missed, *log.since(known.text.log.committed, updates))


def remove(conn: Connection, *, session: str, with_recaps: bool, now: float) -> bool:
    """Deletes every row of a session, and if it is wanted its recaps too.

    With the last one of its chain the links go, and their hashes stay as deleted. Whether it was the last.
    """
    if with_recaps:
        recap.remove(conn, session, now=now)
    replies.remove(conn, session=session)
    people.let_boards_go(conn, session=session)
    update_log.delete_log(conn, document=session)
    update_log.delete_log(conn, document=log_of(session))
    PRIVATE_ROWS.remove(conn, session)
    documents.leave(conn, document=session)
    documents.advance(conn, dict.fromkeys(kin_of(conn, session)))
    known, chains, links = tables.worksessions, tables.chains, tables.links
    conn.execute(delete(known).where(known.c.id == session))
    conn.execute(insert(tables.deleted_worksessions).values(id=session))
    chain = chain_of(session)
    left = conn.scalars(tables.ids_of(known.c.id, chain)).all()
    if left:
        conn.execute(update(chains).where(chains.c.id == chain).values(newest=max(left, key=number_of)))
        return False
    gone = select(links.c.hash).where(links.c.chain == chain)
    conn.execute(insert(tables.deleted_links).from_select(["hash"], gone))
    conn.execute(delete(links).where(links.c.chain == chain))
    conn.execute(delete(chains).where(chains.c.id == chain))
    if with_recaps or not recap.has_any(conn, chain=chain):
        following.remove(conn, chain=chain)
    documents.advance(conn, dict.fromkeys(people.boards_given(conn, chain=chain), frozenset((people.LINKS,))))
    people.drop_session(conn, chain=chain)
    return True


async def find_link(conn: AsyncConnection, *, token: str) -> LedTo | None:
    """Where a token leads, or None."""
    links, chains = tables.links, tables.chains
    found = select(chains.c.newest, links.c.link).join_from(links, chains, chains.c.id == links.c.chain)
    row = (await conn.execute(found.where(links.c.hash == digest(token)))).first()
    return LedTo(row.newest, Link(row.link)) if row else None


async def newest(conn: AsyncConnection, *, chain: str) -> str | None:
    """The newest session of a chain, or None when the chain is gone."""
    known = tables.chains.c
    found: str | None = await conn.scalar(select(known.newest).where(known.id == chain))
    return found


async def is_renewed(conn: AsyncConnection, *, tokens: Sequence[str]) -> bool:
    """Whether one of these tokens was a link that was renewed."""
    gone = tables.renewed_links.c.hash
    return (await conn.execute(select(gone).where(gone.in_(map(digest, tokens))))).first() is not None


async def is_deleted(conn: AsyncConnection, *, session: str, tokens: Sequence[str]) -> bool:
    """Whether a session of this id was deleted, and one of these tokens is or was a link of a session."""
    gone = tables.deleted_worksessions.c.id
    if (await conn.execute(select(gone).where(gone == session))).first() is None:
        return False
    hashes = list(map(digest, tokens))
    tried = (tables.links.c.hash, tables.renewed_links.c.hash, tables.deleted_links.c.hash)
    known = union_all(*(select(hash).where(hash.in_(hashes)) for hash in tried))
    return (await conn.execute(known)).first() is not None


async def led_to_deleted(conn: AsyncConnection, *, token: str) -> bool:
    """Whether a token was a link of a chain that was deleted as a whole."""
    gone = tables.deleted_links.c.hash
    return (await conn.execute(select(gone).where(gone == digest(token)))).first() is not None


async def sessions_of(conn: AsyncConnection, *, chain: str) -> list[str]:
    """The ids of the sessions of a chain that are stored, in no order."""
    return list(await conn.scalars(tables.ids_of(tables.worksessions.c.id, chain)))
