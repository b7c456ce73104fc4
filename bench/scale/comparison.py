"""All runs in their order: every repetition visits all set-ups of a workload before the next one begins."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import machine, suite
from bench.scale import older, table
from bench.scale.setups import OLDER, SETUPS, SetUp
from bench.suite import Run
from bench.workloads import Workload, find
from tests.scale import installing

LOADS = tuple(map(find, ("rooms", "300", "text-30", "documents")))


def run_all(
    loads: Sequence[Workload], setups: Sequence[SetUp], *, repeat: int, quick: bool, checkout: Path | None
) -> Iterator[Run]:
    """Yields each run when it is done. Every other repetition goes backwards: what warms up or fills favours none."""
    for load in loads:
        for repetition in range(1, repeat + 1):
            for setup in setups if repetition % 2 else reversed(setups):
                command = [sys.executable, "-m", "bench.scale.run", setup.name, load.name]
                command += ["--quick"] if quick else []
                command += ["--checkout", str(checkout)] if checkout and setup is OLDER else []
                figures, void, _ = suite.run_apart(command)
                yield Run(load.name, setup.name, repetition, figures, void)


def main(out: Path, only: Sequence[str], among: Sequence[str], *, repeat: int, quick: bool, old: str | None) -> int:
    """Prints the table, and keeps it with every single run.

    `only` and `among` are names of workloads and set-ups, all if empty. `old` is a commit that runs on SQLite as well.
    """
    installing.main()
    checkout = older.checkout(old) if old else None
    on = machine.describe() | ({"quick": True} if quick else {}) | ({"older": old} if old else {})
    loads = [load for load in LOADS if not only or load.name in only]
    setups = [one for one in SETUPS if (one is not OLDER or old) and (not among or one.name in among)]
    out.mkdir(parents=True, exist_ok=True)
    runs: list[Run] = []
    for run in run_all(loads, setups, repeat=repeat, quick=quick, checkout=checkout):
        runs.append(run)
        print(table.line(run), file=sys.stderr, flush=True)
        # After every run, so that nothing is lost when it is stopped.
        (out / f"{on['date']}-scale.json").write_text(suite.as_json(runs, on))
        (out / f"{on['date']}-scale.md").write_text(table.markdown(runs, on))
    print(table.markdown(runs, on))
    return 1 if any(run.void is not None for run in runs) else 0
