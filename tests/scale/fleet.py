"""Several real servers on one PostgreSQL: the `board` command, each a process with a port of its own."""

import asyncio
import contextlib
import os
import signal
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.brainstorm.running import Process, begin
from tests.ports import free_port
from tests.scale.cluster import Database
from tests.scale.guard import Guard


@dataclass
class Fleet:
    """The servers by number. A killed or stopped one stays away until it is replaced."""

    database: Database
    folder: Path
    guard: Guard
    settings: dict[str, str]
    ports: list[int]
    servers: list[Process]
    modules: Mapping[int, str] = field(default_factory=dict)
    """what runs in place of `board`, by number"""

    @property
    def bases(self) -> list[str]:
        """The addresses, which stay the same whatever becomes of the processes."""
        return [f"http://127.0.0.1:{port}" for port in self.ports]

    def log(self, at: int) -> str:
        """What all processes have said that were server `at`."""
        return (self.folder / f"server-{at}.out").read_text("utf-8")

    async def kill(self, at: int) -> None:
        """As `kill -9` and the kernel do it when memory is short."""
        await self.servers[at].kill()
        self._ended(at)

    async def stop(self, at: int) -> int:
        """As a supervisor does it for a new version; returns the process's code."""
        code = await self.servers[at].stop()
        self._ended(at)
        return code

    def freeze(self, at: int) -> None:
        """It does nothing from now on: its sockets stay open, and its peers get no answer."""
        os.kill(self._pid(at), signal.SIGSTOP)

    def thaw(self, at: int) -> None:
        """It goes on as if no time had passed."""
        os.kill(self._pid(at), signal.SIGCONT)

    async def replace(self, at: int, **settings: str) -> None:
        """Starts another process at the same address, and stops what is there. Settings are as in the environment."""
        if self.servers[at].running.returncode is None:
            await self.stop(at)
        self.servers[at] = await self._begin(at, settings)
        await self.servers[at].answers()

    async def end(self) -> None:
        """Kills all that are left, frozen ones too."""
        for at, server in enumerate(self.servers):
            if server.running.returncode is None:
                await self.kill(at)

    async def begin(self) -> None:
        """Starts all at once, as a machine does after a power cut; returns when all answer."""
        for at in range(len(self.ports)):
            self.servers.append(await self._begin(at, {}))
        await asyncio.gather(*(one.answers() for one in self.servers))

    async def _begin(self, at: int, settings: dict[str, str]) -> Process:
        chosen = {"BOARD_DATABASE_URL": self.database.url} | self.settings | settings
        module = self.modules.get(at, "board")
        process = await begin(self.folder / f"server-{at}", self.ports[at], module, fork=False, **chosen)
        self.guard.watch(process.running.pid)
        return process

    def _pid(self, at: int) -> int:
        assert self.servers[at].running.returncode is None, f"Server {at} does not run."
        return self.servers[at].running.pid

    def _ended(self, at: int) -> None:
        self.guard.forget(self.servers[at].running.pid)


@contextlib.asynccontextmanager
async def fleet(
    database: Database, folder: Path, count: int, modules: Mapping[int, str] | None = None, **settings: str
) -> AsyncIterator[Fleet]:
    """Starts `count` servers on this database, which run until the block is left. `modules` run in place of `board`."""
    with Guard() as guard:
        one = Fleet(database, folder, guard, settings, [free_port() for _ in range(count)], [], modules or {})
        try:
            await one.begin()
            yield one
        finally:
            await one.end()
