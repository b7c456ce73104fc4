"""Processes on machines whose clocks differ agree on when time is up: the database's clock decides."""

from pathlib import Path

from tests.brainstorm.clients import draft
from tests.brainstorm.running import passing
from tests.scale.cluster import Database
from tests.scale.fleet import fleet
from tests.scale.visits import Visits

WRITES = 4.0
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
