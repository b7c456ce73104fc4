"""What the page of a decision shows of the work that began with it, and whose work that is."""

import html
import re
from dataclasses import dataclass
from functools import partial

import httpx
import pytest

from board.records.service import decisions
from board.worksessions import SessionRooms
from tests.brainstorm.clients import Tab, browser
from tests.cast import Group
from tests.worksessions.clients import Member

pytestmark = pytest.mark.anyio
UNDER_WAY = "Work is under way"
TITLE = "What came of it"


@dataclass
class Decided:
    """A board whose decision is final."""

    group: Group
    sha256: str

    async def page(self, http: httpx.AsyncClient | None = None) -> str:
        """The words of the decision's page, as somebody without a cookie reads them."""
        if http is not None:
            return _words(await http.get(f"/decisions/{self.sha256}"))
        async with browser(self.group.server.base) as stranger:
            return _words(await stranger.get(f"/decisions/{self.sha256}"))

    async def opens(self, http: httpx.AsyncClient, artifact: str = "The plan 6101") -> tuple[Member, Tab]:
        """Somebody opens a session from the decision and joins it, in the same browser."""
        answer = await http.post(f"/api/decisions/{self.sha256}/worksessions", json={"artifact": artifact})
        assert answer.status_code == 201, answer.text
        lead = Member(self.group.server.base, http)
        return lead, await lead.joins(answer.json()["links"]["lead"], "Mara")

    async def confirms(self, http: httpx.AsyncClient, session: str) -> int:
        return (await http.post(f"/decisions/{self.sha256}/worksessions/{session}/confirm")).status_code


def _words(page: httpx.Response) -> str:
    assert page.status_code == 200, page.text
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", page.text.partition("<main")[2]).split()))


async def ends(tab: Tab, verdict: str = "done", visibility: str = "public") -> str:
    """The session is ended and its recap shared; returns the address of that."""
    await tab.ok("start")
    await tab.ok("end", verdict=verdict)
    return str((await tab.ok("share", visibility=visibility))["recap"])


@pytest.fixture
async def decided(group: Group) -> Decided:
    await group.writes(1)
    await group.goes("decide")
    option = group.fay.meta("rounds")[0]["options"][0]["option"]
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[option])
    return Decided(group, str((await group.fay.ok("freeze"))["decision"]))


async def test_of_a_session_that_is_not_shared_only_that_work_is_under_way(decided: Decided) -> None:
    assert TITLE not in await decided.page()
    _, tab = await decided.opens(decided.group.browser("fay").http)
    page = await decided.page()
    assert f"{TITLE} {UNDER_WAY}" in page
    assert "The plan 6101" not in page
    await tab.ok("start")
    await tab.ok("end", verdict="done")
    assert "The plan 6101" not in await decided.page(), "the verdict alone is not shared"


async def test_a_shared_recap_gives_title_and_verdict_and_a_public_one_its_address(decided: Decided) -> None:
    _, tab = await decided.opens(decided.group.browser("fay").http)
    recap = await ends(tab, visibility="link")
    page = await decided.page()
    assert re.search(rf"{TITLE} The plan 6101 Done, \d+ \w+ \d{{4}} ", page)
    assert UNDER_WAY not in page
    async with browser(decided.group.server.base) as stranger:
        assert recap not in (await stranger.get(f"/decisions/{decided.sha256}")).text
        await tab.ok("share", visibility="public")
        assert f'href="/recaps/{recap}"' in (await stranger.get(f"/decisions/{decided.sha256}")).text


async def test_the_next_session_of_the_chain_is_work_under_way_again(decided: Decided) -> None:
    lead, tab = await decided.opens(decided.group.browser("fay").http)
    await ends(tab, "another")
    following = str((await tab.ok("open_next"))["worksession"])
    page = await decided.page()
    assert "Another session needed" in page
    assert UNDER_WAY in page
    await ends(await lead.comes_to(following))
    page = await decided.page()
    assert page.index("Another session needed") < page.index("Done, ")
    assert UNDER_WAY not in page


@pytest.mark.parametrize("who", ["pia", "olu", "sam"])
async def test_a_session_that_somebody_else_opens_only_cites_the_decision(decided: Decided, who: str) -> None:
    people = decided.group.browsers
    other = decided.group.sam if who == "sam" else people[who]
    _, tab = await decided.opens(other.http, "Fire Mara")
    await ends(tab)
    for http in (None, other.http, people["fay"].http, people["pia"].http):
        page = await decided.page(http)
        assert "Fire Mara" not in page
        assert TITLE not in page


async def test_the_form_of_the_facilitator_counts_as_well(decided: Decided) -> None:
    invites = {"invite": "board", "artifact": "The plan"}
    for name, sent, shown in (("pia", {}, False), ("fay", invites, True)):
        answer = await decided.group.browser(name).http.post(f"/decisions/{decided.sha256}/worksessions", data=sent)
        assert answer.status_code == 303
        assert (UNDER_WAY in await decided.page()) is shown


async def test_the_facilitator_of_another_board_is_nobody_here(decided: Decided) -> None:
    async with browser(decided.group.server.base) as stranger:
        links = (await stranger.http.post("/api/boards", json={"question": "Mine?"})).json()["links"]
        await stranger.http.get(links["facilitate"])
        await decided.opens(stranger.http, "Fire Mara")
        assert TITLE not in await decided.page(stranger.http)


async def test_the_facilitator_shows_what_somebody_else_opened_by_one_press(decided: Decided) -> None:
    fay, pia = decided.group.browser("fay").http, decided.group.browser("pia").http
    lead, _ = await decided.opens(pia)
    offer = f"/decisions/{decided.sha256}/worksessions/{lead.board}/confirm"
    assert offer not in (await fay.get(f"/decisions/{decided.sha256}")).text, "she has no link to it"
    assert await decided.confirms(pia, lead.board) == 403
    assert await decided.confirms(decided.group.sam.http, lead.board) == 404
    assert TITLE not in await decided.page()
    await fay.get((await lead.boot())["links"]["join"])
    assert f'action="{offer}"' in (await fay.get(f"/decisions/{decided.sha256}")).text
    assert offer not in (await pia.get(f"/decisions/{decided.sha256}")).text, "only who leads the board is asked"
    assert await decided.confirms(fay, lead.board) == 303
    assert UNDER_WAY in await decided.page()
    assert offer not in (await fay.get(f"/decisions/{decided.sha256}")).text


async def test_only_a_session_of_this_decision_can_be_shown(decided: Decided) -> None:
    fay = decided.group.browser("fay").http
    opened = (await fay.post("/api/worksessions", json={"artifact": "Something else"})).json()
    assert await decided.confirms(fay, opened["id"]) == 404
    assert await decided.confirms(fay, "x" * 24 + "-1") == 404
    assert TITLE not in await decided.page()


async def test_a_session_that_is_deleted_leaves_the_page(decided: Decided) -> None:
    _, tab = await decided.opens(decided.group.browser("fay").http)
    await tab.ok("delete")
    assert TITLE not in await decided.page()
    _, tab = await decided.opens(decided.group.browser("fay").http)
    await ends(tab)
    assert "The plan 6101" in await decided.page()
    await tab.ok("delete")
    assert TITLE not in await decided.page()


async def test_a_recap_outlives_a_session_that_nobody_used_any_more(decided: Decided) -> None:
    lead, tab = await decided.opens(decided.group.browser("fay").http)
    await ends(tab)
    rooms: SessionRooms = decided.group.server.provided("session_rooms")
    room = await rooms.find(lead.board)
    assert room is not None
    assert await rooms.delete(room, idle_since=room.session.active_on)
    page = await decided.page()
    assert "The plan 6101" in page
    assert UNDER_WAY not in page


async def test_the_bytes_of_the_decision_and_its_files_stay(decided: Decided) -> None:
    address = f"/decisions/{decided.sha256}"
    async with browser(decided.group.server.base) as reader:
        before = [(await reader.get(address + ending)).content for ending in (".json", ".html", ".md", ".csv")]
        _, tab = await decided.opens(decided.group.browser("fay").http)
        await ends(tab)
        assert "The plan 6101" in await decided.page()
        assert [(await reader.get(address + ending)).content for ending in (".json", ".html", ".md", ".csv")] == before


async def test_a_decision_that_is_deleted_under_a_session_harms_neither(decided: Decided) -> None:
    fay, server = decided.group.browser("fay").http, decided.group.server
    lead, tab = await decided.opens(fay)
    await server.rooms.journal.writer.write(partial(decisions.remove, sha256=decided.sha256, now=server.clock.now()))
    assert (await fay.get(f"/decisions/{decided.sha256}")).status_code == 410
    assert await decided.confirms(fay, lead.board) == 410
    await ends(tab)
    await tab.ok("delete")


async def test_whoever_led_the_board_just_now_is_offered_a_pause(decided: Decided) -> None:
    offer = "Pause for five minutes first"
    fay = decided.group.browser("fay").http
    assert offer in await decided.page(fay)
    assert offer not in await decided.page(decided.group.browser("pia").http)
    assert offer not in await decided.page()
    decided.group.server.clock.advance(3600)
    assert offer not in await decided.page(fay)
