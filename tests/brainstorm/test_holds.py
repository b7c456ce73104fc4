"""The server holds a reveal of fewer than three new ideas by three people for 20 s, and a late tray likewise."""

import asyncio
from collections.abc import Sequence

import pytest

from tests.brainstorm.clients import Tab, draft
from tests.brainstorm.running import eventually
from tests.cast import Group

pytestmark = pytest.mark.usefixtures("patient_crowd")


@pytest.fixture
async def crowd(group: Group) -> Group:
    """Four people who count, and everybody writes."""
    await group.joins(2)
    group.server.clock.advance(31)
    await group.fay.until(lambda tab: tab.notice["counts"]["counting"] == 4)
    await group.goes("diverge", minutes=60)
    return group


async def write(*tabs: Tab) -> None:
    for tab in tabs:
        await tab.write(f"by {id(tab)}")


async def press(group: Group, do: str = "open_phase", **fields: object) -> str:
    """Presses and sees that it is held; returns the request, which is not answered."""
    fields = fields or ({"phase": "reveal"} if do == "open_phase" else {})
    request = await group.fay.send(do, **fields)
    at = "reveal_at" if do == "open_phase" else "admit_at"
    await group.fay.until(lambda tab: tab.notice[at])
    assert request not in group.fay.answers
    return request


async def texts(group: Group) -> list[str]:
    return list(group.ben.root("ideas").values())


async def answer(group: Group, request: str) -> str:
    return str((await group.fay.answer(request))["answer"])


async def reveal_is_held(group: Group) -> bool:
    """Presses Reveal and says whether it is held, or only waits for the grace."""
    await group.fay.send("open_phase", phase="reveal")
    await group.fay.until(lambda tab: tab.notice["reveal_at"] or tab.notice["closing"])
    return bool(group.fay.notice["reveal_at"])


@pytest.mark.parametrize(
    ("authors", "held"),
    [
        ((), False),
        ((0,), True),
        ((0, 1), True),
        ((0, 0, 0, 0, 0), True),
        ((0, 0, 1, 1), True),
        ((0, 1, 2), False),
        ((0, 1, 2, 3, 3), False),
    ],
)
async def test_a_reveal_is_held_until_three_people_have_new_ideas(
    crowd: Group, authors: Sequence[int], held: bool
) -> None:
    for author in authors:
        await write(crowd.voters[author])
    assert await reveal_is_held(crowd) is held


async def test_ideas_of_people_who_do_not_count_hold_no_less(crowd: Group) -> None:
    await write(crowd.pia)
    for _ in range(6):
        idea = draft("made up")
        browser = await crowd.newcomer()
        await browser.command("add_idea", idea=idea.id, text=idea.text, secret=idea.secret)
    assert await reveal_is_held(crowd)


async def test_who_came_late_makes_no_crowd_for_what_was_in_time(crowd: Group) -> None:
    await write(crowd.pia, crowd.pia, crowd.pia)
    crowd.server.clock.advance(2 * 3600)
    await late(crowd, crowd.ben, crowd.more[0])
    assert await reveal_is_held(crowd)


async def test_a_held_reveal_is_carried_out_and_answered_later(crowd: Group) -> None:
    await write(crowd.pia)
    request = await press(crowd)
    notice = crowd.ben.notice
    assert abs(notice["deadline"] - notice["now"] - 20) < 2
    crowd.server.clock.advance(17)
    await write(crowd.ben)
    assert (request in crowd.fay.answers, crowd.fay.phase) == (False, "diverge")
    assert await texts(crowd) == []
    crowd.server.clock.advance(6)
    assert await answer(crowd, request) == "ok"
    await crowd.ben.until(lambda tab: len(tab.root("ideas")) == 2)


async def test_writing_that_was_over_is_open_again_while_a_reveal_is_held(crowd: Group) -> None:
    await write(crowd.pia)
    crowd.server.clock.advance(2 * 3600)
    assert await crowd.ben.add(draft("after time")) == "late"
    request = await press(crowd)
    assert await crowd.more[0].add(draft("in time again")) == "ok"
    crowd.server.clock.advance(23)
    assert await answer(crowd, request) == "ok"
    await crowd.ben.until(lambda tab: len(tab.root("ideas")) == 3)
    assert crowd.fay.notice["counts"]["late"] == 0, "the tray was taken in"


@pytest.mark.parametrize("change", [{"extend": 30}, {"minutes": 3}, {"paused": True}, {"minutes": 0}])
async def test_any_change_of_the_timer_calls_a_held_reveal_off(crowd: Group, change: dict[str, object]) -> None:
    await write(crowd.pia)
    request = await press(crowd)
    await crowd.fay.ok("set_timer", **change)
    assert await answer(crowd, request) == "refused"
    crowd.server.clock.advance(40)
    room = await crowd.room()
    told = room.notices.heartbeat.sent_at
    await eventually(lambda: room.notices.heartbeat.sent_at > told)
    assert (crowd.fay.phase, await texts(crowd)) == ("diverge", [])


async def test_a_second_press_while_one_is_held_is_refused(crowd: Group) -> None:
    await write(crowd.pia)
    request = await press(crowd)
    assert (await crowd.fay.do("open_phase", phase="reveal"))["answer"] == "refused"
    crowd.server.clock.advance(23)
    assert await answer(crowd, request) == "ok"


async def test_an_idea_that_comes_alone_in_the_grace_is_held(crowd: Group) -> None:
    """No idea existed when the button was pressed, so nothing is held."""
    request = await crowd.fay.send("open_phase", phase="reveal")
    await crowd.fay.until(lambda tab: tab.notice["closing"])
    await write(crowd.pia)
    crowd.server.clock.advance(2.1)
    await crowd.fay.until(lambda tab: tab.notice["reveal_at"])
    assert request not in crowd.fay.answers
    crowd.server.clock.advance(23)
    assert await answer(crowd, request) == "ok"


async def test_a_second_round_counts_its_own_ideas_only(crowd: Group) -> None:
    await write(crowd.pia, crowd.ben, crowd.more[0])
    await crowd.goes("reveal")
    await crowd.goes("diverge", minutes=60)
    await write(crowd.more[1])
    assert await reveal_is_held(crowd)


async def late(group: Group, *tabs: Tab) -> None:
    for tab in tabs:
        assert await tab.add(draft(f"late by {id(tab)}")) == "late"


async def test_a_tray_of_one_is_held(crowd: Group) -> None:
    await write(crowd.pia, crowd.ben, crowd.more[0])
    await crowd.goes("reveal")
    await late(crowd, crowd.pia)
    request = await press(crowd, "admit_late")
    crowd.server.clock.advance(15)
    await late(crowd, crowd.ben)
    assert request not in crowd.fay.answers
    crowd.server.clock.advance(6)
    assert await answer(crowd, request) == "ok"
    await crowd.ben.until(lambda tab: len(tab.root("ideas")) == 5)
    await late(crowd, crowd.more[0])
    await press(crowd, "admit_late")


async def test_a_tray_of_three_people_is_let_in_at_once(crowd: Group) -> None:
    await write(crowd.pia, crowd.ben, crowd.more[0])
    await crowd.goes("reveal")
    await late(crowd, crowd.pia, crowd.ben, crowd.more[1])
    await crowd.fay.ok("admit_late")


async def test_who_came_late_before_the_reveal_is_remembered_as_a_number(crowd: Group) -> None:
    await write(crowd.pia, crowd.ben, crowd.more[0])
    crowd.server.clock.advance(2 * 3600)
    await late(crowd, crowd.pia, crowd.ben, crowd.more[0])
    await crowd.goes("reveal")
    await crowd.fay.ok("admit_late")


async def test_a_late_idea_that_is_taken_back_is_no_person_any_more(crowd: Group) -> None:
    await write(crowd.pia, crowd.ben, crowd.more[0])
    crowd.server.clock.advance(2 * 3600)
    await late(crowd, crowd.pia, crowd.pia, crowd.pia, crowd.ben)
    own = draft("taken back")
    assert await crowd.more[0].add(own) == "late"
    await crowd.goes("reveal")
    await crowd.more[0].ok("withdraw_idea", idea=own.id, secret=own.secret)
    await press(crowd, "admit_late")


async def test_only_the_facilitator_hears_of_a_held_tray(crowd: Group) -> None:
    await write(crowd.pia, crowd.ben, crowd.more[0])
    await crowd.goes("reveal")
    await late(crowd, crowd.pia)
    await press(crowd, "admit_late")
    assert not any(notice["admit_at"] for tab in (crowd.pia, crowd.olu) for notice in tab.notices)


async def test_the_group_goes_on_while_a_tray_is_held(crowd: Group) -> None:
    await write(crowd.pia, crowd.ben, crowd.more[0])
    await crowd.goes("reveal")
    await late(crowd, crowd.pia)
    request = await press(crowd, "admit_late")
    await crowd.goes("cluster")
    crowd.server.clock.advance(21)
    assert await answer(crowd, request) == "ok"


async def test_a_stopping_server_does_not_wait_for_a_hold(crowd: Group) -> None:
    await write(crowd.ben)
    request = await press(crowd)
    crowd.server.stop()
    assert await answer(crowd, request) == "retry"
    assert await crowd.fay.closed() == 1012


async def test_a_held_command_over_http_is_answered_later_too(crowd: Group) -> None:
    await write(crowd.pia, crowd.ben, crowd.more[0])
    await crowd.goes("reveal")
    await late(crowd, crowd.pia)
    giving = asyncio.create_task(crowd.browser("fay").command("admit_late"))
    await crowd.fay.until(lambda tab: tab.notice["admit_at"])
    crowd.server.clock.advance(21)
    assert (await giving)["answer"] == "ok"
