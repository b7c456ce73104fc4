"""A frozen row under SQL on PostgreSQL, by the owner of its table: it is only deleted as a whole, and stays deleted."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from tests.decisions import kept as decision
from tests.recaps import kept as recap
from tests.scale.cluster import Database

KEPT = {"decisions": decision, "recaps": recap}
OTHER, DELETED = "f" * 64, "0" * 64

REFUSED = {
    "an update": "UPDATE <table> SET content = 'x' WHERE sha256 = '<known>'",
    "an update of all": "UPDATE <table> SET frozen_at = 2",
    "an update that moves": "UPDATE <table> SET sha256 = '<new>' WHERE sha256 = '<known>'",
    "a deletion": "DELETE FROM <table> WHERE sha256 = '<known>'",
    "a deletion of all": "DELETE FROM <table>",
    "a deletion by a join": "DELETE FROM <table> USING tombstones WHERE <table>.sha256 <> tombstones.sha256",
    "a truncation": "TRUNCATE <table>",
    "a truncation among others": "TRUNCATE links, <table> RESTART IDENTITY CASCADE",
    "an upsert": "INSERT INTO <table> VALUES ('<known>', 'b1', 'x', NULL, 1)"
    " ON CONFLICT (sha256) DO UPDATE SET content = 'x'",
    "a merge": "MERGE INTO <table> t USING (SELECT '<known>' AS sha256) n ON t.sha256 = n.sha256"
    " WHEN MATCHED THEN UPDATE SET content = 'x'",
    "a merge that deletes": "MERGE INTO <table> t USING (SELECT '<known>' AS sha256) n ON t.sha256 = n.sha256"
    " WHEN MATCHED THEN DELETE",
    "what was deleted once": "INSERT INTO <table> VALUES ('<deleted>', 'b1', 'x', NULL, 1)",
    "what was deleted once, if it is not there": "INSERT INTO <table> VALUES ('<deleted>', 'b1', 'x', NULL, 1)"
    " ON CONFLICT DO NOTHING",
    "what was deleted once, from elsewhere": "INSERT INTO <table> SELECT '<deleted>', 'b1', content, NULL, 1"
    " FROM <table> LIMIT 1",
    "a changed tombstone": "UPDATE tombstones SET deleted_at = 9",
    "a deleted tombstone": "DELETE FROM tombstones",
    "a tombstone replaced": "INSERT INTO tombstones VALUES ('<deleted>', NULL, 9)"
    " ON CONFLICT (sha256) DO UPDATE SET deleted_at = 9",
    "no tombstones any more": "TRUNCATE tombstones",
}
GUARD = r"frozen record|tombstone|deleted record"


@pytest.fixture
def connection(shared: Database) -> Iterator[psycopg.Connection]:
    """The owner's, with two records of each kind and a tombstone."""
    with shared.connect() as one:
        for name, kept in KEPT.items():
            insert = sql.SQL("INSERT INTO {} VALUES (%s, 'b1', %s, %s, 1)").format(sql.Identifier(name))
            one.execute(insert, (kept.SHA256, kept.CONTENT, None))
            one.execute(insert, (OTHER, b"other", kept.SHA256))
        one.execute("INSERT INTO tombstones VALUES (%s, NULL, 3)", (DELETED,))
        yield one


def everything(connection: psycopg.Connection) -> list[tuple[object, ...]]:
    return [
        row
        for name in (*KEPT, "tombstones")
        for row in connection.execute(sql.SQL("SELECT ctid, * FROM {} ORDER BY sha256").format(sql.Identifier(name)))
    ]


def statement(text: str, table: str) -> sql.Composed:
    marks = {"<table>": table, "<known>": KEPT[table].SHA256, "<other>": OTHER, "<deleted>": DELETED, "<new>": "a" * 64}
    for mark, words in marks.items():
        text = text.replace(mark, words)
    return sql.Composed([sql.SQL(text)])


@pytest.mark.parametrize("table", KEPT)
def test_no_statement_reaches_a_frozen_row(connection: psycopg.Connection, table: str) -> None:
    before = everything(connection)
    for name, text in REFUSED.items():
        with pytest.raises(psycopg.errors.RaiseException, match=GUARD):
            connection.execute(statement(text, table))
        assert everything(connection) == before, name
    # What does not reach a row changes nothing, and the key alone keeps a second one away.
    connection.execute(
        statement("INSERT INTO <table> VALUES ('<known>', 'b1', 'x', NULL, 1) ON CONFLICT DO NOTHING", table)
    )
    with pytest.raises(psycopg.errors.UniqueViolation):
        connection.execute(statement("INSERT INTO <table> VALUES ('<known>', 'b1', 'x', NULL, 1)", table))
    assert everything(connection) == before


@pytest.mark.parametrize("table", KEPT)
def test_a_copy_brings_nothing_deleted_back(connection: psycopg.Connection, table: str) -> None:
    before = everything(connection)
    copying = sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))
    with pytest.raises(psycopg.errors.RaiseException, match=GUARD), connection.cursor().copy(copying) as copy:
        copy.write_row((DELETED, "b1", b"x", None, 1))
    with pytest.raises(psycopg.errors.UniqueViolation), connection.cursor().copy(copying) as copy:
        copy.write_row((KEPT[table].SHA256, "b1", b"x", None, 1))
    assert everything(connection) == before


@pytest.mark.parametrize("table", KEPT)
def test_a_record_goes_as_a_whole_once_its_address_is_among_the_tombstones(
    connection: psycopg.Connection, table: str
) -> None:
    sha256 = KEPT[table].SHA256
    connection.execute("INSERT INTO tombstones VALUES (%s, NULL, 4)", (sha256,))
    connection.execute(statement("DELETE FROM <table> WHERE sha256 = '<known>'", table))
    for each in KEPT:
        row = sql.SQL("INSERT INTO {} VALUES (%s, 'b1', 'x', NULL, 1)").format(sql.Identifier(each))
        with pytest.raises(psycopg.errors.RaiseException, match="does not come back"):
            connection.execute(row, (sha256,))
    left = connection.execute(statement("SELECT sha256 FROM <table>", table)).fetchall()
    assert left == [(OTHER,)]


def test_another_table_of_that_name_has_no_say(connection: psycopg.Connection) -> None:
    before = everything(connection)
    connection.execute("CREATE TEMPORARY TABLE tombstones AS SELECT sha256 FROM public.decisions")
    with pytest.raises(psycopg.errors.RaiseException, match="only with a tombstone"):
        connection.execute("DELETE FROM decisions")
    connection.execute("TRUNCATE pg_temp.tombstones")
    with pytest.raises(psycopg.errors.RaiseException, match="does not come back"):
        connection.execute(statement(REFUSED["what was deleted once"], "decisions"))
    connection.execute("DROP TABLE pg_temp.tombstones")
    assert everything(connection) == before


TRIGGERS = {
    "stay": ("decisions", "UPDATE decisions SET content = 'x'"),
    "leave": ("decisions", "DELETE FROM decisions WHERE sha256 = '<other>'"),
    "rest": ("decisions", "INSERT INTO decisions VALUES ('<deleted>', 'b1', 'x', NULL, 1)"),
    "all": ("decisions", "TRUNCATE decisions"),
    "tombstones stay": ("tombstones", "UPDATE tombstones SET deleted_at = 9"),
    "tombstones all": ("tombstones", "TRUNCATE tombstones"),
}


@pytest.mark.parametrize("name", TRIGGERS)
def test_each_statement_is_stopped_by_the_guard_that_is_there_for_it(connection: psycopg.Connection, name: str) -> None:
    table, text = TRIGGERS[name]
    trigger = f"{table}_{name.rpartition(' ')[2]}"
    connection.execute(sql.SQL("DROP TRIGGER {} ON {}").format(sql.Identifier(trigger), sql.Identifier(table)))
    before = everything(connection)
    connection.execute(statement(text, "decisions"))
    assert everything(connection) != before
