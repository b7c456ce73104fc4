"""A person moves a state, never time: a session that is left open, and one without a lead."""

import pytest

from board.protocol.refusals import Refusal
from tests.brainstorm.database import dump
from tests.worksessions.clients import Member, Work

pytestmark = pytest.mark.anyio
HOUR, DAY = 3600.0, 86400.0


async def all_leave(work: Work) -> None:
    for member in work.members:
        await member.tab.close()


def stored(work: Work) -> list[str]:
    """Everything in the database but the day of the last visit."""
    return [line for line in dump(work.server.file) if not line.startswith('INSERT INTO "worksessions"')]


async def test_left_open_is_derived_and_stored_nowhere(running: Work) -> None:
    ben = running.members[1]
    end = (await running.until_meta())["clock"]["end"]
    await all_leave(running)
    before = stored(running)
    running.server.clock.advance(4 * HOUR)
    page = await ben.open()
    assert page.notice["left_open"] == pytest.approx(end + HOUR)
    assert page.meta("state") == "running", "time moves no state"
    assert stored(running) == before
    await page.ok("set_goal", goal="still at it")
    await page.until(lambda tab: tab.notice["left_open"] is None)


async def test_a_session_that_somebody_is_in_is_not_left_open(running: Work) -> None:
    running.server.clock.advance(4 * HOUR)
    assert (await running.members[1].open()).notice["left_open"] is None


async def test_a_big_screen_that_is_left_on_keeps_no_session_open(running: Work) -> None:
    screen = await running.lead.open("read")
    end = (await running.until_meta())["clock"]["end"]
    await all_leave(running)
    running.server.clock.advance(4 * HOUR)
    await screen.until(lambda tab: tab.notice["left_open"] == pytest.approx(end + HOUR))


async def test_after_seven_days_anybody_with_the_join_link_finishes_it(running: Work) -> None:
    ben = running.members[1]
    await all_leave(running)
    running.server.clock.advance(7 * DAY + HOUR)
    page = await ben.open()
    assert (await page.do("end", verdict="done"))["code"] == Refusal.ONLY_DECIDER
    await page.close()
    running.server.clock.advance(HOUR + HOUR)
    page = await ben.open()
    await page.ok("end", verdict="done")


async def without_lead(running: Work) -> Member:
    """The lead has left; returns somebody who is still there."""
    ben = running.members[1]
    await running.lead.tab.close()
    await ben.tab.until(lambda tab: tab.notice["lead_gone"] is not None)
    return ben


async def test_the_lead_can_be_taken_after_two_minutes_without_one(running: Work) -> None:
    assert (await running.members[1].tab.do("take_lead"))["code"] == Refusal.LEAD_IS_HERE
    ben = await without_lead(running)
    assert ben.tab.notice["lead_gone"] == pytest.approx(running.server.clock.now(), abs=30)
    running.server.clock.advance(110)
    assert (await ben.tab.do("take_lead"))["code"] == Refusal.LEAD_IS_HERE
    running.server.clock.advance(40)
    await ben.tab.ok("take_lead")
    await ben.tab.until(lambda tab: tab.meta("acting") == ben.person and tab.notice["lead_gone"] is None)
    await ben.tab.ok("set_clock", clock="lead")
    await ben.tab.ok("pause", paused=True)


async def test_somebody_who_joins_while_nobody_leads_cannot_take_the_lead(running: Work) -> None:
    ben = await without_lead(running)
    stranger = await running.comes("Ana")
    running.server.clock.advance(150)
    assert (await stranger.tab.do("take_lead"))["code"] == Refusal.JOINED_LATER
    await ben.tab.ok("take_lead")
    await ben.tab.until(lambda tab: tab.meta("acting") == ben.person)
    await ben.tab.close()
    await stranger.tab.until(lambda tab: tab.notice["lead_gone"] is not None)
    running.server.clock.advance(150)
    await stranger.tab.ok("take_lead")


async def test_who_took_the_lead_gives_no_links_removes_nobody_and_deletes_nothing(running: Work) -> None:
    ben = await without_lead(running)
    cleo = await running.comes("Cleo")
    running.server.clock.advance(150)
    await ben.tab.ok("take_lead")
    for do, fields in (
        ("remove", {"person": cleo.person}),
        ("renew_links", {"which": ["lead"]}),
        ("delete", {}),
        ("lock", {"locked": True}),
        ("assign", {"person": ben.person, "decider": True}),
    ):
        assert (await ben.tab.do(do, **fields))["code"] == Refusal.ONLY_LEAD, do
    await ben.tab.ok("end", verdict="another")
    for do in ("open_next", "reopen"):
        assert (await ben.tab.do(do))["code"] == Refusal.ONLY_LEAD, do


async def test_the_leads_link_leads_again_at_once(running: Work) -> None:
    ben = await without_lead(running)
    running.server.clock.advance(150)
    await ben.tab.ok("take_lead")
    lead = await running.lead.open()
    await ben.tab.until(lambda tab: tab.meta("acting") is None)
    await lead.ok("set_clock", clock="lead")
    assert (await ben.tab.do("pause", paused=True))["code"] == Refusal.LEAD_RUNS_THE_CLOCK
