"""What becomes of people when a process, the database or what connects them fails."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from board.live.bell import Bell
from tests.brainstorm.clients import Browser, Tab, draft
from tests.brainstorm.running import Server, eventually
from tests.cast import Group, gather
from tests.scale.cluster import Cluster, Database
from tests.scale.pairs import pair_of_servers

pytestmark = pytest.mark.anyio


@pytest.fixture
async def servers(shared: Database, tmp_path: Path, front_end: None) -> AsyncIterator[tuple[Server, Server]]:
    async with pair_of_servers(shared, tmp_path) as both:
        yield both


@pytest.fixture
async def pair(servers: tuple[Server, Server]) -> AsyncIterator[tuple[Group, Tab]]:
    """A group on one server, and Lea's page on another."""
    one, two = servers
    async with gather(one) as group:
        group.browsers["lea"] = Browser(two.base)
        await group.browsers["lea"].follow(group.links["participate"])
        yield group, await group.browsers["lea"].open()


async def test_a_change_whose_notification_is_lost_arrives_with_the_next_look(
    pair: tuple[Group, Tab], monkeypatch: pytest.MonkeyPatch
) -> None:
    group, lea = pair
    monkeypatch.setattr(Bell, "_tell", lambda _self, _payload: None)
    await group.goes("diverge")
    await lea.until(lambda tab: tab.phase == "diverge")
    idea = await group.pia.write("heard of late")
    await group.goes("reveal")
    await lea.until(lambda tab: idea.id in tab.all().get("ideas", {}))


async def test_whoever_comes_after_a_pause_sees_what_is_stored_and_not_what_was(
    pair: tuple[Group, Tab], servers: tuple[Server, Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    (group, lea), there = pair, servers[1]

    async def blind(_self: Bell, _connection: object) -> None:
        """It does not look, as when it stands still."""

    # Once she counts, her server has nothing to store, and loses no race.
    await lea.until(lambda tab: tab.notice["counts"]["counting"] == 3)
    monkeypatch.setattr(Bell, "_tell", lambda _self, _payload: None)
    monkeypatch.setattr(Bell, "_look", blind)
    await group.goes("diverge")
    await eventually(lambda: not there.rooms.journal.is_current())
    assert lea.phase == "lobby"
    late = await group.browsers["lea"].open()
    assert late.phase == "diverge"
    await lea.until(lambda tab: tab.phase == "diverge")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT], ids=["stops", "crashes"])
async def test_while_postgresql_is_away_nothing_is_lost_and_everybody_knows(
    pair: tuple[Group, Tab], postgres: Cluster, how: signal.Signals
) -> None:
    group, lea = pair
    await group.goes("diverge")
    await lea.until(lambda tab: tab.phase == "diverge")
    kept = [await group.pia.write("before"), await lea.write("before, there")]
    await asyncio.to_thread(postgres.stop, how)
    lost = draft("while it is away")
    answer = await group.pia.do("add_idea", idea=lost.id, secret=lost.secret, text=lost.text)
    assert answer["answer"] == "retry"
    for tab in (group.pia, lea):
        await tab.until(lambda tab: tab.notice["readonly"])
    await asyncio.to_thread(postgres.start)
    for tab in (group.pia, lea):
        await tab.until(lambda tab: not tab.notice["readonly"])
    assert (await group.pia.add(lost)) == "ok"
    await group.goes("reveal")
    await lea.until(lambda tab: tab.all().get("ideas", {}).keys() == {one.id for one in (*kept, lost)})
