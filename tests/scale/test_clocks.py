"""Processes on machines whose clocks differ agree on when time is up: the database's clock decides."""

import asyncio
import time
from pathlib import Path

import pytest

from board.clock import AlignedClock
from board.db.clock import following
from board.db.engine import create_engine
from tests.brainstorm.clients import draft
from tests.brainstorm.running import passing
from tests.scale.cluster import Database
from tests.scale.fleet import fleet
from tests.scale.visits import Visits

CLOSE = 1.0
"""seconds by which a reading of the database's clock may be off on a busy machine, far below five"""
WRITES = 4.0
"""seconds"""
AHEAD = 3600.0
"""seconds"""


async def test_a_deadline_is_the_same_on_machines_whose_clocks_differ(shared: Database, tmp_path: Path) -> None:
    async with fleet(shared, tmp_path, 2, modules={0: "tests.scale.ahead"}) as some, Visits() as visits:
        fay = await visits.newcomer(some.bases[0])
        opened = (await fay.post("/api/boards", json={"question": "When?", "minutes": WRITES / 60})).json()
        await fay.follow(opened["links"]["facilitate"])
        leads = await fay.open()
        people = [await visits.newcomer(base, opened["links"]["participate"]) for base in some.bases]
        tabs = [await one.open() for one in people]
        await leads.ok("open_phase", phase="diverge")
        for tab in tabs:
            await tab.until(lambda tab: tab.phase == "diverge")
        deadline = leads.notice["deadline"]
        for base, one in zip(some.bases, people, strict=True):
            before = shared.now()
            told = (await one.boot())["notice"]["now"]
            assert before - 0.1 < told < shared.now() + 0.1, base
        await passing(deadline - shared.now() + 1)
        assert [await tab.add(draft("in time")) for tab in tabs] == ["ok", "ok"]
        await passing(deadline - shared.now() + 2.5)
        assert [await tab.add(draft("late")) for tab in tabs] == ["late", "late"]


async def test_an_item_takes_the_same_time_on_machines_whose_clocks_differ(shared: Database, tmp_path: Path) -> None:
    async with fleet(shared, tmp_path, 2, modules={0: "tests.scale.ahead"}) as some, Visits() as visits:
        opener = await visits.newcomer(some.bases[0])
        asked = {"kind": "team", "artifact": "A brief", "minutes": 60, "conditions": ["the price is in it"]}
        links = (await opener.post("/api/worksessions", json=asked)).json()["links"]
        ana = await visits.member(some.bases[0], links["lead"], "Ana")
        ben = await visits.member(some.bases[1], links["join"], "Ben")
        tabs = [ana.tab, ben.tab]
        before = shared.now()
        await ana.tab.ok("start")
        started = shared.now()
        for tab in tabs:
            await tab.until(lambda tab: "clock" in tab.root("meta"))
        clock = ana.tab.root("meta")["clock"]
        assert before - CLOSE < clock["since"] < started + CLOSE
        # Whichever process takes it, the item that the one began ends once, and took what the database's clock says.
        await passing(2)
        ending = shared.now()
        await asyncio.gather(*(tab.ok("next_item", **{"from": clock["item"]}) for tab in tabs))
        ended = shared.now()
        for tab in tabs:
            await tab.until(lambda tab: tab.root("agenda")[clock["item"]].get("spent") is not None)
        spent = ana.tab.root("agenda")[clock["item"]]["spent"]
        assert ending - started - CLOSE < spent < ended - before + CLOSE
        assert ana.tab.root("meta")["clock"] == ben.tab.root("meta")["clock"]
        now = ana.tab.root("meta")["clock"]
        assert ending - CLOSE < now["since"] < ended + CLOSE
        for member in (ana, ben):
            asked_at = shared.now()
            told = (await member.boot())["notice"]["now"]
            assert asked_at - CLOSE < told < shared.now() + CLOSE


async def test_a_clock_that_follows_the_databases_forgets_that_of_its_machine(
    shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    right, engine = time.time, create_engine(shared.url)
    with monkeypatch.context() as patch:
        patch.setattr(time, "time", lambda: right() + AHEAD)
        clock = AlignedClock()
    assert clock.now() > shared.now() + AHEAD / 2
    async with following(engine, clock):
        before = shared.now()
        assert before - 1 < clock.now() < shared.now() + 1
    await engine.dispose()
