"""A frozen row under SQL on the file: it cannot be changed, only deleted as a whole, and it stays deleted."""

import asyncio
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from board.db.base import metadata
from board.db.migrate import migrate
from board.records.tables import GUARDS
from tests.decisions.kept import CONTENT, SHA256

OTHER = "f" * 64


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("filled") / "board.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{file}", metadata))
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("INSERT INTO decisions VALUES (?, 'b1', ?, NULL, 1)", (SHA256, CONTENT))
        connection.execute("INSERT INTO decisions VALUES (?, 'b1', 'other', ?, 2)", (OTHER, SHA256))
        connection.execute("INSERT INTO tombstones VALUES (?, NULL, 3)", ("0" * 64,))
    return file


@pytest.fixture
def sql(filled: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    shutil.copy(filled, tmp_path / "board.db")
    with closing(sqlite3.connect(tmp_path / "board.db", isolation_level=None)) as connection:
        yield connection


def everything(sql: sqlite3.Connection) -> list[tuple[object, ...]]:
    rows = sql.execute("SELECT rowid, * FROM decisions ORDER BY sha256").fetchall()
    return rows + sql.execute("SELECT rowid, * FROM tombstones").fetchall()


REFUSED = {
    "an update": "UPDATE decisions SET content = 'x' WHERE sha256 = '<known>'",
    "an update of all": "UPDATE decisions SET board = 'b2'",
    "an update that moves": "UPDATE OR REPLACE decisions SET sha256 = '<other>' WHERE sha256 = '<known>'",
    "an update of the rowid": "UPDATE OR REPLACE decisions SET rowid = 2 WHERE rowid = 1",
    "an update that would rather be ignored": "UPDATE OR IGNORE decisions SET content = 'x'",
    "a deletion": "DELETE FROM decisions WHERE sha256 = '<known>'",
    "a deletion of all": "DELETE FROM decisions",
    "a replacement": "REPLACE INTO decisions VALUES ('<known>', 'b1', 'x', NULL, 1)",
    "another way to say it": "INSERT OR REPLACE INTO decisions VALUES ('<known>', 'b1', 'x', NULL, 1)",
    "a replacement by rowid": "REPLACE INTO decisions (rowid, sha256, board, content, frozen_at)"
    " VALUES (1, '<new>', 'b1', 'x', 1)",
    "an upsert": "INSERT INTO decisions VALUES ('<known>', 'b1', 'x', NULL, 1) ON CONFLICT DO UPDATE SET content = 'x'",
    "what was deleted once": "INSERT INTO decisions VALUES ('<deleted>', 'b1', 'x', NULL, 1)",
    "what was deleted once, with force": "REPLACE INTO decisions VALUES ('<deleted>', 'b1', 'x', NULL, 1)",
    "a changed tombstone": "UPDATE tombstones SET deleted_at = 9",
    "a deleted tombstone": "DELETE FROM tombstones",
    "a replaced tombstone": "REPLACE INTO tombstones VALUES ('<deleted>', NULL, 9)",
    "a tombstone replaced by rowid": "REPLACE INTO tombstones (rowid, sha256, deleted_at) VALUES (1, '<new>', 9)",
}
ADDRESSES = {"<known>": SHA256, "<other>": OTHER, "<deleted>": "0" * 64, "<new>": "a" * 64}


def statement(name: str) -> str:
    text = REFUSED[name]
    for mark, sha256 in ADDRESSES.items():
        text = text.replace(mark, sha256)
    return text


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize("name", REFUSED)
def test_no_statement_reaches_a_frozen_row(sql: sqlite3.Connection, name: str, recursive: str) -> None:
    sql.execute(f"PRAGMA recursive_triggers={recursive}")
    before = everything(sql)
    with pytest.raises(sqlite3.IntegrityError, match=r"decision|tombstone"):
        sql.execute(statement(name))
    assert everything(sql) == before


def test_the_migrations_create_the_triggers_that_the_tables_declare(sql: sqlite3.Connection) -> None:
    of_records = "type = 'trigger' AND tbl_name IN ('decisions', 'tombstones')"
    created = sql.execute(f"SELECT sql FROM sqlite_master WHERE {of_records}")  # noqa: S608 - no input
    assert {text for (text,) in created} == {guard for guards in GUARDS.values() for guard in guards}


def test_a_record_goes_as_a_whole_once_its_address_is_among_the_tombstones(sql: sqlite3.Connection) -> None:
    sql.execute("INSERT INTO tombstones VALUES (?, NULL, 4)", (SHA256,))
    sql.execute("DELETE FROM decisions WHERE sha256 = ?", (SHA256,))
    assert sql.execute("SELECT sha256 FROM decisions").fetchall() == [(OTHER,)]
    with pytest.raises(sqlite3.IntegrityError, match="does not come back"):
        sql.execute("INSERT INTO decisions VALUES (?, 'b1', 'x', NULL, 1)", (SHA256,))


def test_new_records_are_taken_in(sql: sqlite3.Connection) -> None:
    for sha256 in ("c" * 64, "d" * 64):
        sql.execute("INSERT INTO decisions VALUES (?, 'b2', 'x', NULL, 1)", (sha256,))
    assert sql.execute("SELECT count(*) FROM decisions").fetchone() == (4,)


async def test_what_stood_in_an_older_database_is_guarded_too(tmp_path: Path) -> None:
    """Migrated from the first schema with a decision and a board in it."""
    versions = Path(__file__).parents[2] / "board/db/migrations/versions"
    first = tmp_path / "versions"
    first.mkdir()
    (first / "0001_first.py").write_text((versions / "0001_first.py").read_text("utf-8"), "utf-8")
    url = f"sqlite+aiosqlite:///{tmp_path / 'old.db'}"
    await migrate(url, metadata, first)
    with closing(sqlite3.connect(tmp_path / "old.db", isolation_level=None)) as sql:
        sql.execute("INSERT INTO decisions VALUES (?, 'b1', ?, NULL, 1)", (SHA256, CONTENT))
        sql.execute("INSERT INTO boards VALUES ('b1', 'frozen', NULL, NULL, NULL, 1, 0, 1, '{}', '[]')")
        assert sql.execute("DELETE FROM decisions WHERE 0").rowcount == 0
    await migrate(url, metadata)
    with closing(sqlite3.connect(tmp_path / "old.db", isolation_level=None)) as sql:
        with pytest.raises(sqlite3.IntegrityError):
            sql.execute(statement("a deletion"))
        with pytest.raises(sqlite3.IntegrityError):
            sql.execute(statement("an update"))
        (day,) = sql.execute("SELECT active_on FROM boards").fetchone()
        assert day == sql.execute("SELECT strftime('%s', 'now') / 86400").fetchone()[0]
