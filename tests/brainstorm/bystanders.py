"""Bystanders of an attack, which it must not disturb: the event loop, and people who go on with their work."""

import asyncio
import contextlib
import functools
import gc
import time
import uuid
from collections.abc import AsyncIterator

from tests.brainstorm.clients import Tab
from tests.brainstorm.running import eventually, passing
from tests.cast import Group

STALL = 0.1
"""seconds of the event loop's own computing time in one turn: what others do on the machine does not count"""
BEATS = 0.002


class Loop:
    """Watches the event loop: the longest that anything kept it to itself."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def watch(self) -> None:
        never = asyncio.get_running_loop().create_future()
        while True:
            before = time.thread_time()
            await asyncio.wait({never}, timeout=BEATS)
            self.longest = max(self.longest, time.thread_time() - before)


@contextlib.asynccontextmanager
async def watched(most: float = STALL) -> AsyncIterator[Loop]:
    """Nothing inside keeps the loop for more than `most` seconds of computing."""
    loop = Loop()
    # The tests keep every byte that a client received; the server does not pay for collecting that garbage.
    gc.disable()
    task = asyncio.create_task(loop.watch())
    try:
        yield loop
        assert loop.longest <= most, f"{loop.longest * 1000:.0f} ms"
    finally:
        gc.enable()
        task.cancel()


class Honest:
    """Pia names a group again and again while it storms, and Olu reads along."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.slowest = 0.0
        self.done = 0
        self.own = str(uuid.uuid4())

    async def works(self) -> None:
        pia, olu, own = self.group.pia, self.group.olu, self.own
        while True:
            name, began = f"honest {self.done}", time.monotonic()
            await pia.ok("name_cluster", cluster=own, name=name)
            await olu.until(functools.partial(_named, own, name))
            self.slowest = max(self.slowest, time.monotonic() - began)
            self.done += 1
            await passing(0.02)


def _named(cluster: str, name: str, tab: Tab) -> bool:
    return bool(tab.root("clusters").get(cluster, {}).get("name") == name)


@contextlib.asynccontextmanager
async def honest(group: Group) -> AsyncIterator[Honest]:
    """Works beside the block; afterwards everybody sees the same, and no forged word."""
    people = Honest(group)
    working = asyncio.create_task(people.works())
    try:
        yield people
        # However short the attack was, they go on until they have done something.
        await eventually(lambda: people.done or working.done())
        assert not working.done() or working.result()
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
    # The same group as before: the attack may have created all others up to the limit.
    await group.pia.ok("name_cluster", cluster=people.own, name="the storm is over")
    late = await group.browser("olu").open()
    for tab in (group.olu, group.pia, group.fay):
        await tab.until(lambda tab: "the storm is over" in str(tab.root("clusters")))
        assert tab.all() == late.all()
    assert b"a forged idea" not in late.frames[-1]
    assert list(late.root("ideas").values()) == ["the only idea"]
