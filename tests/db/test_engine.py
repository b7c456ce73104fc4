"""What every connection is set to, because SQLite sets nothing of it by itself."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from sqlalchemy import JSON, Boolean, Column, Float, Integer, LargeBinary, MetaData, Table, Text, delete, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine

from board.db.engine import (
    BEGIN,
    OUTSIDE,
    WRITING,
    create_engine,
    create_sync_engine,
    execute,
    insert_rows,
    is_storage_fault,
    reader,
    truncate_wal,
)

metadata = MetaData()
note = Table("note", metadata, Column("id", Integer, primary_key=True), Column("text", Text))


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    engine = create_engine(f"sqlite+aiosqlite:///{tmp_path / 'board.db'}")
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    yield engine
    await engine.dispose()


@pytest.fixture
async def impatient(engine: AsyncEngine) -> AsyncIterator[AsyncEngine]:
    """A second engine on the same file whose one connection does not wait for a lock."""
    impatient = create_engine(engine.url)
    async with impatient.connect() as connection:
        await connection.exec_driver_sql("PRAGMA busy_timeout=0")
    yield impatient
    await impatient.dispose()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 10_000),
        ("secure_delete", 1),
        ("temp_store", 2),
    ],
)
async def test_every_connection_has_its_pragmas(engine: AsyncEngine, pragma: str, value: str | int) -> None:
    async with reader(engine).connect() as first, reader(engine).connect() as second:
        for connection in (first, second):
            assert (await connection.exec_driver_sql(f"PRAGMA {pragma}")).scalar_one() == value


async def test_an_exception_carries_no_bound_value(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.execute(insert(note), {"id": 1, "text": "a private thought"})
    with pytest.raises(IntegrityError) as caught:
        async with engine.begin() as connection:
            await connection.execute(insert(note), {"id": 1, "text": "a private thought"})
    assert "note" in str(caught.value)
    assert "a private thought" not in str(caught.value)
    assert "a private thought" not in repr(caught.value)


async def test_what_goes_past_sqlalchemy_fails_like_what_goes_through_it(engine: AsyncEngine) -> None:
    adding = "INSERT INTO note VALUES (?, ?)"
    with create_sync_engine(engine.url, patience=0).connect() as first, first.begin():
        execute(first, adding, (1, "a private thought"))
        with pytest.raises(IntegrityError) as caught:
            execute(first, adding, (1, "a private thought"))
        assert "INSERT INTO note" in str(caught.value)
        assert "a private thought" not in str(caught.value) + repr(caught.value)
        other = create_sync_engine(engine.url, patience=0).connect().execution_options(**{BEGIN: OUTSIDE})
        with other, pytest.raises(OperationalError, match="locked") as locked:
            execute(other, WRITING)
        assert is_storage_fault(locked.value)
        assert not is_storage_fault(caught.value)


async def test_rows_are_stored_as_sqlalchemy_stores_them(engine: AsyncEngine) -> None:
    kinds = Table(
        "kinds",
        MetaData(),
        Column("id", Integer, primary_key=True),
        Column("told", JSON),
        Column("hash", LargeBinary),
        Column("done", Boolean),
        Column("text", Text),
        Column("at", Float),
    )
    rows: list[dict[str, Any]] = [
        {"id": 1, "told": {"a": ["ü", 1]}, "hash": b"\0\xff", "done": True, "text": "ü", "at": 0.5},
        {"id": 2, "told": None, "hash": None, "done": None, "text": None, "at": None},
        {"id": 3, "told": [], "hash": b"", "done": False, "text": "", "at": 2},
    ]
    look = "SELECT told, typeof(told), hash, typeof(hash), done, typeof(done), text, at, typeof(at) FROM kinds"
    with create_sync_engine(engine.url).begin() as connection:
        kinds.metadata.create_all(connection)
        insert_rows(connection, kinds, rows)
        ours = connection.exec_driver_sql(look).all()
        assert [row._asdict() for row in connection.execute(select(kinds).order_by(kinds.c.id))] == rows
        connection.execute(delete(kinds))
        connection.execute(insert(kinds), rows)
        assert ours == connection.exec_driver_sql(look).all()
        with pytest.raises(KeyError):
            insert_rows(connection, kinds, [{"id": 4}])


async def test_a_transaction_takes_the_write_lock_when_it_begins(engine: AsyncEngine, impatient: AsyncEngine) -> None:
    async with engine.connect() as first:
        await first.execute(select(note))
        async with reader(impatient).connect() as other:
            with pytest.raises(OperationalError, match="locked"):
                await other.execute(insert(note), {"id": 1})


async def test_who_reads_and_then_writes_loses_to_nobody(engine: AsyncEngine) -> None:
    async def count_and_add() -> None:
        async with engine.begin() as connection:
            taken = len((await connection.execute(select(note))).all())
            await connection.execute(insert(note), {"id": taken + 1})

    async with anyio.create_task_group() as tasks:
        for _ in range(12):
            tasks.start_soon(count_and_add)
    async with reader(engine).connect() as connection:
        assert len((await connection.execute(select(note))).all()) == 12


async def test_a_reader_waits_for_no_writer_and_sees_one_state(engine: AsyncEngine) -> None:
    async with reader(engine).connect() as reading:
        assert (await reading.execute(select(note))).all() == []
        async with engine.begin() as writing:
            await writing.execute(insert(note), {"id": 1})
        assert (await reading.execute(select(note))).all() == []


async def test_what_was_rolled_back_is_not_there(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        await connection.execute(insert(note), {"id": 1})
        await connection.rollback()
        assert (await connection.execute(select(note))).all() == []


async def test_a_deleted_text_is_in_no_file_after_the_log_is_truncated(engine: AsyncEngine, tmp_path: Path) -> None:
    async with engine.begin() as connection:
        await connection.execute(insert(note), {"id": 1, "text": "a private thought"})
    async with engine.begin() as connection:
        await connection.execute(note.delete())
    assert b"a private thought" in _all_bytes(tmp_path)
    assert await truncate_wal(engine)
    assert b"a private thought" not in _all_bytes(tmp_path)


async def test_truncating_says_when_a_reader_was_in_the_way(engine: AsyncEngine, impatient: AsyncEngine) -> None:
    async with reader(engine).connect() as reading:
        await reading.execute(select(note))
        async with engine.begin() as writing:
            await writing.execute(insert(note), {"id": 1, "text": "a private thought"})
        assert not await truncate_wal(impatient)
    assert await truncate_wal(impatient)


def _all_bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())
