"""What processes have in common of a document: its version, its lock, its notices, and tables that forget."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import msgspec
import psycopg
import pytest
from sqlalchemy import Column, Engine, MetaData, String, Table
from sqlalchemy.ext.asyncio import AsyncConnection

from board.canvas.writer import Canvas
from board.db.change_tracker import ChangeTracker
from board.db.engine import create_engine, create_sync_engine
from board.db.rows import kept
from board.live.document import Inbox, LiveDocument
from board.live.stored.batch import reload
from board.live.stored.documents import BELL, advance, create_table, empty_table, enter, hold, leave, lock, read_notice
from board.live.stored.governed import GovernedState
from board.live.stored.private_rows import PrivateRows
from tests.brainstorm.running import eventually
from tests.scale.cluster import WAITING, Database

NAMES = [Column(name, String, primary_key=True) for name in ("document", "key", "value")]
NOTES = Table("notes", MetaData(), *NAMES)
LOCKED = "SELECT version FROM documents WHERE id = %s FOR UPDATE NOWAIT"


@dataclass(kw_only=True)
class Notebook(GovernedState[Canvas]):
    """A document with rows that it must be able to forget."""

    notes: ChangeTracker[str, str] = field(default_factory=ChangeTracker, metadata=kept(NOTES))


@pytest.fixture
def engine(shared: Database) -> Iterator[Engine]:
    """A process's own, with two documents in the database."""
    one = create_sync_engine(shared.url)
    with one.begin() as conn:
        enter(conn, kind="board", document="one")
        enter(conn, kind="worksession", document="two")
    yield one
    one.dispose()


def filled(engine: Engine) -> None:
    with engine.begin() as conn:
        create_table(conn, "private_rows", "one", {"content": "text NOT NULL"})
        conn.exec_driver_sql("INSERT INTO private_rows.one VALUES ('taken back')")


def file_and_note(shared: Database) -> tuple[object, list[str]]:
    """The file of the table, and the tables that have to be written afresh."""
    with shared.connect() as connection:
        (file,) = connection.execute("SELECT pg_relation_filenode('private_rows.one')").fetchone() or (None,)
        return file, [name for (name,) in connection.execute("SELECT relation FROM unerased")]


def test_whoever_has_another_version_than_the_stored_one_is_behind(engine: Engine) -> None:
    with engine.begin() as conn:
        advance(conn, {"one": None})
    with engine.begin() as conn:
        assert lock(conn, versions={"one": 0, "two": 0, "gone": 0}) == {"one", "gone"}
        assert lock(conn, versions={"one": 1, "two": 0}) == frozenset()


def test_nobody_else_changes_a_document_that_is_locked(engine: Engine, shared: Database) -> None:
    with shared.connect() as other:
        with engine.begin() as conn:
            lock(conn, versions={"one": 0})
            with pytest.raises(psycopg.errors.LockNotAvailable):
                other.execute(LOCKED, ("one",))
            assert other.execute(LOCKED, ("two",)).fetchone() == (0,)
        assert other.execute(LOCKED, ("one",)).fetchone() == (0,)


async def _loaded(shared: Database, ids: list[str]) -> None:
    async def hold_it(conn: AsyncConnection, document: LiveDocument) -> None:
        await hold(conn, document=document.id)

    committer = SimpleNamespace(reload=hold_it)
    documents: list[Any] = [SimpleNamespace(id=id, gone=False, inbox=Inbox(), committer=committer) for id in ids]
    engine = create_engine(shared.url)
    async with engine.connect() as conn:
        await reload(conn, documents)
    await engine.dispose()


async def _locked(shared: Database, ids: list[str]) -> None:
    def lock_them() -> None:
        engine = create_sync_engine(shared.url)
        with engine.begin() as conn:
            lock(conn, versions=dict.fromkeys(ids, 0))
        engine.dispose()

    await asyncio.to_thread(lock_them)


@pytest.mark.anyio
@pytest.mark.parametrize("takes", [_loaded, _locked])
async def test_documents_are_taken_in_one_order(
    engine: Engine, shared: Database, takes: Callable[[Database, list[str]], Coroutine[Any, Any, None]]
) -> None:
    with engine.begin() as conn:
        enter(conn, kind="board", document="Two")
    with shared.connect() as first, shared.connect() as other:
        with first.transaction():
            first.execute(LOCKED, ("Two",))
            taking = asyncio.create_task(takes(shared, ["two", "one", "Two"]))
            await eventually(lambda: other.execute(WAITING).fetchone())
            assert [other.execute(LOCKED, (id,)).fetchone() for id in ("one", "two")] == [(0,), (0,)]
        await taking


def test_a_commit_announces_each_document_with_its_version(engine: Engine, shared: Database) -> None:
    with shared.connect() as listening:
        listening.execute(f"LISTEN {BELL}")
        with engine.begin() as conn:
            advance(conn, {"one": None, "two": frozenset(("rows", "log"))})
        with engine.begin() as conn:
            leave(conn, document="two")
        announced = [one.payload for one in listening.notifies(timeout=10, stop_after=3)]
    assert sorted(announced[:2]) == ["board one 1 *", "worksession two 1 log,rows"]
    assert announced[2] == "worksession two -1 *"
    assert read_notice(announced[0])[2:] == (1, None)


def test_a_table_that_is_emptied_gets_a_new_file(engine: Engine, shared: Database) -> None:
    filled(engine)
    before, _ = file_and_note(shared)
    with engine.begin() as conn:
        empty_table(conn, "private_rows", "one")
    after, noted = file_and_note(shared)
    assert after != before
    assert noted == []
    assert b"taken back" not in shared.stored()


def test_a_table_that_a_backup_reads_is_noted_and_emptied_all_the_same(engine: Engine, shared: Database) -> None:
    filled(engine)
    before, _ = file_and_note(shared)
    with shared.connect() as backup, backup.transaction():
        backup.execute("LOCK TABLE private_rows.one IN ACCESS SHARE MODE")
        with engine.begin() as conn:
            empty_table(conn, "private_rows", "one")
    with shared.connect() as connection:
        assert connection.execute("SELECT * FROM private_rows.one").fetchall() == []
    assert file_and_note(shared) == (before, ["private_rows.one"])


def test_private_rows_are_one_row_and_in_no_order(engine: Engine, shared: Database) -> None:
    rows, notebook = PrivateRows(Notebook), Notebook(id="one", canvas=Canvas())
    with engine.begin() as conn:
        rows.create(conn, "one")
    keys = [f"{number:03}" for number in range(100)]
    for key in keys:
        notebook.notes[key] = "a note"
    for change in (keys[0], keys[1]):
        notebook.notes[change] = "changed"
        with engine.begin() as conn:
            rows.save(conn, notebook)
    with shared.connect() as connection:
        ((content,),) = connection.execute("SELECT content FROM private_rows.one").fetchall()
    found = [key for key, _ in msgspec.msgpack.decode(content)["notes"]]
    assert sorted(found) == keys
    assert found != keys
