"""The window of a measurement: what the server and the load generator spent in it, and how late changes were seen."""

import asyncio
import contextlib
import gc
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bench.replica import Replica
from bench.servers import Measured

Figures = dict[str, float]

_STAMP = re.compile(r"(\d+)[ V]")


def stamp() -> int:
    """Now, in microseconds of the clock that all latencies are read from."""
    return round(time.perf_counter() * 1e6)


class Change(Protocol):
    """Makes one change that carries the stamp, and returns its key."""

    def __call__(self, stamped: int) -> str: ...


@dataclass
class Sent:
    """What was sent: for each key the stamps in order."""

    stamps: dict[str, list[int]] = field(default_factory=dict)
    late: list[float] = field(default_factory=list)
    """milliseconds that each change left after its time: what the generator could not keep up with"""

    @property
    def changes(self) -> int:
        return len(self.late)


class Watch:
    """The changes that one probe saw. A change that a newer one replaced counts when the newer one is seen."""

    def __init__(self, probe: Replica, sent: Sent) -> None:
        self.latencies: list[float] = []
        """milliseconds from sending to being seen"""
        self._sent = sent
        self._next: dict[str, int] = {}
        probe.seen = self._seen

    def _seen(self, key: str, value: str) -> None:
        found = _STAMP.match(value)
        stamps = self._sent.stamps.get(key)
        if found is None or stamps is None:
            return
        now, seen, at = stamp(), int(found[1]), self._next.get(key, 0)
        while at < len(stamps) and stamps[at] <= seen:
            self.latencies.append((now - stamps[at]) / 1000)
            at += 1
        self._next[key] = at


async def send_open_loop(changes: Sequence[Change], rate: float, sent: Sent) -> None:
    """Makes the changes on a schedule of `rate` a second, whether or not the server keeps up."""
    start = time.perf_counter() + 0.05
    for at, change in enumerate(changes):
        due = start + at / rate
        wait = due - time.perf_counter()
        if wait > 0 or at % 20 == 0:
            await asyncio.sleep(max(wait, 0))
        stamped = stamp()
        sent.stamps.setdefault(change(stamped), []).append(stamped)
        sent.late.append(stamped / 1000 - due * 1000)


class Window:
    """What server, generator and wire spent between entering and `end`."""

    def __init__(self, server: Measured, replicas: Sequence[Replica]) -> None:
        self._server, self._replicas = server, replicas
        self._before, self._own, self._wall = server.counters(), time.process_time(), time.perf_counter()
        self._bytes = self._counted()

    def end(self) -> Figures:
        """The server's counters, bytes of all connections, and how busy the generator's core was (1: a lower bound)."""
        wall = time.perf_counter() - self._wall
        down, up = (now - before for now, before in zip(self._counted(), self._bytes, strict=True))
        return {name: now - self._before[name] for name, now in self._server.counters().items()} | {
            "wall_s": wall,
            "bytes_down": down,
            "bytes_up": up,
            "generator_busy": (time.process_time() - self._own) / wall,
        }

    def _counted(self) -> tuple[int, int]:
        return sum(one.bytes_in for one in self._replicas), sum(one.bytes_out for one in self._replicas)


@contextlib.contextmanager
def without_pauses() -> Iterator[None]:
    """Keeps the generator's own garbage collection out of the latencies."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def percentiles(times: Sequence[float], name: str = "") -> Figures:
    """p50, p95, p99 and the largest, in the unit of the times."""
    ordered = sorted(times)

    def at(share: float) -> float:
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    return {
        f"{name}p50_ms": at(0.5),
        f"{name}p95_ms": at(0.95),
        f"{name}p99_ms": at(0.99),
        f"{name}max_ms": ordered[-1],
    }
