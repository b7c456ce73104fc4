"""Many clients at once: a reveal to all of them, or idle connections."""

import asyncio
import time

from bench.clock import Figures, Window, percentiles, without_pauses
from bench.replica import Replica
from bench.rooms import FIRST, Room
from bench.scene import KEEPERS, Author, DivergedError, Scene, everybody, until, write
from bench.workloads import Workload

WARM = 20
"""connections before memory is first read, so that one-time set-up of a server does not count as theirs"""
QUIET = 5.0
"""seconds in which nothing happens"""


async def reveal(scene: Scene, workload: Workload) -> Figures:
    """From the facilitator's command until each page has all ideas; at the peers, from one transaction with all."""
    room = await scene.room()
    await room.open_writing()
    people = await scene.seat(room, workload.people, probes=3, keepers=min(KEEPERS, workload.people - 3))
    writers = [Author(one, room.pen()) for one in people]
    keys: list[str] = []
    if room.acknowledges:
        keys = await write(room, writers, workload.ideas, people[:3])
        await room.end_writing()
    await asyncio.sleep(1)
    with without_pauses():
        window = Window(scene.server, people)
        start = time.perf_counter()
        if room.acknowledges:
            await room.reveal()
            await everybody(room, people)
        else:
            keys = await write(room, [writers[-1]], workload.ideas, people[:3])
            await until(lambda: all(one.changes for one in people), "not all saw the reveal")
        spent = window.end()
    await asyncio.sleep(0.3)
    scene.check_sockets()
    for one in people:
        if one.keeps and one.root("ideas") != dict.fromkeys(keys, FIRST):
            raise DivergedError(f"a {one.kind} does not show what was written")
    times = [(_came(room, one) - start) * 1000 for one in people]
    deliveries = workload.ideas * (workload.people - 1)
    figures = spent | percentiles(times) | {"deliveries": deliveries, "join_bytes": spent["bytes_down"] / len(people)}
    return figures | {"cpu_us": spent["cpu_s"] / deliveries * 1e6, "cpu_ms": spent["cpu_s"] * 1000}


async def idle(scene: Scene, workload: Workload) -> Figures:
    """Memory that each connection holds, and what the server spends while nothing happens."""
    room = await scene.room()
    # All clients have joined before, so only sockets count.
    entries = await room.entries(WARM + workload.people)
    for entry in entries[:WARM]:
        await scene.join(room, entry)
    await asyncio.sleep(2)
    before = scene.server.counters()["memory_bytes"]
    gate = asyncio.Semaphore(WARM)

    async def enter(at: int) -> None:
        async with gate:
            await scene.join(room, entries[WARM + at])

    await asyncio.gather(*(enter(at) for at in range(workload.people)))
    await asyncio.sleep(2)
    window = Window(scene.server, scene.replicas)
    await asyncio.sleep(QUIET)
    spent = window.end()
    scene.check_sockets()
    per_connection = (scene.server.counters()["memory_bytes"] - before) / workload.people
    return spent | {"connection_kb": per_connection / 1000, "idle_core_percent": spent["cpu_s"] / QUIET * 100}


def _came(room: Room, replica: Replica) -> float:
    """When the whole of it was there: as a new document here, as a change at the peers."""
    return replica.synced_at if room.acknowledges else replica.changed_at
