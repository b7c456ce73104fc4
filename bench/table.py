"""The figures as text: one table a workload, and whether what had to be reached was reached."""

from collections.abc import Sequence

from bench import machine as machines
from bench.clock import Figures
from bench.servers import HOCUSPOCUS, HOCUSPOCUS_SQLITE, SERVERS, SHORTLIST, Y_WEBSOCKET
from bench.suite import Run, medians
from bench.workloads import WORKLOADS, Goal, Scenario, Workload

FULL = 0.93
"""share of its core from which on the load generator, not the server, may be what is slow"""
LEGEND = """\
A delivery is one change to one other person in the room, however the server packs it. CPU is user and system time of
the server's processes from the first change until every probe shows every change. Times are from sending to being
shown by real documents. Medians; * means that the load generator's core was full, so latency and rate are its, not the
server's. Shortlist authenticates, validates and commits to SQLite (synchronous=FULL) before it broadcasts.
hocuspocus-sqlite commits each update in the same way before it relays it; it lets everybody in and takes every update
unread. The others run as their README starts them, without authentication and without storage. The better Node server
is the better of y-websocket-server and hocuspocus."""

QUICK = "**A quick run: loads are a tenth of what the titles say, and the figures mean nothing.**\n"

Column = tuple[str, str, str]
"""key of the figure, title with unit, format"""

_STEADY: tuple[Column, ...] = (
    ("cpu_us", "CPU µs/delivery", ".2f"),
    ("p50_ms", "p50 ms", ".1f"),
    ("p95_ms", "p95 ms", ".1f"),
    ("p99_ms", "p99 ms", ".1f"),
    ("bytes_per_delivery", "bytes/delivery", ".0f"),
)
_JOIN: tuple[Column, ...] = (
    ("cpu_ms", "CPU ms", ".1f"),
    ("join_ms", "join ms", ".1f"),
    ("join_bytes", "bytes", ",.0f"),
)
_HERD: tuple[Column, ...] = (
    ("cpu_s", "CPU s", ".2f"),
    ("p50_ms", "median join ms", ".0f"),
    ("slowest_ms", "slowest join ms", ".0f"),
    ("join_bytes", "bytes each", ",.0f"),
)
COLUMNS: dict[Scenario, tuple[Column, ...]] = {
    Scenario.EDIT: _STEADY,
    Scenario.DRAG: _STEADY,
    Scenario.REVEAL: (
        ("cpu_ms", "CPU ms", ".0f"),
        ("p50_ms", "p50 ms", ".0f"),
        ("p99_ms", "p99 ms", ".0f"),
        ("join_bytes", "bytes each", ",.0f"),
    ),
    Scenario.HERD: _HERD,
    Scenario.COLD: _JOIN,
    Scenario.RESTART: _JOIN,
    Scenario.TYPING: (
        ("cpu_us", "CPU µs/key", ".2f"),
        ("p50_ms", "p50 ms", ".1f"),
        ("p95_ms", "p95 ms", ".1f"),
        ("saved_p95_ms", "saved p95 ms", ".1f"),
        ("frames_per_delivery", "frames/key", ".2f"),
        ("bytes_per_delivery", "bytes/key", ".0f"),
    ),
    Scenario.OPENING: _HERD,
    Scenario.IDLE: (("connection_kb", "kB/connection", ".1f"), ("idle_core_percent", "% of a core", ".2f")),
    Scenario.DOCUMENTS: (("document_memory_kb", "kB/board", ".1f"), ("idle_cpu_us", "idle CPU µs/s a board", ".1f")),
    Scenario.SATURATION: (
        ("deliveries_per_s", "deliveries/s", ",.0f"),
        ("rate", "changes/s", ",.0f"),
        ("cpu_us", "CPU µs/delivery", ".2f"),
        ("p99_ms", "p99 ms", ".0f"),
    ),
}


def markdown(runs: Sequence[Run], machine: dict[str, object]) -> str:
    """Everything, as Markdown that can be read as it is."""
    cells = medians(runs)
    measured = [workload for workload in WORKLOADS if any(run.workload == workload.name for run in runs)]
    parts = [f"# Speed, side by side\n\n{machines.in_a_line(machine)}  \nagainst {machines.in_versions(machine)}\n"]
    parts += [QUICK] if machine.get("quick") else []
    parts += [LEGEND + "\n"]
    parts += [_workload(workload, runs, cells) for workload in measured]
    goals = [_goal(workload, goal, cells) for workload in measured for goal in workload.goals]
    if goals:
        head = ["workload", "figure", "Shortlist", "better Node server", "ratio", "to reach", ""]
        head += [HOCUSPOCUS_SQLITE, "ratio"]
        parts.append("## To reach\n\n" + grid([head, *goals]))
    return "\n".join(parts + void_runs(runs))


def line(run: Run, workload: Workload) -> str:
    """One run, for whoever waits for the rest."""
    if run.void is not None:
        return f"{run.workload:>10}  {run.server:<20} void: {run.void}"
    columns = COLUMNS[workload.scenario]
    told = "  ".join(f"{title} {shown(run.figures.get(key), form)}" for key, title, form in columns)
    return f"{run.workload:>10}  {run.server:<20} {told}"


def better_node(workload: str, metric: str, cells: dict[tuple[str, str], Figures], *, least: bool) -> float | None:
    """The better of the two Node servers in this figure."""
    both = (cells.get((workload, peer), {}).get(metric) for peer in (Y_WEBSOCKET, HOCUSPOCUS))
    found = [one for one in both if one is not None]
    if not found:
        return None
    return max(found) if least else min(found)


def same_promise(workload: str, metric: str, cells: dict[tuple[str, str], Figures]) -> float | None:
    """The Node server that commits before it relays."""
    return cells.get((workload, HOCUSPOCUS_SQLITE), {}).get(metric)


def _workload(workload: Workload, runs: Sequence[Run], cells: dict[tuple[str, str], Figures]) -> str:
    columns = COLUMNS[workload.scenario]
    rows = [["", *(title for _, title, _ in columns), "runs"]]
    for server in SERVERS:
        mine = [run for run in runs if (run.workload, run.server) == (workload.name, server)]
        if mine:
            rows.append(row(server, mine, cells.get((workload.name, server), {}), columns))
    return f"## {workload.title}\n\n{grid(rows)}"


def row(title: str, runs: Sequence[Run], figures: Figures, columns: Sequence[Column]) -> list[str]:
    """The medians of one server, and how many of its runs hold."""
    held = sum(run.void is None for run in runs)
    star = "*" if figures.get("generator_busy", 0) > FULL else ""
    told = [shown(figures.get(key), form) for key, _, form in columns]
    return [title + star, *told, str(held) if held == len(runs) else f"{held} of {len(runs)}"]


def void_runs(runs: Sequence[Run]) -> list[str]:
    """A section with what made runs void, if any is."""
    lines = [f"- {run.workload}, {run.server}, repetition {run.repetition}: {run.void}" for run in runs if run.void]
    return ["## Void runs\n\n" + "\n".join(lines) + "\n"] if lines else []


def _goal(workload: Workload, goal: Goal, cells: dict[tuple[str, str], Figures]) -> list[str]:
    title, form = next((title, form) for key, title, form in COLUMNS[workload.scenario] if key == goal.metric)
    ours = cells.get((workload.name, SHORTLIST), {}).get(goal.metric)
    theirs = better_node(workload.name, goal.metric, cells, least=goal.least)
    stored = same_promise(workload.name, goal.metric, cells)
    ratio = _ratio(ours, theirs)
    judged = ratio if goal.ratio else ours
    reached = judged is not None and (judged >= goal.most if goal.least else judged <= goal.most)
    return [
        workload.title,
        title,
        shown(ours, form),
        shown(theirs, form),
        shown(ratio, ".2f"),
        f"{'≥' if goal.least else '≤'} {goal.most:g}{' ×' if goal.ratio else ''}",
        "not measured" if judged is None else "reached" if reached else "**missed**",
        shown(stored, form),
        shown(_ratio(ours, stored), ".2f"),
    ]


def _ratio(ours: float | None, theirs: float | None) -> float | None:
    return ours / theirs if ours is not None and theirs else None


def shown(value: float | None, form: str) -> str:
    """A figure, or a dash where there is none."""
    return "–" if value is None else f"{value:{form}}"


def grid(rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table with its columns in line; the first is set left, the others right."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines = []
    for row in (rows[0], rule, *rows[1:]):
        first, *rest = (
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append(f"| {' | '.join([first, *rest])} |")
    return "\n".join(lines) + "\n"
