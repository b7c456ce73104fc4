"""What a database holds, read past the product: the same values for a SQLite file and for its copy in PostgreSQL."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import psycopg
from psycopg import sql

from board.canvas import vectors
from board.canvas.co_written import CoWrittenText
from board.canvas.writer import Canvas
from board.copying import rows as copied
from board.db.base import metadata
from board.worksessions.state.canvas import SessionCanvas
from board.worksessions.state.session import CHAIN_LENGTH
from board.worksessions.text.update import ROOT
from tests.scale.cluster import Database

Row = tuple[object, ...]
WHOLE = {
    *(*copied.REPLACED, copied.TOMBSTONES, *copied.RECORDS),
    *("boards", "worksessions", "receipts", "session_seats", "session_versions", "session_lines"),
}
"""tables that are tables on PostgreSQL as well"""
IN_LEDGERS = {
    *("ideas", "waiting_changes", "waiting_questions", "waiting_answers", "covered_questions"),
    *("seats", "keys", "ready", "quotas", "ballots", "consent_answers", "voters"),
    *("agreement_keys", "agreement_answers", "session_writers"),
}
Stored = dict[str, list[Row]]
_decode = msgspec.msgpack.Decoder(dict[str, list[list[object]]]).decode


def in_file(file: Path) -> Stored:
    """Table → its rows, in an order that says nothing; and each document with its state instead of its log."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        names = sorted(WHOLE | IN_LEDGERS)
        found = {name: connection.execute(_select(name)).fetchall() for name in names}
        logs: dict[tuple[str, int], list[bytes]] = {}
        for document, epoch, _, update in connection.execute(_select("log") + " ORDER BY seq"):
            logs.setdefault((document, epoch), []).append(update)
    return {name: _sorted(some) for name, some in found.items()} | {"log": _states(logs)}


def in_database(database: Database) -> Stored:
    """The same of a PostgreSQL database."""
    with database.connect() as connection:
        found = {name: connection.execute(_select(name).encode()).fetchall() for name in WHOLE}
        private_rows: dict[str, list[Row]] = {name: [] for name in IN_LEDGERS}
        for document in _names(connection, "private_rows"):
            ((content,),) = _all(connection, "private_rows", document)
            for name, some in _decode(content).items():
                private_rows[name] += [(document, *row) for row in some]
        logs: dict[tuple[str, int], list[bytes]] = {}
        for document in _names(connection, "logs"):
            ((epoch, _, update),) = _all(connection, "logs", document)
            logs[document, epoch] = [update]
    return {name: _sorted(some) for name, some in (found | private_rows).items()} | {"log": _states(logs)}


def order(database: Database, table: str) -> list[Row]:
    """The rows of a table as they lie in its file."""
    with database.connect() as connection:
        return connection.execute(sql.SQL("SELECT * FROM {} ORDER BY ctid").format(sql.Identifier(table))).fetchall()


def _names(connection: psycopg.Connection, schema: str) -> list[str]:
    found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", (schema,))
    return [str(name) for (name,) in found]


def _select(table: str) -> str:
    """Columns that were added later stand elsewhere in a table that was made with them."""
    columns = ", ".join(f'"{column.name}"' for column in metadata.tables[table].columns)
    return f"SELECT {columns} FROM {table}"  # noqa: S608 - our own names


def _all(connection: psycopg.Connection, schema: str, name: str) -> list[Any]:
    return connection.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(schema, name))).fetchall()


def _sorted(some: list[Row]) -> list[Row]:
    return sorted((tuple(map(_plain, row)) for row in some), key=repr)


def _plain(value: object) -> object:
    """SQLite knows no booleans and no JSON, and private values have not been to a column."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str) and value[:1] in ("{", "["):
        value = json.loads(value)
    return json.dumps(value) if isinstance(value, dict | list) else value


def _states(logs: dict[tuple[str, int], list[bytes]]) -> list[Row]:
    """What a page that comes now would get: all values, and how much of whom it has then."""
    return sorted((*key, _read(key[0], updates)) for key, updates in logs.items())


def _read(document: str, updates: list[bytes]) -> str:
    if document.endswith("/text"):
        text = CoWrittenText(ROOT, updates)
        return repr((text.value, sorted(text.clocks.items())))
    canvas = SessionCanvas(updates) if len(document) > CHAIN_LENGTH else Canvas(updates)
    values = json.dumps({root: canvas.plain(root) for root in canvas.roots()}, sort_keys=True)
    return repr((values, sorted(vectors.decode(canvas.vector).items())))
