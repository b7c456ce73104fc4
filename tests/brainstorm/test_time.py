"""The server's clock: grace, late tray, pause, extension, and ends that wait for what is on its way."""

import asyncio
from collections.abc import Callable

import pytest

from board.brainstorm.engine.room import Room
from board.brainstorm.engine.rooms import Rooms
from tests.brainstorm.clients import Tab, draft
from tests.brainstorm.wire import Json
from tests.cast import Group


async def reveal_soon(group: Group, phase: str = "reveal") -> str:
    """Presses the button; the change waits for its grace."""
    request = await group.fay.send("open_phase", phase=phase)
    for tab in (group.fay, group.pia, group.ben):
        await tab.until(lambda tab: tab.notice["closing"])
    return request


async def test_neither_silence_nor_a_clock_moves_a_phase(group: Group) -> None:
    await group.goes("diverge")
    group.server.clock.advance(5 * 3600)
    await group.pia.until(lambda tab: tab.notice["now"] > tab.notice["deadline"])
    assert group.pia.phase == "diverge"
    assert await group.pia.add(draft("late")) == "late"


async def test_what_is_on_its_way_gets_in_when_writing_ends_early(group: Group) -> None:
    await group.goes("diverge", minutes=10)
    request = await reveal_soon(group)
    notice = group.pia.notice
    assert notice["deadline"] <= notice["now"]
    assert abs(notice["closing"] - notice["deadline"] - 2) < 0.01
    group.server.clock.advance(1.5)
    await group.ben.write("sent at the last moment")
    assert request not in group.fay.answers
    group.server.clock.advance(0.6)
    assert (await group.fay.answer(request))["answer"] == "ok"
    assert await group.ben.add(draft("too late")) == "late"
    await group.pia.until(lambda tab: list(tab.root("ideas").values()) == ["sent at the last moment"])


async def test_a_second_press_is_told_that_the_first_is_under_way(group: Group) -> None:
    await group.goes("diverge")
    request = await reveal_soon(group)
    assert (await group.fay.do("open_phase", phase="reveal"))["answer"] == "refused"
    assert (await group.fay.do("open_phase", phase="lobby"))["answer"] == "refused"
    group.server.clock.advance(2.1)
    assert (await group.fay.answer(request))["answer"] == "ok"


async def test_time_added_in_the_grace_calls_the_reveal_off(group: Group) -> None:
    await group.goes("diverge")
    request = await reveal_soon(group)
    await group.fay.ok("set_timer", extend=60)
    answer = await group.fay.answer(request)
    assert (answer["answer"], answer["code"]) == ("refused", "time_added")
    group.server.clock.advance(3)
    await group.pia.write("still writing")
    assert group.pia.phase == "diverge"
    assert group.pia.notice["closing"] is None


async def test_ending_the_time_does_not_call_the_reveal_off(group: Group) -> None:
    await group.goes("diverge")
    request = await reveal_soon(group)
    await group.fay.ok("set_timer", minutes=0)
    group.server.clock.advance(2.1)
    assert (await group.fay.answer(request))["answer"] == "ok"


async def test_a_reveal_long_after_time_is_carried_out_at_once(group: Group) -> None:
    await group.goes("diverge", minutes=1)
    group.server.clock.advance(300)
    await group.fay.ok("open_phase", phase="reveal")


async def test_a_pause_stops_the_clock_and_nobody(group: Group) -> None:
    await group.goes("diverge", minutes=1)
    group.server.clock.advance(20)
    await group.fay.ok("set_timer", paused=True)
    await group.pia.until(lambda tab: tab.notice["deadline"] is None)
    assert 35 < group.pia.notice["left"] <= 40
    assert group.pia.notice["length"] == 60
    group.server.clock.advance(3600)
    await group.pia.write("while it is paused")
    await group.fay.ok("set_timer", paused=False)
    await group.pia.until(lambda tab: tab.notice["left"] is None)
    assert 35 < group.pia.notice["deadline"] - group.pia.notice["now"] <= 40


async def test_time_added_after_zero_takes_the_tray_in(group: Group) -> None:
    await group.goes("diverge", minutes=1)
    group.server.clock.advance(65)
    late = draft("late at first")
    assert await group.pia.add(late) == "late"
    await group.fay.ok("set_timer", extend=60)
    await group.fay.until(lambda tab: tab.notice["counts"]["late"] == 0)
    assert 55 < group.fay.notice["deadline"] - group.fay.notice["now"] <= 60
    assert await group.pia.add(late) == "ok"
    await group.goes("reveal")
    assert group.ben.root("ideas") == {late.id: "late at first"}


async def test_only_the_facilitator_knows_how_many_came_late(group: Group) -> None:
    await group.goes("diverge", minutes=1)
    group.server.clock.advance(65)
    assert await group.pia.add(draft("late")) == "late"
    await group.fay.until(lambda tab: tab.notice["counts"]["late"] == 1)
    for tab in (group.pia, group.ben, group.olu):
        assert {notice["counts"]["late"] for notice in tab.notices} == {None}


async def vote_on_one(group: Group, **fields: object) -> str:
    await group.goes("diverge")
    idea = await group.pia.write("the only one")
    await group.goes("vote", **fields)
    return idea.id


async def counted_with_a_dot_in_the_grace(group: Group, option: str) -> Json:
    """Pia gives her dot within the grace; returns the round as everybody reads it."""
    request = await reveal_soon(group, "decide")
    group.server.clock.advance(1.5)
    await group.pia.ok("cast_ballot", dots={option: 1})
    group.server.clock.advance(0.6)
    assert (await group.fay.answer(request))["answer"] == "ok"
    await group.olu.until(lambda tab: bool(tab.meta("rounds")))
    told: Json = group.olu.meta("rounds")[0]
    return told


async def test_a_ballot_on_its_way_counts_when_the_vote_is_closed(group: Group) -> None:
    option = await vote_on_one(group)
    assert (await counted_with_a_dot_in_the_grace(group, option))["ballots"] == 1


async def test_the_end_of_a_vote_has_its_grace_in_overtime_too(group: Group) -> None:
    option = await vote_on_one(group, minutes=1)
    group.server.clock.advance(300)
    await group.pia.ok("cast_ballot", dots={})
    assert (await counted_with_a_dot_in_the_grace(group, option))["tally"][0]["dots"] == 1


async def test_a_notice_comes_although_nothing_is_new(group: Group) -> None:
    for tab in (group.fay, group.pia, group.olu):
        before = len(tab.notices)
        group.server.clock.advance(15)
        await tab.until(more_notices(before))


def more_notices(before: int) -> Callable[[Tab], bool]:
    return lambda tab: len(tab.notices) > before


async def test_times_that_are_none_are_refused(group: Group) -> None:
    await group.goes("diverge")
    for fields in ({"minutes": -1}, {"minutes": 10_000}, {"extend": 0}, {"extend": -5}, {"extend": 1e9}):
        answer = await group.fay.do("set_timer", **fields)
        assert (answer["code"], answer["params"]) == ("bad_minutes", {"limit": 240}), fields
    assert (await group.fay.do("open_phase", phase="lobby", minutes=-1))["answer"] == "refused"


async def test_who_left_counts_as_here_for_half_a_minute_and_no_longer(group: Group) -> None:
    everybody = (await group.browser("olu").open()).notice["counts"]["here"]
    await group.ben.close()
    group.server.clock.advance(20)
    second = await group.browser("olu").open()
    assert second.notice["counts"]["here"] == everybody, "a reload does not count as leaving"
    group.server.clock.advance(11)
    await group.fay.until(lambda tab: tab.notice["counts"]["here"] == everybody - 1)


async def test_a_clock_that_is_set_back_silences_nobody(group: Group) -> None:
    """Pages take a silent server for dead, so notices and counts continue, with the new time."""
    await group.goes("diverge")
    before = group.pia.notice["now"]
    group.server.clock.advance(-5 * 3600)
    await group.pia.until(lambda tab: tab.notice["now"] < before - 3600)
    await group.ben.write("after it was set back")
    await group.olu.until(lambda tab: tab.notice["counts"]["ideas"] == 1)


async def test_a_clock_that_is_set_evicts_no_board(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    rooms = group.server.rooms
    room = await group.room()
    for tab in (group.fay, group.pia, group.ben, group.olu):
        await tab.close()
    tend, looked, idle = Rooms.tend, asyncio.Event(), 0

    def look(self: Rooms, room: Room) -> None:
        nonlocal idle
        tend(self, room)
        idle += self.is_idle(room)
        if idle == 1:
            group.server.clock.advance(3600)
        if idle > 3 or self._open.get(room.id) is not room:
            looked.set()

    monkeypatch.setattr(Rooms, "tend", look)
    await asyncio.wait_for(looked.wait(), 20)
    assert rooms._open.get(group.board) is room
