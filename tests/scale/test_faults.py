"""What becomes of people when a process, the database or what connects them fails."""

import asyncio
import signal

import pytest

from board.live.bell import Bell
from tests.brainstorm.clients import Tab, draft
from tests.brainstorm.running import eventually
from tests.cast import Group
from tests.scale.cluster import Cluster
from tests.scale.conftest import Pair

pytestmark = pytest.mark.anyio


async def test_a_change_whose_notification_is_lost_arrives_with_the_next_look(
    group: Group, lea: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Bell, "_tell", lambda _self, _payload: None)
    await group.goes("diverge")
    await lea.until(lambda tab: tab.phase == "diverge")
    idea = await group.pia.write("heard of late")
    await group.goes("reveal")
    await lea.until(lambda tab: idea.id in tab.all().get("ideas", {}))


async def test_whoever_comes_after_a_pause_sees_what_is_stored_and_not_what_was(
    pair: Pair, group: Group, lea: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def blind(_self: Bell, _connection: object) -> None:
        """It does not look, as when it stands still."""

    # Once she counts, her server has nothing to store, and loses no race.
    await lea.until(lambda tab: tab.notice["counts"]["counting"] == 3)
    monkeypatch.setattr(Bell, "_tell", lambda _self, _payload: None)
    monkeypatch.setattr(Bell, "_look", blind)
    await group.goes("diverge")
    await eventually(lambda: not pair.second.rooms.journal.is_current())
    assert lea.phase == "lobby"
    late = await group.browsers["lea"].open()
    assert late.phase == "diverge"
    await lea.until(lambda tab: tab.phase == "diverge")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT], ids=["stops", "crashes"])
async def test_while_postgresql_is_away_nothing_is_lost_and_everybody_knows(
    group: Group, lea: Tab, postgres: Cluster, how: signal.Signals
) -> None:
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
