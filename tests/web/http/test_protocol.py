"""What arrives before a request can be judged: bounded, and answered in HTTP."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.brainstorm.running import MovableClock, serving

FAR_TOO_MUCH = 4 * 1024 * 1024
LINE = b"x-more: " + b"x" * 1000 + b"\r\n"


async def answer(base: str, pieces: Iterable[bytes]) -> bytes:
    """Everything that comes back until the server closes; what is sent after that is lost."""
    at = urlsplit(base)
    reader, writer = await asyncio.open_connection(at.hostname, at.port)
    try:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
    except ConnectionError:
        pass
    async with asyncio.timeout(10):
        try:
            return await reader.read(100_000)
        except ConnectionError:
            return b""
        finally:
            writer.close()


@pytest.mark.parametrize("start", [b"GET /health HTTP/1.1\r\nhost: a\r\n", b"GET /" + b"a" * 900])
async def test_a_head_without_an_end_is_cut_off(
    start: bytes, database: Path, clock: MovableClock, front_end: Path
) -> None:
    line = LINE if start.endswith(b"\r\n") else b"a" * 1000
    sent = 0

    def endless() -> Iterable[bytes]:
        nonlocal sent
        yield start
        while sent < FAR_TOO_MUCH:
            sent += len(line)
            yield line

    async with serving(database, clock) as server:
        came = await answer(server.base, endless())
        assert came == b"" or came.startswith(b"HTTP/1.1 400")
        assert sent < FAR_TOO_MUCH, "it was let go on to the end"


async def test_a_head_as_long_as_browsers_send_is_read_and_so_is_the_next(
    database: Path, clock: MovableClock, front_end: Path
) -> None:
    async with serving(database, clock) as server, httpx.AsyncClient(base_url=server.base, timeout=60) as browser:
        for _ in range(4):
            assert (await browser.get("/health", headers={"x-more": "x" * 40_000})).text == "ok"
