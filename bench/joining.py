"""People come to a board that is full already: a herd at once, one alone, one after the server was started again."""

import asyncio
import statistics
import time
from functools import partial

from bench.clock import Figures, Window, percentiles, without_pauses
from bench.replica import Kind, Replica
from bench.rooms import FIRST, TEXT, Entrance, Entry, Room
from bench.scene import Author, DivergedError, Scene, until, write
from bench.servers import Server
from bench.workloads import Workload

WRITERS = 40
JOINS = 10
"""how often one client joins alone; the report gives the medians of these"""
PROBES = 4
SETTLE = 0.1
"""seconds after a join in which its cost still counts"""


async def herd(scene: Scene, workload: Workload) -> Figures:
    """This many people join a full board within a second."""
    room, _, keys = await _full(scene, workload)
    figures, joined = await all_join(scene, room, workload)
    _check(joined, dict.fromkeys(keys, FIRST))
    return figures


async def all_join(scene: Scene, room: Entrance, workload: Workload) -> tuple[Figures, list[Replica]]:
    """Everybody opens a socket within `seconds`; each is timed from connecting to the whole document."""
    entries = await room.entries(workload.people)
    kinds = [Kind.PROBE if at % max(1, workload.people // PROBES) == 0 else Kind.LIGHT for at in range(len(entries))]
    await asyncio.sleep(0.5)
    joined: list[Replica] = []
    with without_pauses():
        window = Window(scene.server, scene.replicas)
        start = time.perf_counter() + 0.05
        pace = workload.seconds / len(entries)
        tasks = [
            asyncio.create_task(_join(scene, room, entry, kind, start + at * pace, joined))
            for at, (entry, kind) in enumerate(zip(entries, kinds, strict=True))
        ]
        times = await asyncio.gather(*tasks)
        await asyncio.sleep(SETTLE)
        spent = window.end()
    scene.check_sockets()
    came = percentiles(times)
    # The newcomers' bytes were all sent within the window, though they were not there when it began.
    down = sum(one.bytes_in for one in joined)
    figures = spent | came | {"slowest_ms": came["max_ms"], "bytes_down": down, "join_bytes": down / len(joined)}
    return figures, joined


async def cold(scene: Scene, workload: Workload) -> Figures:
    """One at a time joins, each after a change, so that nothing made for the last one can be used again."""
    room, writers, keys = await _full(scene, workload)
    texts = await room.open_texts(keys)
    expected = dict.fromkeys(texts, FIRST)
    probe = writers[0].replica
    figures: list[Figures] = []
    for at in range(JOINS):
        (entry,) = await room.entries(1)
        writer, text = writers[at % len(writers)], f"{at + 1} {TEXT}"
        changed = texts[at % len(writers)]
        writer.replica.send(writer.pen.edit(changed, text))
        expected[changed] = text
        await until(partial(_shows, probe, room.texts, changed, text), "the change never came")
        await asyncio.sleep(0.3)
        figures.append(await _alone(scene, room, entry))
    for replica in (probe, scene.replicas[-1]):
        if replica.texts(room.texts) != expected:
            raise DivergedError(f"a {replica.kind} does not show what was written")
    scene.check_sockets()
    return {name: statistics.median(one[name] for one in figures) for name in figures[0]}


async def restart(scene: Scene, workload: Workload, server: Server) -> Figures:
    """The first to join after a restart: the server reads the board from storage, in code that has not run yet."""
    room, writers, keys = await _full(scene, workload)
    (entry,) = await room.entries(1)
    for writer in writers:
        writer.replica.close()
    scene.replicas.clear()
    await server.stop()
    await server.start()
    await asyncio.sleep(1)
    figures = await _alone(scene, room, entry)
    _check(scene.replicas, dict.fromkeys(keys, FIRST))
    return figures


def _shows(probe: Replica, root: str, key: str, text: str) -> bool:
    return probe.shows(root, key) == text


async def _alone(scene: Scene, room: Room, entry: Entry) -> Figures:
    """Times one join and measures what the server spent on it."""
    with without_pauses():
        window = Window(scene.server, [])
        start = time.perf_counter()
        replica = await scene.join(room, entry, Kind.KEEPER)
        took = replica.synced_at - start
        await asyncio.sleep(SETTLE)
        spent = window.end()
    return {
        "join_ms": took * 1000,
        "cpu_ms": spent["cpu_s"] * 1000,
        "join_bytes": replica.bytes_in,
        "generator_busy": spent["generator_busy"],
    }


async def _full(scene: Scene, workload: Workload) -> tuple[Room, list[Author], list[str]]:
    """A board with all its ideas shown, and the people who wrote them; the first of them is a probe."""
    room = await scene.room()
    await room.open_writing()
    people = await scene.seat(room, min(WRITERS, workload.people), probes=1)
    writers = [Author(one, room.pen()) for one in people]
    keys = await write(room, writers, workload.ideas, people[:1])
    await scene.reveal(room, people)
    return room, writers, keys


async def _join(scene: Scene, room: Entrance, entry: Entry, kind: Kind, due: float, joined: list[Replica]) -> float:
    """Joins at its time; returns milliseconds."""
    await asyncio.sleep(max(0.0, due - time.perf_counter()))
    start = time.perf_counter()
    replica = await scene.join(room, entry, kind)
    joined.append(replica)
    return (replica.synced_at - start) * 1000


def _check(replicas: list[Replica], expected: dict[str, str]) -> None:
    for replica in replicas:
        if replica.keeps and replica.root("ideas") != expected:
            raise DivergedError(f"a {replica.kind} does not show what was written")
