"""The chain as its own people see it: one line on every page, and one link that leads to the newest session."""

import uuid
from collections.abc import AsyncIterator

import httpx
import pytest

from board.records.keeping import Keep
from board.words import say
from board.worksessions.engine.rooms import SessionRooms
from board.worksessions.lifecycle.retention import sweep_recaps
from tests.brainstorm.wire import Json
from tests.worksessions.chains import after_the_end
from tests.worksessions.clients import Member, Work

pytestmark = pytest.mark.anyio
THURSDAY = 1_796_288_400
"""3 December 2026, 9:00 UTC"""


async def told(member: Member, id: str) -> Json:
    answer = await member.get(f"/api/worksessions/{id}/chain")
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    found: Json = answer.json()
    return found


def line(chain: Json) -> list[tuple[str, object]]:
    return [(str(one["words"]), one["href"]) for one in chain["line"]]


@pytest.fixture
async def stranger(work: Work) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=work.server.base) as http:
        yield http


async def test_a_session_alone_has_no_line_and_no_next_one(running: Work) -> None:
    assert await told(running.lead, running.id) == {"line": [], "next": None}


async def test_members_read_how_each_session_ended_and_find_its_page(running: Work) -> None:
    ben = running.members[1]
    await running.lead.tab.ok("end", verdict="nearly", finisher=ben.person, by="2026-12-01")
    second = str((await running.lead.tab.ok("open_next", starts=THURSDAY, zone="Europe/Berlin"))["worksession"])
    before = await told(ben, running.id)
    assert line(before) == [("Session 1", None), ("Session 2", f"/worksessions/{second}")]
    assert [one["here"] for one in before["line"]] == [True, False]
    assert before["next"] == {
        "id": second,
        "state": "plan",
        "starts": THURSDAY,
        "zone": "Europe/Berlin",
        "minutes": 60,
        "repeats": None,
    }
    after = await told(ben, second)
    assert line(after) == [("Session 1", f"/worksessions/{running.id}"), ("Session 2", None)]
    assert str(after["line"][0]["note"]).startswith("Nearly, ")
    assert after["next"] is None
    await ben.tab.ok("finish")
    assert str((await told(ben, second))["line"][0]["note"]).startswith("Done, ")


async def test_of_a_session_that_was_deleted_the_number_stands_there(running: Work) -> None:
    second = await after_the_end(running)
    assert (await running.lead.command("delete"))["answer"] == "ok"
    chain = await told(running.lead, second)
    assert line(chain) == [("Session 1", None), ("Session 2", None)]


async def test_the_next_one_is_the_newest_of_the_chain(running: Work) -> None:
    second = await after_the_end(running)
    page = await running.lead.comes_to(second)
    await page.ok("start")
    await page.ok("end", verdict="another")
    third = str((await page.ok("open_next"))["worksession"])
    chain = await told(running.lead, running.id)
    assert (chain["next"]["id"], len(chain["line"])) == (third, 3)
    for link in ("lead", "join", "read"):
        assert (await running.lead.get(running.links[link])).headers["location"] == f"/worksessions/{third}", link


async def test_whoever_never_came_before_joins_the_newest_session_by_the_same_links(running: Work) -> None:
    second = await after_the_end(running)
    for link in ("join", "read", "lead"):
        pia = Member(running.server.base)
        running.members.append(pia)
        await pia.follow(running.links[link])
        assert pia.board == second, link
        assert (await pia.get(f"/worksessions/{running.id}")).status_code == 200, "the cookie is the chain's"


async def test_a_page_of_the_old_session_learns_of_the_next_one_without_a_reload(running: Work) -> None:
    ben = running.members[1]
    await running.lead.tab.ok("end", verdict="done")
    await ben.tab.until(lambda tab: tab.meta("state") == "ended")
    second = str((await running.lead.tab.ok("open_next"))["worksession"])
    await ben.tab.until(lambda tab: tab.meta("next") == second)


async def test_when_the_newest_session_is_deleted_the_links_lead_to_the_one_before(running: Work) -> None:
    second = await after_the_end(running)
    running.lead.board = second
    assert (await running.lead.command("delete"))["answer"] == "ok"
    assert (await running.lead.get(running.links["join"])).headers["location"] == f"/worksessions/{running.id}"
    assert (await told(running.lead, running.id))["next"] is None


@pytest.mark.parametrize("link", ["accept", None])
async def test_nobody_else_reads_the_chain(running: Work, link: str | None) -> None:
    other = Member(running.server.base)
    running.members.append(other)
    if link:
        await other.follow(running.links[link])
    assert (await other.get(f"/api/worksessions/{running.id}/chain")).status_code == 404


async def test_the_page_of_the_recap_says_when_the_next_session_is_to_those_who_are_in_the_chain(
    running: Work, stranger: httpx.AsyncClient
) -> None:
    await running.lead.tab.ok("end", verdict="done")
    recap = f"/recaps/{(await running.lead.tab.ok('share', visibility='public'))['recap']}"
    assert say("ended-next-go") not in (await running.lead.get(recap)).text
    second = str((await running.lead.tab.ok("open_next", starts=THURSDAY, zone="Europe/Berlin"))["worksession"])
    page = (await running.members[1].get(recap)).text
    assert "Next session: Thursday 3 December, 10:00 (Europe/Berlin)." in page
    assert f'<a href="/worksessions/{second}">{say("ended-next-go")}</a>' in page
    assert say("ended-next-go") not in (await stranger.get(recap)).text
    assert second not in (await stranger.get(recap)).text
    assert say("ended-next-go") not in (await running.lead.get(f"{recap}.html")).text, (
        "it does not belong to the record"
    )
    tab = await running.lead.comes_to(second)
    await tab.ok("start")
    assert say("chain-next-runs") in (await running.lead.get(recap)).text
    await tab.ok("end", verdict="done")
    assert say("ended-next-go") not in (await running.lead.get(recap)).text


class Sharing:
    """Sessions that end and are shared, and what the record of the last one says of those before."""

    def __init__(self, work: Work) -> None:
        self.work, self.tab = work, work.lead.tab
        self.id = work.id

    async def goes_on(self) -> None:
        self.id = str((await self.tab.ok("open_next"))["worksession"])
        self.tab = await self.work.lead.comes_to(self.id)
        await self.tab.ok("start")
        await self.tab.ok("add_condition", condition=str(uuid.uuid4()), text="It is sent")

    async def is_evicted(self) -> None:
        rooms: SessionRooms = self.work.server.provided("session_rooms")
        await self.work.server.evict(rooms, *(room for room in rooms if room.id == self.id))

    async def frozen(self, sha256: str) -> Json:
        made: Json = (await self.work.lead.get(f"/recaps/{sha256}.json")).json()
        return made

    async def ends(self) -> Json:
        await self.tab.ok("end", verdict="done")
        return await self.frozen(str((await self.tab.ok("share", visibility="link"))["recap"]))


@pytest.mark.parametrize("visibility", ["link", "public"])
async def test_a_record_says_what_was_shared_of_the_sessions_before(running: Work, visibility: str) -> None:
    chain = Sharing(running)
    first_tab = chain.tab
    await chain.tab.ok("end", verdict="another")
    await chain.goes_on()
    # The next session is open when the recap before it is shared.
    first = str((await first_tab.ok("share", visibility=visibility))["recap"])
    record, before = await chain.ends(), await chain.frozen(first)
    assert before["chain"] is None
    assert record["chain"] == [
        {
            "number": 1,
            "recap": first if visibility == "public" else None,
            "artifact": "A brief for the council",
            "verdict": "another",
            "ended_at": before["ended_at"],
        }
    ]
    file = (await running.lead.get(f"/recaps/{await newest(running, chain.id)}.md")).text
    assert "Session 2 of its chain, after Session 1 (Another session needed, " in file


async def newest(work: Work, id: str) -> str:
    page = await work.lead.comes_to(id)
    return str(page.meta("recap")["sha256"])


async def test_a_record_says_nothing_of_a_session_before_that_was_not_shared(running: Work) -> None:
    chain = Sharing(running)
    await chain.tab.ok("end", verdict="another")
    await chain.goes_on()
    assert (await chain.ends())["chain"] is None


async def test_a_session_that_is_loaded_again_knows_what_was_shared_before(running: Work) -> None:
    chain = Sharing(running)
    await chain.tab.ok("end", verdict="another")
    first = str((await chain.tab.ok("share", visibility="public"))["recap"])
    await chain.goes_on()
    await chain.tab.close()
    await chain.is_evicted()
    chain.tab = await running.lead.comes_to(chain.id)
    assert [one["recap"] for one in (await chain.ends())["chain"]] == [first]


async def test_a_recap_that_was_deleted_before_does_not_come_into_a_record(running: Work) -> None:
    chain = Sharing(running)
    await chain.tab.ok("end", verdict="another")
    await chain.tab.ok("share", visibility="public")
    await chain.goes_on()
    assert (await running.lead.command("delete"))["answer"] == "ok"
    assert (await chain.ends())["chain"] is None


@pytest.mark.parametrize("again", [False, True], ids=["stays open", "is loaded again"])
async def test_a_recap_whose_time_was_up_before_does_not_come_into_a_record(running: Work, *, again: bool) -> None:
    chain, server = Sharing(running), running.server
    await chain.tab.ok("end", verdict="another")
    await chain.tab.ok("share", visibility="public")
    await chain.goes_on()
    server.clock.advance(40 * 86_400)
    assert await sweep_recaps(server.provided("session_rooms"), server.provided("engine"), Keep(None, 30)) == 1
    if again:
        await chain.tab.close()
        await chain.is_evicted()
        chain.tab = await running.lead.comes_to(chain.id)
    assert (await chain.ends())["chain"] is None
