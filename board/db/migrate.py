"""Brings a database of any age to the present schema.

The tables come from packages above this one, so their `MetaData` is handed in.
"""

from enum import Enum
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, inspect
from sqlalchemy.ext.asyncio import AsyncConnection

from board.db.engine import BEGIN, OUTSIDE, WRITING, create_engine, reader
from board.db.postgresql import AdvisoryLock

MIGRATIONS = Path(__file__).parent / "migrations"
VERSIONS = {"sqlite": MIGRATIONS / "versions", "postgresql": MIGRATIONS / "versions_postgresql"}
"""each database has a history of its own: only SQLite's began before several processes could share one"""

UNFINISHED = "unfinished_copy"
"""the table that is there as long as another database is copied into this one"""


class BrokenMigrationError(Exception):
    """A migration left rows with dangling references; it was rolled back."""


class NewerSchemaError(Exception):
    """A newer version of the server migrated this database; nothing was changed."""


class Schema(Enum):
    """How the schema of a database stands to this version of the server."""

    EMPTY = "empty"
    """never migrated"""
    OLD = "old"
    PRESENT = "present"
    NEWER = "newer"
    """migrated by a version that we do not know"""
    UNFINISHED = "unfinished"
    """the present one, in a database into which another one is only copied in part"""


async def schema_of(url: str, versions: Path | None = None) -> Schema:
    """How the schema stands, without changing it."""
    engine = create_engine(url, patient=True)
    try:
        async with reader(engine).connect() as connection:
            return await connection.run_sync(schema_on, versions)
    finally:
        await engine.dispose()


def schema_on(connection: Connection, versions: Path | None = None) -> Schema:
    """As `schema_of`, on an open connection."""
    return _schema(connection, _config(versions or VERSIONS[connection.dialect.name]))


async def migrate(url: str, metadata: MetaData, versions: Path | None = None) -> Schema:
    """Runs all missing migrations in one transaction: the schema is the old one or the new one, never in between.

    `versions` is the folder that they are in, if it is not the one of this database. Returns how the
    schema stands then. Raises NewerSchemaError.
    """
    engine = create_engine(url, patient=True)
    versions = versions or VERSIONS[engine.dialect.name]
    try:
        async with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                await _switch_foreign_keys_off(connection)
            async with connection.begin():
                if engine.dialect.name == "postgresql":
                    await connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (AdvisoryLock.MIGRATE,))
                schema = await connection.run_sync(_upgrade, metadata, versions)
                if engine.dialect.name == "sqlite":
                    await _check_foreign_keys(connection)
                return schema
    finally:
        await engine.dispose()


def _upgrade(connection: Connection, metadata: MetaData, versions: Path) -> Schema:
    config = _config(versions)
    if _schema(connection, config) is Schema.NEWER:
        raise NewerSchemaError
    config.attributes.update(connection=connection, metadata=metadata)
    command.upgrade(config, "head")
    return _schema(connection, config)


def _config(versions: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("version_locations", str(versions).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    return config


def _schema(connection: Connection, config: Config) -> Schema:
    scripts = ScriptDirectory.from_config(config)
    present = set(MigrationContext.configure(connection).get_current_heads())
    if not present:
        return Schema.EMPTY
    if not present <= {script.revision for script in scripts.walk_revisions()}:
        return Schema.NEWER
    if present != set(scripts.get_heads()):
        return Schema.OLD
    return Schema.UNFINISHED if inspect(connection).has_table(UNFINISHED) else Schema.PRESENT


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
