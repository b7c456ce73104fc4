"""A storm of bent frames: the server stays up and quick, the sender is closed with a named code, nobody else notices.

The mass goes through `socket.serve`, frame by frame, with the real room, committer and database behind it: a socket
ends with its third bad frame, so over the network nearly all the time would go into opening sockets. A part goes over
real sockets, where the transport has its own ways to be attacked.
`SHORTLIST_FRAMES=1000000 pytest tests/sync/test_fuzz.py -o timeout=0` runs the long version.
"""

import asyncio
import base64
import contextlib
import functools
import gc
import itertools
import os
import random
import secrets
import time
import uuid
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import cast

import pytest
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from board.people import cookie
from board.people.roles import Role
from board.sync import room as room_of
from board.sync import socket
from board.sync.frames import Close
from board.sync.outgoing import Direct
from board.sync.room import Room
from board.sync.rooms import Rooms
from board.sync.turn import Limits
from tests.cast import Group
from tests.sync import wire
from tests.sync.clients import Browser, Tab
from tests.sync.mischief import is_bad, script
from tests.sync.running import eventually, passing

FRAMES = int(os.environ.get("SHORTLIST_FRAMES", "20000"))
SOCKETS = max(20, FRAMES // 1000)
SENDERS = 8
LONGEST = 60
"""frames of one sender"""
STALL = 0.1
"""seconds of the event loop's own computing time in one turn: what others do on the machine does not count"""
BEATS = 0.002
NAMED = {Close.BAD_FRAMES, Close.TOO_SLOW}

pytestmark = pytest.mark.timeout(60 + FRAMES // 200)


class Loop:
    """Watches the event loop: the longest that anything kept it to itself."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def watch(self) -> None:
        never = asyncio.get_running_loop().create_future()
        while True:
            before = time.thread_time()
            await asyncio.wait({never}, timeout=BEATS)
            self.longest = max(self.longest, time.thread_time() - before)


@contextlib.asynccontextmanager
async def watched() -> AsyncIterator[Loop]:
    loop = Loop()
    # The tests keep every byte that anybody ever got; walking through all that is not the server's work.
    gc.disable()
    task = asyncio.create_task(loop.watch())
    try:
        yield loop
        assert loop.longest <= STALL
    finally:
        gc.enable()
        task.cancel()


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
        code = await socket.serve(cast("socket.Wire", sender), rooms, room, person, Role.PARTICIPANT)
        count["frames"] += sender.read
        count[str(code)] += 1
        if sender.bad >= socket.MOST_BAD:
            assert code in NAMED, f"seed {seed}: {code}"
        else:
            # pycrdt may find a vector senseless that has the right form; that ends its sender too.
            assert code in (None, Close.TOO_SLOW), f"seed {seed}: {code}"
            assert code is None or any(isinstance(one, bytes) and one[:2] == b"\0\0" for one in sender.frames), seed


class Honest:
    """Pia names a group again and again while it storms, and Olu reads along."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.slowest = 0.0
        self.done = 0
        self.own = str(uuid.uuid4())

    async def works(self) -> None:
        pia, olu, own = self.group.pia, self.group.olu, self.own
        while True:
            name, began = f"honest {self.done}", time.monotonic()
            await pia.ok("name_cluster", cluster=own, name=name)
            await olu.until(functools.partial(_named, own, name))
            self.slowest = max(self.slowest, time.monotonic() - began)
            self.done += 1
            await passing(0.02)


def _named(cluster: str, name: str, tab: Tab) -> bool:
    return bool(tab.root("clusters").get(cluster, {}).get("name") == name)


@contextlib.asynccontextmanager
async def honest(group: Group) -> AsyncIterator[Honest]:
    """Works beside the block; afterwards everybody sees the same, and no forged word."""
    people = Honest(group)
    working = asyncio.create_task(people.works())
    try:
        yield people
        # However short it was: they go on until they have done something.
        await eventually(lambda: people.done or working.done())
        assert not working.done() or working.result()
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
    # The same group as before: the storm may have made all others that there is room for.
    await group.pia.ok("name_cluster", cluster=people.own, name="the storm is over")
    late = await group.browser("olu").open()
    for tab in (group.olu, group.pia, group.fay):
        await tab.until(lambda tab: "the storm is over" in str(tab.root("clusters")))
        assert tab.all() == late.all()
    assert b"a forged idea" not in late.frames[-1]
    assert list(late.root("ideas").values()) == ["the only idea"]


@pytest.fixture
async def board(group: Group, monkeypatch: pytest.MonkeyPatch) -> Group:
    """A board on which people group, and where nobody is slowed down: bounds are other tests' matter."""
    await group.goes("diverge")
    await group.pia.write("the only idea")
    await group.goes("cluster")
    monkeypatch.setattr(group.server.rooms, "limits", Limits(burst=10**6, per_second=10**6))
    monkeypatch.setattr(room_of, "MOST_SOCKETS", 1000)
    return group


async def test_a_storm_of_bent_frames_harms_nobody_else(board: Group) -> None:
    rooms = board.server.rooms
    room = await rooms.find(board.board)
    assert room is not None
    (value,) = board.browser("ben").http.cookies.values()
    person = cookie.identify(cast("cookie.Pass", cookie.read(value)), room.board.links)
    assert person is not None
    first = secrets.randbits(40)
    seeds, count, began = itertools.count(first), Counter[str](), time.monotonic()
    async with watched() as loop, honest(board) as people:
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


async def test_over_a_real_socket_the_sender_reads_why_it_was_closed(board: Group) -> None:
    codes: Counter[int | None] = Counter()
    async with watched(), honest(board):
        for _ in range(SOCKETS):
            seed = secrets.randbits(40)
            frames = script(random.Random(seed), 20)
            code = await ends(board.browser("ben"), frames)
            codes[code] += 1
            bad = sum(map(is_bad, frames)) >= socket.MOST_BAD
            # Who closes first wins when the last frame is the third bad one.
            assert code in ({4400, 4408, 1000} if bad else {1000, 4408}), f"seed {seed}: {code}"
    assert codes[4400] >= SOCKETS // 10


def masked(first: int, payload: bytes, size: int | None = None) -> bytes:
    """A client's frame as bytes (RFC 6455, section 5.2), masked with zeros. `size`: the length that it claims."""
    size = len(payload) if size is None else size
    if size < 126:
        head = bytes((first, 0x80 | size))
    elif size < 1 << 16:
        head = bytes((first, 0xFE)) + size.to_bytes(2)
    else:
        head = bytes((first, 0xFF)) + size.to_bytes(8)
    return head + bytes(4) + payload


def squeezed(size: int) -> bytes:
    """A compressed message that is so large when it is opened."""
    deflate = zlib.compressobj(9, wbits=-15)
    return (deflate.compress(bytes(size)) + deflate.flush(zlib.Z_SYNC_FLUSH))[:-4]


RAW = {
    "text that is none": masked(0x81, b"\xff\xfe\xfd") * 3,
    "a length beyond all": masked(0x82, b"", size=2**62),
    "a little too long, and sent": masked(0x82, b"x" * 65_537),
    "much too long, and sent": masked(0x82, b"x" * 4_000_000),
    "not masked": b"\x82\x02ab",
    "an unknown kind of frame": masked(0x83, b"ab"),
    "a reserved bit": masked(0xA2, b"ab"),
    "a long ping": masked(0x89, b"x" * 126),
    "empty pieces without end": masked(0x02, b"") + masked(0x00, b"") * 30_000,
    "pieces that are too much together": masked(0x02, b"x" * 60_000) + masked(0x80, b"x" * 60_000),
    "a piece of nothing": masked(0x80, b"x"),
    "thousands of tiny frames": masked(0x82, b"\x4d") * 40_000,
    "a compressed bomb": masked(0xC2, squeezed(50_000_000)),
    "compressed nonsense": masked(0xC2, b"\xff" * 40),
}


async def _until_closed(reader: asyncio.StreamReader) -> bytes:
    """All bytes up to a close frame, or the end."""
    got = b""
    while more := await reader.read(65_536):
        got += more
        if got[-4:-2] == b"\x88\x02":
            break
    return got


async def raw(board: Group, data: bytes) -> bytes:
    """Writes bytes to a socket past the handshake; everything that came back."""
    host, port = board.server.base.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    browser = board.browser("ben")
    writer.write(
        f"GET /boards/{board.board}/live HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: {board.server.base}\r\n"
        f"Cookie: {browser.cookies()}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Key: {base64.b64encode(bytes(16)).decode()}\r\n"
        f"Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover\r\n\r\n".encode()
    )
    assert b"101 Switching" in await reader.readuntil(b"\r\n\r\n")
    got = asyncio.create_task(_until_closed(reader))
    try:
        writer.write(data)
        with contextlib.suppress(ConnectionError):
            await writer.drain()
        return await got
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


async def test_what_is_no_message_ends_its_sender_by_name(board: Group) -> None:
    ended = b"\x88\x02" + int(Close.BAD_FRAMES).to_bytes(2)
    async with watched(), honest(board):
        answers = await asyncio.gather(*(asyncio.wait_for(raw(board, data), 40) for data in RAW.values()))
    for what, answer in zip(RAW, answers, strict=True):
        assert answer.endswith(ended), (what, answer[-40:])


async def test_a_heap_of_tiny_frames_is_read_in_slices(board: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    whole = WebSocketsSansIOProtocol.data_received

    def noted(self: WebSocketsSansIOProtocol, data: bytes) -> None:
        sizes.append(len(data))
        whole(self, data)

    monkeypatch.setattr(WebSocketsSansIOProtocol, "data_received", noted)
    await raw(board, RAW["thousands of tiny frames"])
    assert 0 < max(sizes) <= 8192, "others have their turn in between"


async def test_a_sender_of_hostile_vectors_leaves_nothing_behind(board: Group) -> None:
    room = await board.server.rooms.find(board.board)
    assert room is not None
    hostile = wire.ask(b"\x01" + b"\xff" * 9 + b"\x7f\x01")
    for _ in range(5):
        await ends(board.browser("ben"), [hostile] * 4)
    await eventually(lambda: len(room.connections) == 4, within=5)


async def test_pings_to_a_sender_who_reads_nothing_are_not_all_answered(board: Group) -> None:
    socket_ = await board.browser("ben").dial()
    room = await board.server.rooms.find(board.board)
    assert room is not None
    await eventually(lambda: len(room.connections) == 5)
    (out,) = [one.out for one in room.connections if isinstance(one.out, Direct) and not one.asked]
    socket_.transport.pause_reading()
    most = 0
    for _ in range(200):
        socket_.transport.write(masked(0x89, b"x" * 125) * 500)
        await passing(0.005)
        most = max(most, out._wire.waiting())
    socket_.transport.abort()
    assert 0 < most < 200_000
