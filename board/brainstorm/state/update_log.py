"""The durable log of a document's updates: append, load, and fold into one snapshot when it grows."""

from sqlalchemy import Connection, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from board.brainstorm.state.board import Board
from board.brainstorm.state.tables import log
from board.db.engine import insert_rows

MOST_ROWS = 1000
MOST_BYTES = 1024 * 1024


async def load(conn: AsyncConnection, *, board: str, epoch: int) -> tuple[list[bytes], int]:
    """All updates of the epoch, in the order in which they were made, and the number of the last."""
    found = await conn.execute(
        select(log.c.seq, log.c.update).where(log.c.board == board, log.c.epoch == epoch).order_by(log.c.seq)
    )
    rows = found.all()
    return [row.update for row in rows], rows[-1].seq if rows else 0


def append(conn: Connection, *, board: Board) -> None:
    """Writes the last change. A new epoch, or a log grown too long, becomes one snapshot and the rest is deleted.

    How long is too long follows from the last snapshot: a large document must not be written whole at every change.
    """
    for made in board.made:
        board.log_rows += 1
        board.log_bytes += len(made)
    snapshot = board.new_epoch or board.log_rows > MOST_ROWS or board.log_bytes > MOST_BYTES + 2 * board.log_base
    if snapshot:
        state = board.canvas.state()
        conn.execute(delete(log).where(log.c.board == board.id))
        board.log_rows, board.log_bytes, board.log_base = 1, len(state), len(state)
        rows = [state]
    else:
        rows = board.made
    for update in rows:
        board.seq += 1
        insert_rows(conn, log, [{"board": board.id, "epoch": board.epoch, "seq": board.seq, "update": update}])
