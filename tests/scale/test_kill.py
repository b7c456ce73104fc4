"""`kill -9` under load, behind a balancer: people go on at another server, and what was accepted is there once."""

import asyncio
import os
import random
from pathlib import Path

import pytest

from tests.brainstorm.clients import Browser, draft
from tests.brainstorm.outbox import Outbox
from tests.scale.balancing import balancer
from tests.scale.cluster import Database
from tests.scale.fleet import Fleet, fleet

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(3600 if "KILLS" in os.environ else 180)]

KILLS = int(os.environ.get("KILLS", "3"))
"""`KILLS=100 pytest tests/scale/test_kill.py` takes its time"""
PEOPLE = 4
IDEAS = 40
"""that they may write together between two kills: a board has room for those of hundreds"""


async def _kills(some: Fleet, room: asyncio.Semaphore, writing: asyncio.Event, random_: random.Random) -> None:
    """Kills one server after the other while people write; each is back before the next one goes."""
    for number in range(KILLS):
        for _ in range(IDEAS):
            room.release()
        async with asyncio.timeout(60):
            await writing.wait()
        at = random_.randrange(2)
        await some.kill(at)
        await some.replace(at)
        writing.clear()
        assert some.log(at).count("Traceback") == 0, number


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
        room, up, writing, over = asyncio.Semaphore(0), asyncio.Event(), asyncio.Event(), asyncio.Event()
        up.set()
        fay, *people = [Outbox(browser, up) for browser in browsers]
        assert (await fay.give("open_phase", phase="diverge"))["answer"] == "ok"

        async def writes(one: Outbox, name: int) -> None:
            await one.until(lambda tab: tab.phase == "diverge")
            await room.acquire()
            while not over.is_set():
                await one.write([draft(f"{name}: {len(one.answered)}")])
                writing.set()
                await room.acquire()

        tasks = [asyncio.create_task(writes(one, name)) for name, one in enumerate(people)]
        try:
            await _kills(some, room, writing, random.Random(9))
        finally:
            over.set()
            for _ in tasks:
                room.release()
            await asyncio.gather(*tasks)
        written = [idea for one in people for idea in one.answered]
        assert len(written) >= PEOPLE
        tab = await fay.until(lambda tab: tab.notice["counts"]["ideas"] == len(written))
        assert tab.notice["counts"]["ideas"] == len({idea.id for idea in written})
        for browser in browsers:
            await browser.close()
    with shared.connect() as connection:
        assert connection.execute("SELECT count(*) FROM boards").fetchone() == (1,)
