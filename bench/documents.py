"""Many boards that are open at once: the memory that each holds, and what the server spends while nothing happens."""

import asyncio

from bench.clock import Figures, Window
from bench.scene import Author, Scene, write
from bench.workloads import Workload

WARM = 10
"""boards before memory is first read, so that what a server sets up once does not count as theirs"""
AT_ONCE = 50
"""boards that are filled at the same time"""
SETTLE = 2.0


async def measure(scene: Scene, workload: Workload) -> Figures:
    """Kilobytes that each board takes with its people and ideas, and its microseconds of CPU in a quiet second."""
    fresh = scene.server.counters()
    await _fill(scene, workload, WARM)
    filling = Window(scene.server, scene.replicas)
    await _fill(scene, workload, workload.rooms)
    grown = filling.end()
    quiet = Window(scene.server, scene.replicas)
    await asyncio.sleep(workload.seconds)
    idle = quiet.end()
    scene.check_sockets()
    sizes = {name.removesuffix("_bytes") for name in grown if name.endswith("_bytes")}
    clocks = {name.removesuffix("_s") for name in idle if name.endswith("_s")} - {"wall"}
    board_seconds = idle["wall_s"] * (WARM + workload.rooms)
    return (
        idle
        | {"fresh_mb": fresh["memory_bytes"] / 1e6}
        | {f"document_{name}_kb": grown[f"{name}_bytes"] / workload.rooms / 1000 for name in sizes}
        | {f"idle_{name}_us": idle[f"{name}_s"] / board_seconds * 1e6 for name in clocks}
    )


async def _fill(scene: Scene, workload: Workload, rooms: int) -> None:
    """Opens this many boards, on which all ideas are shown."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def fill() -> None:
        async with gate:
            room = await scene.room()
            await room.open_writing()
            people = await scene.seat(room, workload.people, probes=1)
            await write(room, [Author(one, room.pen()) for one in people], workload.ideas, people[:1])
            await scene.reveal(room, people)

    await asyncio.gather(*(fill() for _ in range(rooms)))
    await asyncio.sleep(SETTLE)
