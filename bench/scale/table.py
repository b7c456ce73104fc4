"""The figures of all set-ups as text."""

from collections.abc import Sequence
from statistics import median

from bench import machine as machines
from bench.clock import Figures
from bench.scale.setups import OLDER, SETUPS, SQLITE
from bench.suite import Run, medians
from bench.table import QUICK, Column, grid, row, shown, void_runs
from bench.workloads import WORKLOADS, Scenario, Workload, find

LEGEND = """\
A delivery is one change, or one key in a text, to one other person in the room. CPU is user and system time of all
processes of Shortlist; that of PostgreSQL and nginx is beside it. Times are from sending to being shown by real
documents. Everything but the load generator shares one core, so two processes have no more of it than one. Medians;
* means that the load generator's core was full. Commits are transactions that wrote or, on PostgreSQL, notified."""

_STEADY: tuple[Column, ...] = (
    ("cpu_us", "CPU µs/delivery", ".1f"),
    ("postgres_us", "PostgreSQL µs/delivery", ".1f"),
    ("nginx_us", "nginx µs/delivery", ".1f"),
    ("p50_ms", "p50 ms", ".1f"),
    ("p95_ms", "p95 ms", ".1f"),
    ("commits_per_s", "commits/s", ".1f"),
    ("wal_per_change", "WAL bytes/change", ",.0f"),
)
COLUMNS: dict[Scenario, tuple[Column, ...]] = {
    Scenario.EDIT: _STEADY,
    Scenario.TYPING: _STEADY,
    Scenario.DOCUMENTS: (
        ("fresh_mb", "MB at start", ".0f"),
        ("document_memory_kb", "kB/board", ".0f"),
        ("document_postgres_kb", "PostgreSQL kB/board", ".0f"),
        ("document_stored_kb", "stored kB/board", ".0f"),
        ("idle_cpu_us", "idle CPU µs/s", ".1f"),
        ("idle_postgres_us", "idle PostgreSQL µs/s", ".1f"),
        ("commits_per_s", "idle commits/s", ".1f"),
    ),
}
COMPARED = ("cpu_us", "p50_ms", "p95_ms", "document_memory_kb", "idle_cpu_us")
"""figures that must not grow"""
MOST = 1.1
"""times the figure of the older commit"""


def markdown(runs: Sequence[Run], machine: dict[str, object]) -> str:
    """Everything, as Markdown that can be read as it is."""
    cells = medians(runs)
    head = f"# One process and several\n\n{machines.in_a_line(machine)}  \n"
    head += f"load average before {machine['load_average']:.1f}\n"
    measured = [load for load in WORKLOADS if any(run.workload == load.name for run in runs)]
    parts = [head, *([QUICK] if machine.get("quick") else []), LEGEND + "\n"]
    parts += [_load(load, runs, cells) for load in measured]
    if any(run.server == OLDER.name for run in runs):
        parts.append(f"## Against {machine['older']}\n\n{_compared(measured, runs, cells)}")
    return "\n".join(parts + void_runs(runs))


def ratio(runs: Sequence[Run], load: str, figure: str) -> float | None:
    """How many times the older commit's figure ours is: the median of the repetitions in which both ran."""
    found = {(run.server, run.repetition): run.figures.get(figure) for run in runs if run.workload == load}
    now = {repetition: value for (server, repetition), value in found.items() if server == SQLITE.name}
    pairs = [(value, found.get((OLDER.name, repetition))) for repetition, value in now.items()]
    ratios = [value / before for value, before in pairs if value and before]
    return median(ratios) if ratios else None


def line(run: Run) -> str:
    """One run."""
    columns = COLUMNS[find(run.workload).scenario]
    told = "  ".join(f"{title} {shown(run.figures.get(key), form)}" for key, title, form in columns)
    return f"{run.workload:>10}  {run.server:<20} {told if run.void is None else f'void: {run.void}'}"


def _load(load: Workload, runs: Sequence[Run], cells: dict[tuple[str, str], Figures]) -> str:
    columns = COLUMNS[load.scenario]
    rows = [["", *(title for _, title, _ in columns), "runs"]]
    for setup in SETUPS:
        mine = [run for run in runs if (run.workload, run.server) == (load.name, setup.name)]
        if mine:
            rows.append(row(setup.title, mine, cells.get((load.name, setup.name), {}), columns))
    return f"## {load.title}\n\n{grid(rows)}"


def _compared(loads: Sequence[Workload], runs: Sequence[Run], cells: dict[tuple[str, str], Figures]) -> str:
    rows = [["SQLite, 1 process", "figure", "now", "then", "ratio", f"≤ {MOST}"]]
    for load in loads:
        for key, title, form in COLUMNS[load.scenario]:
            times = ratio(runs, load.name, key)
            if key in COMPARED and times is not None:
                both = (shown(cells[load.name, setup.name].get(key), form) for setup in (SQLITE, OLDER))
                rows.append([load.title, title, *both, f"{times:.2f}", "reached" if times <= MOST else "**missed**"])
    return grid(rows)
