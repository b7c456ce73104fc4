"""How many commits one PostgreSQL takes, whatever processes send them: `python -m bench commits`.

Each process of Shortlist has one connection that commits, for all its boards in turn, and one that listens. Here
pgbench stands for the processes: it sends the statements that a change of a board commits with, at little CPU.
"""

import re
import subprocess
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench import machine, servers
from bench.catalogue import UPDATE
from bench.scale.setups import Postgres
from bench.table import grid
from board.db.engine import create_sync_engine
from board.live.stored import documents, update_log
from tests.scale import installing
from tests.scale.cluster import Cluster, Database, cluster

SECONDS, QUICK = 5, 1
CONNECTIONS = (1, 2, 4, 8, 16)
BOARDS = (1, 10)
"""that one commit changes: all that changed in a process while it carried out the commit before"""
_TPS = re.compile(r"^tps = ([\d.]+)", re.MULTILINE)


class Load(NamedTuple):
    connections: int
    boards: int
    announced: bool = True
    """whether NOTIFY tells each connection of each change"""


class Found(NamedTuple):
    commits: float
    """a second"""
    cpu: float
    """microseconds of PostgreSQL's for each"""


def script(boards: int, *, announced: bool) -> str:
    """What one commit does; pgbench puts the number of its connection in place of `:client_id`."""
    names = [f"b:client_id-{at}" for at in range(boards)]
    these = f"WHERE id = ANY('{{{','.join(names)}}}')"
    advance = f"UPDATE documents SET version = version + 1 {these}"  # noqa: S608
    if announced:
        told = "pg_notify('shortlist', concat_ws(' ', kind, id, version, 'log'))"
        advance = f"WITH changed AS ({advance} RETURNING kind, id, version) SELECT {told} FROM changed"  # noqa: S608
    appends = [f"INSERT INTO logs.\"{name}\" VALUES (1, :n, '\\x{UPDATE.hex()}')" for name in names]  # noqa: S608
    lock = f"SELECT id, version FROM documents {these} ORDER BY id FOR UPDATE"  # noqa: S608
    return "\\set n :n + 1\n" + ";\n".join(["BEGIN", lock, *appends, advance, "COMMIT", ""])


def measure(postgres: Cluster, load: Load, seconds: int, folder: Path) -> Found:
    """The commits of all connections together. Raises RuntimeError when one of them fails."""
    with postgres.database() as database, ExitStack() as ends:
        prepare(database, load)
        for _ in range(load.connections):
            ends.enter_context(database.connect()).execute(f"LISTEN {documents.BELL}")
        counting = ends.enter_context(closing(Postgres(database)))
        before = counting.counters()
        commits = run(database, load, seconds, folder)
        after = counting.counters()
    spent = after["postgres_s"] - before["postgres_s"]
    return Found(commits, spent / (after["commits"] - before["commits"]) * 1e6)


def prepare(database: Database, load: Load) -> None:
    """Makes the boards of each connection."""
    engine = create_sync_engine(database.url)
    with engine.begin() as connection:
        for client in range(load.connections):
            for at in range(load.boards):
                documents.enter(connection, kind="board", document=f"b{client}-{at}")
                update_log.create_log(connection, document=f"b{client}-{at}")
    engine.dispose()


def run(database: Database, load: Load, seconds: int, folder: Path) -> float:
    """Has pgbench commit for so long, and returns the commits a second."""
    (folder / "script").write_text(script(load.boards, announced=load.announced))
    where = f"--host={database.cluster.folder} --port={database.cluster.port} --username=postgres --no-vacuum"
    how = f"--client={load.connections} --time={seconds} --define=n=0 --file={folder / 'script'}"
    program = installing.find("pgbench")
    if program is None:
        raise RuntimeError("pgbench is not installed; it comes with PostgreSQL.")
    done = subprocess.run(  # noqa: S603 a program of PostgreSQL
        [program, *where.split(), *how.split(), database.name], capture_output=True, text=True, check=False
    )
    found = _TPS.search(done.stdout)
    if done.returncode or found is None:
        raise RuntimeError(f"pgbench failed:\n{done.stderr[-2000:]}")
    return float(found[1])


def main(*, quick: bool) -> int:
    """Prints a table. PostgreSQL has one core, pgbench another."""
    installing.main()
    on = machine.describe()
    head = ["connections", "boards a commit", "commits/s", "PostgreSQL µs/commit", "without NOTIFY", "µs/commit"]
    rows = [head]
    with TemporaryDirectory() as folder, ExitStack() as ends:
        with servers.on_server_core():
            postgres = ends.enter_context(cluster())
        servers.pin_load()
        for boards in BOARDS:
            for connections in CONNECTIONS:
                both = [
                    measure(postgres, Load(connections, boards, announced), QUICK if quick else SECONDS, Path(folder))
                    for announced in (True, False)
                ]
                rows.append([str(connections), str(boards), *(f"{figure:,.0f}" for one in both for figure in one)])
    print(f"{machine.in_a_line(on)}\nload average {on['load_average']:.1f}\n\n{grid(rows)}")
    return 0
