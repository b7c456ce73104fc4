"""People whom the lead sent out, and what each person may use up."""

import uuid

import pytest

from board.protocol.refusals import Refusal
from board.words import say
from board.worksessions import SessionRooms
from board.worksessions.state.context import Limits
from tests.brainstorm.clients import Tab
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
