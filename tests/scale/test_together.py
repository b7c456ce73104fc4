"""Two servers on one PostgreSQL have the same board open: whatever one of them stores reaches the pages of both."""

import asyncio
import random
import uuid

import pytest

from tests.brainstorm.clients import Tab
from tests.cast import Group

pytestmark = pytest.mark.anyio


async def test_an_idea_and_a_move_reach_the_pages_of_the_other_server(group: Group, lea: Tab) -> None:
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


async def test_both_servers_write_at_once_and_every_page_has_all_of_it(group: Group, lea: Tab) -> None:
    random_ = random.Random(11)
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
