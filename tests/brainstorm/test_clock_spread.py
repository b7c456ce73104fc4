"""Fifty pages whose computers' clocks are up to ten minutes off, on short and long lines: time is up for all at once.

The pages are the page's own engine in Node, on real sockets. What is judged is the moment at which each page's clock
says that time is up; when a busy machine gets round to running its timer is another matter.
"""

import asyncio
import os
import random
import statistics
import time

import pytest

from tests.brainstorm.clients import Browser
from tests.brainstorm.node import running
from tests.cast import Group

PAGES = int(os.environ.get("CLOCK_PAGES", "50"))
MOST_OFF = 600_000
LONGEST_WAY = 400
"""milliseconds"""
SPREAD = 0.25
SECONDS = 4.0
LATE = 5.0
"""seconds that a busy machine may take to run timers that are due"""

pytestmark = pytest.mark.timeout(120)


async def page(group: Group, chance: random.Random, n: int) -> dict[str, object]:
    browser: Browser = await group.newcomer()
    up = chance.uniform(0, LONGEST_WAY)
    # A way back that is up to as much shorter or longer: nobody can measure that part from one end.
    down = min(LONGEST_WAY, max(0.0, up + chance.uniform(-100, 100)))
    off = MOST_OFF * (2 * n / (PAGES - 1) - 1)
    return {
        "cookie": browser.cookies(),
        "boot": await browser.boot(),
        "off": round(off),
        "up": round(up),
        "down": round(down),
    }


async def test_time_is_up_for_all_within_a_quarter_of_a_second(group: Group) -> None:
    chance = random.Random(11)
    await group.goes("diverge")
    pages = [await page(group, chance, n) for n in range(PAGES)]
    async with running("clocks.mjs") as script:
        assert (await script.ask(address=group.server.base, pages=pages)) == {"live": PAGES}
        # Ended and extended: no timer is shorter than a minute.
        await group.fay.ok("set_timer", minutes=0)
        await group.fay.ok("set_timer", extend=SECONDS)
        await group.fay.until(lambda tab: tab.notice["deadline"] > time.time() + 1)
        async with asyncio.timeout(SECONDS + LATE + 15):
            said = await script.ask(deadline=group.fay.notice["deadline"])
    # The server's clock is the real one plus the time that the test has added.
    deadline = float(group.fay.notice["deadline"]) - group.server.clock.ahead
    errors = [moment - deadline for moment in said["ends"]]
    print(
        f"spread {max(errors) - min(errors):.3f} s, from {min(errors):+.3f} to {max(errors):+.3f} s, "
        f"median {statistics.median(errors):+.3f} s; timers ran over {max(said['over']) - min(said['over']):.3f} s"
    )
    assert max(errors) - min(errors) <= SPREAD
    assert max(map(abs, errors)) <= SPREAD
    assert max(said["over"]) - deadline <= LATE
