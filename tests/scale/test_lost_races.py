"""A command for which another process was faster is judged on what that one stored, while nobody else can write."""

from collections.abc import Iterable

import psycopg
import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from board.live.bell import Bell
from board.live.document import LiveDocument
from board.live.stored import batch
from tests.brainstorm.clients import Tab, draft
from tests.cast import Group, gather
from tests.scale.cluster import Database
from tests.scale.conftest import Pair
from tests.scale.visits import Visits


@pytest.fixture(autouse=True)
def deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process hears of another, so each one that did not write last loses its race."""

    async def looks(_self: Bell, _connection: object) -> None:
        """It sees nothing."""

    monkeypatch.setattr(Bell, "_tell", lambda _self, _payload: None)
    monkeypatch.setattr(Bell, "_look", looks)
    monkeypatch.setattr(Bell, "is_current", lambda _self: True)


async def arrives(visits: Visits, base: str, group: Group) -> Tab:
    """Somebody more at a process. Once they count, it has nothing to store and loses no race by itself."""
    tab = await (await visits.newcomer(base, group.links["participate"])).open()
    await tab.until(lambda tab: tab.notice["counts"]["counting"] == 3)
    return tab


async def test_an_idea_that_lost_its_race_against_the_reveal_is_late(pair: Pair, visits: Visits) -> None:
    async with gather(pair.first) as group:
        await group.goes("diverge")
        there = await arrives(visits, pair.second.base, group)
        before = [await group.pia.add(draft("here")), await there.add(draft("there"))]
        await group.goes("reveal")
        assert there.phase == "diverge"
        after = await there.add(draft("after the reveal"))
        assert (before, after) == (["ok", "ok"], "late")
        await there.until(lambda tab: tab.phase == "reveal")
        assert len(group.fay.all()["ideas"]) == 2


async def test_nobody_else_can_write_while_a_lost_race_is_judged_again(
    pair: Pair, visits: Visits, shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked, reload = list[bool](), batch.reload

    async def reloading(conn: AsyncConnection, documents: Iterable[LiveDocument]) -> None:
        with shared.connect() as other:
            try:
                other.execute("SELECT 1 FROM documents FOR UPDATE NOWAIT")
                locked.append(False)
            except psycopg.errors.LockNotAvailable:
                locked.append(True)
        await reload(conn, documents)

    async with gather(pair.first) as group:
        await group.goes("diverge")
        there = await arrives(visits, pair.second.base, group)
        await group.pia.write("one more change here")
        monkeypatch.setattr(batch, "reload", reloading)
        assert await there.add(draft("there")) == "ok"
    assert locked == [True]
