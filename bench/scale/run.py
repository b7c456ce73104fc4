"""One run in a process of its own: `python -m bench.scale.run SETUP WORKLOAD [--quick] [--checkout FOLDER]`."""

import argparse
import tempfile
from pathlib import Path

import uvloop

from bench import peers, workloads
from bench.clock import Figures
from bench.run import drive, report
from bench.scale.setups import SETUPS, SetUp, Shared, database, running
from bench.scene import Scene
from bench.servers import ROOT, allow_many_sockets, pin_load
from bench.workloads import Workload

BESIDE = ("postgres", "nginx")
"""what runs beside our processes, as its CPU is called in the counters"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.scale.run")
    parser.add_argument("setup", choices=[one.name for one in SETUPS])
    parser.add_argument("workload", choices=[one.name for one in workloads.WORKLOADS])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--checkout", type=Path, default=ROOT)
    chosen = parser.parse_args()
    workload = workloads.find(chosen.workload)
    if chosen.quick:
        workload = workloads.quick(workload)
    setup = next(one for one in SETUPS if one.name == chosen.setup)
    allow_many_sockets()
    report(lambda: measure(setup, workload, chosen.checkout))


def measure(setup: SetUp, workload: Workload, checkout: Path) -> Figures:
    """The figures of one run. Raises LostError."""
    with (
        tempfile.TemporaryDirectory(dir=peers.cache(), prefix="run-") as folder,
        database(setup, Path(folder)) as shared,
    ):
        pin_load()
        figures = uvloop.run(_loaded(setup, shared, workload, Path(folder), checkout))
    return figures | rates(figures, workload)


async def _loaded(setup: SetUp, shared: Shared, workload: Workload, folder: Path, checkout: Path) -> Figures:
    async with running(setup, shared, folder, checkout) as deployment, Scene(deployment) as scene:
        return await drive(scene, workload)


def rates(figures: Figures, workload: Workload) -> Figures:
    """Commits a second, the cost of a delivery beside our processes, and what a change wrote to PostgreSQL's log."""
    found = {"commits_per_s": figures["commits"] / figures["wall_s"]}
    if "deliveries" in figures:
        deliveries = figures["deliveries"]
        found |= {f"{name}_us": figures[f"{name}_s"] / deliveries * 1e6 for name in BESIDE if f"{name}_s" in figures}
        if "wal_bytes" in figures:
            found["wal_per_change"] = figures["wal_bytes"] / deliveries * (workload.people - 1)
    return found


if __name__ == "__main__":
    main()
