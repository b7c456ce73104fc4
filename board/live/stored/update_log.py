"""The durable log of a document's updates: append, load, and fold into one snapshot when it grows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from board.db.engine import insert_rows
from board.live.tables import log

MOST_ROWS = 1000
MOST_BYTES = 1024 * 1024


@dataclass(slots=True)
class UpdateLog:
    """How far the log of one document is written. Only this module changes it."""

    document: str
    seq: int = 0
    rows: int = 0
    size: int = 0
    """bytes"""
    base: int = 0
    """bytes of the log when it was last one snapshot"""

    def append(self, conn: Connection, epoch: int, updates: Sequence[bytes], state: Callable[[], bytes]) -> None:
        """Writes updates. A log that has grown too long becomes one snapshot: the `state` after these updates.

        How long is too long follows from the last snapshot: a large document must not be written whole at every change.
        """
        self.rows += len(updates)
        self.size += sum(map(len, updates))
        if self.rows > MOST_ROWS or self.size > MOST_BYTES + 2 * self.base:
            self.replace(conn, epoch, state())
        else:
            self._write(conn, epoch, updates)

    def replace(self, conn: Connection, epoch: int, state: bytes) -> None:
        """Deletes everything before, earlier epochs too, and writes one snapshot."""
        delete_log(conn, document=self.document)
        self.rows, self.size, self.base = 1, len(state), len(state)
        self._write(conn, epoch, [state])

    def _write(self, conn: Connection, epoch: int, updates: Sequence[bytes]) -> None:
        for made in updates:
            self.seq += 1
            insert_rows(conn, log, [{"document": self.document, "epoch": epoch, "seq": self.seq, "update": made}])


async def load(conn: AsyncConnection, *, document: str, epoch: int) -> tuple[list[bytes], UpdateLog]:
    """All updates of the epoch, in the order in which they were made, and the log to append to."""
    found = await conn.execute(
        select(log.c.seq, log.c.update).where(log.c.document == document, log.c.epoch == epoch).order_by(log.c.seq)
    )
    rows = found.all()
    updates = [row.update for row in rows]
    return updates, UpdateLog(
        document,
        seq=rows[-1].seq if rows else 0,
        rows=len(rows),
        size=sum(map(len, updates)),
        base=len(updates[0]) if updates else 0,
    )


def delete_log(conn: Connection, *, document: str) -> None:
    """Deletes every update of a document."""
    conn.execute(delete(log).where(log.c.document == document))


def touch(conn: Connection) -> None:
    """Writes something that changes nothing."""
    key = tuple_(log.c.document, log.c.epoch, log.c.seq)
    any_row = select(log.c.document, log.c.epoch, log.c.seq).limit(1)
    conn.execute(update(log).where(key.in_(any_row)).values(seq=log.c.seq))
