"""The server closes a connection: a page that still sends can read the close code, and none is waited for."""

from collections.abc import AsyncIterator

import pytest
from websockets.asyncio.client import ClientConnection

from board.live.transport import protocol
from board.live.transport.close_codes import Close
from board.live.transport.send_queue import TransportSendQueue
from tests.brainstorm.beneath import masked
from tests.brainstorm.running import eventually, passing
from tests.cast import Group

NO_MESSAGE = masked(0x83, b"ab")
"""an unknown kind of frame, which the protocol itself refuses"""
WAYS = {"refused": Close.BAD_FRAMES, "cut": Close.ELSEWHERE}


@pytest.fixture
async def page(group: Group) -> AsyncIterator[ClientConnection]:
    page = await group.browser("ben").dial()
    await page.recv()
    yield page
    page.transport.abort()


async def ended(group: Group, page: ClientConnection, way: str) -> TransportSendQueue:
    """The send queue of a page whose connection the server has closed, while the page reads nothing."""
    out = await group.way_out(group.browser("ben"))
    page.transport.pause_reading()
    if way == "refused":
        page.transport.write(NO_MESSAGE)
    else:
        out.close(WAYS[way])
    await eventually(lambda: out.closed)
    return out


@pytest.mark.parametrize("way", WAYS)
async def test_who_goes_on_sending_can_still_read_why_it_ended(
    group: Group, page: ClientConnection, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However busy the machine is, there is time to read.
    monkeypatch.setattr(protocol, "LINGER", 20 * protocol.LINGER)
    await ended(group, page, way)
    # A socket that is closed by now answers with a reset, at which the sender forgets what it has not read.
    for _ in range(10):
        page.transport.write(masked(0x82, b"x" * 1000))
        await passing(0.01)
    assert not page.transport.is_closing(), "it was reset, and the close code is lost"
    page.transport.resume_reading()
    await eventually(lambda: page.protocol.close_rcvd or page.close_code)
    assert page.protocol.close_rcvd is not None
    assert page.protocol.close_rcvd.code == WAYS[way]


@pytest.mark.parametrize("way", WAYS)
async def test_who_never_answers_an_end_is_not_waited_for(
    group: Group, page: ClientConnection, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "LINGER", protocol.LINGER / 10)
    out = await ended(group, page, way)
    await eventually(out._protocol.transport.is_closing)
