"""`board migrate` on PostgreSQL, and the sentences of a server that finds another schema, or no database."""

import asyncio
import importlib
import re
import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import api
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from board.db.base import metadata
from board.db.engine import create_engine
from board.db.migrate import VERSIONS
from board.preparing import prepare
from board.settings import Settings
from tests.ports import free_port
from tests.scale.cluster import Cluster, Database
from tests.scale.commands import Ended, board

PER_DOCUMENT = {
    *("log", "ideas", "waiting_changes", "waiting_questions", "waiting_answers", "covered_questions"),
    *("seats", "keys", "ready", "quotas", "ballots", "consent_answers", "voters"),
    *("agreement_keys", "agreement_answers", "session_writers"),
}
"""tables of SQLite whose rows are in tables that each document has for itself"""
OWN = {"documents", "address_counts", "unerased"}
"""tables that only several processes need"""


def schema(database: Database) -> list[tuple[object, ...]]:
    """All columns, indexes and triggers."""
    statements = (
        "SELECT table_schema, table_name, column_name, data_type, collation_name, is_nullable"
        " FROM information_schema.columns WHERE table_schema IN ('public', 'private_rows', 'logs')",
        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
        "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    )
    with database.connect() as connection:
        return sorted((row for one in statements for row in connection.execute(one)), key=repr)


def complaint(url: str, *, migrating: bool = False) -> str:
    """What `board migrate`, or another command, ends with when it cannot use this database: one line."""
    with pytest.raises(SystemExit) as ended:
        prepare(Settings.from_env({"BOARD_DATABASE_URL": url}), migrating=migrating)
    said = str(ended.value.code)
    assert said.startswith("board: ")
    assert said.endswith(".")
    assert "\n" not in said
    return said


async def test_several_at_once_migrate_an_empty_database(postgres: Cluster, shared: Database) -> None:
    with postgres.database("template0") as empty:
        ended = await asyncio.gather(*(board("migrate", BOARD_DATABASE_URL=empty.url) for _ in range(3)))
        assert ended == [Ended(0, "", "")] * 3
        assert schema(empty) == schema(shared)


def test_migrating_again_changes_nothing(shared: Database) -> None:
    before = schema(shared)
    prepare(Settings(database_url=shared.url), migrating=True)
    prepare(Settings(database_url=shared.url))
    assert schema(shared) == before


def test_a_server_leaves_an_empty_database_alone_and_names_the_command(postgres: Cluster) -> None:
    with postgres.database("template0") as empty:
        said = complaint(empty.url)
        assert "`board migrate`" in said
        assert empty.name in said
        assert schema(empty) == []


def test_a_server_does_not_serve_an_older_schema(
    shared: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in VERSIONS["postgresql"].glob("*.py"):
        shutil.copy(file, tmp_path)
    (tmp_path / "later.py").write_text("revision, down_revision = 'later', 'p0002'\n\ndef upgrade(): pass\n")
    monkeypatch.setitem(VERSIONS, "postgresql", tmp_path)
    assert "`board migrate`" in complaint(shared.url)
    prepare(Settings(database_url=shared.url), migrating=True)
    prepare(Settings(database_url=shared.url))


@pytest.mark.parametrize("migrating", [True, False])
def test_a_newer_schema_is_left_alone(shared: Database, migrating: bool) -> None:
    with shared.connect() as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'p9999'")
    before = schema(shared)
    assert "newer version" in complaint(shared.url, migrating=migrating)
    assert schema(shared) == before


@pytest.mark.parametrize("migrating", [True, False])
def test_a_database_that_cannot_be_reached_is_told_without_its_password(shared: Database, migrating: bool) -> None:
    secret = shared.cluster.password
    for url, reason in (
        (shared.url.replace(f":{shared.cluster.port}/", f":{free_port()}/"), "refused"),
        (shared.url.replace(secret, "wrong-secret"), "password authentication failed"),
        (shared.url.replace(shared.name, "not_there"), "does not exist"),
        (shared.url.replace("127.0.0.1", "no-such-host.invalid"), "no-such-host.invalid"),
    ):
        said = complaint(url, migrating=migrating)
        assert reason in said
        assert secret not in said
        assert "wrong-secret" not in said


def test_whoever_may_not_make_tables_is_told_so(postgres: Cluster) -> None:
    with postgres.database("template0") as empty, empty.superuser() as connection:
        connection.execute("CREATE ROLE guest LOGIN PASSWORD 'guest-secret'")
        try:
            url = re.sub(r"//.*@", "//guest:guest-secret@", empty.url)
            assert "permission denied" in complaint(url, migrating=True)
        finally:
            connection.execute("DROP ROLE guest")


def is_shared(_one: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
    return kind != "table" or name not in PER_DOCUMENT | OWN


def missing_steps(connection: Connection) -> str:
    context = MigrationContext.configure(
        connection, opts={"target_metadata": metadata, "include_object": is_shared, "compare_type": True}
    )
    upgrade = api.produce_migrations(context, metadata).upgrade_ops
    return api.render_python_code(upgrade) if upgrade and not upgrade.is_empty() else ""


async def test_the_migrated_schema_is_the_described_one(shared: Database) -> None:
    importlib.import_module("board.app")
    engine = create_engine(shared.url)
    async with engine.connect() as connection:
        steps = await connection.run_sync(missing_steps)
    await engine.dispose()
    assert not steps, f"A migration is missing:\n{steps}"
