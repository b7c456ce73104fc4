"""A board between memory and database. Takes an open connection and never commits."""

import copy

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from board.brainstorm.state.board import Board
from board.brainstorm.state.parts import COLUMNS, PRIVATE_ROWS, WORK
from board.canvas.writer import Canvas
from board.facilitation.tables import boards
from board.facilitation.timer import Timer
from board.live.stored import documents, update_log
from board.live.stored.parts import follow_log
from board.people import service as people
from board.protocol.phases import Phase
from board.records.service import decisions
from board.voting import service as voting
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
    version = await documents.hold(conn, document=board)
    row = (await conn.execute(select(boards).where(boards.c.id == board))).first()
    if row is None:
        return None
    updates, log = await update_log.load(conn, document=board, epoch=row.epoch)
    loaded = Board(
        id=row.id,
        canvas=Canvas(updates),
        phase=Phase(row.phase),
        timer=Timer(row.deadline, row.left, row.length),
        epoch=row.epoch,
        round=row.round,
        next_number=row.next_number,
        late_people=row.late_people,
        letters=row.letters,
        history=[(phase, start, end) for phase, start, end in row.history],
        active_on=row.active_on,
    )
    loaded.log, loaded.version = log, version
    loaded.succeed(known, updates)
    await PRIVATE_ROWS.load(conn, loaded)
    loaded.receipts = await voting.receipts_of(conn, board=board)
    loaded.links = await people.granted(conn, board=board)
    loaded.session = await people.session_of(conn, board=board)
    loaded.row = copy.deepcopy(loaded.row_now())
    return loaded


async def follow(conn: AsyncConnection, *, board: Board, version: int) -> bool:
    """Reads what other processes appended to the log up to this version; False when the board is at another one."""
    if not await follow_log(conn, board, version):
        return False
    board.version = version
    board.count_merges()
    return True


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
