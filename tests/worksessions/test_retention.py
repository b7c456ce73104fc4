"""Sessions that nobody used for as long as the setting says go by themselves."""

import logging

import pytest

from board.records import Keep
from board.worksessions import SessionRooms
from board.worksessions.lifecycle import retention
from tests.worksessions.chains import after_the_end
from tests.worksessions.clients import Work
from tests.worksessions.traces import counted

pytestmark = pytest.mark.anyio
DAY = 86400.0


async def sweep(work: Work, keep: Keep) -> int:
    rooms: SessionRooms = work.server.provided("session_rooms")
    return await retention.sweep(rooms, work.server.provided("engine"), keep)


async def test_a_session_goes_when_nobody_used_it_for_so_long(running: Work, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="shortlist.retention")
    running.server.clock.advance(29 * DAY)
    assert await sweep(running, Keep(boards=30)) == 0
    assert await sweep(running, Keep(records=1)) == 0
    running.server.clock.advance(2 * DAY)
    assert await sweep(running, Keep(boards=30)) == 1
    assert await running.lead.tab.closed() == 4406
    await running.server.settled()
    assert counted(running.server) == {}
    assert caplog.messages == ["Deleted as the settings say: 1 sessions"]


async def test_a_session_that_is_used_stays_when_the_one_before_it_goes(running: Work) -> None:
    id = await after_the_end(running)
    running.server.clock.advance(20 * DAY)
    page = await running.lead.comes_to(id)
    await page.ok("lock", locked=True)
    running.server.clock.advance(11 * DAY)
    assert await sweep(running, Keep(boards=30)) == 1
    await page.until(lambda tab: tab.meta("before") is None)
    answer = await running.lead.get(running.links["join"])
    assert answer.headers["location"] == f"/worksessions/{id}"


async def test_a_session_that_is_used_while_the_sweep_comes_is_spared(running: Work) -> None:
    rooms: SessionRooms = running.server.provided("session_rooms")
    idle_since = Keep(boards=30).boards_idle_since(running.server.clock.now() + 40 * DAY)
    running.server.clock.advance(40 * DAY)
    room = await rooms.find(running.id)
    assert room is not None
    await running.lead.tab.ok("pause", paused=True)
    assert not await rooms.delete(room, idle_since=idle_since)
    assert counted(running.server)["worksessions"] == 1
