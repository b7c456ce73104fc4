"""Boards that were opened and left use no memory any more."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.brainstorm.clients import browser, draft
from tests.brainstorm.running import Process, eventually, passing, started
from tests.brainstorm.wire import Json
from tests.cast import QUESTION
from tests.ports import free_port

BOARDS = int(os.environ.get("SHORTLIST_BOARDS", "40"))
WARM_UP = max(24, BOARDS // 4)
"""until what remembers the last few hundred paths, cookies and pages by design is full"""
AT_ONCE = 12
IDEAS = 50
"""on each board, as long as an idea may be: a small board that stayed would hide in the noise"""
IN_HAND = AT_ONCE
"""boards that the last batch and the last tick may still hold, however many there were"""

pytestmark = [
    pytest.mark.timeout(90 + BOARDS),
    pytest.mark.skipif(sys.platform != "linux", reason="resident memory is read as Linux tells it"),
]


@dataclass
class Watched:
    """A server that says what it holds."""

    process: Process
    file: Path

    @property
    def base(self) -> str:
        return self.process.base

    async def report(self) -> Json:
        self.file.unlink(missing_ok=True)
        self.process.running.send_signal(signal.SIGUSR1)
        await eventually(self.file.exists, within=30)
        said = json.loads(self.file.read_text())
        assert isinstance(said, dict)
        return said

    async def nobody_is_there(self) -> Json:
        """The report once every board has left memory."""
        for _ in range(200):
            said = await self.report()
            if said["rooms"] == 0:
                return said
            await passing(0.1)
        pytest.fail("a board does not leave memory")


@pytest.fixture
async def watched(database: Path, tmp_path: Path) -> AsyncIterator[Watched]:
    file = tmp_path / "report"
    async with started(database, free_port(), "tests.brainstorm.watched", REPORT=str(file)) as process:
        yield Watched(process, file)


async def open_and_leave(base: str) -> None:
    """Opens a board, writes on it, shows it to somebody, and goes."""
    async with browser(base) as leads, browser(base) as guest:
        links = (await leads.post("/api/boards", json={"question": QUESTION})).json()["links"]
        await leads.follow(links["facilitate"])
        await guest.follow(links["participate"])
        assert (await leads.command("open_phase", phase="diverge"))["answer"] == "ok"
        tab = await guest.open()
        ideas = [draft(f"{number} ".ljust(500, "x")) for number in range(IDEAS)]
        asked = [await tab.send("add_idea", idea=one.id, text=one.text, secret=one.secret) for one in ideas]
        for request in asked:
            assert (await tab.answer(request))["answer"] == "ok"
        assert (await leads.command("open_phase", phase="reveal"))["answer"] == "ok"
        await tab.until(lambda tab: tab.phase == "reveal" and tab.synced)
        assert len(tab.root("ideas")) == IDEAS


async def open_many(base: str, boards: int) -> None:
    places = asyncio.Semaphore(AT_ONCE)

    async def one() -> None:
        async with places:
            await open_and_leave(base)

    async with asyncio.TaskGroup() as opening:
        for _ in range(boards):
            opening.create_task(one())


async def test_boards_that_were_left_leave_no_memory_behind(watched: Watched) -> None:
    await open_many(watched.base, WARM_UP)
    before = await watched.nobody_is_there()
    await open_many(watched.base, BOARDS)
    after = await watched.nobody_is_there()
    assert max(after["objects"].values()) <= IN_HAND, after
    assert after["resident"] <= before["resident"] * 1.1, (before, after)


async def test_the_measure_sees_a_board_that_stays(watched: Watched) -> None:
    """Proves that the test above can fail."""
    async with browser(watched.base) as stays:
        links = (await stays.post("/api/boards", json={"question": QUESTION})).json()["links"]
        await stays.follow(links["facilitate"])
        await stays.open()
        during = await watched.report()
    assert during["rooms"] == 1
    assert set(during["objects"].values()) == {1}
