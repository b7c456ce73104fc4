"""A board between memory and database. Takes an open connection and never commits."""

import copy

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from board.brainstorm.state.board import Board
from board.brainstorm.state.parts import BESIDE, COLUMNS, PRIVATE_ROWS, ROW, WORK
from board.canvas.writer import Canvas
from board.facilitation.tables import boards
from board.live.document import NoDocumentError
from board.live.stored import documents, update_log
from board.people import service as people
from board.records.service import decisions
from board.voting.tables import receipts

KIND = "board"
"""what documents of this kind are called where kinds stand side by side"""


def create(conn: Connection, *, board: Board) -> None:
    """Writes a board that is new."""
    documents.enter(conn, kind=KIND, document=board.id)
    update_log.create_log(conn, document=board.id)
    PRIVATE_ROWS.create(conn, board.id)
    board.row = copy.deepcopy(board.row_now())
    conn.execute(insert(boards).values(id=board.id, **dict(zip(COLUMNS, board.row, strict=True))))
    WORK.save(conn, board)


async def exists(conn: AsyncConnection, *, board: str) -> bool:
    """Whether it is stored, without loading it."""
    return await conn.scalar(select(boards.c.id).where(boards.c.id == board)) is not None


async def load(conn: AsyncConnection, *, board: str, known: Board | None = None) -> Board | None:
    """The board as it is stored, or None when there is none. `known` is what memory held of it."""
    loaded = Board(id=board)
    loaded.version = await documents.hold(conn, document=board)
    try:
        await ROW.load(conn, loaded)
    except NoDocumentError:
        return None
    updates, loaded.log = await update_log.load(conn, document=board, epoch=loaded.epoch)
    loaded.canvas = Canvas(updates)
    loaded.count_merges()
    loaded.succeed(known, updates)
    for part in BESIDE:
        await part.load(conn, loaded)
    return loaded


def remove(conn: Connection, *, board: str, with_decisions: bool, now: float) -> None:
    """Deletes every row of a board, and if it is wanted its frozen records too.

    Tombstones of the records stay, and the hashes of the links.
    """
    people.delete_links(conn, board=board)
    people.forget_board(conn, board=board)
    update_log.delete_log(conn, document=board)
    PRIVATE_ROWS.remove(conn, board)
    conn.execute(delete(receipts).where(receipts.c.board == board))
    if with_decisions:
        for sha256 in decisions.of(conn, source=board):
            decisions.remove(conn, sha256=sha256, now=now)
    conn.execute(delete(boards).where(boards.c.id == board))
    documents.leave(conn, document=board)
