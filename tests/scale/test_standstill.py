"""A PostgreSQL that answers nothing and closes nothing: people know, nothing is lost, and nothing is there twice."""

import asyncio
import contextlib
import gc
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from board.db import postgresql
from board.live import bell
from tests.brainstorm.clients import draft
from tests.brainstorm.running import MovableClock, Server, eventually, passing, serving
from tests.cast import gather
from tests.scale.cluster import Cluster, Database
from tests.scale.conftest import Pair
from tests.scale.relay import Relay, relay
from tests.scale.visits import Visits, becomes, status

pytestmark = pytest.mark.anyio


def sockets() -> set[str]:
    """Those that this process has open."""
    found = set()
    for path in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):
            found.add(str(path.readlink()))
    return {one for one in found if one.startswith("socket:")}


async def test_while_postgresql_stands_still_everybody_knows_and_nothing_is_lost(
    pair: Pair, visits: Visits, postgres: Cluster
) -> None:
    async with gather(pair.first) as group:
        lea = await visits.newcomer(pair.second.base, group.links["participate"])
        tab = await lea.open()
        await group.goes("diverge")
        await tab.until(lambda tab: tab.phase == "diverge")
        kept = [await group.pia.write("before"), await tab.write("before, there")]
        stranger = await visits.newcomer(pair.second.base)
        with postgres.standing_still():
            lost = draft("while it stands still")
            answer = await group.pia.do("add_idea", idea=lost.id, secret=lost.secret, text=lost.text)
            assert answer["answer"] == "retry"
            for one in (group.pia, tab):
                await one.until(lambda one: one.notice["readonly"])
            for browser in (group.browsers["pia"], lea):
                assert await status(browser) == 503
            assert await status(stranger, group.links["participate"]) == 503
        for one in (group.pia, tab):
            await one.until(lambda one: not one.notice["readonly"])
        await becomes(lea, 200)
        assert (await group.pia.add(lost)) == "ok"
        await group.goes("reveal")
        await tab.until(lambda tab: tab.all().get("ideas", {}).keys() == {one.id for one in (*kept, lost)})


async def test_a_server_on_which_nobody_is_says_that_postgresql_stands_still(
    pair: Pair, visits: Visits, postgres: Cluster
) -> None:
    stranger = await visits.newcomer(pair.first.base)
    await passing(bell.OLD + 1)
    await eventually(pair.first.rooms.journal.is_current)
    with postgres.standing_still():
        await becomes(stranger, 503)
    await becomes(stranger, 200)


@pytest.fixture
async def between(shared: Database) -> AsyncIterator[Relay]:
    async with relay(Relay(shared)) as one:
        yield one


@pytest.fixture
async def behind(between: Relay, front_end: None, tmp_path: Path) -> AsyncIterator[Server]:
    """A server that reaches PostgreSQL through the relay alone."""
    async with serving(tmp_path / "none", MovableClock(), database_url=between.url) as one:
        yield one


@pytest.fixture
def no_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_collector")
async def test_a_connection_that_is_not_answered_is_closed_at_once(shared: Database, postgres: Cluster) -> None:
    url = shared.url.replace("+psycopg", "")
    how: dict[str, Any] = postgresql.arguments(locked_for=1) | {"connect_timeout": 2}
    with postgres.standing_still():
        before = sockets()
        with pytest.raises(psycopg.errors.ConnectionTimeout):
            await postgresql.connect_async(url, **how)
        with pytest.raises(psycopg.errors.ConnectionTimeout):
            await asyncio.to_thread(postgresql.connect, url, **how)
        assert sockets() <= before


async def test_a_statement_that_is_not_answered_ends_and_closes_its_connection(
    shared: Database, postgres: Cluster
) -> None:
    url = shared.url.replace("+psycopg", "")
    blocking, waiting = postgresql.connect(url), await postgresql.connect_async(url)
    with postgres.standing_still():
        with pytest.raises(psycopg.OperationalError):
            await waiting.execute("SELECT 1")
        with pytest.raises(psycopg.OperationalError):
            await asyncio.to_thread(blocking.execute, "SELECT 1")
    assert (blocking.closed, waiting.closed) == (True, True)


@pytest.mark.parametrize("arrives", [True, False], ids=["is stored", "is lost"])
async def test_a_commit_without_an_answer_is_looked_up_before_anything_is_judged(
    between: Relay, behind: Server, shared: Database, arrives: bool
) -> None:
    async with gather(behind) as group:
        await group.goes("diverge")
        kept = await group.pia.write("before")
        idea = draft("whose commit nobody hears of")
        between.cut_at_commit(idea.text.encode(), arrives=arrives)
        answer = await group.pia.do("add_idea", idea=idea.id, secret=idea.secret, text=idea.text)
        assert (between.is_cut, answer["answer"]) == (True, "retry")
        await group.pia.until(lambda tab: not tab.notice["readonly"])
        more = await group.ben.write("what is stored next")
        room = await group.room()
        assert set(room.board.ideas) == {kept.id, more.id} | ({idea.id} if arrives else set())
        assert (await group.pia.add(idea)) == "ok"
        await group.goes("reveal")
        await group.pia.until(lambda tab: tab.all().get("ideas", {}).keys() == {kept.id, more.id, idea.id})
        await behind.settled()
    async with serving(Path("none"), MovableClock(), database_url=shared.url) as other:
        stored = await other.rooms.find(group.board)
        assert stored is not None
        assert set(stored.board.ideas) == {kept.id, more.id, idea.id}
