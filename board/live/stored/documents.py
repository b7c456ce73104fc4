"""What several processes that share one PostgreSQL database have of a document: a row that says how often it changed,
and tables of its own for what has to be forgotten.

VACUUM erases nothing, and `xmin` names the rows that one transaction wrote. So everything that a document must be able
to forget is in tables that hold nothing else and are emptied by TRUNCATE, which gives them a new file. On SQLite, with
one process and `secure_delete`, all this is not needed, and nothing here does anything.
"""

import re
from collections.abc import Mapping

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from board.db.engine import is_sqlite
from board.live.document import Changed

BELL = "shortlist"
"""the channel on which a commit is announced"""
WHOLE = "*"
"""stands in a notice for what has no names"""
_EMPTY = """
DO $$ BEGIN
    SET LOCAL lock_timeout = '100ms';
    TRUNCATE SCHEMA.{0};
    SET LOCAL lock_timeout TO DEFAULT;
EXCEPTION WHEN lock_not_available THEN
    DELETE FROM SCHEMA.{0};
    INSERT INTO unerased (relation) VALUES ('SCHEMA.{id}');
END $$
"""
_VERSIONS = "SELECT id, version FROM documents WHERE id = ANY(%s)"
_LOCKED = f'{_VERSIONS} ORDER BY id COLLATE "C" FOR UPDATE'
"""in the order in which Python sorts ids"""
_ADVANCE = """
WITH changed AS (
    UPDATE documents AS document SET version = version + 1 FROM unnest(%s::text[], %s::text[]) AS commit (id, told)
    WHERE document.id = commit.id RETURNING document.kind, document.id, document.version, commit.told
)
SELECT pg_notify(%s, concat_ws(' ', kind, id, version, told)) FROM changed
"""
_ID = re.compile(r"[A-Za-z0-9_/-]{1,60}")


class OutrunError(RuntimeError):
    """Another process changed documents since they were loaded here. Nothing was written: load and judge again."""


def own(statement: str, document: str) -> str:
    """A statement about a table that one document has for itself.

    `{}` or `{0}` stands for the name of it in its schema, `{id}` for the id in a literal.
    """
    if not _ID.fullmatch(document):
        raise ValueError("This is not the id of a document.")
    return statement.format(f'"{document}"', id=document)


def create_table(conn: Connection, schema: str, document: str, columns: Mapping[str, str], *also: str) -> None:
    """Makes a table that a document has for itself. `also`: changes of the table, as ALTER TABLE takes them.

    ANALYZE would copy values into the system's tables, where TRUNCATE does not reach them: it finds no column to look
    at. Autovacuum has nothing to do here, and the lock of its worker would hold TRUNCATE up.
    """
    defined = ", ".join(f"{name} {kind}" for name, kind in columns.items())
    unseen = (f"ALTER {name} SET STATISTICS 0" for name in columns)
    settings = "autovacuum_enabled = off, toast.autovacuum_enabled = off"
    conn.exec_driver_sql(own(f"CREATE TABLE {schema}.{{}} ({defined}) WITH ({settings})", document))
    conn.exec_driver_sql(own(f"ALTER TABLE {schema}.{{}} {', '.join((*unseen, *also))}", document))


def empty_table(conn: Connection, schema: str, document: str) -> None:
    """Deletes the rows of such a table, which gets a new file.

    While somebody else reads it, as a backup does, they are deleted as any others, and the table is written afresh
    when that is over (`board.db.erasing`).
    """
    conn.exec_driver_sql(own(_EMPTY.replace("SCHEMA", schema), document))


def enter(conn: Connection, *, kind: str, document: str) -> None:
    """Notes a document that is new."""
    if not is_sqlite(conn):
        conn.exec_driver_sql("INSERT INTO documents (id, kind, version) VALUES (%s, %s, 0)", (document, kind))


async def hold(conn: AsyncConnection, *, document: str) -> int:
    """Keeps a document as it is until the transaction ends, and returns its version; -1 when it is not there.

    Each statement then sees the same state, which one snapshot would not show: it takes an emptied table for empty.
    """
    if is_sqlite(conn):
        return 0
    found = await conn.exec_driver_sql("SELECT version FROM documents WHERE id = %s FOR SHARE", (document,))
    version: int | None = found.scalar_one_or_none()
    return -1 if version is None else version


def lock(conn: Connection, *, versions: Mapping[str, int]) -> frozenset[str]:
    """Locks documents until the transaction ends, and returns those that have another version than this.

    They are locked in one order, so that no two processes wait for each other.
    """
    return outrun(conn, versions=versions, statement=_LOCKED)


def outrun(conn: Connection, *, versions: Mapping[str, int], statement: str = _VERSIONS) -> frozenset[str]:
    """The documents that have another version than this."""
    if is_sqlite(conn) or not versions:
        return frozenset()
    stored = {row.id: row.version for row in conn.exec_driver_sql(statement, (list(versions),))}
    return frozenset(id for id, version in versions.items() if stored.get(id) != version)


def advance(conn: Connection, documents: Mapping[str, Changed]) -> None:
    """Documents were changed in this transaction: raises their versions, and announces what was written of each."""
    if is_sqlite(conn) or not documents:
        return
    told = [WHOLE if changed is None else ",".join(sorted(changed)) for changed in documents.values()]
    conn.exec_driver_sql(_ADVANCE, (list(documents), told, BELL))


def read_notice(payload: str) -> tuple[str, str, int, Changed]:
    """What a notification says: the kind of the document, its id, its version, and what was written of it."""
    kind, id, version, told = payload.split(" ")
    return kind, id, int(version), None if told == WHOLE else frozenset(told.split(","))


def leave(conn: Connection, *, document: str) -> None:
    """A document is deleted."""
    if is_sqlite(conn):
        return
    conn.exec_driver_sql(
        "WITH gone AS (DELETE FROM documents WHERE id = %s RETURNING kind, id)"
        " SELECT pg_notify(%s, concat_ws(' ', kind, id, -1, %s::text)) FROM gone",
        (document, BELL, WHOLE),
    )
