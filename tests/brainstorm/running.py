"""The real application under the real server, in the loop of the test; and the same as a process that can be killed."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from litestar.di import Provide

from board.app import create_app
from board.brainstorm.engine.rooms import Rooms
from board.live.document import LiveDocument
from board.live.registry import Registry
from board.server import wire
from board.settings import Settings
from board.web.http import Connections, Limits
from tests.brainstorm.forked import Forked
from tests.databases import needs_sqlite, url_of

ROOT = Path(__file__).parents[2]
MANY_BOARDS = {"boards_per_minute": 10_000, "boards_per_hour": 10_000}
"""how many boards a test may create from its one address, unless that is what it tests"""
TICK = 0.1
"""seconds between two looks of uvicorn at its state"""


class MovableClock:
    """Real time, and what a test adds to it."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def now(self) -> float:
        return time.time() + self.ahead

    def advance(self, seconds: float) -> None:
        self.ahead += seconds


class Uvicorn(uvicorn.Server):
    """Reports when it listens, stops at once, and leaves the signal handlers of the test run alone."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Begins to stop it, as a signal does."""
        self.should_exit = True
        self._stopping.set()

    async def main_loop(self) -> None:
        """Does not wait for the next tick to see that it has to stop: hundreds of tests would wait, too."""
        ticks = 0
        while not await self.on_tick(ticks):
            ticks += 1
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), TICK)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def passing(seconds: float) -> None:
    """Lets time pass where it is part of the matter: a rate, a random moment, a lock held for so long.

    To wait for something that happens is `eventually`.
    """
    never = asyncio.get_running_loop().create_future()
    await asyncio.wait({never}, timeout=seconds)


async def eventually(condition: Callable[[], object], within: float = 10.0) -> None:
    """Waits for a condition that no event announces."""
    never = asyncio.get_running_loop().create_future()
    async with asyncio.timeout(within):
        while not condition():
            await asyncio.wait({never}, timeout=0.02)


@dataclass
class Server:
    """A running server: its address, its clock, and the database file."""

    base: str
    clock: MovableClock
    file: Path
    rooms: Rooms
    provided: Callable[[str], Any]
    """a dependency of the application, by its name"""
    connections: Connections = field(default_factory=lambda: Connections(""))
    stop: Callable[[], None] = lambda: None
    """begins to stop it, as a signal does; leaving the block waits until it has stopped"""

    async def settled(self) -> None:
        """Waits until everything is stored and what was deleted is gone from the write-ahead log too."""
        await self.rooms.journal.drain()
        await eventually(lambda: not self.rooms.journal.storage.unerased)

    async def evict(self, rooms: Registry[Any], *documents: LiveDocument) -> None:
        """Takes documents out of memory, each once nothing of it is under way."""
        for document in documents:
            await eventually(partial(rooms.is_idle, document))
            rooms.evict(document)

    def stored(self) -> bytes:
        """All bytes on the disk: the database and its write-ahead log."""
        needs_sqlite()
        return b"".join(path.read_bytes() for path in self.file.parent.glob(f"{self.file.name}*"))


@contextlib.asynccontextmanager
async def serving(
    file: Path, clock: MovableClock, limits: Limits | None = None, **settings: object
) -> AsyncIterator[Server]:
    """Runs the application on a migrated database file until the block is left."""
    chosen = Settings(**({"database_url": url_of(file)} | MANY_BOARDS | settings))  # type: ignore[arg-type]
    app = create_app(chosen, clock)
    listening = socket.create_server(("127.0.0.1", 0))
    how = wire(chosen, limits)
    (connections,) = how["http"].args
    server = Uvicorn(uvicorn.Config(app, **how, log_config=None))
    task = asyncio.create_task(server.serve(sockets=[listening]))
    ready = asyncio.create_task(server.ready.wait())
    await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED)
    ready.cancel()
    if task.done():
        await task

    def provided(name: str) -> Any:  # noqa: ANN401
        one = app.dependencies[name]
        assert isinstance(one, Provide)
        return one.dependency()

    try:
        yield Server(
            f"http://127.0.0.1:{listening.getsockname()[1]}",
            clock,
            file,
            provided("rooms"),
            provided,
            connections,
            server.stop,
        )
    finally:
        server.stop()
        await task


@dataclass
class Process:
    """`python -m board`, as it is run for real."""

    base: str
    running: asyncio.subprocess.Process | Forked
    output: Path

    async def answers(self) -> None:
        """Waits until it does."""
        async with asyncio.timeout(90), httpx.AsyncClient(trust_env=False) as http:
            while True:
                assert self.running.returncode is None, self.output.read_text()
                with contextlib.suppress(httpx.TransportError):
                    if (await http.get(f"{self.base}/health")).text == "ok":
                        return
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self.running.wait(), 0.02)

    async def kill(self) -> None:
        """Kills the process as a power cut does, without a shutdown."""
        self.running.kill()
        await self.running.wait()

    async def stop(self) -> int:
        """Stops the process as a supervisor does."""
        self.running.send_signal(signal.SIGTERM)
        async with asyncio.timeout(20):
            return await self.running.wait()


@contextlib.asynccontextmanager
async def started(file: Path, port: int, module: str = "board", **settings: str) -> AsyncIterator[Process]:
    """The command once it answers. A process that is left running would keep the event loop from closing."""
    process = await begin(file, port, module, fork=False, **settings)
    try:
        await process.answers()
        yield process
    finally:
        if process.running.returncode is None:
            await process.kill()


async def begin(file: Path, port: int, module: str = "board", *, fork: bool = False, **settings: str) -> Process:
    """Starts the command, or another module; `fork` saves the time of its imports."""
    output = file.with_suffix(".out")
    many = {f"BOARD_{name.upper()}": str(most) for name, most in MANY_BOARDS.items()}
    chosen = (
        {"BOARD_PORT": str(port), "BOARD_DATABASE_URL": settings.get("BOARD_DATABASE_URL") or url_of(file)}
        | many
        | settings
    )
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("BOARD_", "HOST", "PORT"))}
    environment = inherited | chosen
    base = f"http://{settings.get('BOARD_HOST') or '127.0.0.1'}:{port}"
    if fork:
        return Process(base, Forked(environment, output), output)
    with output.open("ab") as log:
        running = await asyncio.create_subprocess_exec(
            sys.executable, "-m", module, cwd=ROOT, env=environment, stdout=log, stderr=log
        )
    return Process(base, running, output)
