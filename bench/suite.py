"""All runs in their order: every repetition visits all servers of a workload before the next one begins."""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from bench.clock import Figures
from bench.servers import ROOT
from bench.workloads import FASTEST, IN_TIME, SLOWEST, Scenario, Workload

LONGEST = 400.0
"""seconds until a run that says nothing is given up"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run brought; `void` says why it brought nothing."""

    workload: str
    server: str
    repetition: int
    figures: Figures
    void: str | None = None


def run_all(workloads: Sequence[Workload], servers: Sequence[str], *, repeat: int, quick: bool) -> Iterator[Run]:
    """Yields each run when it is done."""
    for workload in workloads:
        for repetition in range(1, repeat + 1):
            for server in servers:
                if server not in workload.left_out:
                    yield _one(workload, server, repetition, quick=quick)


def medians(runs: Sequence[Run]) -> dict[tuple[str, str], Figures]:
    """By workload and server, each figure's median over the runs that hold."""
    cells: dict[tuple[str, str], list[Figures]] = {}
    for run in runs:
        if run.void is None:
            cells.setdefault((run.workload, run.server), []).append(run.figures)
    return {
        cell: {name: statistics.median(one[name] for one in figures) for name in figures[0]}
        for cell, figures in cells.items()
    }


def as_json(runs: Sequence[Run], machine: dict[str, object]) -> str:
    return json.dumps({"machine": machine, "runs": [asdict(run) for run in runs]}, indent=1) + "\n"


def _one(workload: Workload, server: str, repetition: int, *, quick: bool) -> Run:
    if workload.scenario is Scenario.SATURATION:
        return _saturation(workload, server, repetition, quick=quick)
    figures, void, _ = _run(workload, server, quick=quick)
    return Run(workload.name, server, repetition, figures, void)


def _saturation(workload: Workload, server: str, repetition: int, *, quick: bool) -> Run:
    """Doubles the rate until it is too much, then tries once in between; the best is the answer."""
    best: Figures = {}
    rate = SLOWEST / 5 if quick else SLOWEST
    doubling = True
    while rate <= (SLOWEST if quick else FASTEST):
        figures, void, diverged = _run(workload, server, quick=quick, rate=rate)
        if diverged:
            return Run(workload.name, server, repetition, {}, void)
        holds = void is None and figures["p99_ms"] <= IN_TIME
        if holds:
            best = figures | {"rate": rate}
        if not doubling:
            break
        doubling = holds
        rate = rate * 2 if holds else rate / 2 * 1.4
    return Run(workload.name, server, repetition, best, None if best else "too slow at the lowest rate")


def _run(
    workload: Workload, server: str, *, quick: bool, rate: float | None = None
) -> tuple[Figures, str | None, bool]:
    command = [sys.executable, "-m", "bench.run", server, workload.name]
    command += ["--quick"] if quick else []
    command += ["--rate", str(rate)] if rate else []
    return run_apart(command)


def run_apart(command: Sequence[str]) -> tuple[Figures, str | None, bool]:
    """The figures of a run in a process of its own, or why there are none, and whether boards diverged."""
    try:
        done = subprocess.run(  # noqa: S603 our own module
            command, cwd=ROOT, stdout=subprocess.PIPE, text=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return {}, "it never ended", False
    try:
        told = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        return {}, f"it ended with {done.returncode} and said nothing", False
    return told.get("figures", {}), told.get("void"), told.get("diverged", False)
