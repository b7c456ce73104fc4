"""A board in another database: the same people, links and ballots, and a log that is one snapshot."""

from sqlalchemy import Connection, delete
from sqlalchemy.ext.asyncio import AsyncConnection

from board.brainstorm.state import store
from board.brainstorm.state.board import Board
from board.brainstorm.state.parts import PRIVATE_ROWS
from board.canvas import vectors
from board.facilitation.tables import boards
from board.live.stored import documents, update_log
from board.live.stored.copies import StoredKind
from board.live.stored.tables import log
from board.live.stored.update_log import UpdateLog
from board.voting.tables import receipts


async def _load(conn: AsyncConnection, id: str) -> Board | None:
    return await store.load(conn, board=id)


def _write(conn: Connection, board: Board) -> None:
    """The epoch stays, and with it the pages that hold a replica of it."""
    board.log, board.new_epoch = UpdateLog(board.id), True
    PRIVATE_ROWS.rewrite(board)
    for number, told in board.receipts.items():
        board.keep_receipts(number, told)
    store.create(conn, board=board)


def _erase(conn: Connection, id: str) -> None:
    update_log.delete_log(conn, document=id)
    PRIVATE_ROWS.remove(conn, id)
    conn.execute(delete(receipts).where(receipts.c.board == id))
    conn.execute(delete(boards).where(boards.c.id == id))
    documents.leave(conn, document=id)


def _content(board: Board) -> object:
    canvas = board.canvas
    roots = {root: canvas.plain(root) for root in canvas.roots()}
    return board.row_now(), roots, vectors.decode(canvas.vector), PRIVATE_ROWS.content(board), board.receipts


STORED_BOARDS: StoredKind[Board] = StoredKind(
    name=store.KIND,
    ids=boards.c.id,
    tables=PRIVATE_ROWS.tables | {boards.name, receipts.name, log.name},
    load=_load,
    write=_write,
    erase=_erase,
    content=_content,
)
