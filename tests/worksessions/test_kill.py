"""After a kill at any moment, everything that a session answered exists exactly once.

`SHORTLIST_SESSION_KILLS=200 pytest tests/worksessions/test_kill.py -o timeout=0` runs the long version.
"""

import asyncio
import os
import random
import uuid
from pathlib import Path

import pytest

from tests.brainstorm.database import rows
from tests.brainstorm.outbox import Outbox
from tests.brainstorm.place import Place, standing
from tests.brainstorm.running import passing
from tests.worksessions.clients import ALL, ARTIFACT, Member

KILLS = int(os.environ.get("SHORTLIST_SESSION_KILLS", "10"))
CHAPTER = 20
"""kills that one session goes through"""
PEOPLE = 4
TASKS = 45
"""of one person; a quarter of what a session holds is the most"""

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(300)]


class Working:
    """A session whose people write down tasks, lines and goals at once, whatever happens to the server."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.links: dict[str, str] = {}
        self.people: list[Outbox] = []
        self.tasks: dict[str, str] = {}
        self.lines: list[str] = []
        self.goals: dict[str, int] = {}

    async def open(self) -> None:
        opening = self._browser()
        answer = await opening.post("/api/worksessions", json={"kind": "team", "artifact": ARTIFACT})
        assert answer.status_code == 201, answer.text
        self.links = answer.json()["links"]
        self.leads = await self.somebody("lead", "Ana")
        self.people = [await self.somebody("join", f"Person {number}") for number in range(PEOPLE)]
        await self.leads.give("start")

    def _browser(self) -> Member:
        browser = Member(self.place.base)
        self.place.browsers.append(browser)
        return browser

    async def somebody(self, link: str, name: str) -> Outbox:
        browser = self._browser()
        await browser.follow(self.links[link])
        one = Outbox(browser, self.place.up)
        browser.person = str((await one.give("join", name=name))["person"])
        return one

    async def go_on(self) -> None:
        await asyncio.gather(*(self._write(one) for one in self.people))

    async def _write(self, one: Outbox) -> None:
        assert isinstance(one.browser, Member)
        me = one.browser.person
        for number in range(1, 10**6):
            if number <= TASKS:
                await self._ok(one, "add_task", task=(task := str(uuid.uuid4())), text=f"task {number}")
                self.tasks[task] = f"task {number}"
            line = f"line {number} of {me}"
            await self._ok(one, "append_text", line=str(uuid.uuid4()), text=line)
            self.lines.append(line)
            await self._ok(one, "set_goal", goal=f"goal {number}")
            self.goals[me] = number
            await passing(random.uniform(0, 0.05))

    async def _ok(self, one: Outbox, do: str, **fields: object) -> None:
        answer = await one.give(do, **fields)
        assert answer["answer"] == "ok", answer

    def answered(self) -> int:
        """How often the server said `ok` to this work."""
        return len(self.tasks) + len(self.lines) + sum(self.goals.values())

    async def check(self) -> None:
        """Everything that was answered is there, once, and every replica that went through all kills has it."""
        for one in (self.leads, *self.people):
            # A command that was under way is judged before the next one of its page, so nothing changes after these.
            await self._ok(one, "set_goal", goal=f"goal {10**6}")
        found = (await self.somebody("join", "Late")).tab
        assert found is not None
        served = {root: found.root(root) for root in ALL}
        written = (await self.leads.browser.export("json")).json()["text"].splitlines()
        assert [line for line in self.lines if written.count(line) != 1] == []
        assert {id: served["tasks"][id]["text"] for id in self.tasks} == self.tasks
        for me, number in self.goals.items():
            assert int(served["people"][me]["goal"].removeprefix("goal ")) >= number
        assert len(served["people"]) == PEOPLE + 2, "nobody joined twice"
        for one in (self.leads, *self.people):
            await one.until(lambda tab: tab.synced and {root: tab.root(root) for root in ALL} == served)


@pytest.mark.parametrize("kills", [CHAPTER] * (KILLS // CHAPTER) + [KILLS % CHAPTER] * (KILLS % CHAPTER > 0))
async def test_nothing_that_was_answered_is_lost_or_there_twice(database: Path, kills: int) -> None:
    async with standing(database) as place:
        working = Working(place)
        await working.open()
        going_on = asyncio.create_task(working.go_on())
        for _ in range(kills):
            await place.kill_at_random(working.answered)
        assert not going_on.done(), going_on.exception()
        going_on.cancel()
        await asyncio.gather(going_on, return_exceptions=True)
        await working.check()


async def test_the_next_session_is_opened_once_whenever_the_server_is_killed(database: Path) -> None:
    async with standing(database) as place:
        working = Working(place)
        await working.open()
        await working.leads.give("end", verdict="another")
        opened = set()
        for _ in range(min(max(2, KILLS // 5), 20)):
            opening = asyncio.create_task(working.leads.give("open_next"))
            await passing(random.uniform(0, 0.03))
            await place.kill_and_start()
            opened.add((await opening)["worksession"])
        assert len(opened) == 1
        sessions = rows(place.file, "SELECT id FROM worksessions ORDER BY id")
        assert [str(row[0]).rpartition("-")[2] for row in sessions] == ["1", "2"]
        assert rows(place.file, "SELECT newest FROM chains") == [(opened.pop(),)]
