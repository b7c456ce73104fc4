"""A frozen row under SQL on the file: it cannot be changed, only deleted as a whole, and it stays deleted."""

import asyncio
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from board.db.base import metadata
from board.db.migrate import MIGRATIONS, migrate
from board.records.tables import GUARDS
from tests.decisions import kept as decision
from tests.recaps import kept as recap

KEPT = {"decisions": decision, "recaps": recap}
OTHER, DELETED = "f" * 64, "0" * 64


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("filled") / "board.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{file}", metadata))
    with closing(sqlite3.connect(file)) as connection, connection:
        for name, one in KEPT.items():
            insert = f"INSERT INTO {name} VALUES"
            connection.execute(f"{insert} (?, 'b1', ?, NULL, 1)", (one.SHA256, one.CONTENT))
            connection.execute(f"{insert} (?, 'b1', 'other', ?, 2)", (OTHER, one.SHA256))
        connection.execute("INSERT INTO tombstones VALUES (?, NULL, 3)", (DELETED,))
    return file


@pytest.fixture
def sql(filled: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    shutil.copy(filled, tmp_path / "board.db")
    with closing(sqlite3.connect(tmp_path / "board.db", isolation_level=None)) as connection:
        yield connection


@pytest.fixture(params=KEPT)
def table(request: pytest.FixtureRequest) -> str:
    """Each table of records in turn."""
    return str(request.param)


def everything(sql: sqlite3.Connection) -> list[tuple[object, ...]]:
    statements = [f"SELECT rowid, * FROM {name} ORDER BY 2" for name in (*KEPT, "tombstones")]  # noqa: S608 - no input
    return [row for statement in statements for row in sql.execute(statement)]


REFUSED = {
    "an update": "UPDATE <table> SET content = 'x' WHERE sha256 = '<known>'",
    "an update of all": "UPDATE <table> SET frozen_at = 2",
    "an update that moves": "UPDATE OR REPLACE <table> SET sha256 = '<other>' WHERE sha256 = '<known>'",
    "an update of the rowid": "UPDATE OR REPLACE <table> SET rowid = 2 WHERE rowid = 1",
    "an update that would rather be ignored": "UPDATE OR IGNORE <table> SET content = 'x'",
    "a deletion": "DELETE FROM <table> WHERE sha256 = '<known>'",
    "a deletion of all": "DELETE FROM <table>",
    "a replacement": "REPLACE INTO <table> VALUES ('<known>', 'b1', 'x', NULL, 1)",
    "another way to say it": "INSERT OR REPLACE INTO <table> VALUES ('<known>', 'b1', 'x', NULL, 1)",
    "a replacement by rowid": "REPLACE INTO <table> (rowid, sha256, <source>, content, frozen_at)"
    " VALUES (1, '<new>', 'b1', 'x', 1)",
    "an upsert": "INSERT INTO <table> VALUES ('<known>', 'b1', 'x', NULL, 1) ON CONFLICT DO UPDATE SET content = 'x'",
    "what was deleted once": "INSERT INTO <table> VALUES ('<deleted>', 'b1', 'x', NULL, 1)",
    "what was deleted once, with force": "REPLACE INTO <table> VALUES ('<deleted>', 'b1', 'x', NULL, 1)",
    "a changed tombstone": "UPDATE tombstones SET deleted_at = 9",
    "a deleted tombstone": "DELETE FROM tombstones",
    "a replaced tombstone": "REPLACE INTO tombstones VALUES ('<deleted>', NULL, 9)",
    "a tombstone replaced by rowid": "REPLACE INTO tombstones (rowid, sha256, deleted_at) VALUES (1, '<new>', 9)",
}


def statement(name: str, table: str) -> str:
    stands_for = {
        **{"<table>": table, "<source>": "board" if table == "decisions" else "session"},
        **{"<known>": KEPT[table].SHA256, "<other>": OTHER, "<deleted>": DELETED, "<new>": "a" * 64},
    }
    text = REFUSED[name]
    for mark, words in stands_for.items():
        text = text.replace(mark, words)
    return text


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize("name", REFUSED)
def test_no_statement_reaches_a_frozen_row(sql: sqlite3.Connection, table: str, name: str, recursive: str) -> None:
    sql.execute(f"PRAGMA recursive_triggers={recursive}")
    before = everything(sql)
    with pytest.raises(sqlite3.IntegrityError, match=rf"{table[:-1]}|tombstone"):
        sql.execute(statement(name, table))
    assert everything(sql) == before


def test_the_migrations_create_the_triggers_that_the_tables_declare(sql: sqlite3.Connection) -> None:
    of_records = "type = 'trigger' AND tbl_name IN ('decisions', 'recaps', 'tombstones')"
    created = sql.execute(f"SELECT sql FROM sqlite_master WHERE {of_records}")  # noqa: S608 - no input
    assert {text for (text,) in created} == {guard for guards in GUARDS.values() for guard in guards}


def test_a_record_goes_as_a_whole_once_its_address_is_among_the_tombstones(sql: sqlite3.Connection, table: str) -> None:
    sha256 = KEPT[table].SHA256
    sql.execute("INSERT INTO tombstones VALUES (?, NULL, 4)", (sha256,))
    sql.execute(f"DELETE FROM {table} WHERE sha256 = ?", (sha256,))  # noqa: S608 - no input
    assert sql.execute(f"SELECT sha256 FROM {table}").fetchall() == [(OTHER,)]  # noqa: S608 - no input
    for each in KEPT:
        with pytest.raises(sqlite3.IntegrityError, match="does not come back"):
            sql.execute(f"INSERT INTO {each} VALUES (?, 'b1', 'x', NULL, 1)", (sha256,))  # noqa: S608 - no input


def test_new_records_are_taken_in(sql: sqlite3.Connection, table: str) -> None:
    for sha256 in ("c" * 64, "d" * 64):
        sql.execute(f"INSERT INTO {table} VALUES (?, 'b2', 'x', NULL, 1)", (sha256,))  # noqa: S608 - no input
    assert sql.execute(f"SELECT count(*) FROM {table}").fetchone() == (4,)  # noqa: S608 - no input


async def migrated(folder: Path, migrations: str) -> str:
    """The address of a database with the schema after these migrations."""
    versions = folder / "versions"
    versions.mkdir()
    for file in (MIGRATIONS / "versions").glob(migrations):
        shutil.copy(file, versions)
    url = f"sqlite+aiosqlite:///{folder / 'old.db'}"
    await migrate(url, metadata, versions)
    return url


def triggers(sql: sqlite3.Connection, table: str) -> set[tuple[str]]:
    return set(sql.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", [table]))


async def test_recaps_come_beside_the_decisions_of_a_database_and_share_their_tombstones(tmp_path: Path) -> None:
    url = await migrated(tmp_path, "000[1-8]_*.py")
    with closing(sqlite3.connect(tmp_path / "old.db", isolation_level=None)) as sql:
        sql.execute("INSERT INTO decisions VALUES (?, 'b1', ?, NULL, 1)", (decision.SHA256, decision.CONTENT))
        sql.execute("INSERT INTO tombstones VALUES (?, NULL, 3)", (DELETED,))
        rows = sql.execute("SELECT rowid, * FROM decisions").fetchall()
        before = triggers(sql, "decisions")
        assert len(before) == 4
    await migrate(url, metadata)
    with closing(sqlite3.connect(tmp_path / "old.db", isolation_level=None)) as sql:
        assert sql.execute("SELECT rowid, * FROM decisions").fetchall() == rows
        assert triggers(sql, "decisions") == before
        sql.execute("INSERT INTO recaps VALUES (?, 's-1', ?, NULL, 1)", (recap.SHA256, recap.CONTENT))
        with pytest.raises(sqlite3.IntegrityError, match="a deleted recap does not come back"):
            sql.execute(statement("what was deleted once", "recaps"))


async def test_what_stood_in_an_older_database_is_guarded_too(tmp_path: Path) -> None:
    """Migrated from the first schema with a decision and a board in it."""
    url = await migrated(tmp_path, "0001_*.py")
    with closing(sqlite3.connect(tmp_path / "old.db", isolation_level=None)) as sql:
        sql.execute("INSERT INTO decisions VALUES (?, 'b1', ?, NULL, 1)", (decision.SHA256, decision.CONTENT))
        sql.execute("INSERT INTO boards VALUES ('b1', 'frozen', NULL, NULL, NULL, 1, 0, 1, '{}', '[]')")
        assert sql.execute("DELETE FROM decisions WHERE 0").rowcount == 0
    await migrate(url, metadata)
    with closing(sqlite3.connect(tmp_path / "old.db", isolation_level=None)) as sql:
        with pytest.raises(sqlite3.IntegrityError):
            sql.execute(statement("a deletion", "decisions"))
        with pytest.raises(sqlite3.IntegrityError):
            sql.execute(statement("an update", "decisions"))
        (day,) = sql.execute("SELECT active_on FROM boards").fetchone()
        assert day == sql.execute("SELECT strftime('%s', 'now') / 86400").fetchone()[0]
