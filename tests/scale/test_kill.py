"""`kill -9` under load, behind a balancer: people go on at another server, and what was accepted is there once."""

import asyncio
import os
import random
import statistics
import time
from pathlib import Path

import pytest

from tests.brainstorm.clients import Browser, Written, draft
from tests.brainstorm.outbox import Outbox
from tests.brainstorm.running import eventually
from tests.scale.balancing import balancer
from tests.scale.cluster import Database
from tests.scale.fleet import Fleet, fleet

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(3600 if "KILLS" in os.environ else 180)]

KILLS = int(os.environ.get("KILLS", "3"))
"""`KILLS=100 pytest tests/scale/test_kill.py` takes its time"""
PEOPLE = 4
IDEAS = 10
"""that each may write between two kills: a board has room for those of hundreds"""


class Writers:
    """Everybody writes until it is over, whatever the answers."""

    def __init__(self, people: list[Outbox]) -> None:
        self.people = people
        self._over = False
        self._room = [asyncio.Semaphore(0) for _ in people]
        self._tasks = [asyncio.create_task(self._write(number)) for number in range(len(people))]

    async def _write(self, number: int) -> None:
        one = self.people[number]
        await one.until(lambda tab: tab.phase == "diverge")
        await self._room[number].acquire()
        while not self._over:
            await one.write([draft(f"{number}: {len(one.answered)}")])
            await self._room[number].acquire()

    async def all_wrote(self) -> None:
        """Waits until each has had two ideas accepted: the first may have been under way before."""
        before = [len(one.answered) for one in self.people]
        for room in self._room:
            for _ in range(IDEAS):
                room.release()
        each = list(zip(self.people, before, strict=True))
        await eventually(lambda: all(len(one.answered) >= had + 2 for one, had in each), within=60)

    async def end(self) -> list[Written]:
        """All ideas, once the servers have answered them."""
        self._over = True
        for room in self._room:
            room.release()
        await asyncio.gather(*self._tasks)
        return [idea for one in self.people for idea in one.answered]


async def _kills(some: Fleet, writers: Writers, random_: random.Random) -> list[float]:
    """Kills one server after the other while people write; each is back before the next one goes.

    Returns the seconds after which everybody had written at the other one.
    """
    took = []
    for number in range(KILLS):
        await writers.all_wrote()
        at = random_.randrange(2)
        await some.kill(at)
        began = time.monotonic()
        await writers.all_wrote()
        took.append(time.monotonic() - began)
        await some.replace(at)
        assert some.log(at).count("Traceback") == 0, number
    return took


async def test_what_was_accepted_is_there_once_whichever_server_is_killed(shared: Database, tmp_path: Path) -> None:
    async with (
        fleet(shared, tmp_path, 2, BOARD_IDEAS_PER_PERSON="10000", BOARD_IDEAS_PER_BOARD="20000") as some,
        balancer("nginx", some.ports, tmp_path) as address,
    ):
        browsers = [Browser(address) for _ in range(PEOPLE + 1)]
        lead, *others = browsers
        answer = await lead.post("/api/boards", json={"question": "Which road first?"})
        for browser in others:
            await browser.follow(answer.json()["links"]["participate"])
        await lead.follow(answer.json()["links"]["facilitate"])
        up = asyncio.Event()
        up.set()
        fay, *people = [Outbox(browser, up) for browser in browsers]
        assert (await fay.give("open_phase", phase="diverge"))["answer"] == "ok"
        writers = Writers(people)
        try:
            took = await _kills(some, writers, random.Random(9))
        finally:
            written = await writers.end()
        print(f"everybody wrote again after {statistics.median(took):.1f} s, at most {max(took):.1f} s")
        assert len(written) >= PEOPLE
        tab = await fay.until(lambda tab: tab.notice["counts"]["ideas"] == len(written))
        assert tab.notice["counts"]["ideas"] == len({idea.id for idea in written})
        for browser in browsers:
            await browser.close()
    with shared.connect() as connection:
        assert connection.execute("SELECT count(*) FROM boards").fetchone() == (1,)
