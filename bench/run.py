"""One run in a process of its own: `python -m bench.run SERVER WORKLOAD [--quick] [--rate N]`.

Starts the server fresh, drives the load, and prints one line of JSON: the figures, or why the run is void.
"""

import argparse
import asyncio
import contextlib
import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import uvloop

from bench import crowd, documents, editing, joining, peers, stored, workloads
from bench.clock import Figures
from bench.scene import DivergedError, LostError, Scene
from bench.servers import HOCUSPOCUS_SQLITE, SERVERS, Server, allow_many_sockets, pin_load
from bench.text import opening, typing
from bench.wire import RefusedError
from bench.workloads import Scenario, Workload

LONGEST = 240.0
"""seconds for one run with everything around it"""
MEASURING = {
    Scenario.HERD: joining.herd,
    Scenario.COLD: joining.cold,
    Scenario.REVEAL: crowd.reveal,
    Scenario.IDLE: crowd.idle,
    Scenario.DOCUMENTS: documents.measure,
    Scenario.TYPING: typing.measure,
    Scenario.OPENING: opening.measure,
}
"""how a scenario is measured; the others are edits"""


async def measure(server: str, workload: Workload) -> Figures:
    """The figures of one run. Raises LostError."""
    # On a disk and not in memory: waiting for the disk is part of what this server promises.
    with tempfile.TemporaryDirectory(dir=peers.CACHE, prefix="run-") as folder:
        async with Server(server, Path(folder)) as running, Scene(running) as scene:
            figures = await drive(scene, workload, running)
            if server == HOCUSPOCUS_SQLITE:
                figures["stored"] = stored.check(running.database, scene.readers)
            return figures


async def drive(scene: Scene, workload: Workload, server: Server | None = None) -> Figures:
    """Drives a workload; `server` is one that may be restarted for it. Raises LostError."""
    await asyncio.sleep(0.5)
    try:
        async with asyncio.timeout(LONGEST):
            return await _scenario(scene, workload, server)
    except TimeoutError:
        raise LostError("it took too long") from None


async def _scenario(scene: Scene, workload: Workload, server: Server | None) -> Figures:
    if workload.scenario is Scenario.RESTART and server is not None:
        return await joining.restart(scene, workload, server)
    return await MEASURING.get(workload.scenario, editing.measure)(scene, workload)


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.run")
    parser.add_argument("server", choices=SERVERS)
    parser.add_argument("workload", choices=[one.name for one in workloads.WORKLOADS])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--rate", type=float)
    chosen = parser.parse_args()
    workload = workloads.find(chosen.workload)
    if chosen.quick:
        workload = workloads.quick(workload)
    if chosen.rate:
        workload = replace(workload, rate=chosen.rate)
    peers.prepare()
    allow_many_sockets()
    pin_load()
    report(lambda: uvloop.run(measure(chosen.server, workload)))


def report(measuring: Callable[[], Figures]) -> None:
    """Prints the figures, or why there are none."""
    told: dict[str, object] = {}
    try:
        told["figures"] = measuring()
    except (LostError, RefusedError, RuntimeError, OSError) as error:
        told |= {"void": f"{type(error).__name__}: {error}", "diverged": isinstance(error, DivergedError)}
    with contextlib.suppress(BrokenPipeError):
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
