"""The PostgreSQL of the tests: each test has a database of its own, and nothing is left behind."""

import asyncio
import os
import re
import secrets
import signal
import sys
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import text

from board.db.engine import create_engine
from tests.scale.cluster import SETTINGS, Cluster, Database, cluster

ROOT = Path(__file__).parents[2]
SCALE = (ROOT / "docs" / "scale.md").read_text("utf-8")
ADVICE = dict(re.findall(r"^(\w+) = (\w+)", SCALE.partition("```ini\n")[2], re.MULTILINE))
LEFT_ALONE = """
import sys
from tests.scale.cluster import cluster
with cluster() as one:
    print(one.pid, one.folder, flush=True)
    sys.stdin.readline()
"""


def tables(database: Database) -> set[str]:
    with database.connect() as connection:
        found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    return {name for (name,) in found}


def test_the_settings_that_a_promise_rests_on(shared: Database) -> None:
    wanted = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "log_statement": "none"}
    with shared.connect() as connection:
        for name, value in wanted.items():
            assert connection.execute(f"SHOW {name}").fetchone() == (value,)
        assert connection.execute("SHOW is_superuser").fetchone() == ("off",)


def test_a_database_is_migrated_and_has_nothing_of_the_test_before(postgres: Cluster) -> None:
    with postgres.database() as one, one.connect() as connection:
        assert "alembic_version" in tables(one)
        connection.execute("CREATE TABLE left_behind ()")
        with postgres.database() as other:
            assert tables(other) == tables(one) - {"left_behind"}


async def test_the_address_is_one_that_the_server_takes(shared: Database) -> None:
    engine = create_engine(shared.url)
    async with engine.connect() as connection:
        assert (await connection.execute(text("SELECT current_database()"))).scalar_one() == shared.name
    await engine.dispose()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT, signal.SIGKILL])
def test_a_restart_cuts_connections_and_keeps_commits(shared: Database, how: signal.Signals) -> None:
    with shared.connect() as connection:
        connection.execute("CREATE TABLE kept AS SELECT 'committed' AS word")
        connection.execute("BEGIN")
        connection.execute("INSERT INTO kept VALUES ('not committed')")
        shared.cluster.restart(how)
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
    with shared.connect() as connection:
        assert connection.execute("SELECT word FROM kept").fetchall() == [("committed",)]


def test_a_stopped_server_runs_again_for_the_next_test(postgres: Cluster) -> None:
    with postgres.database() as one:
        postgres.stop()
        with pytest.raises(psycopg.OperationalError):
            one.connect()
    with postgres.database() as other:
        assert tables(other)


def test_the_files_hold_what_was_deleted_until_its_table_is_dropped(shared: Database) -> None:
    with shared.connect() as connection:
        connection.execute("CREATE TABLE noted AS SELECT 'a bicycle street' AS text")
        connection.execute("DELETE FROM noted")
        names = [name for name, content in shared.files().items() if b"a bicycle street" in content]
        assert [name.partition("/")[0] for name in names] == ["noted"]
        connection.execute("DROP TABLE noted")
        assert b"a bicycle street" not in shared.stored()


@pytest.mark.parametrize("advised", [False, True])
def test_the_log_remembers_what_its_tables_forgot_unless_it_is_set_as_advised(advised: bool) -> None:
    phrase = secrets.token_hex(16)
    with cluster() as one, one.database() as database, one.superuser() as superuser:
        for name, value in ADVICE.items() if advised else ():
            superuser.execute(sql.SQL("ALTER SYSTEM SET {} = {}").format(sql.Identifier(name), value))
        superuser.execute("SELECT pg_reload_conf()")
        with database.connect() as connection:
            connection.execute("CREATE TABLE noted (text text)")
            connection.execute("INSERT INTO noted VALUES (%s)", (phrase,))
            connection.execute("TRUNCATE noted")
        assert phrase.encode() not in database.stored()
        assert phrase.encode() in one.wal()
        superuser.execute("SELECT pg_switch_wal()")
        superuser.execute("CHECKPOINT")
        assert (phrase.encode() in one.wal()) is not advised


def test_what_failed_is_not_in_the_log_as_advised(shared: Database) -> None:
    assert ADVICE.items() & SETTINGS.items() == {(name, ADVICE[name]) for name in ADVICE if name.startswith("log_")}
    phrase = secrets.token_hex(16)
    with shared.connect() as connection:
        connection.execute("CREATE TABLE noted (text text CHECK (text = ''))")
        with pytest.raises(psycopg.errors.CheckViolation, match=phrase):
            connection.execute(sql.SQL("INSERT INTO noted VALUES ({})").format(phrase))
    assert "violates check constraint" in shared.cluster.log
    assert phrase not in shared.cluster.log


async def test_nothing_is_left_when_the_tests_are_killed() -> None:
    pipe = asyncio.subprocess.PIPE
    run = await asyncio.create_subprocess_exec(sys.executable, "-c", LEFT_ALONE, cwd=ROOT, stdin=pipe, stdout=pipe)
    assert run.stdout is not None
    pid, name = (await run.stdout.readline()).decode().split()
    folder = Path(name)
    assert folder.exists()  # noqa: ASYNC240 a local disk
    os.kill(int(pid), 0)
    run.kill()
    await run.wait()
    # The guard writes to the same place, and is the last to go.
    assert await run.stdout.read() == b""
    assert not folder.exists()  # noqa: ASYNC240
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)
