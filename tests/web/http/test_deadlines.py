"""Connections that never finish a request, or never take a response, end; slow but honest ones are served."""

import json
import logging
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from board.web.http import Limits
from board.words import say
from tests.brainstorm.database import rows
from tests.brainstorm.running import MovableClock, Server, eventually, passing, serving
from tests.web.raw import connect, connected, get, having_sent, post

# A client that a busy machine keeps from reading for as long as `linger` finds its answer lost with the connection.
QUICK = Limits(head=0.5, body=0.5, slowest=10**9, linger=1.5, sweep=0.05)
LATE = say("page-too-slow").encode()
CHUNKED = post("/api/boards", b"").replace(b"content-length: 0", b"transfer-encoding: chunked")

BEGUN = {
    "an empty line": b"\r\n",
    "half a request line": b"GET /hea",
    "half a head": b"POST /api/boards HTTP/1.1\r\nhost: a\r\ncontent-length: 3",
    "half a form": post("/boards", b"question=Wh", 70, "application/x-www-form-urlencoded"),
    "half a JSON body": post("/api/boards", b'{"question"', 60),
    "no body where one was announced": post("/from-ideas", b"", 5_000_000),
    "half a command": post("/api/boards/none/commands", b'{"do": "', 90),
    "a body without its last chunk": CHUNKED + b'5\r\n{"que\r\n',
    "half a second request": get("/health") + b"GET / HTTP/1.1\r\nhost",
}


async def test_what_never_becomes_a_request_ends(
    database: Path, clock: MovableClock, front_end: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving(database, clock, QUICK) as server:
        # A connection that says nothing for as long as `head` ends without a response, so none waits for the others.
        async with having_sent(server.base, BEGUN.values()) as clients:
            for what, client in zip(BEGUN, clients, strict=True):
                answer = await client.until_ended()
                assert what == "half a second request" or answer.startswith(b"HTTP/1.1 408"), (what, answer)
        await eventually(lambda: len(server.connections) == 0)
    assert [one.levelname for one in caplog.records if one.levelno >= logging.ERROR] == []


async def test_a_silent_connection_ends_without_a_word(database: Path, clock: MovableClock, front_end: Path) -> None:
    async with serving(database, clock, QUICK) as server, connected(server.base, 7) as clients:
        for client in clients:
            assert await client.until_ended() == b""
        await eventually(lambda: len(server.connections) == 0)


@pytest.mark.parametrize("head", [b"GET /health HTTP/1.1\r\nx-more: " + b"x" * 4000, post("/boards", b"q" * 4000)])
async def test_a_byte_now_and_then_gains_no_time(
    head: bytes, database: Path, clock: MovableClock, front_end: Path
) -> None:
    async with serving(database, clock, QUICK) as server, connected(server.base, 1) as (client,):
        # All of it would take two minutes.
        await client.drip(head, every=0.03)
        assert client.got.startswith(b"HTTP/1.1 408")
        assert client.got.endswith(LATE)


async def test_a_body_that_goes_on_after_its_refusal_ends_too(
    database: Path, clock: MovableClock, front_end: Path
) -> None:
    async with serving(database, clock, QUICK) as server, connected(server.base, 1) as (client,):
        await client.send(post("/boards", b"", 50_000_000))
        assert (await client.answer()).startswith(b"HTTP/1.1 413")
        await client.drip(b"x" * 4000, every=0.03)
        assert b"408" not in client.got, "one request has one answer"


async def test_a_slow_upload_has_the_time_that_its_size_needs(
    database: Path, clock: MovableClock, front_end: Path
) -> None:
    body = json.dumps({"question": "How slow may it be?", "problem": "p" * 590}).encode()
    limits = replace(QUICK, slowest=len(body) / 40)
    async with serving(database, clock, limits) as server, connected(server.base, 1) as (client,):
        await client.send(post("/api/boards", body[:200], len(body)))
        # Several times what a body without a size would get.
        for at in range(200, len(body), 30):
            await passing(0.2)
            await client.send(body[at : at + 30])
        assert (await client.answer()).startswith(b"HTTP/1.1 201")
    assert len(rows(server.file, "SELECT id FROM boards")) == 1


async def test_a_page_that_rests_between_two_requests_is_kept(
    database: Path, clock: MovableClock, front_end: Path
) -> None:
    async with serving(database, clock, QUICK) as server, connected(server.base, 1) as (client,):
        for _ in range(2):
            await client.send(get("/health"))
            assert (await client.answer()).endswith(b"ok")
            await passing(4 * QUICK.head)
        await client.send(get("/health"))
        assert (await client.answer()).endswith(b"ok")


async def big(server: Server, static: Path, megabytes: int) -> str:
    """The address of a file that is larger than what the system keeps for a client."""
    (static / "assets" / "big.bin").write_bytes(bytes(range(256)) * 4096 * megabytes)
    return "/static/assets/big.bin"


@pytest.mark.parametrize("lines", [[], ["connection: close"]])
async def test_a_response_that_nobody_takes_ends(
    lines: list[str], database: Path, clock: MovableClock, front_end: Path
) -> None:
    async with serving(database, clock, QUICK) as server:
        path = await big(server, front_end, 24)
        client = await connect(server.base)
        client.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.writer.transport.pause_reading()  # type: ignore[attr-defined]
        await client.send(get(path, *lines))
        await eventually(lambda: len(server.connections) == 1)
        await eventually(lambda: len(server.connections) == 0, within=30)
        await client.close()


async def test_a_response_that_is_taken_slowly_arrives(database: Path, clock: MovableClock, front_end: Path) -> None:
    async with serving(database, clock, replace(QUICK, slowest=200_000)) as server:
        path = await big(server, front_end, 12)
        client = await connect(server.base)
        await client.send(get(path))
        size = 0
        while size < 12 * 1024 * 1024:
            # Twice as long as a response without a size would get.
            await passing(0.1)
            size += len(await client.reader.read(1_200_000))
        await client.close()
