"""A storm of bent frames: the server stays up and quick, the sender is closed with a named code, nobody else notices.

Most of it goes through `BoardPage`, frame by frame, with the real room, journal and database behind it: a socket
ends with its third bad frame, so over the network nearly all the time would go into opening sockets. A part goes over
real sockets, where the transport has its own ways to be attacked.
`SHORTLIST_FRAMES=1000000 pytest tests/brainstorm/test_fuzz.py -o timeout=0` runs the long version.
"""

import asyncio
import contextlib
import itertools
import os
import random
import secrets
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import cast

import pytest
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from board.brainstorm.engine.page import BoardPage
from board.brainstorm.engine.room import Room
from board.brainstorm.engine.rooms import Rooms
from board.live.transport.close_codes import Close
from board.live.transport.connection import MAX_BAD_FRAMES, Socket
from board.people import cookie
from board.protocol.roles import Role
from tests.brainstorm import wire
from tests.brainstorm.bystanders import honest, watched
from tests.brainstorm.clients import Browser
from tests.brainstorm.mischief import is_bad, script
from tests.brainstorm.running import eventually, passing
from tests.cast import Group

FRAMES = int(os.environ.get("SHORTLIST_FRAMES", "20000"))
SOCKETS = max(20, FRAMES // 1000)
SENDERS = 8
LONGEST = 60
"""frames of one sender"""
NAMED = {Close.BAD_FRAMES, Close.TOO_SLOW}

pytestmark = pytest.mark.timeout(60 + FRAMES // 200)


class Sender:
    """The server's side of a websocket whose other side sends a script, one frame in a turn of the loop."""

    def __init__(self, frames: Sequence[bytes | str]) -> None:
        self.scope: dict[str, object] = {"extensions": {}}
        self.frames = frames
        self.read = 0

    async def receive(self) -> dict[str, object]:
        await passing(0.0)
        if self.read == len(self.frames):
            # It stays a little, so that what was asked for is answered.
            await passing(0.03)
            return {"type": "websocket.disconnect", "code": 1005}
        frame = self.frames[self.read]
        self.read += 1
        return {"type": "websocket.receive", "text" if isinstance(frame, str) else "bytes": frame}

    async def send_bytes(self, data: bytes) -> None:
        wire.read(data)

    @property
    def bad(self) -> int:
        return sum(is_bad(frame) for frame in self.frames[: self.read])


async def storm(rooms: Rooms, room: Room, person: cookie.Person, seeds: Iterator[int], count: Counter[str]) -> None:
    """Sender after sender, until so many frames were read altogether."""
    while count["frames"] < FRAMES:
        seed = next(seeds)
        sender = Sender(script(random.Random(seed), random.Random(seed).randint(1, LONGEST)))
        code = await BoardPage(cast("Socket", sender), rooms, room, person, Role.PARTICIPANT).serve()
        count["frames"] += sender.read
        count[str(code)] += 1
        if sender.bad >= MAX_BAD_FRAMES:
            assert code in NAMED, f"seed {seed}: {code}"
        else:
            # pycrdt may find a vector senseless that has the right form; that ends its sender too.
            assert code in (None, Close.TOO_SLOW), f"seed {seed}: {code}"
            assert code is None or any(isinstance(one, bytes) and one[:2] == b"\0\0" for one in sender.frames), seed


async def test_a_storm_of_bent_frames_harms_nobody_else(grouping: Group) -> None:
    rooms = grouping.server.rooms
    room = await grouping.room()
    (value,) = grouping.browser("ben").http.cookies.values()
    person = cookie.identify(cast("cookie.Pass", cookie.read(value)), room.board.links)
    assert person is not None
    first = secrets.randbits(40)
    seeds, count, began = itertools.count(first), Counter[str](), time.monotonic()
    async with watched() as loop, honest(grouping) as people:
        await asyncio.gather(*(storm(rooms, room, person, seeds, count) for _ in range(SENDERS)))
        took = time.monotonic() - began
    print(
        f"{count['frames']} frames in {took:.1f} s, {count['frames'] / took:.0f}/s, ended with {dict(count)}; "
        f"longest turn {loop.longest * 1000:.0f} ms, slowest honest change {people.slowest * 1000:.0f} ms "
        f"of {people.done}; seeds from {first}"
    )
    assert count[str(Close.BAD_FRAMES)] > count["frames"] / 1000
    await eventually(lambda: len(room.connections) == 5)


async def ends(browser: Browser, frames: Sequence[bytes | str]) -> int | None:
    """Sends these over a real socket; how it was closed."""
    connection = await browser.dial()
    reading = asyncio.create_task(_discard(connection))
    with contextlib.suppress(ConnectionClosed):
        for frame in frames:
            await connection.send(frame)
        await connection.close()
    await connection.wait_closed()
    await reading
    return connection.close_code


async def _discard(connection: ClientConnection) -> None:
    with contextlib.suppress(ConnectionClosed):
        async for _ in connection:
            pass


async def test_over_a_real_socket_the_sender_reads_why_it_was_closed(grouping: Group) -> None:
    codes: Counter[int | None] = Counter()
    async with watched(), honest(grouping):
        for _ in range(SOCKETS):
            seed = secrets.randbits(40)
            frames = script(random.Random(seed), 20)
            code = await ends(grouping.browser("ben"), frames)
            codes[code] += 1
            bad = sum(map(is_bad, frames)) >= MAX_BAD_FRAMES
            # When the last frame is the third bad one, either side may close first.
            assert code in ({4400, 4408, 1000} if bad else {1000, 4408}), f"seed {seed}: {code}"
    assert codes[4400] >= SOCKETS // 10


async def test_a_sender_of_hostile_vectors_leaves_nothing_behind(grouping: Group) -> None:
    room = await grouping.room()
    hostile = wire.ask(b"\x01" + b"\xff" * 9 + b"\x7f\x01")
    for _ in range(5):
        await ends(grouping.browser("ben"), [hostile] * 4)
    await eventually(lambda: len(room.connections) == 4, within=5)
