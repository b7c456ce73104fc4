"""What is measured: processes of this server with their database, which people meet at one address."""

import contextlib
import os
import struct
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from bench import servers
from bench.catalogue import anonymous
from bench.clock import Figures
from bench.servers import ROOT, SHORTLIST, Server
from tests.ports import free_port
from tests.scale import balancing
from tests.scale.cluster import Database, cluster
from tests.scale.guard import Guard
from tests.web import proxies

KEEPING = "    hash $shortlist_document consistent;\n"
"""the line of our nginx.conf that keeps a room at one process"""


class SetUp(NamedTuple):
    """Everything of a set-up shares one core, so a process more brings no more of it."""

    name: str
    title: str
    processes: int = 1
    postgresql: bool = True
    keeps: bool = True
    """whether the balancer sends all people of a room to one process; if not, it deals them out in turn"""


SQLITE = SetUp("sqlite", "SQLite, 1 process", postgresql=False)
OLDER = SetUp("older", "SQLite, 1 process, older commit", postgresql=False)
SETUPS = (
    SQLITE,
    OLDER,
    SetUp("postgresql-1", "PostgreSQL, 1 process"),
    SetUp("postgresql-2", "PostgreSQL, 2 processes, each room at one", processes=2),
    SetUp("postgresql-2-split", "PostgreSQL, 2 processes, each room at both", processes=2, keeps=False),
)


class Shared(Protocol):
    """The database of a set-up."""

    url: str

    def counters(self) -> Figures: ...


class SqliteFile:
    """The file of one process. SQLite counts commits in the head of the index of its write-ahead log."""

    def __init__(self, path: Path) -> None:
        self.url = f"sqlite:///{path}"
        self._index = Path(f"{path}-shm")

    def counters(self) -> Figures:
        with self._index.open("rb") as index:
            # https://www.sqlite.org/walformat.html#the_wal_index_header
            commits, _, _, size, _, pages = struct.unpack("=8xIBBHII", index.read(24))
        return {"commits": commits, "stored_bytes": pages * size}


class Postgres:
    """A database in a PostgreSQL that runs for this set-up alone."""

    def __init__(self, database: Database) -> None:
        self.url = database.url
        self._pid = database.cluster.pid
        self._looking = database.superuser()

    def close(self) -> None:
        self._looking.close()

    def counters(self) -> Figures:
        """`commits` are those of transactions that wrote or notified, `postgres_bytes` memory that nothing shares."""
        pids = servers.tree(self._pid)
        found = self._looking.execute(
            "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::float8,"
            " pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8, pg_database_size(current_database())::float8"
        ).fetchone()
        return {
            "postgres_s": servers.cpu(pids) + _of_ended_children(self._pid),
            "postgres_bytes": sum(map(anonymous, pids)) * 1024,
            **dict(zip(("commits", "wal_bytes", "stored_bytes"), found or (), strict=True)),
        }


@contextlib.contextmanager
def database(setup: SetUp, folder: Path) -> Iterator[Shared]:
    """The database of a set-up, empty. Outside of an event loop."""
    if not setup.postgresql:
        yield SqliteFile(folder / "board.db")
        return
    with contextlib.ExitStack() as ends:
        with servers.on_server_core():
            postgres = ends.enter_context(cluster())
        one = ends.enter_context(postgres.database())
        yield ends.enter_context(contextlib.closing(Postgres(one)))


@dataclass
class Deployment:
    """A set-up that runs, for a scene one server."""

    processes: list[Server]
    port: int
    beside: list[Callable[[], Figures]]
    """the counters of the database and of the balancer"""
    name: str = SHORTLIST

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def counters(self) -> Figures:
        each = [process.counters() for process in self.processes]
        figures = {name: sum(one[name] for one in each) for name in each[0]}
        for counters in self.beside:
            figures |= counters()
        return figures


@contextlib.asynccontextmanager
async def running(setup: SetUp, shared: Shared, folder: Path, checkout: Path = ROOT) -> AsyncIterator[Deployment]:
    """Runs a set-up until the block is left; `checkout` is the version of this server."""
    async with contextlib.AsyncExitStack() as ends:
        processes = []
        for at in range(setup.processes):
            own = folder / str(at)
            own.mkdir()
            server = Server(SHORTLIST, own, url=shared.url, checkout=checkout)
            processes.append(await ends.enter_async_context(server))
        if setup.processes == 1:
            yield Deployment(processes, processes[0].port, [shared.counters])
            return
        port, ports = free_port(), [process.port for process in processes]
        with servers.on_server_core():
            await ends.enter_async_context(proxies.running("nginx", balancing_config(setup, port, ports), port, folder))
        pid = int((folder / "pid").read_text())
        ends.enter_context(Guard()).watch(pid)
        yield Deployment(processes, port, [shared.counters, lambda: {"nginx_s": servers.cpu([pid])}])


def balancing_config(setup: SetUp, port: int, ports: list[int]) -> str:
    """Our nginx.conf before these processes, with its line that keeps rooms together or without it."""
    config = balancing.example("nginx", port, ports)
    if setup.keeps:
        return config
    before, keeping, rest = config.partition(KEEPING)
    if not keeping:
        raise RuntimeError("nginx.conf keeps no room at one process.")
    return before + rest


def _of_ended_children(pid: int) -> float:
    """Seconds of CPU of the children that a process had."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")
