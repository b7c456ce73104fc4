"""A process whose notifications are lost answers commands by what is stored, also those that change nothing."""

import uuid
from collections.abc import AsyncIterator

import pytest

from board.live.bell import Bell
from tests.brainstorm.clients import Tab
from tests.cast import gather
from tests.scale.conftest import Pair
from tests.scale.visits import Visits

pytestmark = pytest.mark.anyio

CLUSTER = str(uuid.uuid4())


@pytest.fixture
async def pages(pair: Pair, visits: Visits, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Tab, Tab]]:
    """The facilitator's page at each process. From now on no process notices what the other one stores."""
    async with gather(pair.first, ideas=[{"text": "a bicycle street"}]) as group:
        there = await (await visits.elsewhere(group.browser("fay"), pair.second.base)).open()
        await group.goes("cluster")
        await group.fay.ok("name_cluster", cluster=CLUSTER, name="Streets")
        await there.until(lambda tab: CLUSTER in tab.root("clusters"))

        async def blind(_self: Bell, _connection: object) -> None:
            """It does not look."""

        monkeypatch.setattr(Bell, "_tell", lambda _self, _payload: None)
        monkeypatch.setattr(Bell, "_look", blind)
        yield group.fay, there


async def test_what_stands_there_in_old_memory_alone_is_written(
    pages: tuple[Tab, Tab], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = pages
    await there.ok("name_cluster", cluster=CLUSTER, name="Roads")
    await here.ok("name_cluster", cluster=CLUSTER, name="Streets")
    monkeypatch.undo()
    await there.until(lambda tab: tab.root("clusters")[CLUSTER]["name"] == "Streets")


async def test_what_old_memory_lacks_is_no_reason_to_refuse(pages: tuple[Tab, Tab]) -> None:
    here, there = pages
    (idea,) = here.root("ideas")
    await there.ok("name_cluster", cluster=(fresh := str(uuid.uuid4())), name="Roads")
    await here.ok("place_idea", idea=idea, cluster=fresh)
