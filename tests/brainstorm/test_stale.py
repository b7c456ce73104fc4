"""Pages of a board that no longer exists in this state: an older file was restored, or the database was wiped.

A page that learns of another run of the server trusts none of its state, and never sends its document back.
"""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from pathlib import Path
from uuid import uuid4

import pytest

from tests.brainstorm import wire
from tests.brainstorm.clients import Browser, Tab
from tests.brainstorm.running import MovableClock, Server, serving
from tests.brainstorm.wire import Json
from tests.cast import Group, gather
from tests.databases import needs_sqlite

Started = Callable[[Path], AbstractAsyncContextManager[Server]]


@pytest.fixture
def started(front_end: Path, clock: MovableClock) -> Started:
    """Starts the server on a file. The port differs each time; the test gives the browser the current address."""

    @asynccontextmanager
    async def start(file: Path) -> AsyncIterator[Server]:
        async with serving(file, clock) as server:
            yield server

    return start


def backup(server: Server, to: Path) -> Path:
    """A copy as `sqlite3 .backup` makes it, while the server runs."""
    with closing(sqlite3.connect(server.file)) as source, closing(sqlite3.connect(to)) as copy:
        source.backup(copy)
    return to


def put_back(file: Path, copy: Path) -> None:
    for left in file.parent.glob(f"{file.name}-*"):
        left.unlink()
    shutil.copy(copy, file)


async def again(browser: Browser, server: Server) -> Tab:
    """The same person after the restart: a browser with the same cookies."""
    moved = Browser(server.base)
    moved.board, moved.cookie = browser.board, browser.cookies()
    tab = await moved.open()
    browser.tabs += moved.tabs
    await moved.http.aclose()
    return tab


async def scene(group: Group) -> list[str]:
    ideas = await group.writes(4)
    await group.goes("cluster")
    return [idea.id for idea in ideas]


async def test_each_run_of_the_server_has_a_name_of_its_own(started: Started, database: Path) -> None:
    async with started(database) as server, gather(server) as group:
        first = {tab.notice["run"] for tab in (group.fay, group.pia, group.olu)}
        assert {notice["run"] for notice in group.pia.notices} == first
        assert (await group.browser("pia").boot())["notice"]["run"] in first
        pia = group.browser("pia")
        board, cookies = pia.board, pia.cookies()
    async with started(database) as server:
        browser = Browser(server.base)
        browser.board, browser.cookie = board, cookies
        tab = await browser.open()
        assert len(first) == 1
        assert tab.notice["run"] not in first
        assert tab.notice["epoch"] == 1, "nothing else tells a page that its document may be of another history"
        await browser.close()


async def test_after_an_older_file_was_put_back_the_server_gives_what_it_has(
    started: Started, database: Path, tmp_path: Path
) -> None:
    needs_sqlite()
    async with started(database) as server, gather(server) as group:
        ideas = await scene(group)
        copy = backup(server, tmp_path / "copy.db")
        before = group.olu.all()
        await group.pia.ok("name_cluster", cluster=str(uuid4()), name="after the copy was made")
        await group.olu.until(lambda tab: tab.root("clusters"))
        run, epoch = group.olu.notice["run"], group.olu.notice["epoch"]
        pia = group.browser("pia")
    put_back(database, copy)
    async with started(database) as server:
        tab = await again(pia, server)
        assert (tab.notice["epoch"], tab.notice["run"] != run) == (epoch, True)
        assert tab.all() == before
        await tab.ok("place_idea", idea=ideas[1], cluster=None)
        await tab.close()


async def test_a_document_that_a_page_sends_is_not_taken_in(group: Group) -> None:
    await scene(group)
    whole = group.pia.doc.get_update()
    before = group.olu.all()
    for step in (wire.STEP_2, wire.UPDATE):
        await group.pia.put(wire.head(wire.SYNC, step) + wire.sized(whole))
    await group.pia.ok("name_cluster", cluster="00000000-0000-4000-8000-000000000000", name="a command behind it")
    await group.olu.until(lambda tab: tab.root("clusters"))
    assert group.olu.all() | {"clusters": {}} == before


async def test_a_wiped_store_says_that_the_board_is_gone(
    started: Started, database: Path, empty_database: Path
) -> None:
    needs_sqlite()
    async with started(database) as server, gather(server) as group:
        await scene(group)
        pia = group.browser("pia")
    put_back(database, empty_database)
    async with started(database) as server:
        stale = Browser(server.base)
        stale.board, stale.cookie = pia.board, pia.cookies()
        tab = Tab(await stale.dial())
        assert await tab.closed() == 4404
        assert (await stale.get(f"/boards/{stale.board}")).status_code == 404
        assert not tab.frames
        await stale.http.aclose()


async def test_a_board_that_is_deleted_under_its_people_is_gone_for_all_of_them(group: Group) -> None:
    needs_sqlite()
    await scene(group)
    with closing(sqlite3.connect(group.server.file)) as connection:
        connection.execute("DELETE FROM boards")
        connection.commit()
    request = await group.fay.send("open_phase", phase="vote")
    codes = await asyncio.gather(*(tab.closed() for tab in (group.fay, group.pia, group.ben, group.olu)))
    assert codes == [4404] * 4
    assert group.fay.answers.get(request, {"answer": "refused"})["answer"] == "refused"
    assert (await group.browser("pia").get(f"/boards/{group.board}")).status_code == 404
    again: Json = (await group.browser("pia").post(f"/api/boards/{group.board}/commands", json={"do": "freeze"})).json()
    assert again["status"] == 404
