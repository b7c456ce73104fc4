"""The way out: one frame for all, both ways of sending it, packed states, ticks, and readers that do not read."""

import asyncio
import random
import uuid
import zlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from websockets.asyncio.client import connect
from websockets.extensions.permessage_deflate import PerMessageDeflate
from websockets.frames import Frame as Parsed
from websockets.streams import StreamReader
from websockets.typing import Origin

from board.live.deflate import compress
from board.live.framing import Close, Frame
from board.live.protocol import FrameProtocol
from board.live.send_queue import MOST_WAITING, PATIENCE, Direct
from tests.cast import Group, gather
from tests.sync.clients import draft
from tests.sync.running import MovableClock, eventually, serving

WAYS = {"frames": FrameProtocol, "asgi": "websockets-sansio"}


@pytest.fixture(params=WAYS)
async def people(
    request: pytest.FixtureRequest,
    database: Path,
    clock: MovableClock,
    front_end: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Group]:
    """A group on our own protocol class, and on one that knows nothing of ready frames."""
    monkeypatch.setattr("board.server.FrameProtocol", WAYS[request.param])
    async with serving(database, clock) as server, gather(server) as group:
        yield group


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536, 200_000])
@pytest.mark.parametrize("packed", [False, True])
def test_a_frame_is_what_the_websocket_library_reads(size: int, packed: bool) -> None:
    payload = (b"idea " * (size // 5 + 1))[:size]
    frame = Frame(payload)
    reader = StreamReader()
    reader.feed_data(frame.packed if packed else frame.wire)
    steps = Parsed.parse(reader.read_exact, mask=False, extensions=[PerMessageDeflate(True, True, 15, 15)])
    with pytest.raises(StopIteration) as ended:
        next(steps)
    read = ended.value.value
    assert (read.opcode, read.fin, bytes(read.data)) == (2, True, payload)
    if size > 4096:
        assert len(frame.packed) < len(frame.wire) / 10


async def test_both_ways_carry_a_whole_session(people: Group) -> None:
    await people.goes("diverge")
    for number in range(12):
        await (people.pia if number % 2 else people.ben).write(f"idea {number}")
    await people.goes("cluster")
    for tab in (people.fay, people.ben, people.olu):
        assert len(tab.root("ideas")) == 12


async def test_a_large_state_comes_packed_to_who_asked_for_it(group: Group) -> None:
    await group.goes("diverge")
    for number in range(40):
        await group.pia.write(f"{number} " + "housing " * 60)
    await group.goes("reveal")
    address = f"{group.server.base.replace('http', 'ws')}/boards/{group.board}/live"
    sizes = {}
    for compression in ("deflate", None):
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in group.browsers["ben"].http.cookies.items())}
        async with connect(
            address,
            compression=compression,
            additional_headers=headers,
            origin=Origin(group.server.base),
        ) as socket:
            await socket.recv()
            await socket.send(b"\0\0\1\0")
            state = b""
            while not state.startswith(b"\0\1"):
                message = await socket.recv()
                assert isinstance(message, bytes)
                state = message
            sizes[compression] = len(state)
            assert (socket.protocol.extensions != []) is (compression == "deflate")
    assert sizes["deflate"] == sizes[None] > 20_000


async def test_changes_of_one_tick_leave_as_one_frame(people: Group) -> None:
    written = await people.writes(20)
    await people.goes("cluster")
    before = len(people.ben.frames)
    room = await people.room()
    room.free_at = asyncio.get_running_loop().time() + 0.3
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


async def test_a_joiner_gets_the_state_and_every_change_since(group: Group) -> None:
    await group.writes(30)
    await group.goes("cluster")
    room = await group.room()
    groups = [str(uuid.uuid4()) for _ in range(30)]
    for key in groups:
        await group.pia.ok("name_cluster", cluster=key, name="first name")
    for number, key in enumerate(groups):
        name = f"{number} changed " + "long " * (20 if number % 7 == 0 else 1)
        await group.pia.ok("name_cluster", cluster=key, name=name)
        late = await group.browsers["olu"].open()
        await late.until(lambda tab: len(tab.root("ideas")) == 30)
        await late.until(lambda tab: tab.root("clusters") == room.board.canvas.root("clusters"))
        await late.close()


class Stalled(FrameProtocol):
    """A transport whose reader takes nothing."""

    def __init__(self) -> None:
        self.held = 0
        self.code: int | None = None

    gone = property(lambda self: self.code is not None)

    def write(self, frame: Frame) -> None:
        self.held += len(frame.wire)
        self.stuck = True

    def waiting(self) -> int:
        return self.held

    def cut(self, code: int) -> None:
        self.code = code


def test_who_lets_a_megabyte_wait_is_cut_beyond_the_state_it_asked_for() -> None:
    wire = Stalled()
    out = Direct(wire, lambda: None)
    out.offer(Frame(b"x" * 3 * MOST_WAITING), asked=True)
    out.offer(Frame(b"x" * (MOST_WAITING // 2)))
    assert not out.ended
    out.offer(Frame(b"x" * (MOST_WAITING // 2)))
    assert wire.code == Close.TOO_SLOW


def test_who_takes_nothing_for_ten_seconds_is_cut_and_who_takes_a_little_is_not() -> None:
    wire = Stalled()
    out = Direct(wire, lambda: None)
    out.offer(Frame(b"x" * 1000))
    for second in range(int(PATIENCE)):
        out.tend(float(second))
    assert not out.ended
    wire.held -= 10
    out.tend(PATIENCE)
    out.tend(2 * PATIENCE - 1)
    assert not out.ended
    out.tend(2 * PATIENCE)
    assert wire.code == Close.TOO_SLOW


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
        target.out.offer(Frame(b"\0\2\0" + b"x" * 200_000))
    assert target.out.ended, "so much is not kept for anybody"
    await eventually(lambda: len(room.connections) < many)
    await people.pia.do("edit_idea", idea=written[0].id, text="still here", secret=written[0].secret)
    await people.released()
    await people.olu.until(lambda tab: "still here" in tab.root("ideas").values())
    stopped.abort()


async def test_who_waits_to_ask_again_learns_that_the_reader_is_gone() -> None:
    wire = Stalled()
    out = Direct(wire, lambda: None)
    await out.ask()
    again = asyncio.create_task(out.ask())
    done, _ = await asyncio.wait({again}, timeout=0.01)
    assert not done, "one state at a time"
    assert wire.on_lost is not None
    wire.on_lost()
    await asyncio.wait_for(again, 5)


async def test_mere_counts_come_to_all_in_one_frame_that_says_nothing_of_anybody(group: Group) -> None:
    await group.goes("diverge")
    await group.pia.until(lambda tab: tab.notice["you"]["used"] == 0 and tab.phase == "diverge")
    second = await group.browsers["pia"].open()
    before = len(group.ben.frames)
    await group.pia.write("one more")
    await group.ben.until(lambda tab: tab.notice["counts"]["ideas"] == 1)
    await second.until(lambda tab: tab.notice["you"]["used"] == 1)
    news = [frame for frame in group.ben.frames[before:] if frame[0] == 102]
    assert news
    assert all(b'"counts"' in frame and b'"you"' not in frame for frame in news)
    assert group.ben.notice["you"]["used"] == 0


def test_a_state_that_changed_a_little_is_compressed_anew_only_where_it_changed() -> None:
    chance = random.Random(5)
    text = chance.randbytes(400_000).hex().encode()
    before = compress(text)
    for at in (0, 300_000, len(text) - 1):
        changed = text[:at] + b"a word more" + text[at + 1 :]
        after = compress(changed, before)
        assert zlib.decompress(after.message + b"\0\0\xff\xff\3\0", -15) == changed
        assert len({small for _, small in after.pieces} - {small for _, small in before.pieces}) <= 2


def test_what_was_taken_out_of_a_state_is_in_nothing_that_is_sent() -> None:
    parts = [str(number).encode() * 9000 for number in range(20)]
    before = compress(b"".join(parts))
    without = b"".join(parts[:7] + parts[9:])
    message = compress(without, before).message
    assert zlib.decompress(message + b"\0\0\xff\xff\3\0", -15) == without
    assert all(small not in message for end, small in before.pieces if before.payload[end - 100 : end] not in without)


async def test_who_asks_at_once_is_told_first_where_the_board_stands(group: Group) -> None:
    room = await group.room()
    room.free_at = asyncio.get_running_loop().time() + 0.3
    headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in group.browsers["ben"].http.cookies.items())}
    address = f"{group.server.base.replace('http', 'ws')}/boards/{group.board}/live"
    async with connect(address, additional_headers=headers, origin=Origin(group.server.base)) as socket:
        await socket.send(b"\0\0\1\0")
        came = [await socket.recv(decode=False) for _ in range(2)]
    assert [frame[0] for frame in came] == [102, 0]
