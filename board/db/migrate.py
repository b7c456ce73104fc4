"""Brings a database of any age to the present schema.

The tables come from packages above this one, so their `MetaData` is handed in.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData
from sqlalchemy.ext.asyncio import AsyncConnection

from board.db.engine import BEGIN, OUTSIDE, WRITING, create_engine

MIGRATIONS = Path(__file__).parent / "migrations"
VERSIONS = {"sqlite": MIGRATIONS / "versions", "postgresql": MIGRATIONS / "versions_postgresql"}
"""each database has a history of its own: only SQLite's began before several processes could share one"""

ALONE = 0x51_0F_71_57
"""the lock under which one process at a time migrates"""


class BrokenMigrationError(Exception):
    """A migration left rows with dangling references; it was rolled back."""


async def migrate(url: str, metadata: MetaData, versions: Path | None = None) -> None:
    """Runs all missing migrations in one transaction: the schema is the old one or the new one, never in between.

    `versions` is the folder that they are in, if it is not the one of this database.
    """
    engine = create_engine(url)
    versions = versions or VERSIONS[engine.dialect.name]
    try:
        async with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                await _switch_foreign_keys_off(connection)
            async with connection.begin():
                if engine.dialect.name == "postgresql":
                    await connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (ALONE,))
                await connection.run_sync(_upgrade, metadata, versions)
                if engine.dialect.name == "sqlite":
                    await _check_foreign_keys(connection)
    finally:
        await engine.dispose()


def _upgrade(connection: Connection, metadata: MetaData, versions: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("version_locations", str(versions).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.attributes.update(connection=connection, metadata=metadata)
    command.upgrade(config, "head")


async def _switch_foreign_keys_off(connection: AsyncConnection) -> None:
    """SQLite alters a table by copying and dropping it, and the drop would delete the rows that point at it.

    SQLite ignores the switch inside a transaction.
    """
    await connection.execution_options(**{BEGIN: OUTSIDE})
    await connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    await connection.rollback()
    await connection.execution_options(**{BEGIN: WRITING})


async def _check_foreign_keys(connection: AsyncConnection) -> None:
    lost = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all()
    if lost:
        raise BrokenMigrationError(f"Rows that point at nothing in: {', '.join(sorted({row[0] for row in lost}))}.")
