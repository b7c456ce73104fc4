"""People whom the lead sent out, and what each person may use up."""

import uuid

import pytest

from board.protocol.refusals import Refusal
from board.protocol.worksession.commands import Remove
from board.protocol.worksession.ending import OpenNext
from board.words import say
from board.worksessions import SessionRooms
from board.worksessions.state.context import Limits
from tests.brainstorm.clients import Tab
from tests.brainstorm.database import rows
from tests.worksessions.chains import after_the_end, at_once, person
from tests.worksessions.clients import Member, Work

pytestmark = pytest.mark.anyio


async def is_out(member: Member, session: str) -> bool:
    """Neither a page, nor a command, nor a look at the session."""
    page = await member.get(f"/worksessions/{session}")
    assert (page.status_code, say(Refusal.REMOVED) in page.text) == (410, True)
    assert await Tab(await member.dial()).closed() == 4404
    answer = await member.command("join", name="Somebody else")
    return bool(answer["code"] == Refusal.REMOVED)


async def test_every_page_of_somebody_who_was_removed_closes_and_the_seat_does_not_come_back(running: Work) -> None:
    ben = running.members[1]
    second = await ben.open()
    watching = await ben.open("read")
    await running.lead.tab.ok("remove", person=ben.person)
    assert [await tab.closed() for tab in (ben.tab, second, watching)] == [4404] * 3
    assert await is_out(ben, running.id)
    person = await running.seen("people", ben.person, removed=True)
    assert person["name"] == "Ben", "the name stays on what they did"


async def test_a_new_join_link_does_not_bring_the_seat_back(running: Work) -> None:
    ben = running.members[1]
    await running.lead.tab.ok("remove", person=ben.person)
    links = (await running.lead.tab.ok("renew_links", which=["join"]))["links"]
    await ben.follow(f"/join/{links['join']}")
    assert await is_out(ben, running.id)
    await ben.follow(f"/join/{links['read']}")
    assert await is_out(ben, running.id)


async def test_whoever_is_removed_is_out_of_every_session_of_the_chain(running: Work) -> None:
    ben, id = running.members[1], await after_the_end(running)
    lead = await running.lead.comes_to(id)
    pages = [ben.tab, await ben.comes_to(id)]
    cleo = Member(running.server.base)
    running.members.append(cleo)
    await cleo.joins(running.links["join"], "Cleo")
    assert cleo.board == id, "the link leads to the newest session"
    assert (await cleo.get(f"/worksessions/{running.id}")).status_code == 200
    for member in (ben, cleo):
        await lead.ok("remove", person=member.person)
    assert [await tab.closed() for tab in (*pages, cleo.tab)] == [4404] * 3
    for member in (ben, cleo):
        for session in (running.id, id):
            member.board = session
            assert await is_out(member, session)
    await running.server.settled()
    removed = rows(running.server.file, "SELECT session FROM session_seats WHERE person = '' ORDER BY session")
    assert removed == [(running.id,)] * 2 + [(id,)] * 2


async def test_a_session_that_is_not_in_memory_keeps_them_out_as_well(running: Work) -> None:
    ben, id = running.members[1], await after_the_end(running)
    rooms: SessionRooms = running.server.provided("session_rooms")
    before = await rooms.find(running.id)
    assert before is not None
    lead = await running.lead.comes_to(id)
    await running.lead.tab.close()
    await ben.tab.close()
    await running.server.evict(rooms, before)
    await lead.ok("remove", person=ben.person)
    assert await is_out(ben, running.id)


async def test_whoever_is_removed_while_the_next_session_opens_is_not_in_it(running: Work) -> None:
    ben, lead = running.members[1], person(running.lead, running, "lead")
    await running.lead.tab.ok("end", verdict="another")
    opened, removed = await at_once(
        running,
        (running.id, lead, OpenNext(id="1")),
        (running.id, lead, Remove(id="2", person=ben.person)),
    )
    assert (opened.answer, removed.answer) == ("ok", "ok")
    ben.board = str(opened.extra["worksession"])
    assert await is_out(ben, ben.board)
    await running.server.settled()
    gone = rows(running.server.file, "SELECT session FROM session_seats WHERE person = '' ORDER BY session")
    assert gone == [(running.id,), (ben.board,)], "after a restart, too"


async def test_the_lead_is_not_removed(running: Work) -> None:
    assert (await running.lead.tab.do("remove", person=running.lead.person))["code"] == Refusal.LEAD_STAYS
    assert (await running.members[1].tab.do("remove", person=running.lead.person))["code"] == Refusal.ONLY_LEAD


async def test_a_locked_door_lets_nobody_more_in(running: Work) -> None:
    await running.lead.tab.ok("lock", locked=True)
    late = Member(running.server.base)
    running.members.append(late)
    await late.follow(running.links["join"])
    page = late.tab = await late.open()
    assert (await page.do("join", name="Cleo"))["code"] == Refusal.SESSION_LOCKED
    assert page.meta("locked"), "whoever holds the link goes on reading, as the big screen does"
    await running.members[1].tab.ok("join", name="Benjamin")


async def test_one_person_uses_up_a_quarter_and_the_last_fifth_is_the_leads(
    running: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms: SessionRooms = running.server.provided("session_rooms")
    monkeypatch.setattr(rooms.committer, "_limits", Limits(tasks=10))
    people = [running.members[1], *[await running.comes(name) for name in ("Cleo", "Dora")]]

    async def adds(member: Member) -> str:
        answer = await member.tab.do("add_task", task=str(uuid.uuid4()), text="a task")
        return str(answer["params"]["part"]) if answer["answer"] == "refused" else str(answer["answer"])

    assert [await adds(people[0]) for _ in range(4)] == ["ok", "ok", "ok", "share"]
    assert [await adds(people[1]) for _ in range(3)] == ["ok", "ok", "ok"]
    assert [await adds(people[2]) for _ in range(3)] == ["ok", "ok", "reserve"]
    assert [await adds(running.lead) for _ in range(3)] == ["ok", "ok", "limit"]
