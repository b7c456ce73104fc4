"""A PostgreSQL of the tests' own, and databases in it that are copies of one migrated database."""

import asyncio
import contextlib
import itertools
import os
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from pwd import getpwnam
from tempfile import mkdtemp
from typing import LiteralString

import psycopg
from psycopg import sql

from board.db.base import metadata
from board.db.migrate import migrate
from tests.ports import free_port
from tests.scale.guard import Guard
from tests.scale.installing import find

PATIENCE = 60.0
"""seconds in which PostgreSQL has to start, or to stop"""
NOBODY = "nobody"
"""the user as whom it runs when we are root: PostgreSQL refuses to be run by root"""
ROLE = "shortlist"
"""owns the databases and nothing else; the superuser is for looking into the files"""
TEMPLATE = "migrated"
WAITING = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
"""finds something once a statement waits for a lock"""
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "max_connections": "100",
    # As by default, and said because tests kill and crash it: what was committed is on the disk.
    "fsync": "on",
    "synchronous_commit": "on",
    # The log of PostgreSQL is not the place for what people write.
    "log_statement": "none",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}


@dataclass(frozen=True)
class Database:
    """One test's own database. Its owner is not a superuser."""

    cluster: "Cluster"
    name: str

    @property
    def url(self) -> str:
        """As BOARD_DATABASE_URL takes it."""
        return f"postgresql+psycopg://{ROLE}:{self.cluster.password}@127.0.0.1:{self.cluster.port}/{self.name}"

    def connect(self) -> psycopg.Connection:
        """A connection like the server's: over TCP, as the owner. Statements commit one by one."""
        return psycopg.connect(self.url.replace("+psycopg", ""), autocommit=True)

    def superuser(self) -> psycopg.Connection:
        """A connection that may look everywhere, such as into pages (`CREATE EXTENSION pageinspect`)."""
        return self.cluster.superuser(self.name)

    def now(self) -> float:
        """The time by the database's clock, in Unix seconds."""
        with self.connect() as connection:
            row = connection.execute("SELECT extract(epoch FROM clock_timestamp())::float8").fetchone()
        assert row is not None
        return float(row[0])

    def files(self) -> dict[str, bytes]:
        """All files of the database after a checkpoint, the system's tables included, each below its name.

        The name is that of the table or index as far as PostgreSQL knows it, followed by the name of the file.
        """
        with self.superuser() as connection:
            connection.execute("CHECKPOINT")
            row = connection.execute("SELECT oid FROM pg_database WHERE datname = current_database()").fetchone()
            named = connection.execute(
                "SELECT pg_relation_filenode(oid)::text, relname FROM pg_class WHERE pg_relation_filenode(oid) > 0"
            ).fetchall()
        assert row is not None
        names: dict[str, str] = dict(named)
        found = {}
        for path in (self.cluster.data / "base" / str(row[0])).iterdir():
            # A relation is in `<number>`, `<number>_vm`, `<number>_fsm` and, after each gigabyte, `<number>.<n>`.
            number = path.name.partition("_")[0].partition(".")[0]
            with contextlib.suppress(FileNotFoundError):
                found[f"{names.get(number, '?')}/{path.name}"] = path.read_bytes()
        return found

    def stored(self) -> bytes:
        """All bytes of those files."""
        return b"".join(self.files().values())


class Cluster:
    """One PostgreSQL with a folder, a port and a password of its own. It can be stopped, killed and started again."""

    def __init__(self, guard: Guard) -> None:
        self.password = secrets.token_urlsafe(16)
        self.port = free_port()
        self.folder = Path(mkdtemp(prefix="shortlist-postgres-"))
        guard.remove(str(self.folder))
        self.data = self.folder / "data"
        self._log = self.folder / "log"
        self._guard = guard
        self._process: subprocess.Popen[bytes] | None = None
        self._numbers = itertools.count(1)
        if _is_root():
            shutil.chown(self.folder, NOBODY)
        # Words are sorted as a language does it, as on many servers: nothing may rely on the order of bytes.
        how = "--locale=C.UTF-8 --encoding=UTF8 --locale-provider=icu --icu-locale=en --no-sync --no-instructions"
        # The superuser, who has no password, comes in by the socket alone, and that is in our folder.
        who = "--username=postgres --auth-local=trust --auth-host=scram-sha-256"
        if self._begin("initdb", *how.split(), *who.split(), f"--pgdata={self.data}").wait(timeout=PATIENCE):
            raise RuntimeError(f"initdb failed:\n{self.log}")

    def _begin(self, program: str, *switches: str) -> subprocess.Popen[bytes]:
        """Runs a program of PostgreSQL, as another user when we are root: they refuse to be run by root."""
        found = find(program)
        assert found is not None, "PostgreSQL is not installed: `make test-scale` says how."
        with self._log.open("ab") as log:
            return subprocess.Popen(
                [found, *switches],
                user=NOBODY if _is_root() else None,
                group=getpwnam(NOBODY).pw_gid if _is_root() else None,
                extra_groups=[] if _is_root() else None,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    @property
    def log(self) -> str:
        """What PostgreSQL has said so far."""
        return self._log.read_text("utf-8", "replace") if self._log.exists() else ""

    @property
    def pid(self) -> int:
        """The number of the process that all others are children of."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Returns when it answers; does nothing if it runs."""
        if self._process is not None:
            return
        settings = SETTINGS | {"port": str(self.port), "unix_socket_directories": str(self.folder)}
        switches = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        give_up = time.monotonic() + PATIENCE
        while time.monotonic() < give_up:
            said = len(self.log)
            process = self._begin("postgres", "-D", str(self.data), *switches)
            self._guard.watch(process.pid, signal.SIGQUIT)
            if self._answers(process, give_up):
                self._process = process
                return
            process.kill()
            process.wait()
            self._guard.forget(process.pid)
            # The last children of a killed one still hold its memory.
            if "still in use" not in self.log[said:]:
                break
        raise RuntimeError(f"PostgreSQL did not start:\n{self.log}")

    def _answers(self, process: subprocess.Popen[bytes], give_up: float) -> bool:
        """Waits until it does; False when it ended, or time is over."""
        while time.monotonic() < give_up:
            with contextlib.suppress(psycopg.OperationalError), self.superuser():
                return True
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=0.05)
                return False
        return False

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Cuts its connections and stops; SIGTERM waits for them to go, and SIGQUIT is a crash that tidies nothing up.

        A crash is not a power cut: what was written reaches the disk. Does nothing if it does not run.
        """
        if self._process is None:
            return
        pid = self.pid
        self._process.send_signal(how)
        try:
            self._process.wait(timeout=PATIENCE)
        finally:
            self._process.kill()
            self._process.wait()
            self._process = None
            self._guard.forget(pid)

    def restart(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stops it and starts it again at the same address."""
        self.stop(how)
        self.start()

    @contextlib.contextmanager
    def standing_still(self) -> Iterator[None]:
        """None of its processes does anything until the block is left. Their connections stay open."""
        stopped = []
        try:
            # The parent first: it would start more.
            for pid in itertools.chain([self.pid], _children(self.pid)):
                self._guard.watch(pid)
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGSTOP)
                stopped.append(pid)
            yield
        finally:
            for pid in stopped:
                # One that was ending is gone as soon as the parent runs.
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGCONT)
                self._guard.forget(pid)
            self._guard.watch(self.pid, signal.SIGQUIT)

    def wal(self) -> bytes:
        """All bytes of the write-ahead log, those included that PostgreSQL does not need any more."""
        return b"".join(path.read_bytes() for path in (self.data / "pg_wal").iterdir() if path.is_file())

    def superuser(self, name: str = "postgres") -> psycopg.Connection:
        """A connection to any database, over the socket in our folder. Statements commit one by one."""
        return psycopg.connect(
            host=str(self.folder), port=self.port, user="postgres", dbname=name, autocommit=True, connect_timeout=10
        )

    def prepare(self) -> None:
        """Makes the database that others are copies of. Outside of an event loop."""
        with self.superuser() as connection:
            connection.execute(
                sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(sql.Identifier(ROLE), sql.Literal(self.password))
            )
            connection.execute(_statement("CREATE DATABASE {} OWNER {}", TEMPLATE, ROLE))
        asyncio.run(migrate(Database(self, TEMPLATE).url, metadata))

    @contextlib.contextmanager
    def database(self, template: str = TEMPLATE) -> Iterator[Database]:
        """A copy of the migrated database (or, from `template0`, an empty one) for as long as the block lasts."""
        one = Database(self, f"test_{next(self._numbers)}")
        with self.superuser() as connection:
            connection.execute(_statement("CREATE DATABASE {} OWNER {} TEMPLATE {}", one.name, ROLE, template))
        try:
            yield one
        finally:
            self.start()
            with self.superuser() as connection:
                connection.execute(_statement("DROP DATABASE {} WITH (FORCE)", one.name))


def _statement(text: LiteralString, *names: str) -> sql.Composed:
    return sql.SQL(text).format(*map(sql.Identifier, names))


def _children(parent: int) -> Iterator[int]:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            # A name in brackets, which may hold anything, stands before the state and the parent.
            fields = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
            if int(fields[1]) == parent:
                yield int(stat.parent.name)


def _is_root() -> bool:
    return os.geteuid() == 0


@contextlib.contextmanager
def cluster() -> Iterator[Cluster]:
    """A running PostgreSQL with a migrated template. It ends with the block, and when this process is killed."""
    with Guard() as guard:
        one = Cluster(guard)
        try:
            one.start()
            one.prepare()
            yield one
        finally:
            one.stop()
