"""Two servers on one PostgreSQL have the same board open: whatever one of them stores reaches the pages of both."""

import asyncio
import contextlib
import random
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.brainstorm.clients import Browser, Tab
from tests.brainstorm.running import Server
from tests.cast import Group, gather
from tests.scale.cluster import Database
from tests.scale.pairs import pair_of_servers

pytestmark = pytest.mark.anyio


@dataclass
class Pair:
    """Two servers; the group's pages are on the first one."""

    servers: tuple[Server, Server]
    group: Group

    async def joins(self, at: int, link: str = "participate") -> tuple[Browser, Tab]:
        """Somebody more comes to one of the servers."""
        browser = Browser(self.servers[at].base)
        self.group.browsers[f"newcomer {len(self.group.browsers)}"] = browser
        await browser.follow(self.group.links[link])
        return browser, await browser.open()


@pytest.fixture
async def pair(shared: Database, tmp_path: Path, front_end: None) -> AsyncIterator[Pair]:
    async with contextlib.AsyncExitStack() as stack:
        one, two = await stack.enter_async_context(pair_of_servers(shared, tmp_path))
        group = await stack.enter_async_context(gather(one))
        yield Pair((one, two), group)


async def test_an_idea_and_a_move_reach_the_pages_of_the_other_server(pair: Pair) -> None:
    group = pair.group
    _, lea = await pair.joins(1)
    await group.goes("diverge")
    await lea.until(lambda tab: tab.phase == "diverge")
    here, there = await group.pia.write("written here"), await lea.write("written there")
    await group.goes("reveal")
    for tab in (group.ben, lea):
        await tab.until(lambda tab: {here.id, there.id} <= tab.all().get("ideas", {}).keys())
    await group.goes("cluster")
    await lea.until(lambda tab: tab.phase == "cluster")
    await lea.ok("name_cluster", cluster=(cluster := str(uuid.uuid4())), name="Together")
    await lea.ok("place_idea", idea=here.id, cluster=cluster)
    await group.ben.until(lambda tab: tab.all()["places"][here.id]["cluster"] == cluster)


async def test_both_servers_write_at_once_and_every_page_has_all_of_it(pair: Pair) -> None:
    group, random_ = pair.group, random.Random(11)
    _, lea = await pair.joins(1)
    await group.goes("diverge")
    await lea.until(lambda tab: tab.phase == "diverge")
    for number in range(10):
        await asyncio.gather(group.pia.write(f"here {number}"), lea.write(f"there {number}"))
    await group.goes("cluster")
    await lea.until(lambda tab: tab.phase == "cluster" and len(tab.all().get("ideas", {})) == 20)
    ideas = sorted(lea.all()["ideas"])

    clusters = [str(uuid.UUID(int=random_.getrandbits(128), version=4)) for _ in range(5)]

    for cluster in clusters:
        await lea.ok("name_cluster", cluster=cluster, name="A group")

    async def moves(tab: Tab) -> None:
        for _ in range(60):
            cluster = random_.choice([None, *clusters])
            answer = await tab.do("place_idea", idea=random_.choice(ideas), cluster=cluster)
            assert answer["answer"] in ("ok", "refused"), answer

    await asyncio.gather(*(moves(tab) for tab in (group.pia, group.ben, group.fay, lea)))
    await lea.until(lambda tab: tab.all()["places"] == group.ben.all()["places"])
    assert lea.all() == group.pia.all()
