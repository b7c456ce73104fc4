"""The send queue: both transports carry a whole visit, and a reader that does not read is disconnected."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from board.live.transport.close_codes import Close
from board.live.transport.frame import Frame
from board.live.transport.protocol import FrameProtocol
from board.live.transport.send_queue import MAX_BUFFERED, TIMEOUT, TransportSendQueue
from tests.brainstorm.clients import draft
from tests.brainstorm.running import MovableClock, eventually, serving
from tests.cast import Group, gather

WAYS = {"frames": FrameProtocol, "asgi": "websockets-sansio"}


@pytest.fixture(params=WAYS)
async def people(
    request: pytest.FixtureRequest,
    database: Path,
    clock: MovableClock,
    front_end: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Group]:
    """A group on our own protocol class, and on one without encoded frames."""
    monkeypatch.setattr("board.server.FrameProtocol", WAYS[request.param])
    async with serving(database, clock) as server, gather(server) as group:
        yield group


async def test_both_ways_carry_a_whole_session(people: Group) -> None:
    await people.goes("diverge")
    for number in range(12):
        await (people.pia if number % 2 else people.ben).write(f"idea {number}")
    await people.goes("cluster")
    for tab in (people.fay, people.ben, people.olu):
        assert len(tab.root("ideas")) == 12


async def test_changes_of_one_tick_leave_as_one_frame(people: Group) -> None:
    written = await people.writes(20)
    await people.goes("cluster")
    before = len(people.ben.frames)
    room = await people.room()
    room.inbox.free_at = asyncio.get_running_loop().time() + 0.3
    requests = [
        await people.pia.send("place_idea", idea=idea.id, cluster=None, rank=f"{number:02}V")
        for number, idea in enumerate(written)
    ]
    for request in requests:
        assert (await people.pia.answer(request))["answer"] == "ok"
    ranks = {f"{number:02}V" for number in range(20)}
    await people.ben.until(lambda tab: {place["rank"] for place in tab.root("places").values()} == ranks)
    changes = [frame for frame in people.ben.frames[before:] if frame[:2] == b"\0\2"]
    assert len(changes) == 1


class Stalled(FrameProtocol):
    """A transport whose reader takes nothing."""

    def __init__(self) -> None:
        self.held = 0
        self.code: int | None = None

    closed = property(lambda self: self.code is not None)

    def write(self, frame: Frame) -> None:
        self.held += len(frame.encoded)
        self.blocked = True

    def buffered(self) -> int:
        return self.held

    def close(self, code: int) -> None:
        self.code = code


def test_who_lets_a_megabyte_wait_is_cut_beyond_the_state_it_asked_for() -> None:
    protocol = Stalled()
    out = TransportSendQueue(protocol, lambda: None)
    out.send(Frame(b"x" * 3 * MAX_BUFFERED), reserved=True)
    out.send(Frame(b"x" * (MAX_BUFFERED // 2)))
    assert not out.closed
    out.send(Frame(b"x" * (MAX_BUFFERED // 2)))
    assert protocol.code == Close.TOO_SLOW


def test_who_takes_nothing_for_ten_seconds_is_cut_and_who_takes_a_little_is_not() -> None:
    protocol = Stalled()
    out = TransportSendQueue(protocol, lambda: None)
    out.send(Frame(b"x" * 1000))
    for second in range(int(TIMEOUT)):
        out.check_timeout(float(second))
    assert not out.closed
    protocol.held -= 10
    out.check_timeout(TIMEOUT)
    out.check_timeout(2 * TIMEOUT - 1)
    assert not out.closed
    out.check_timeout(2 * TIMEOUT)
    assert protocol.code == Close.TOO_SLOW


async def test_a_reader_that_stops_reading_is_cut_and_the_others_go_on(people: Group) -> None:
    await people.goes("diverge")
    written = [draft(f"{number} " + "x" * 900) for number in range(60)]
    for idea in written:
        assert await people.pia.add(idea) == "ok"
    await people.goes("reveal")
    stopped = people.ben.socket.transport
    stopped.pause_reading()
    room = await people.room()
    many = len(room.connections)
    cookie = people.browsers["ben"].http.cookies[f"board_{people.board}"]
    target = next(one for one in room.connections if cookie.startswith(one.person.token))
    for _ in range(80):
        target.out.send(Frame(b"\0\2\0" + b"x" * 200_000))
    assert target.out.closed, "so much is not kept for anybody"
    await eventually(lambda: len(room.connections) < many)
    await people.pia.do("edit_idea", idea=written[0].id, text="still here", secret=written[0].secret)
    await people.released()
    await people.olu.until(lambda tab: "still here" in tab.root("ideas").values())
    stopped.abort()


async def test_who_waits_to_ask_again_learns_that_the_reader_is_gone() -> None:
    protocol = Stalled()
    out = TransportSendQueue(protocol, lambda: None)
    await out.reserve()
    again = asyncio.create_task(out.reserve())
    done, _ = await asyncio.wait({again}, timeout=0.01)
    assert not done, "one state at a time"
    assert protocol.on_lost is not None
    protocol.on_lost()
    await asyncio.wait_for(again, 5)
