"""The migrated schema is the described one, and a rebuilt table keeps the rows that point at it."""

import importlib
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import TypeVar

import pytest
from alembic.autogenerate import api
from alembic.migration import MigrationContext
from sqlalchemy import Connection, MetaData, inspect

from board.db.base import metadata
from board.db.engine import create_engine, reader
from board.db.migrate import BrokenMigrationError, NewerSchemaError, Schema, migrate, schema_of

T = TypeVar("T")


def database(folder: Path, name: str = "board") -> str:
    return f"sqlite+aiosqlite:///{folder / name}.db"


async def look(url: str, at: Callable[[Connection], T]) -> T:
    engine = create_engine(url)
    try:
        async with reader(engine).connect() as connection:
            return await connection.run_sync(at)
    finally:
        await engine.dispose()


def missing_steps(connection: Connection) -> str:
    context = MigrationContext.configure(connection, opts={"target_metadata": metadata})
    upgrade = api.produce_migrations(context, metadata).upgrade_ops
    return api.render_python_code(upgrade) if upgrade and not upgrade.is_empty() else ""


def objects(connection: Connection) -> set[tuple[str, ...]]:
    """What Alembic does not compare: triggers, checks, and tables without rowid (its order tells who came first)."""
    named = connection.exec_driver_sql("SELECT type, name, tbl_name FROM sqlite_master").all()
    tables = connection.exec_driver_sql("SELECT 'wr', name, wr FROM pragma_table_list WHERE schema = 'main'").all()
    seen = inspect(connection)
    checks = [
        ("check", table, check["name"], check["sqltext"])
        for table in seen.get_table_names()
        for check in seen.get_check_constraints(table)
    ]
    return {tuple(map(str, row)) for row in [*named, *tables, *checks] if "alembic" not in str(row)}


@pytest.fixture
def described() -> MetaData:
    importlib.import_module("board.app")
    return metadata


async def test_the_migrated_schema_is_the_described_one(tmp_path: Path, described: MetaData) -> None:
    await migrate(database(tmp_path), described)
    steps = await look(database(tmp_path), missing_steps)
    assert not steps, f"A migration is missing:\n{steps}"


async def test_nothing_is_created_past_the_migrations(tmp_path: Path, described: MetaData) -> None:
    await migrate(database(tmp_path), described)
    direct = create_engine(database(tmp_path, "direct"))
    async with direct.begin() as connection:
        await connection.run_sync(described.create_all)
    await direct.dispose()
    assert await look(database(tmp_path), objects) == await look(database(tmp_path, "direct"), objects)


async def test_migrating_again_changes_nothing(tmp_path: Path) -> None:
    await migrate(database(tmp_path), metadata)
    before = await look(database(tmp_path), objects)
    await migrate(database(tmp_path), metadata)
    assert await look(database(tmp_path), objects) == before


FIRST = """
    from alembic import op
    revision, down_revision = "1", None
    def upgrade():
        op.execute("CREATE TABLE tree (id INTEGER PRIMARY KEY, age INTEGER)")
        op.execute("CREATE TABLE leaf (tree INTEGER NOT NULL REFERENCES tree (id) ON DELETE CASCADE)")
        op.execute("INSERT INTO tree VALUES (1, 90)")
        op.execute("INSERT INTO leaf VALUES (1)")
"""
REBUILD = """
    from alembic import op
    revision, down_revision = "2", "1"
    def upgrade():
        with op.batch_alter_table("tree", recreate="always") as tree:
            tree.drop_column("age")
"""
FELL = """
    from alembic import op
    revision, down_revision = "2", "1"
    def upgrade():
        op.execute("DELETE FROM tree")
"""


def write_versions(folder: Path, *texts: str) -> Path:
    versions = folder / "versions"
    versions.mkdir(exist_ok=True)
    for number, text in enumerate(texts, start=1):
        (versions / f"{number}.py").write_text(dedent(text))
    return versions


def leaves(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT count(*) FROM leaf").scalar_one())


async def test_rebuilding_a_table_keeps_the_rows_that_point_at_it(tmp_path: Path) -> None:
    await migrate(database(tmp_path), MetaData(), write_versions(tmp_path, FIRST, REBUILD))
    assert await look(database(tmp_path), leaves) == 1


async def test_a_migration_that_breaks_references_is_taken_back_whole(tmp_path: Path) -> None:
    await migrate(database(tmp_path), MetaData(), write_versions(tmp_path, FIRST))
    with pytest.raises(BrokenMigrationError, match="leaf"):
        await migrate(database(tmp_path), MetaData(), write_versions(tmp_path, FIRST, FELL))
    trees = await look(database(tmp_path), lambda c: c.exec_driver_sql("SELECT count(*) FROM tree").scalar_one())
    assert trees == 1


async def test_a_newer_schema_is_known_and_left_alone(tmp_path: Path) -> None:
    url, older = database(tmp_path), write_versions(tmp_path, FIRST)
    assert await schema_of(url, older) is Schema.EMPTY
    await migrate(url, MetaData(), older)
    assert await schema_of(url, older) is Schema.PRESENT
    write_versions(tmp_path, FIRST, REBUILD)
    assert await schema_of(url, older) is Schema.OLD
    await migrate(url, MetaData(), older)
    (older / "2.py").unlink()
    before = await look(url, objects)
    assert await schema_of(url, older) is Schema.NEWER
    with pytest.raises(NewerSchemaError):
        await migrate(url, MetaData(), older)
    assert await look(url, objects) == before
