"""A session in another database: the same people, versions and replies, and logs that are one snapshot each."""

from sqlalchemy import Connection, delete
from sqlalchemy.ext.asyncio import AsyncConnection

from board.canvas import vectors
from board.live.stored import documents, update_log
from board.live.stored.copies import StoredKind
from board.live.stored.tables import log
from board.live.stored.update_log import UpdateLog
from board.worksessions.state import store
from board.worksessions.state.parts import KIND, PRIVATE_ROWS, write_new
from board.worksessions.state.session import Session
from board.worksessions.state.tables import worksessions
from board.worksessions.text.shared import log_of


async def _load(conn: AsyncConnection, id: str) -> Session | None:
    return await store.load(conn, session=id)


def _write(conn: Connection, session: Session) -> None:
    """Both epochs stay, and with them the pages that hold a replica of one, and who may write on in the text."""
    session.log, session.new_epoch = UpdateLog(session.id), True
    session.text.log, session.text.renewed = UpdateLog(log_of(session.id)), True
    PRIVATE_ROWS.rewrite(session)
    write_new(conn, session)


def _erase(conn: Connection, id: str) -> None:
    for name in (id, log_of(id)):
        update_log.delete_log(conn, document=name)
    PRIVATE_ROWS.remove(conn, id)
    conn.execute(delete(worksessions).where(worksessions.c.id == id))
    documents.leave(conn, document=id)


def _content(session: Session) -> object:
    canvas, text = session.canvas, session.text
    roots = {root: canvas.plain(root) for root in canvas.roots()}
    governed = (roots, vectors.decode(canvas.vector))
    return session.row_now(), governed, text.value, text.document.clocks, PRIVATE_ROWS.content(session)


STORED_SESSIONS: StoredKind[Session] = StoredKind(
    name=KIND,
    ids=worksessions.c.id,
    tables=PRIVATE_ROWS.tables | {worksessions.name, log.name},
    load=_load,
    write=_write,
    erase=_erase,
    content=_content,
)
