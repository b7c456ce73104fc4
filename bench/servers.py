"""A server as a process of its own, pinned to its core: start it, read what it costs, stop it."""

import asyncio
import contextlib
import ctypes
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol, Self

from bench import peers
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[1]
SHORTLIST = "shortlist"
Y_WEBSOCKET, HOCUSPOCUS, PYCRDT_WEBSOCKET = "y-websocket-server", "hocuspocus", "pycrdt-websocket"
HOCUSPOCUS_SQLITE = "hocuspocus-sqlite"
"""commits every change before it relays it, as this server does"""
SERVERS = (SHORTLIST, Y_WEBSOCKET, HOCUSPOCUS, HOCUSPOCUS_SQLITE, PYCRDT_WEBSOCKET)
START = 90.0
"""seconds that a server has until it listens"""


class Measured(Protocol):
    """What a scene needs to know of a server, or of several that people meet at one address."""

    name: str
    port: int

    @property
    def address(self) -> str: ...

    def counters(self) -> dict[str, float]:
        """Totals by name; a measurement takes the difference of two calls."""
        ...


class Server:
    """One server process with its children."""

    def __init__(self, name: str, folder: Path, *, url: str = "", checkout: Path = ROOT) -> None:
        """`url` is of a database that this server does not have to itself, `checkout` another version of it."""
        self.name = name
        self.port = free_port()
        self.folder = folder
        self._url = url
        self._checkout = checkout
        self._process: asyncio.subprocess.Process | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Returns once it listens. Raises RuntimeError with its output, and leaves no process behind."""
        command, folder = self._command()
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *command, cwd=folder, env=self._environment(), stdout=log, stderr=log, preexec_fn=_begin_on_server_core
            )
        give_up = time.monotonic() + START
        while not await _listens(self.port):
            if self._process.returncode is not None or time.monotonic() > give_up:
                await self.stop()
                raise RuntimeError(f"{self.name} did not start:\n{self.said}")
            await asyncio.sleep(0.05)

    async def stop(self) -> None:
        """Stops it as a supervisor does."""
        process, self._process = self._process, None
        if process is None or process.returncode is not None:
            return
        process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(process.wait(), 15)
        except TimeoutError:
            process.kill()
            await process.wait()

    def counters(self) -> dict[str, float]:
        """`cpu_s` are seconds of user and system time, `memory_bytes` resident bytes, of it and its children."""
        page, pids = resource.getpagesize(), self._tree()
        resident = (int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * page for pid in pids)
        return {"cpu_s": cpu(pids), "memory_bytes": sum(resident)}

    @property
    def said(self) -> str:
        """What it wrote to its log so far."""
        return self._log.read_text(errors="replace") if self._log.exists() else ""

    @property
    def database(self) -> Path:
        """The SQLite file of a server that has one."""
        return self.folder / f"{self.name}.db"

    @property
    def _log(self) -> Path:
        return self.folder / f"{self.name}.log"

    def _tree(self) -> list[int]:
        if self._process is None or self._process.returncode is not None:
            raise RuntimeError(f"{self.name} has ended:\n{self.said[-2000:]}")
        return tree(self._process.pid)

    def _command(self) -> tuple[list[str], Path]:
        if self.name == SHORTLIST:
            own = self._checkout == ROOT
            python = sys.executable if own else str(self._checkout / ".venv" / "bin" / "python")
            return [python, "-m", "bench.unheld"], self._checkout
        return peers.command(self.name)

    def _environment(self) -> dict[str, str]:
        rest = {key: value for key, value in os.environ.items() if not key.startswith("BOARD_")}
        if self.name != SHORTLIST:
            return rest | {"HOST": "127.0.0.1", "PORT": str(self.port), "DATABASE": str(self.database)}
        rest.pop("HOST", None)
        rest.pop("PORT", None)
        # All load comes from one address, and its largest boards are larger than a town hall's.
        many = {"BOARD_BOARDS_PER_MINUTE": "10000", "BOARD_BOARDS_PER_HOUR": "10000", "BOARD_IDEAS_PER_BOARD": "20000"}
        url = self._url or f"sqlite:///{self.database}"
        return rest | many | {"BOARD_PORT": str(self.port), "BOARD_DATABASE_URL": url}


def tree(pid: int) -> list[int]:
    """A process and all that descend from it."""
    found, todo = [], [pid]
    while todo:
        pid = todo.pop()
        found.append(pid)
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{pid}/task").iterdir():
                todo += [int(child) for child in (task / "children").read_text().split()]
    return found


def cpu(pids: Sequence[int]) -> float:
    """Seconds of user and system time that these processes took so far."""
    return sum(_cpu_clock(pid) for pid in pids)


def cores() -> list[int]:
    """The cores that this process may use, in order; the server gets the first, the load the last."""
    return sorted(_ALLOWED)


def pin_load() -> None:
    """Keeps this process off the server's core where there are two."""
    os.sched_setaffinity(0, {cores()[-1]})


@contextlib.contextmanager
def on_server_core() -> Iterator[None]:
    """Programs that start in the block share the server's core."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {cores()[0]})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def allow_many_sockets() -> None:
    """A thousand connections need more descriptors than the usual limit; children inherit it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 8192 if hard == resource.RLIM_INFINITY else min(8192, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


# Read before anything is pinned.
_ALLOWED = os.sched_getaffinity(0)
_LIBC = ctypes.CDLL(None)
_PARENT_DEATH = 1
"""PR_SET_PDEATHSIG of `prctl`"""


def _begin_on_server_core() -> None:
    os.sched_setaffinity(0, {cores()[0]})
    # A run that takes too long is killed, and cannot stop its server.
    _LIBC.prctl(_PARENT_DEATH, signal.SIGKILL)


def _cpu_clock(pid: int) -> float:
    # The kernel's own clock of another process (clock_getcpuclockid); /proc only counts hundredths of a second.
    try:
        return time.clock_gettime((~pid << 3) | 2)
    except OSError:
        return 0.0


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True
