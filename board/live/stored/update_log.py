"""The durable log of a document's updates: append, load, and fold into one snapshot when it grows.

On PostgreSQL each document has a table of its own for it: an emptied one leaves no updates behind.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from board.db.engine import insert_rows, is_sqlite
from board.live.stored.documents import create_table, empty_table, own
from board.live.stored.tables import log

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
    committed: int = 0
    """`seq` after the last commit"""

    def since(self, seq: int, updates: Sequence[bytes]) -> Sequence[bytes]:
        """Those of all `updates` in the log that came after this number; a snapshot holds what came before it, too."""
        return updates[max(0, seq - self.seq + len(updates)) :]

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
        empty_log(conn, document=self.document)
        self.rows, self.size, self.base = 1, len(state), len(state)
        self._write(conn, epoch, [state])

    def _write(self, conn: Connection, epoch: int, updates: Sequence[bytes]) -> None:
        for made in updates:
            self.seq += 1
            if is_sqlite(conn):
                insert_rows(conn, log, [{"document": self.document, "epoch": epoch, "seq": self.seq, "update": made}])
            else:
                statement = own("INSERT INTO logs.{} VALUES (%s, %s, %s)", self.document)
                conn.exec_driver_sql(statement, (epoch, self.seq, made))


async def load(conn: AsyncConnection, *, document: str, epoch: int) -> tuple[list[bytes], UpdateLog]:
    """All updates of the epoch, in the order in which they were made, and the log to append to."""
    if is_sqlite(conn):
        found = await conn.execute(
            select(log.c.seq, log.c.update).where(log.c.document == document, log.c.epoch == epoch).order_by(log.c.seq)
        )
    else:
        statement = own('SELECT seq, "update" FROM logs.{} WHERE epoch = %s ORDER BY seq', document)
        found = await conn.exec_driver_sql(statement, (epoch,))
    rows = found.all()
    updates = [row.update for row in rows]
    last = rows[-1].seq if rows else 0
    return updates, UpdateLog(
        document,
        seq=last,
        committed=last,
        rows=len(rows),
        size=sum(map(len, updates)),
        base=len(updates[0]) if updates else 0,
    )


async def after(conn: AsyncConnection, known: UpdateLog, *, epoch: int) -> list[bytes] | None:
    """What came after the last commit that this log knows of; None when the log was folded since."""
    found = await conn.exec_driver_sql(
        own('SELECT seq, "update" FROM logs.{} WHERE epoch = %s AND seq > %s ORDER BY seq', known.document),
        (epoch, known.committed),
    )
    rows = found.all()
    if [row.seq for row in rows] != list(range(known.committed + 1, known.committed + 1 + len(rows))):
        return None
    updates = [row.update for row in rows]
    known.seq = known.committed = known.committed + len(rows)
    known.rows += len(rows)
    known.size += sum(map(len, updates))
    return updates


def create_log(conn: Connection, *, document: str) -> None:
    """Makes room for the updates of a document that is new."""
    if not is_sqlite(conn):
        columns = {"epoch": "integer", "seq": "integer", '"update"': "bytea NOT NULL"}
        create_table(conn, "logs", document, columns, "ADD PRIMARY KEY (epoch, seq)")


def empty_log(conn: Connection, *, document: str) -> None:
    """Deletes every update of a document, and what was deleted before."""
    if is_sqlite(conn):
        conn.execute(delete(log).where(log.c.document == document))
    else:
        empty_table(conn, "logs", document)


def delete_log(conn: Connection, *, document: str) -> None:
    """Deletes every update of a document that is deleted."""
    if is_sqlite(conn):
        empty_log(conn, document=document)
    else:
        conn.exec_driver_sql(own("DROP TABLE logs.{}", document))


def touch(conn: Connection) -> None:
    """Writes something that changes nothing."""
    if not is_sqlite(conn):
        conn.exec_driver_sql("UPDATE documents SET version = version WHERE id = (SELECT min(id) FROM documents)")
        return
    key = tuple_(log.c.document, log.c.epoch, log.c.seq)
    any_row = select(log.c.document, log.c.epoch, log.c.seq).limit(1)
    conn.execute(update(log).where(key.in_(any_row)).values(seq=log.c.seq))
