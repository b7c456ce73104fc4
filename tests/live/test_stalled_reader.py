"""A reader that stops reading slows nobody else down, has little buffered for it, and comes back by itself.

`SHORTLIST_READERS=100 pytest tests/live/test_stalled_reader.py -o timeout=0` runs the long version.
"""

import asyncio
import contextlib
import itertools
import os
import re
import socket
import statistics
import time
from collections.abc import AsyncIterator

import pytest
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from board.live.transport.frame import Frame
from board.live.transport.send_queue import MAX_BUFFERED
from tests.brainstorm import wire
from tests.brainstorm.comeback import Page
from tests.brainstorm.running import eventually, passing
from tests.cast import Group

READERS = int(os.environ.get("SHORTLIST_READERS", "20"))
FULL = READERS >= 100
EVERY = 0.05
"""seconds between two changes, each of 4 kB"""
BEFORE = 10.0 if FULL else 3.0
CUT = 10.0
SLACK = 1.5
"""seconds of tolerance: the test polls, on a machine that may be busy"""
CHANGE = re.compile(rb"change (\d{6})")

pytestmark = pytest.mark.timeout(120)


class Reader:
    """A light page: notes how long each change took to come, and keeps no document."""

    def __init__(self, connection: ClientConnection, sent: dict[int, float]) -> None:
        self.took: list[tuple[float, float]] = []
        """when it came, and after how many seconds"""
        self._connection = connection
        self._sent = sent

    async def reads(self) -> None:
        await self._connection.send(wire.ask(b"\0"))
        with contextlib.suppress(ConnectionClosed):
            async for frame in self._connection:
                assert isinstance(frame, bytes)
                if frame[:2] != bytes((wire.SYNC, wire.UPDATE)):
                    continue
                now = time.monotonic()
                for number in map(int, CHANGE.findall(frame)):
                    self.took.append((now, now - self._sent[number]))


class Board:
    """Fay keeps changing the question of the board while readers read."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.sent: dict[int, float] = {}
        self.readers: list[Reader] = []

    async def changes(self) -> None:
        for number in itertools.count(1):
            self.sent[number] = time.monotonic()
            text = f"change {number:06} " + "\U0001f3d8" * 580
            await self.group.fay.ok("change_settings", problem=text, constraint="\U0001f3d8" * (400 + number % 2))
            await passing(EVERY)

    def p95(self, since: float, until: float) -> float:
        """Seconds from a command to a reader, over all that came in this time."""
        took = [took for one in self.readers for at, took in one.took if since <= at < until]
        assert len(took) > READERS * 10
        return statistics.quantiles(took, n=20)[-1]


@pytest.fixture
async def board(group: Group) -> AsyncIterator[Board]:
    board = Board(group)
    connections = []
    for _ in range(READERS):
        connections.append(await (await group.newcomer("watch")).dial())
        board.readers.append(Reader(connections[-1], board.sent))
    tasks = [asyncio.create_task(one.reads()) for one in board.readers]
    tasks.append(asyncio.create_task(board.changes()))
    yield board
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for connection in connections:
        connection.transport.abort()
        await connection.wait_closed()


async def test_the_others_do_not_notice_and_it_is_back_by_itself(board: Board) -> None:
    group = board.group
    page = Page(await group.newcomer())
    await page.opens()
    assert page.tab is not None
    await page.tab.until(lambda tab: tab.phase == "lobby" and tab.synced)
    out, stalled = await group.way_out(page.browser), page.tab.socket.transport
    stalled.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    await eventually(lambda: len(board.sent) > 5)
    began = time.monotonic()
    await passing(BEFORE)
    stalled.pause_reading()
    stopped, waits_since, most = time.monotonic(), 0.0, 0
    async with asyncio.timeout(40):
        while not out.closed:
            waiting = out._protocol.buffered()
            if waiting and not waits_since:
                waits_since = time.monotonic()
            most = max(most, waiting)
            await passing(0.01)
    cut = time.monotonic()
    before, beside = board.p95(began, stopped), board.p95(stopped, cut)
    print(
        f"{READERS} readers: p95 {before * 1000:.1f} ms before, {beside * 1000:.1f} ms beside a stalled one; "
        f"{most / 1024:.0f} kB held, seen after {waits_since - stopped:.1f} s, cut {cut - waits_since:.1f} s later"
    )
    assert 0 < most <= MAX_BUFFERED
    assert cut - waits_since <= CUT + SLACK
    assert beside <= (before + 0.01 if FULL else 3 * before + 0.1)
    # Its page reads again, learns that it was cut, and comes back as any page does.
    stalled.resume_reading()
    awake = time.monotonic()
    await page.comes_back()
    assert page.back_at - awake < 8, "nothing is sent any more that the reader does not take"
    newest = max(board.sent)
    await page.tab.until(lambda tab: int(str(tab.meta("problem"))[7:13]) > newest)
    await page.tab.close()


async def test_little_is_kept_for_it_out_of_sight(group: Group) -> None:
    """What the kernel buffers for a socket is memory of this machine too, and hides which reader has stopped."""
    stalled = group.ben.socket.transport
    stalled.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    stalled.pause_reading()
    out = await group.way_out(group.browser("ben"))
    offered, piece = 0, Frame(b"\0\2\0" + b"x" * 20_000)
    while out._protocol.buffered() == 0 and offered < 20 * MAX_BUFFERED:
        out.send(piece)
        offered += len(piece.encoded)
        await passing(0.005)
    assert offered < MAX_BUFFERED
    assert out.fast_path is None, "it is blocked from the first byte that it leaves, or it would never time out"
    stalled.abort()
