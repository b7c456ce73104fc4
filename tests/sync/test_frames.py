"""Frames, byte by byte: the vectors are what lib0 and y-protocols write in a browser."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.sync import frames
from board.sync.frames import MOST_BYTES, BadFrameError, CommandFrame, Step1, decode
from tests.sync import wire

READ = {
    "00 00 01 00": Step1(b"\0"),
    "00 00 03 01 05 07": Step1(b"\x01\x05\x07"),
    "00 01 02 00 00": None,
    "00 02 02 00 00": None,
    "00 02": None,
    "64 02 7b 7d": CommandFrame(b"{}"),
    "64 00": CommandFrame(b""),
    "64 80 01" + " 20" * 128: CommandFrame(b" " * 128),
}
NO_FRAMES = [
    "",
    "00",
    "00 00",
    "00 00 00",
    "00 00 02 00",
    "00 00 01 00 00",
    "00 03 00",
    "01 01 00",
    "65 02 7b 7d",
    "66 02 7b 7d",
    "64 03 7b 7d",
    "64 01 7b 7d",
    "ff ff ff ff ff ff",
    # Claims of more writers than it has bytes for: pycrdt would reserve memory for all of them.
    "00 00 05 ff ff ff ff 0f",
    "00 00 03 02 05 07",
    "00 00 01 01",
]


@pytest.mark.parametrize(("frame", "meaning"), READ.items())
def test_what_a_browser_may_send(frame: str, meaning: Step1 | CommandFrame | None) -> None:
    assert decode(bytes.fromhex(frame)) == meaning


@pytest.mark.parametrize("frame", NO_FRAMES)
def test_what_is_no_frame(frame: str) -> None:
    with pytest.raises(BadFrameError):
        decode(bytes.fromhex(frame))


def test_a_frame_has_a_largest_size() -> None:
    inside = MOST_BYTES - 4
    assert decode(wire.command(b" " * inside)) == CommandFrame(b" " * inside)
    with pytest.raises(BadFrameError):
        decode(wire.command(b" " * (inside + 1)))


@given(st.binary(max_size=64))
def test_no_bytes_do_more_than_be_no_frame(data: bytes) -> None:
    with contextlib.suppress(BadFrameError):
        decode(data)


@given(st.binary(max_size=300))
def test_what_the_server_writes_is_read_back(body: bytes) -> None:
    for write, kind, step in (
        (frames.step_2, wire.SYNC, wire.STEP_2),
        (frames.update, wire.SYNC, wire.UPDATE),
        (frames.answer, wire.ANSWER, None),
        (frames.notice, wire.NOTICE, None),
    ):
        assert wire.read(write(body).payload) == wire.Frame(kind, body, step)


def test_the_first_bytes() -> None:
    assert frames.step_2(b"\0\0").payload.hex(" ") == "00 01 02 00 00"
    assert frames.update(b"\0\0").payload.hex(" ") == "00 02 02 00 00"
    assert frames.answer(b"{}").payload.hex(" ") == "65 02 7b 7d"
    assert frames.notice(b"{}").payload.hex(" ") == "66 02 7b 7d"
    assert frames.notice(b" " * 300).payload[:3].hex(" ") == "66 ac 02"
