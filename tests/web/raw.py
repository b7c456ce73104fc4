"""A client that writes bytes: for requests that no honest HTTP library sends."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.brainstorm.running import passing

PATIENCE = 30.0
"""seconds for what has to happen; never the time that a test measures"""


@dataclass
class Client:
    """One TCP connection; `got` is everything that the server sent."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    got: bytearray = field(default_factory=bytearray)
    ended: bool = False

    async def send(self, data: bytes) -> None:
        """Writes, unless the server has ended the connection."""
        if self.writer.is_closing():
            return
        with contextlib.suppress(ConnectionError):
            self.writer.write(data)
            await self.writer.drain()

    async def drip(self, data: bytes, every: float) -> None:
        """One byte after another, until the server ends the connection."""
        reading = asyncio.create_task(self.until_ended())
        for byte in data:
            if self.ended:
                break
            await self.send(bytes((byte,)))
            await passing(every)
        await reading

    async def answer(self) -> bytes:
        """The next response, read to the end of its body."""
        async with asyncio.timeout(PATIENCE):
            head = await self.reader.readuntil(b"\r\n\r\n")
            size = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
            body = await self.reader.readexactly(size)
        self.got += head + body
        return head + body

    async def until_ended(self) -> bytes:
        """Waits for the server to end the connection; returns all that it sent."""
        async with asyncio.timeout(PATIENCE):
            with contextlib.suppress(ConnectionError):
                while more := await self.reader.read(65_536):
                    self.got += more
        self.ended = True
        await self.close()
        return bytes(self.got)

    async def close(self) -> None:
        self.writer.close()
        with contextlib.suppress(ConnectionError, TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self.writer.wait_closed()


@contextlib.asynccontextmanager
async def connected(base: str, count: int) -> AsyncIterator[list[Client]]:
    """`count` connections, for as long as the block lasts."""
    async with having_sent(base, [b""] * count) as clients:
        yield clients


@contextlib.asynccontextmanager
async def having_sent(base: str, beginnings: Iterable[bytes]) -> AsyncIterator[list[Client]]:
    """One connection for each of `beginnings`, which it sends before the next one opens."""
    clients: list[Client] = []
    try:
        for beginning in beginnings:
            clients.append(await connect(base))
            await clients[-1].send(beginning)
        yield clients
    finally:
        for client in clients:
            await client.close()


async def connect(base: str) -> Client:
    at = urlsplit(base)
    assert at.hostname is not None
    return Client(*await asyncio.open_connection(at.hostname, at.port))


def get(path: str, *lines: str) -> bytes:
    """A whole request without a body."""
    return "\r\n".join([f"GET {path} HTTP/1.1", "host: 127.0.0.1", *lines, "", ""]).encode()


def post(path: str, body: bytes, size: int | None = None, kind: str = "application/json") -> bytes:
    """A request with a body; `size` is what its head says, if that is not the truth."""
    length = len(body) if size is None else size
    head = [f"POST {path} HTTP/1.1", "host: 127.0.0.1", f"content-type: {kind}", f"content-length: {length}", "", ""]
    return "\r\n".join(head).encode() + body
