"""The rows of a document that it must be able to forget, and how they are stored.

On SQLite each kind of rows has a table, and what changed is written. On PostgreSQL a document has one small table for
all of them, with a single row that is replaced whole: then no row is older than another, nothing in the file tells
which changes were made together, and what was deleted is in no file.
"""

from collections.abc import Iterable, Set
from dataclasses import fields
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from board.db.engine import is_sqlite
from board.db.rows import Rows, Tracker
from board.live.stored.documents import create_table, empty_table, own
from board.live.stored.governed import State
from board.live.stored.parts import Part

S = TypeVar("S", bound=State)

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(dict[str, list[list[object]]]).decode


class RowsPart:
    """The rows that a field of the document holds."""

    def __init__(self, field: str, rows: Rows) -> None:
        self.rows = rows
        self.name = rows.table.name
        self._field = field

    def of(self, state: State) -> Tracker:
        return getattr(state, self._field)  # type: ignore[no-any-return]

    def is_dirty(self, state: State) -> bool:
        return self.of(state).dirty

    def save(self, conn: Connection, state: State) -> None:
        self.rows.save(conn, state.id, self.of(state))

    def stored(self, state: State) -> None:
        self.of(state).stored()

    def forgets(self, state: State) -> bool:
        return self.of(state).rewritten

    async def load(self, conn: AsyncConnection, state: State) -> None:
        """Reads them from their table."""
        found = await conn.execute(select(self.rows.table).where(self.rows.of(state.id)))
        self.of(state).load(dict(self.rows.load(row) for row in found))

    def remove(self, conn: Connection, document: str) -> None:
        """Deletes them from their table."""
        conn.execute(delete(self.rows.table).where(self.rows.of(document)))


class PrivateRows(Part[S]):
    """All fields of a kind of document that are declared with `kept`."""

    name = "private_rows"

    def __init__(self, kind: type[S]) -> None:
        declared = [field for field in fields(kind) if "rows" in field.metadata]
        self._parts = [RowsPart(field.name, field.metadata["rows"]) for field in declared]
        self._whole = [part for part in self._parts if part.rows.forgettable]
        self._others = [part for part in self._parts if not part.rows.forgettable]

    def create(self, conn: Connection, document: str) -> None:
        """Makes room for a document that is new."""
        if not is_sqlite(conn):
            columns = {"content": "bytea NOT NULL"}
            create_table(conn, "private_rows", document, columns, "ALTER content SET STORAGE EXTERNAL")
            _put(conn, document, {})

    @property
    def names(self) -> frozenset[str]:
        return frozenset((self.name, *(part.name for part in self._others)))

    async def load(self, conn: AsyncConnection, state: S) -> None:
        """Reads all rows of a document. Hold it before."""
        if is_sqlite(conn):
            for part in self._parts:
                await part.load(conn, state)
        else:
            await self.follow(conn, state, self.names)

    async def follow(self, conn: AsyncConnection, state: S, changed: Set[str]) -> bool:
        if self.name in changed:
            found = await conn.exec_driver_sql(own("SELECT content FROM private_rows.{}", state.id))
            content = _decode(found.scalar_one())
            for part in self._whole:
                rows = content.get(part.name, [])
                part.of(state).load(dict(part.rows.load((state.id, *row)) for row in rows))
        for part in self._others:
            if part.name in changed:
                await part.load(conn, state)
        return True

    def is_dirty(self, state: S) -> bool:
        return any(part.is_dirty(state) for part in self._parts)

    def changed(self, state: S) -> Iterable[str]:
        return {part.name if part in self._others else self.name for part in self._parts if part.is_dirty(state)}

    def save(self, conn: Connection, state: S) -> None:
        """Writes what changed."""
        dirty = [part for part in self._parts if part.is_dirty(state)]
        if not is_sqlite(conn):
            if any(part.rows.forgettable for part in dirty):
                _put(conn, state.id, {part.name: part.rows.plain(part.of(state)) for part in self._whole})
            dirty = [part for part in dirty if not part.rows.forgettable]
        for part in dirty:
            part.save(conn, state)

    def stored(self, state: S) -> None:
        for part in self._parts:
            part.stored(state)

    def rewrite(self, state: S) -> None:
        """All rows are to be written, in random order: the document is new to this database."""
        for part in self._parts:
            part.of(state).rewrite()

    def content(self, state: S) -> dict[str, dict[object, tuple[object, ...]]]:
        """All rows by the name of their table and their key, to be compared."""
        return {
            part.name: {key: tuple(part.rows.write(row)) for key, row in part.of(state).items()} for part in self._parts
        }

    @property
    def tables(self) -> set[str]:
        """The names of the tables that hold the rows on SQLite."""
        return {part.name for part in self._parts}

    def forgets(self, state: S) -> bool:
        return any(part.forgets(state) for part in self._parts)

    def remove(self, conn: Connection, document: str) -> None:
        """Deletes all rows of a document that is deleted."""
        gone = self._parts
        if not is_sqlite(conn):
            conn.exec_driver_sql(own("DROP TABLE private_rows.{}", document))
            gone = self._others
        for part in gone:
            part.remove(conn, document)


def _put(conn: Connection, document: str, content: dict[str, list[list[object]]]) -> None:
    empty_table(conn, "private_rows", document)
    conn.exec_driver_sql(own("INSERT INTO private_rows.{} VALUES (%s)", document), (_encode(content),))
