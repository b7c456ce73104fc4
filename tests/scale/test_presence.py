"""Who is here: people at all processes, each counted once, and gone when their process is gone."""

import time
from pathlib import Path

import pytest

from board.facilitation import crowd
from board.live.peers import peers
from board.protocol.refusals import Refusal
from tests.brainstorm.clients import Tab
from tests.brainstorm.running import eventually, passing, serving
from tests.cast import gather
from tests.scale.cluster import Database
from tests.scale.conftest import Pair
from tests.scale.fleet import fleet
from tests.scale.visits import Visits
from tests.worksessions.clients import session

SOON = 3.0
"""seconds, less than those after which reports are repeated"""


async def here(number: int, *tabs: Tab, within: float = SOON) -> None:
    """Waits until every page says so."""
    for tab in tabs:
        await tab.until(lambda tab: tab.notice["counts"]["here"] == number, within=within)


async def test_a_person_with_pages_at_two_processes_is_one(pair: Pair, visits: Visits) -> None:
    async with gather(pair.first) as group:
        pia = await visits.elsewhere(group.browser("pia"), pair.second.base)
        there = await pia.open()
        await here(2, group.fay, there)
        newcomer = await visits.newcomer(pair.second.base, group.links["participate"])
        tab = await newcomer.open()
        await here(3, group.fay, there, tab)
        await group.pia.close()
        await passing(2 * peers.ROUND)
        pair.first.clock.advance(31)
        await here(3, group.fay, tab)
        await there.close()
        await passing(2 * peers.ROUND)
        pair.first.clock.advance(31)
        await here(2, group.fay, tab)


async def test_a_fresh_process_asks_who_is_here(
    pair: Pair, visits: Visits, shared: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with gather(pair.first) as group:
        monkeypatch.setattr(peers, "RENEW", 600.0)
        await passing(2 * peers.ROUND)
        async with serving(tmp_path / "third", pair.first.clock, database_url=shared.url) as third:
            newcomer = await visits.newcomer(third.base, group.links["participate"])
            tab = await newcomer.open()
            await here(3, tab, group.fay)
            await tab.close()


async def test_people_of_a_killed_process_are_gone_after_a_while(
    shared: Database, tmp_path: Path, visits: Visits
) -> None:
    async with fleet(shared, tmp_path, 2) as some:
        fay = await visits.newcomer(some.bases[1])
        opened = (await fay.post("/api/boards", json={"question": "Who?"})).json()
        await fay.follow(opened["links"]["facilitate"])
        leads = await fay.open()
        people = [await visits.newcomer(some.bases[at], opened["links"]["participate"]) for at in (0, 0, 1)]
        for one in people:
            await one.open()
        await here(3, leads, within=20)
        await some.kill(0)
        began = time.monotonic()
        await here(1, leads, within=30)
        assert 8 < time.monotonic() - began < 25


@pytest.mark.usefixtures("patient_crowd")
async def test_time_at_one_process_counts_at_another(pair: Pair, visits: Visits) -> None:
    async with gather(pair.first) as group:
        clock = pair.first.clock
        clock.advance(crowd.COUNTS_AFTER - 10)
        await passing(2 * peers.ROUND)
        moved = await visits.elsewhere(group.browser("pia"), pair.second.base)
        await group.pia.close()
        await passing(2 * peers.ROUND)
        clock.advance(100)
        await moved.open()
        room = await pair.second.rooms.find(group.board)
        assert room is not None
        (seat,) = {one.person.seat for one in room.connections}
        await passing(1)
        assert not room.board.seats[seat], "she was away"
        clock.advance(10.5)
        await eventually(lambda: room.board.seats[seat], within=SOON)


async def test_a_session_knows_who_is_here_and_who_leads_at_all_processes(pair: Pair, visits: Visits) -> None:
    clock = pair.first.clock
    async with session(pair.first) as work:
        ana = work.lead
        ben = await visits.member(pair.second.base, work.links["join"], "Ben")
        both = {ana.person, ben.person}
        for tab in (ana.tab, ben.tab):
            await tab.until(lambda tab: set(tab.notice["here"]) == both, within=SOON)
            await tab.until(lambda tab: tab.notice["lead_gone"] is None, within=SOON)
        await ana.tab.ok("start")
        await ana.tab.close()
        await ben.tab.until(lambda tab: tab.notice["lead_gone"] is not None, within=SOON)
        gone = ben.tab.notice["lead_gone"]
        clock.advance(60)
        await ben.tab.until(lambda tab: tab.notice["here"] == [ben.person])
        late = await visits.member(pair.first.base, work.links["join"], "Cleo")
        await late.tab.until(lambda tab: tab.notice["lead_gone"] is not None)
        assert abs(late.tab.notice["lead_gone"] - gone) < 2
        clock.advance(50)
        assert (await ben.tab.do("take_lead"))["code"] == Refusal.LEAD_IS_HERE
        clock.advance(20)
        assert (await late.tab.do("take_lead"))["code"] == Refusal.JOINED_LATER
        await ben.tab.ok("take_lead")
        await late.tab.until(lambda tab: tab.notice["lead_gone"] is None, within=SOON)


async def test_a_process_that_opens_a_session_later_knows_since_when_nobody_leads(pair: Pair, visits: Visits) -> None:
    clock = pair.first.clock
    async with session(pair.first) as work:
        ben = await work.comes("Ben")
        await work.lead.tab.ok("start")
        await work.lead.tab.close()
        await ben.tab.until(lambda tab: tab.notice["lead_gone"] is not None)
        gone = ben.tab.notice["lead_gone"]
        clock.advance(60)
        cleo = await work.comes("Cleo")
        await passing(2 * peers.ROUND)
        # She comes back by another process, which did not see her come after the lead had gone.
        moved = await visits.elsewhere(cleo, pair.second.base)
        clock.advance(70)
        tab = await moved.open()
        assert abs(tab.notice["lead_gone"] - gone) < 2
        assert (await tab.do("take_lead"))["code"] == Refusal.JOINED_LATER


async def test_a_process_forgets_what_it_heard_of_documents_that_nobody_has(pair: Pair) -> None:
    async with gather(pair.first) as group:
        peers_of_second = pair.second.rooms._loaded.func.__self__  # type: ignore[attr-defined]
        key = (pair.second.rooms.kind, group.board)
        await eventually(lambda: key in peers_of_second._others)
    await pair.end_first()
    await eventually(lambda: key not in peers_of_second._others, within=25)
