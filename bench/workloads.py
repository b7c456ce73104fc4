"""What is measured, and what this server has to reach against the better of the two Node servers."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Scenario(StrEnum):
    EDIT = "edit"
    """people change texts that everybody reads"""
    DRAG = "drag"
    """a few people move ideas"""
    REVEAL = "reveal"
    """everything at once, for everybody"""
    HERD = "herd"
    """many join a full board within a second"""
    COLD = "cold"
    """one joins a full board that has just changed"""
    RESTART = "restart"
    """one joins a full board that the server has yet to load from its storage"""
    IDLE = "idle"
    """many are there and nothing happens"""
    DOCUMENTS = "documents"
    """many rooms are open and nothing happens"""
    TYPING = "typing"
    """people type into one text"""
    OPENING = "opening"
    """many open a long text within a second"""
    SATURATION = "saturation"
    """the highest rate that is still delivered in time"""


@dataclass(frozen=True, slots=True)
class Goal:
    """`most`: what `metric` may be at most; against the better Node server when `ratio`, else in its own unit."""

    metric: str
    most: float
    ratio: bool = False
    least: bool = False
    """the metric has to be at least that, as more of it is better"""


@dataclass(frozen=True, slots=True)
class Workload:
    """`people` are in each of `rooms`; `rate` is changes a second over all of them, `seconds` long."""

    name: str
    title: str
    scenario: Scenario
    people: int
    rate: float = 0.0
    seconds: float = 5.0
    rooms: int = 1
    ideas: int = 0
    """how many a full board has; keys in a long text"""
    session: bool = False
    """in a work session, where tasks take the place of ideas"""
    goals: tuple[Goal, ...] = ()
    left_out: tuple[str, ...] = ()
    """servers that cannot carry it in any reasonable time, or have nothing of the kind"""


_SLOW = ("pycrdt-websocket",)
_NO_STORAGE = _NO_SESSIONS = ("y-websocket-server", "hocuspocus", "pycrdt-websocket")


SLOWEST, FASTEST = 250.0, 32_000.0
"""changes a second between which saturation is looked for"""


def _cpu(most: float) -> Goal:
    return Goal("cpu_us", most, ratio=True)


_SOON, _SAVED = Goal("p95_ms", 80), Goal("saved_p95_ms", 120)

WORKLOADS: tuple[Workload, ...] = (
    Workload("30", "30 people, 5 changes/s", Scenario.EDIT, 30, 5),
    Workload("100", "100 people, 20 changes/s", Scenario.EDIT, 100, 20, goals=(_cpu(0.8), Goal("p50_ms", 10))),
    Workload("session", "a session of 100, 20 changes/s", Scenario.EDIT, 100, 20, session=True, left_out=_NO_SESSIONS),
    Workload("300", "300 people, 50 changes/s", Scenario.EDIT, 300, 50, goals=(_cpu(0.5), Goal("p99_ms", 90))),
    Workload("1000", "1,000 people, 50 changes/s", Scenario.EDIT, 1000, 50, goals=(_cpu(0.4), Goal("p99_ms", 130))),
    Workload(
        "1000-fast",
        "1,000 people, 200 changes/s",
        Scenario.EDIT,
        1000,
        200,
        goals=(_cpu(0.4), Goal("p99_ms", 150)),
        left_out=_SLOW,
    ),
    Workload("rooms", "100 rooms of 8, 100 changes/s", Scenario.EDIT, 8, 100, rooms=100),
    Workload("drag", "30 people, 5 drag, 150 moves/s", Scenario.DRAG, 30, 150, goals=(_cpu(0.5),)),
    Workload("reveal", "1,000 ideas revealed to 300", Scenario.REVEAL, 300, ideas=1000),
    Workload(
        "herd",
        "300 join 2,000 ideas in a second",
        Scenario.HERD,
        300,
        seconds=1,
        ideas=2000,
        goals=(Goal("cpu_s", 0.3, ratio=True), Goal("slowest_ms", 150)),
    ),
    Workload(
        "cold",
        "one joins 5,000 ideas",
        Scenario.COLD,
        100,
        ideas=5000,
        goals=(Goal("cpu_ms", 0.2, ratio=True), Goal("join_bytes", 0.5, ratio=True)),
    ),
    Workload(
        "restart", "one joins 5,000 ideas after a restart", Scenario.RESTART, 100, ideas=5000, left_out=_NO_STORAGE
    ),
    Workload("text-10", "10 type, 20 read a text", Scenario.TYPING, 30, 30, seconds=10, goals=(_SOON, _SAVED)),
    Workload("text-30", "30 type a text", Scenario.TYPING, 30, 90, seconds=10, goals=(_cpu(0.8), _SOON, _SAVED)),
    Workload(
        "text-cold",
        "30 open a text of two hours in a second",
        Scenario.OPENING,
        30,
        seconds=1,
        ideas=75_600,
        goals=(Goal("cpu_s", 0.5, ratio=True),),
    ),
    Workload("idle", "1,000 idle connections", Scenario.IDLE, 1000, goals=(Goal("connection_kb", 32),)),
    Workload(
        "documents",
        "300 boards are open, with 2 people and 10 ideas each",
        Scenario.DOCUMENTS,
        2,
        seconds=15,
        rooms=300,
        ideas=10,
    ),
    Workload(
        "saturation",
        "200 people, as fast as it goes",
        Scenario.SATURATION,
        200,
        SLOWEST,
        seconds=2,
        goals=(Goal("deliveries_per_s", 1.5, ratio=True, least=True),),
    ),
)

IN_TIME = 250.0
"""milliseconds: above this 99th percentile a server counts as saturated"""


def find(name: str) -> Workload:
    return next(workload for workload in WORKLOADS if workload.name == name)


def quick(workload: Workload) -> Workload:
    """The same in a few seconds, to see that it runs; its figures mean nothing."""
    return replace(
        workload,
        people=max(6, workload.people // 10) if workload.rooms == 1 else workload.people,
        rate=workload.rate if workload.scenario is Scenario.DRAG else min(workload.rate, 20),
        seconds=min(workload.seconds, 1.5),
        rooms=min(workload.rooms, 5),
        ideas=workload.ideas // 10,
    )
