"""A session that is open on two servers: one document, one text, one clock."""

import asyncio
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import pytest

from tests.brainstorm.clients import Tab
from tests.brainstorm.running import Server
from tests.scale.conftest import Pair
from tests.scale.racing import document
from tests.worksessions.boards import comes
from tests.worksessions.clients import Member, Work, session
from tests.worksessions.text_pages import TextPage

pytestmark = pytest.mark.anyio


@dataclass
class Shared:
    """Ana leads on one server; Ben and Cleo work on the other."""

    servers: tuple[Server, Server]
    work: Work
    ben: Member
    cleo: Member


@pytest.fixture
async def shared_session(pair: Pair) -> AsyncIterator[Shared]:
    async with session(pair.first) as work:
        there = [Member(pair.second.base), Member(pair.second.base)]
        work.members += there
        for member, name in zip(there, ("Ben", "Cleo"), strict=True):
            await member.joins(work.links["join"], name)
        await work.lead.tab.ok("start")
        yield Shared((pair.first, pair.second), work, *there)


async def test_people_on_two_servers_write_one_text(shared_session: Shared) -> None:
    random_ = random.Random(5)
    pages = [await TextPage.opened(one) for one in shared_session.work.members]

    async def types(page: TextPage, name: str) -> None:
        for number in range(30):
            page.type(f"{name}{number} ", random_.randrange(len(str(page)) + 1))
            if number % 5 == 4:
                page.erase(random_.randrange(max(1, len(str(page)) - 3)), 2)
            await page.saved()

    await asyncio.gather(*(types(page, name) for page, name in zip(pages, "abc", strict=True)))
    for page in pages:
        await page.until(lambda: len({str(one) for one in pages}) == 1)
    text = str(pages[0])
    await shared_session.work.until_text(text)
    later = await TextPage.opened(shared_session.ben)
    assert str(later) == text


def _is_at(tab: Tab, item: str) -> bool:
    return bool(tab.root("meta")["clock"]["item"] == item)


async def test_next_is_pressed_on_both_servers_at_once_and_skips_nothing(shared_session: Shared) -> None:
    work, order = shared_session.work, shared_session.work.order
    for now, following in pairwise(order):
        await asyncio.gather(*(one.tab.do("next_item", **{"from": now}) for one in work.members))
        for one in work.members:
            await one.tab.until(partial(_is_at, item=following))
    assert document(shared_session.ben.tab) == document(work.lead.tab) == document(shared_session.cleo.tab)


async def test_whoever_is_removed_on_one_server_is_out_of_the_other(shared_session: Shared) -> None:
    ben = shared_session.ben
    await shared_session.work.lead.tab.ok("remove", person=ben.person)
    assert await ben.tab.closed() == 4404
    assert (await ben.get(f"/worksessions/{shared_session.work.id}")).status_code == 410
    await shared_session.cleo.tab.until(lambda tab: tab.root("people")[ben.person]["removed"])


async def test_links_that_are_renewed_on_one_server_open_nothing_on_the_other(shared_session: Shared) -> None:
    work, (_, two) = shared_session.work, shared_session.servers
    await work.lead.tab.ok("renew_links", which=["join"])
    assert await shared_session.ben.tab.closed() in (4404, 4408)
    stranger = Member(two.base)
    work.members.append(stranger)
    answer = await stranger.http.get(work.links["join"], follow_redirects=True)
    assert answer.status_code in (404, 410)


async def test_a_session_that_goes_on_is_where_the_links_lead_on_both_servers(shared_session: Shared) -> None:
    work = shared_session.work
    await work.lead.tab.ok("end", verdict="another")
    await shared_session.ben.tab.until(lambda tab: tab.root("meta")["state"] == "ended")
    answers = await asyncio.gather(work.lead.tab.do("open_next"), work.lead.tab.do("open_next"))
    second = {str(one["worksession"]) for one in answers if one["answer"] == "ok"}
    assert len(second) == 1
    await shared_session.ben.tab.until(lambda tab: tab.root("meta")["next"] in second)
    tab = await shared_session.ben.comes_to(second.pop())
    assert tab.synced


async def test_whoever_came_to_a_board_by_an_old_link_is_out_of_it_on_the_other_server(pair: Pair) -> None:
    async with session(pair.first, kind="brainstorming") as work:
        ben = Member(pair.second.base)
        work.members.append(ben)
        await ben.joins(work.links["join"], "Ben")
        await work.lead.tab.ok("start")
        await work.lead.tab.ok("open_board", item=work.order[0])
        page = await (await comes(ben, work.order[0])).open()
        await work.lead.tab.ok("renew_links", which=["join"])
        assert await page.closed() == 4404
