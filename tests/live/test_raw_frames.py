"""Bytes that are not messages: the sender reads why it was closed, input is parsed in slices, and pings are bounded."""

import asyncio

import pytest
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from board.live.transport.close_codes import Close
from board.live.transport.send_queue import TransportSendQueue
from tests.brainstorm.beneath import masked, raw, squeezed
from tests.brainstorm.bystanders import honest, watched
from tests.brainstorm.running import eventually, passing
from tests.cast import Group

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

pytestmark = pytest.mark.timeout(160)


async def test_what_is_no_message_ends_its_sender_by_name(grouping: Group) -> None:
    ended = b"\x88\x02" + int(Close.BAD_FRAMES).to_bytes(2)
    async with watched(), honest(grouping):
        answers = await asyncio.gather(*(asyncio.wait_for(raw(grouping, data), 40) for data in RAW.values()))
    for what, answer in zip(RAW, answers, strict=True):
        assert answer.endswith(ended), (what, answer[-40:])


async def test_a_heap_of_tiny_frames_is_read_in_slices(grouping: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    whole = WebSocketsSansIOProtocol.data_received

    def noted(self: WebSocketsSansIOProtocol, data: bytes) -> None:
        sizes.append(len(data))
        whole(self, data)

    monkeypatch.setattr(WebSocketsSansIOProtocol, "data_received", noted)
    await raw(grouping, RAW["thousands of tiny frames"])
    assert 0 < max(sizes) <= 8192, "others have their turn in between"


async def test_pings_to_a_sender_who_reads_nothing_are_not_all_answered(grouping: Group) -> None:
    socket_ = await grouping.browser("ben").dial()
    room = await grouping.room()
    await eventually(lambda: len(room.connections) == 5)
    (out,) = [one.out for one in room.connections if isinstance(one.out, TransportSendQueue) and not one.asked]
    socket_.transport.pause_reading()
    most = 0
    for _ in range(200):
        socket_.transport.write(masked(0x89, b"x" * 125) * 500)
        await passing(0.005)
        most = max(most, out._protocol.buffered())
    socket_.transport.abort()
    assert 0 < most < 200_000
