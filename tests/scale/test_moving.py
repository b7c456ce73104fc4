"""A server on the copy: people come back with the cookies that they have, and everything goes on where it stood."""

import asyncio
import contextlib
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

from board.copying import copy
from board.db import alone, engine
from board.db.alone import InUseError
from board.decisions import KIND as DECISION
from board.preparing import prepare
from board.recaps import KIND as RECAP
from board.records.verify import CONFIRMED, verify
from board.settings import Settings
from tests.brainstorm.clients import Browser, Tab
from tests.brainstorm.running import MovableClock, Server, eventually, serving
from tests.cast import Group, gather
from tests.scale.cluster import Cluster, Database
from tests.worksessions.clients import Work, session

TEXT = "What people wrote: a brief 🌱"


def url_of(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


def move(browser: Browser, server: Server) -> None:
    """The next request goes to another server, with the same cookies."""
    browser.base = server.base
    browser.http.base_url = server.base
    browser.http.headers["Origin"] = server.base


def path_of(link: str) -> str:
    return urlsplit(link).path


async def reach_the_vote(group: Group) -> list[str]:
    """Three ideas; Pia's ballot is in, Ben's is not. Returns the options."""
    await group.writes(3)
    await group.goes("vote")
    options = group.options()
    await group.pia.ok("cast_ballot", dots={options[0]: 1}, done=False)
    return options


async def share(work: Work) -> str:
    """What the group did, shared; returns the address of the recap."""
    await work.lead.tab.ok("start")
    await work.lead.tab.ok("append_text", line=str(uuid4()), text=TEXT)
    await work.lead.tab.ok("end", verdict="done")
    return str((await work.lead.tab.ok("share", visibility="link"))["recap"])


async def freeze(group: Group) -> str:
    """A board of its own, from the first idea to the record."""
    await group.writes(2)
    await group.goes("vote")
    await group.votes([(tab, group.options()[:1]) for tab in group.voters])
    await group.goes("decide")
    shortlist = group.options()[:1]
    await group.fay.ok("write_decision", decision="We build it", owner="Ada", shortlist=shortlist)
    await group.fay.ok("close_consent")
    return str((await group.fay.ok("freeze"))["decision"])


async def test_everything_goes_on_after_the_move(
    database: Path, shared: Database, clock: MovableClock, front_end: Path
) -> None:
    async with contextlib.AsyncExitStack() as stack:
        async with serving(database, clock) as before:
            voting = await stack.enter_async_context(gather(before))
            done = await stack.enter_async_context(gather(before))
            work = await stack.enter_async_context(session(before))
            options = await reach_the_vote(voting)
            decision = await freeze(done)
            mia = await work.comes("Mia")
            recap = await share(work)
            epoch, joined = voting.pia.notice["epoch"], voting.fay.notice["counts"]
        await copy(url_of(database), shared.url, print)
        await asyncio.to_thread(prepare, Settings(database_url=shared.url))
        server = await stack.enter_async_context(serving(database, clock, database_url=shared.url))
        for browser in (*voting.browsers.values(), *done.browsers.values(), *work.members):
            move(browser, server)
        pia, fay, ben = [await voting.browser(name).open() for name in ("pia", "fay", "ben")]
        assert pia.notice["epoch"] == epoch
        assert fay.notice["counts"]["joined"] == joined["joined"]
        assert pia.notice["you"]["ballot"]["dots"] == {options[0]: 1}
        assert not ben.notice["you"].get("ballot")
        await pia.ok("cast_ballot", dots={options[1]: 1}, done=True)
        await ben.ok("cast_ballot", dots={options[1]: 1}, done=True)
        await fay.ok("open_phase", phase="decide")
        await fay.until(lambda tab: tab.phase == "decide" and tab.meta("rounds"))
        assert dots(fay, options) == [0, 2, 0]
        page = await mia.open()
        assert page.notice["you"]["person"] == mia.person
        assert TEXT in await work.text()
        for path in (f"/decisions/{decision}", f"/recaps/{recap}", f"/decisions/{decision}.json"):
            assert (await work.lead.get(path)).status_code == 200, path
        for path in (f"decisions/{decision}", f"recaps/{recap}"):
            assert (await asyncio.to_thread(verify, f"{server.base}/{path}", (DECISION, RECAP))).code == CONFIRMED
        for link in (*voting.links.values(), work.links["join"], work.links["read"]):
            stranger = Browser(server.base)
            assert (await stranger.get(path_of(link))).status_code == 303
            await stranger.close()


def dots(tab: Tab, options: list[str]) -> list[int]:
    tally = {line["option"]: line["dots"] for line in tab.meta("rounds")[0]["tally"]}
    return [tally.get(option, 0) for option in options]


def others(database: Database) -> int:
    """How many connections servers have."""
    with database.connect() as connection:
        counting = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'shortlist'"
        ((count,),) = connection.execute(f"{counting} AND datname = current_database()").fetchall()
    return int(count)


async def test_nothing_is_copied_while_a_server_runs(
    database: Path, postgres: Cluster, shared: Database, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone, "PATIENCE", 0.3)
    with postgres.database() as other:
        async with serving(database, clock) as server:
            await server.settled()
            with pytest.raises(InUseError):
                await copy(url_of(database), shared.url, print)
        async with serving(database, clock, database_url=other.url):
            await eventually(lambda: others(other))
            with pytest.raises(InUseError):
                await copy(url_of(database), other.url, print)
        with other.connect() as connection:
            assert connection.execute("SELECT to_regclass('unfinished_copy')").fetchone() == (None,)


async def test_no_server_starts_on_a_file_that_is_copied(
    database: Path, shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.2)
    monkeypatch.setattr(alone, "PATIENCE", 0.3)
    starting = Settings(database_url=url_of(database))
    async with alone.alone(url_of(database), reading=True) as one:
        await one.exec_driver_sql("SELECT 1")
        with pytest.raises(SystemExit, match="locked"):
            await asyncio.to_thread(prepare, starting)
    await asyncio.to_thread(prepare, starting)


async def test_nobody_writes_to_a_shared_database_that_is_copied(
    shared: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone, "PATIENCE", 0.3)
    async with alone.alone(shared.url, reading=True):
        with shared.connect() as connection:
            connection.execute("SET lock_timeout = 200")
            with pytest.raises(Exception, match="lock timeout"):
                connection.execute("INSERT INTO documents VALUES ('b', 'board', 0)")
            with pytest.raises(Exception, match="lock timeout"):
                connection.execute("DELETE FROM recap_pages")
        with pytest.raises(InUseError):
            await copy(shared.url, url_of(tmp_path / "back.db"), print)
