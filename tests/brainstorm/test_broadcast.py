"""What a board sends to its pages: the first state, changes, and notices, in this order."""

import asyncio
import uuid

import pytest
from websockets.asyncio.client import connect
from websockets.typing import Origin

from board.clock import steady
from board.live import heartbeat
from tests.brainstorm.running import eventually
from tests.cast import Group


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
        await late.until(lambda tab: tab.root("clusters") == room.board.canvas.plain("clusters"))
        await late.close()


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


async def test_who_asks_at_once_is_told_first_where_the_board_stands(group: Group) -> None:
    room = await group.room()
    room.inbox.free_at = asyncio.get_running_loop().time() + 0.3
    headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in group.browsers["ben"].http.cookies.items())}
    address = f"{group.server.base.replace('http', 'ws')}/boards/{group.board}/live"
    async with connect(address, additional_headers=headers, origin=Origin(group.server.base)) as socket:
        await socket.send(b"\0\0\1\0")
        came = [await socket.recv(decode=False) for _ in range(2)]
    assert [frame[0] for frame in came] == [102, 0]


@pytest.mark.usefixtures("patient_crowd")
async def test_more_than_a_crowd_is_told_with_the_next_notice(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages only ask whether three count; a frame for each of a thousand people who come in turn costs a lot."""
    began, since, passed = steady(), group.server.clock.now(), 0.0
    monkeypatch.setattr(heartbeat, "steady", lambda: began + passed)
    monkeypatch.setattr(group.server.clock, "now", lambda: since + passed)
    await group.joins(1)
    passed = 5.0
    await group.joins(1)
    passed = 31.0
    await group.olu.until(lambda tab: tab.notice["counts"]["counting"] == 3)
    room = await group.room()
    told_at = room.notices.heartbeat.sent_at
    passed = 36.0
    await eventually(lambda: room.board.seats.counting == 4)
    await group.server.rooms.journal.drain()
    assert (room.notices.heartbeat.sent_at, room.notices.pending) == (told_at, False)
    passed = 44.0
    await group.olu.until(lambda tab: tab.notice["counts"]["counting"] == 4)
