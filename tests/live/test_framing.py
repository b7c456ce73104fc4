"""Frames, byte by byte: the vectors are what lib0 and y-protocols write in a browser."""

import contextlib
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import write_var_uint

from board.brainstorm.engine.document_kind import BOARD
from board.live.transport import framing
from board.live.transport.framing import (
    AwarenessUpdate,
    BadFrameError,
    CommandMessage,
    DocumentKind,
    Message,
    SyncStep1,
    SyncUpdate,
)
from tests.brainstorm import wire
from tests.brainstorm.mischief import is_bad

READ = {
    "00 00 01 00": SyncStep1(b"\0"),
    "00 00 03 01 05 07": SyncStep1(b"\x01\x05\x07"),
    "00 01 02 00 00": None,
    "00 02 02 00 00": None,
    "00 02": None,
    "64 02 7b 7d": CommandMessage(b"{}"),
    "64 00": CommandMessage(b""),
    "64 80 01" + " 20" * 128: CommandMessage(b" " * 128),
    "68 00 ff 5a 82 13 58": CommandMessage(bytes.fromhex("82ec02")),
    "68": CommandMessage(b""),
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
    "68 00",
    "68 00 ff 5a 82 13",
    "ff ff ff ff ff ff",
    # Claims of more writers than it has bytes for: pycrdt would reserve memory for all of them.
    "00 00 05 ff ff ff ff 0f",
    "00 00 03 02 05 07",
    "00 00 01 01",
]


@pytest.mark.parametrize(("frame", "meaning"), READ.items())
def test_what_a_browser_may_send(frame: str, meaning: Message | None) -> None:
    assert BOARD.decode(bytes.fromhex(frame)) == meaning


@pytest.mark.parametrize("frame", NO_FRAMES)
def test_what_is_no_frame(frame: str) -> None:
    with pytest.raises(BadFrameError):
        BOARD.decode(bytes.fromhex(frame))


def test_a_frame_has_a_largest_size() -> None:
    inside = BOARD.max_frame - 4
    assert BOARD.decode(wire.command(b" " * inside)) == CommandMessage(b" " * inside)
    with pytest.raises(BadFrameError):
        BOARD.decode(wire.command(b" " * (inside + 1)))


def test_a_whitened_command_may_be_as_long_as_a_plain_one() -> None:
    inside = b" " * (BOARD.max_frame - 1)
    assert BOARD.decode(wire.whitened(inside)) == CommandMessage(inside)
    with pytest.raises(BadFrameError):
        BOARD.decode(wire.whitened(inside + b" "))


@given(st.binary(max_size=600))
def test_a_whitened_command_is_read_whatever_it_was_combined_with(data: bytes) -> None:
    assert BOARD.decode(wire.whitened(data)) == CommandMessage(data)
    assert BOARD.decode(wire.whitened(data, bytes(len(data)))) == CommandMessage(data)


@given(st.binary(max_size=64))
def test_no_bytes_do_more_than_be_no_frame(data: bytes) -> None:
    with contextlib.suppress(BadFrameError):
        BOARD.decode(data)


NUMBERS = st.sampled_from([0, 1, 2, 3, 5, 100, 101, 102, 127, 128, 2**31, 2**34, 2**53]) | st.integers(0, 2**35)
PARTS = st.lists(
    NUMBERS.map(write_var_uint) | st.binary(max_size=20) | st.binary(max_size=80).map(wire.sized), max_size=6
)


@settings(max_examples=20_000 if os.environ.get("SOAK") else 400, deadline=None)
@given(
    st.sampled_from([b"", b"\0\0", b"\0\1", b"\0\2", b"\x64", b"\1", b"\x65", b"\x68"])
    .flatmap(lambda head: PARTS.map(lambda parts: head + b"".join(parts)))
    .flatmap(lambda frame: st.integers(0, len(frame)).map(lambda end: frame[:end]) | st.just(frame))
)
def test_a_frame_is_read_as_the_contract_reads_it(frame: bytes) -> None:
    try:
        BOARD.decode(frame)
    except BadFrameError:
        assert is_bad(frame)
    else:
        assert not is_bad(frame)


SHARED = DocumentKind(subprotocol="text.", max_frame=100, accepts=frozenset({SyncUpdate, AwarenessUpdate}))


@pytest.mark.parametrize(
    ("frame", "meaning"),
    {
        "00 01 02 00 00": SyncUpdate(b"\0\0", whole=True),
        "00 02 02 00 00": SyncUpdate(b"\0\0"),
        "01 01 00": AwarenessUpdate(b"\0"),
        "00 02" + " 61" + " 00" * 97: SyncUpdate(bytes(97)),
    }.items(),
)
def test_another_kind_of_document_accepts_changes_and_awareness(frame: str, meaning: Message) -> None:
    assert SHARED.decode(bytes.fromhex(frame)) == meaning


@pytest.mark.parametrize("frame", ["00 02", "00 00 01 00", "64 02 7b 7d", "68", "01 02 00", "00 02 62" + " 00" * 98])
def test_and_nothing_else(frame: str) -> None:
    with pytest.raises(BadFrameError):
        SHARED.decode(bytes.fromhex(frame))


def test_the_server_asks_a_page_as_a_page_asks_the_server() -> None:
    assert BOARD.decode(framing.step_1(b"\x01\x05\x07").payload) == SyncStep1(b"\x01\x05\x07")


def test_a_page_that_names_no_known_version_still_connects() -> None:
    assert BOARD.choose_subprotocol(["chat", "shortlist.2", "shortlist.1"]) == "shortlist.2"
    assert BOARD.choose_subprotocol(["chat"]) is None


@given(st.binary(max_size=300))
def test_what_the_server_writes_is_read_back(body: bytes) -> None:
    for write, kind, step in (
        (framing.step_2, wire.SYNC, wire.STEP_2),
        (framing.update, wire.SYNC, wire.UPDATE),
        (framing.answer, wire.ANSWER, None),
        (framing.notice, wire.NOTICE, None),
    ):
        assert wire.read(write(body).payload) == wire.Frame(kind, body, step)


def test_the_first_bytes() -> None:
    assert framing.step_2(b"\0\0").payload.hex(" ") == "00 01 02 00 00"
    assert framing.update(b"\0\0").payload.hex(" ") == "00 02 02 00 00"
    assert framing.answer(b"{}").payload.hex(" ") == "65 02 7b 7d"
    assert framing.notice(b"{}").payload.hex(" ") == "66 02 7b 7d"
    assert framing.notice(b" " * 300).payload[:3].hex(" ") == "66 ac 02"
