"""Compression of shared frames: once for all readers, piece by piece, and nothing that was taken out stays inside."""

import random
import zlib

import pytest
from websockets.asyncio.client import connect
from websockets.typing import ExtensionParameter, Origin

from board.live.transport.deflate import SharedDeflateFactory, compress
from tests.cast import Group


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


@pytest.mark.parametrize("offer", [[], [("client_max_window_bits", None)], [("client_no_context_takeover", None)]])
def test_neither_side_keeps_a_window_between_messages(offer: list[ExtensionParameter]) -> None:
    agreed, made = SharedDeflateFactory().process_request_params(offer, [])
    assert {("server_no_context_takeover", None), ("client_no_context_takeover", None)} <= set(agreed)
    assert made.local_no_context_takeover
    assert made.remote_no_context_takeover


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
