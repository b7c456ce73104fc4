"""Boards and decisions are deleted as the settings say: not a day earlier, and never one in use."""

import sqlite3
from contextlib import closing

import pytest

from board.brainstorm.lifecycle import retention
from board.records import sweeping
from board.records.keeping import DAY, Keep, today
from tests.brainstorm.clients import draft
from tests.brainstorm.traces import counted, full
from tests.cast import Group, gather
from tests.databases import needs_sqlite


async def sweep(group: Group, keep: Keep) -> tuple[int, int]:
    rooms = group.server.rooms
    return await retention.sweep(rooms, rooms._engine, keep)


@pytest.mark.parametrize("keep", [Keep(), Keep(boards=30), Keep(records=30)])
async def test_nothing_goes_before_its_day(group: Group, keep: Keep) -> None:
    await full(group)
    await group.fay.ok("freeze")
    before = counted(group)
    group.server.clock.advance(29 * DAY)
    assert await sweep(group, keep) == (0, 0)
    assert counted(group) == before


async def test_a_board_that_nobody_used_goes_and_its_decision_stays(group: Group) -> None:
    await full(group)
    sha256 = (await group.fay.ok("freeze"))["decision"]
    group.server.clock.advance(31 * DAY)
    assert await sweep(group, Keep(boards=30)) == (1, 0)
    await group.server.settled()
    assert counted(group) == {"decisions": 1}
    assert await group.pia.closed() == 4407
    assert (await group.browser("sam").get(f"/decisions/{sha256}")).status_code == 200


async def test_the_days_are_counted_from_the_last_activity(group: Group) -> None:
    await group.goes("diverge")
    group.server.clock.advance(20 * DAY)
    assert await group.pia.add(draft("still at it")) == "late"
    group.server.clock.advance(20 * DAY)
    assert await sweep(group, Keep(boards=30)) == (0, 0)
    await (await group.newcomer()).open()
    group.server.clock.advance(20 * DAY)
    assert await sweep(group, Keep(boards=30)) == (0, 0)
    group.server.clock.advance(11 * DAY)
    assert await sweep(group, Keep(boards=30)) == (1, 0)


async def test_a_board_that_is_used_while_the_sweep_comes_is_spared(group: Group) -> None:
    """Between the look at the rows and the deletion somebody writes."""
    await group.goes("diverge")
    rooms, clock = group.server.rooms, group.server.clock
    clock.advance(40 * DAY)
    room = await group.room()
    assert await group.pia.add(draft("just in time")) == "late"
    assert not await rooms.delete(room, with_decisions=False, idle_since=today(clock.now()) - 30)
    assert counted(group)["ideas"] == 1


async def test_a_decision_goes_when_it_is_old_enough_and_its_address_says_so(group: Group) -> None:
    await full(group)
    sha256 = (await group.fay.ok("freeze"))["decision"]
    group.server.clock.advance(400 * DAY)
    assert await sweep(group, Keep(records=365)) == (0, 1)
    assert await sweep(group, Keep(records=365)) == (0, 0)
    assert "decisions" not in counted(group)
    answer = await group.browser("sam").get(f"/decisions/{sha256}")
    assert (answer.status_code, "It was deleted on" in answer.text) == (410, True)
    assert (await group.browser("pia").export("json")).status_code == 200, "the board itself is still there"


async def test_what_one_sweep_does_not_reach_goes_with_the_next(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a year without a setting there may be very many; no sweep may load all of them at once."""
    await full(group)
    await group.fay.ok("freeze")
    async with gather(group.server) as other:
        await full(other)
        await other.fay.ok("freeze")
        group.server.clock.advance(400 * DAY)
        monkeypatch.setattr(sweeping, "MOST", 1)
        keep = Keep(boards=30, records=30)
        assert [await sweep(group, keep) for _ in range(3)] == [(1, 1), (1, 1), (0, 0)]
        await group.server.settled()
        assert counted(group) == {}


async def test_the_day_of_use_is_all_the_time_that_is_stored_of_it(group: Group) -> None:
    needs_sqlite()
    await group.goes("diverge")
    await group.pia.write("an idea")
    with closing(sqlite3.connect(group.server.file)) as connection:
        (day,) = connection.execute("SELECT active_on FROM boards").fetchone()
    assert day == today(group.server.clock.now())


async def test_a_sweep_ends_after_the_deletion_under_way_when_the_server_stops(group: Group) -> None:
    await full(group)
    await group.fay.ok("freeze")
    group.server.clock.advance(31 * DAY)
    group.server.rooms.stopping.set()
    assert await sweep(group, Keep(boards=30, records=30)) == (0, 0)
    group.server.rooms.stopping.clear()
    assert await sweep(group, Keep(boards=30, records=30)) == (1, 1)
