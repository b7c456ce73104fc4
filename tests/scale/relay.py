"""What lies between a process and PostgreSQL: it passes bytes on, until it holds them back and closes nothing."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from tests.ports import free_port
from tests.scale.cluster import Database

CHUNK = 65_536


@dataclass
class Relay:
    """Each connection to it is one to PostgreSQL. It closes what either side closes, unless it is cut."""

    database: Database
    host: str = "127.0.0.1"
    port: int = field(default_factory=free_port)
    _passes: asyncio.Event = field(default_factory=asyncio.Event)
    _lines: list[asyncio.Event] = field(default_factory=list)
    """of the connections that are cut, each set when it passes bytes again"""
    _mark: bytes = b""
    _with_commit: bool = False
    _pumps: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def url(self) -> str:
        """As BOARD_DATABASE_URL takes it."""
        server = self.database.cluster.port
        return self.database.url.replace(f"@127.0.0.1:{server}/", f"@{self.host}:{self.port}/")

    def cut(self) -> None:
        """Nothing arrives any more, either way; whoever connects gets no answer."""
        self._passes.clear()

    def heal(self) -> None:
        """What was held back arrives, and all that follows."""
        self._mark = b""
        self._passes.set()
        while self._lines:
            self._lines.pop().set()

    def cut_at_commit(self, mark: bytes, *, arrives: bool) -> None:
        """Cuts the first connection that commits what has these bytes, and no other; whether the commit arrives."""
        self._mark, self._with_commit = mark, arrives

    @property
    def is_cut(self) -> bool:
        """Whether a connection was cut at its commit."""
        return bool(self._lines)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there = await asyncio.open_connection("127.0.0.1", self.database.cluster.port)
        line = asyncio.Event()
        line.set()
        for pump in (self._ask(reader, there[1], line), self._answer(there[0], writer, line)):
            task = asyncio.create_task(pump)
            self._pumps.add(task)
            task.add_done_callback(self._pumps.discard)

    async def _ask(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, line: asyncio.Event) -> None:
        marked = False
        async with self._closing(writer, line):
            while asked := await reader.read(CHUNK):
                marked |= bool(self._mark) and self._mark in asked
                commits = marked and b"COMMIT" in asked
                if commits and not self._with_commit:
                    self._cut_line(line)
                await self._pass(line)
                writer.write(asked)
                if commits and self._with_commit:
                    self._cut_line(line)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, line: asyncio.Event) -> None:
        async with self._closing(writer, line):
            while answered := await reader.read(CHUNK):
                await self._pass(line)
                writer.write(answered)

    def _cut_line(self, line: asyncio.Event) -> None:
        self._mark = b""
        line.clear()
        self._lines.append(line)

    async def _pass(self, line: asyncio.Event) -> None:
        await self._passes.wait()
        await line.wait()

    @contextlib.asynccontextmanager
    async def _closing(self, writer: asyncio.StreamWriter, line: asyncio.Event) -> AsyncIterator[None]:
        """That one side has closed arrives like everything else."""
        try:
            with contextlib.suppress(OSError):
                yield
            await self._pass(line)
        finally:
            writer.close()

    async def stop(self) -> None:
        for task in self._pumps:
            task.cancel()
        await asyncio.gather(*self._pumps, return_exceptions=True)


@contextlib.asynccontextmanager
async def relay(one: Relay) -> AsyncIterator[Relay]:
    """Listens at its address until the block is left."""
    one.heal()
    server = await asyncio.start_server(one._serve, one.host, one.port)
    try:
        yield one
    finally:
        server.close()
        await one.stop()
