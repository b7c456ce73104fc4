"""One picture of a whole bench: the cost of each server, relative to the better Node server in each row."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from bench import machine as machines
from bench.servers import SERVERS, SHORTLIST
from bench.suite import Run, medians
from bench.table import COLUMNS, better_node
from bench.workloads import WORKLOADS, Scenario, Workload

COST = {
    Scenario.EDIT: "cpu_us",
    Scenario.DRAG: "cpu_us",
    Scenario.REVEAL: "cpu_ms",
    Scenario.HERD: "cpu_s",
    Scenario.COLD: "cpu_ms",
    Scenario.TYPING: "cpu_us",
    Scenario.OPENING: "cpu_s",
    Scenario.IDLE: "connection_kb",
    Scenario.SATURATION: "deliveries_per_s",
}
"""the figure that stands for a scenario"""
WIDTH, LEFT, RIGHT, TOP = 940, 270, 120, 96
BAR, GAP = 13, 16
FARTHEST = 2.5
"""longer bars are cut; their number says how long they are"""
INK, SOFT, LINE, PAPER = "#22201c", "#6d675d", "#d9d3c7", "#fbf9f4"
COLOURS = dict(zip(SERVERS, ("#d9480f", "#55677a", "#8c9bab", "#a3855f", "#c3ccd5"), strict=True))


class Bar(NamedTuple):
    """`length`: 1 is what the better Node server costs."""

    server: str
    length: float
    label: str


def svg(runs: Sequence[Run], machine: dict[str, object]) -> str:
    """The picture as text."""
    rows = [(workload, bars) for workload in WORKLOADS if (bars := _bars(workload, runs))]
    height = TOP + sum(len(bars) * BAR + GAP for _, bars in rows) + 56
    foot = height - 44
    unit = (WIDTH - LEFT - RIGHT) / FARTHEST
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="system-ui, sans-serif" '
        f'font-size="12" fill="{INK}">',
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>',
        _text(24, 32, "What it costs the server", size=20, weight=600),
        _text(24, 52, "Shorter is better; the line is the better of the two Node servers", colour=SOFT),
        *_legend(),
    ]
    top = TOP
    for at in (0.5, 1.0, 1.5, 2.0):
        x = LEFT + at * unit
        strong = at == 1.0
        parts.append(f'<path d="M{x:.1f} {TOP - 8}V{foot}" stroke="{SOFT if strong else LINE}"/>')
        parts.append(_text(x, foot + 15, f"× {at:g}", colour=SOFT, anchor="middle"))
    for workload, bars in rows:
        parts.append(_text(LEFT - 12, top + len(bars) * BAR / 2 + 4, workload.title, anchor="end"))
        for bar in bars:
            length = min(bar.length, FARTHEST) * unit
            parts.append(
                f'<rect x="{LEFT}" y="{top + 1}" width="{length:.1f}" height="{BAR - 2}" rx="2" '
                f'fill="{COLOURS[bar.server]}"/>'
            )
            weight = 600 if bar.server == SHORTLIST else 400
            parts.append(_text(LEFT + length + 6, top + BAR - 2, bar.label, size=11, weight=weight))
            top += BAR
        top += GAP
    parts.append(_text(24, height - 10, machines.in_a_line(machine), size=11, colour=SOFT))
    return "\n".join([*parts, "</svg>\n"])


def _bars(workload: Workload, runs: Sequence[Run]) -> list[Bar]:
    metric = COST.get(workload.scenario)
    if metric is None:
        return []
    cells = medians(runs)
    rate = workload.scenario is Scenario.SATURATION
    measure = better_node(workload.name, metric, cells, least=rate)
    if not measure:
        return []
    title, form = next((title, form) for key, title, form in COLUMNS[workload.scenario] if key == metric)
    unit = title.removeprefix("CPU ").replace("/delivery", "").replace("/key", "").replace("/connection", "")
    bars = []
    for server in SERVERS:
        if (workload.name, server) in cells:
            value = cells[workload.name, server][metric]
            # Of a rate more is better: its bar is the time that one delivery takes.
            bars.append(Bar(server, measure / value if rate else value / measure, f"{value:{form}} {unit}"))
    return bars


def _legend() -> list[str]:
    parts, x = [], 24
    for server, colour in COLOURS.items():
        parts.append(f'<rect x="{x}" y="64" width="11" height="11" rx="2" fill="{colour}"/>')
        parts.append(_text(x + 17, 74, server))
        x += 40 + 7 * len(server)
    return parts


def _text(
    x: float, y: float, text: str, *, size: int = 12, weight: int = 400, colour: str = INK, anchor: str = "start"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" fill="{colour}" '
        f'text-anchor="{anchor}" paint-order="stroke" stroke="{PAPER}" stroke-width="3">{escape(text)}</text>'
    )
