"""The set-ups that `bench scale` compares, and the counters that it reads of them. Figures of loads are ignored."""

import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from psycopg import sql

from bench import suite
from bench.clock import Figures
from bench.scale import commits, setups, table
from bench.scale.commits import Load
from bench.scale.setups import SETUPS, Postgres, SqliteFile
from bench.workloads import find
from board.db.engine import create_sync_engine
from board.live.stored.documents import BELL
from board.people.links import mint
from tests.ports import free_port
from tests.scale.balancing import Stub
from tests.scale.cluster import Database
from tests.web import proxies

REQUESTS = 20
BY_NAME = {setup.name: setup for setup in SETUPS}


def counted(database: SqliteFile | Postgres, times: int) -> Figures:
    """What this number of commits adds to the counters, each with one beside it that only reads."""
    engine = create_sync_engine(database.url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE noted (text text)")
    before = database.counters()
    for _ in range(times):
        with engine.begin() as connection:
            connection.exec_driver_sql("INSERT INTO noted VALUES ('a bicycle street')")
        with engine.begin() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM noted").scalar_one()
    after = database.counters()
    engine.dispose()
    return {name: after[name] - before[name] for name in after}


def test_commits_to_a_sqlite_file_are_counted(tmp_path: Path) -> None:
    found = counted(SqliteFile(tmp_path / "board.db"), 300)
    assert found["commits"] == 300
    # A row takes its text and some bytes more, and the file grows by pages.
    assert found["stored_bytes"] == pytest.approx(300 * 20, abs=4096)


def test_commits_to_postgresql_are_counted(shared: Database) -> None:
    with closing(Postgres(shared)) as database:
        found = counted(database, 30)
    assert found["commits"] == 30
    assert found["wal_bytes"] > 30 * len("a bicycle street")
    assert found["postgres_s"] > 0


@pytest.mark.parametrize(("name", "stubs"), [("postgresql-2", 1), ("postgresql-2-split", 2)])
async def test_a_room_is_at_one_process_or_at_both(name: str, stubs: int, tmp_path: Path) -> None:
    some, port = [Stub("first"), Stub("second")], free_port()
    for stub in some:
        await stub.start()
    config = setups.balancing_config(BY_NAME[name], port, [stub.port for stub in some])
    async with (
        proxies.running("nginx", config, port, tmp_path) as address,
        httpx.AsyncClient(base_url=address, trust_env=False) as http,
    ):
        path = f"/boards/{mint()}"
        seen = Counter([(await http.get(path)).text.partition("'by': ")[2].split("'")[1] for _ in range(REQUESTS)])
    for stub in some:
        await stub.stop()
    assert sorted(seen.values()) == [REQUESTS // stubs] * stubs


@pytest.mark.parametrize(("name", "load"), [("sqlite", "documents"), ("postgresql-2-split", "text-30")])
def test_a_run_brings_every_figure_that_its_table_shows(name: str, load: str) -> None:
    figures, void, _ = suite.run_apart([sys.executable, "-m", "bench.scale.run", name, load, "--quick"])
    assert void is None
    wanted = {key for key, _, _ in table.COLUMNS[find(load).scenario]}
    beside = {key for key in wanted if "postgres" in key}
    assert wanted - figures.keys() == (beside if name == "sqlite" else set())
    assert figures["cpu_s"] > 0


@pytest.mark.parametrize("announced", [True, False])
def test_pgbench_commits_as_a_board_does(announced: bool, shared: Database, tmp_path: Path) -> None:
    load = Load(2, 3, announced)
    commits.prepare(shared, load)
    with shared.connect() as listening, shared.connect() as asking:
        listening.execute(f"LISTEN {BELL}")
        assert commits.run(shared, load, 1, tmp_path) > 0
        changed: dict[str, int] = dict(asking.execute("SELECT id, version FROM documents").fetchall())
        count = sql.SQL("SELECT count(*) FROM logs.{}")
        logged = {id: asking.execute(count.format(sql.Identifier(id))).fetchone() for id in changed}
        # They arrive after the commits. Without NOTIFY there is none to wait for.
        most = sum(changed.values()) if announced else None
        notices = listening.notifies(timeout=60 if announced else 0, stop_after=most)
        heard = Counter(one.payload.split(" ")[1] for one in notices)
    assert sorted(changed) == [f"b{connection}-{board}" for connection in range(2) for board in range(3)]
    assert all(changed.values())
    assert logged == {id: (version,) for id, version in changed.items()}
    assert heard == (changed if announced else {})
